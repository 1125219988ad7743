// What JVM Clojure's compiler knows to be a primitive double or long.
#pragma once
#include "clj/analyze/ast.h"

namespace clj::analyze {

bool is_primitive_double(const Node* node);
bool is_primitive_long(const Node* node);

// The hint ^long or ^double on a symbol or a parameter vector.
Primitive hint_of(Value hinted);

// The function that JVM Clojure would compile a call of `fn` (a clojure.core var) into when operands
// are primitive, as the name of a clojure.core var, or null. Division is the one operation where the
// result tells: by a zero, primitive doubles give infinities and NaN while boxed ones throw, and the
// messages for longs differ.
const char* primitive_operation(const Node* fn, const NodeList& args);

// The same where *unchecked-math* is set: arithmetic of longs that wraps, casts that cut off.
// Arithmetic of more than two operands is that of the first two, and so on.
const char* unchecked_operation(const Node* fn, const NodeList& args);

}  // namespace clj::analyze
