// The build's treatment of top-level forms: what is evaluated while compiling, and what waits.
#pragma once
#include <functional>
#include <memory>

#include "clj/analyze/ast.h"
#include "clj/value/value.h"

namespace clj::driver {

// Expands and unrolls one top-level form, analyses each part, hands it to `visit`, and then
// evaluates it if it defines.
void compile_top_level(Value form, const std::function<void(const analyze::Unit&)>& visit);

// Makes vars whose `def` has not been evaluated get their value when they are asked for.
void install_pending_vars();

}  // namespace clj::driver
