// The emitter: AST to bytecode.
//
// Errors   CompilerException for a function that is too large for the instruction set.
// Design   docs/bytecode.md
#pragma once
#include <memory>

#include "clj/analyze/ast.h"
#include "clj/value/value.h"

namespace clj::emit {

// A FnProto of no arguments that evaluates the unit's root. May collect.
Value compile(const analyze::Unit& unit);
// Compiles and calls it: what a backend does with a top-level form.
Value run(const std::shared_ptr<analyze::Unit>& unit);

// Whether code run by `run` reads the vars outside clojure.core by a path that notices unbound
// ones (CoreUpcalls::force_var). A build's own evaluation needs it; the code it writes does not.
void set_checked_vars(bool checked);

}  // namespace clj::emit
