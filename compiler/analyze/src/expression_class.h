// The class of an expression's value, as JVM Clojure's compiler knows it.
//
// It decides what an operation is: the overload of a method, whether a method returns an int, what a failing call says it expected.
#pragma once
#include "clj/analyze/ast.h"

namespace clj::analyze {

// The class that the expression's own hint names, in the current namespace; nil without a hint, or where it names no class.
// Throws ClassNotFoundException for a hint that looks like a class's full name and is none's.
Value hinted_class(const Node* node);

// That, or the class that the var of a called function says it gives, for all its calls or those with as many arguments; of a local
// without a hint, the class of what it is bound to. Nil for others.
Value target_class(const Node* node);

// The hinted class, or the class of what is made by `new`, of a constant, and of a local bound to one of these; nil for others.
Value inferred_class(const Node* node);

}  // namespace clj::analyze
