// What code reaches by name: vars that it looks up, and whether it compiles while it runs.
//
// Design   docs/linking.md
#pragma once
#include <functional>
#include <string>
#include <string_view>

#include "clj/analyze/ast.h"
#include "clj/incremental/facts.h"

namespace clj::driver {

// Fills the part's by_name, needs_compiler and any_name.
void note_names(const analyze::Unit& unit, incremental::Part& part);

// The row of by_name.def for a var or class of the library, as far as it takes anything.
bool needs_compiler(std::string_view name);
bool reaches_any_name(std::string_view name);
// Visits the names of the rows.
void for_each_by_name(const std::function<void(const std::string& name)>& visit);

// Whether the part only gives a var a value, or makes a defined var a macro, and so can be left
// out with the var: the var's full name; "" otherwise. `drop`: it does nothing at all.
std::string var_it_is_for(const analyze::Unit& unit, bool& does_nothing);

}  // namespace clj::driver
