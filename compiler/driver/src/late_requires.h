// Libs that a program requires while it runs: (require 'lib) inside a function.
//
// A build finds those that the code names: calls of require, use, requiring-resolve with
// quoted arguments, anywhere. Names that are computed cannot be found.
#pragma once
#include <functional>
#include <string>

#include "clj/analyze/ast.h"

namespace clj::driver {

// Calls `found` with the name of each lib that a call in the unit names.
void find_late_requires(const analyze::Unit& unit, const std::function<void(const std::string& lib)>& found);

}  // namespace clj::driver
