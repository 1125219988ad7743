// What JVM Clojure's compiler knows to be primitive; doubles and longs are in ast.h.
#pragma once
#include <string_view>

#include "clj/analyze/ast.h"

namespace clj::analyze {

// An int: a long in arithmetic and in loops, an Integer wherever it becomes an object.
bool is_primitive_int(const Node* node);
bool is_primitive_integer(const Node* node);  // long or int
bool is_primitive_float(const Node* node);    // a double in arithmetic and in loops, a Float wherever it becomes an object
bool is_primitive_floating(const Node* node);  // float or double

// kByte or kShort, which are objects of their own classes everywhere but in what the JVM has for longs only; else kNone.
Primitive narrow_primitive(const Node* node);

// The hint that a local has which is bound to an array of numbers that a core function makes; nil for other values.
Value tag_of_array(const Node* made);

// For a core function that gives an int ("count"), the one that gives it as a long ("-count"); else null.
const char* long_form(const InvokeNode& call);
// Whether `call` is to a core function for which its argument number i is the same as a long and as an Integer.
bool takes_long(const InvokeNode& call, uint32_t i);

// Whether the node is a reference to the var of that name in clojure.core.
bool is_core_var(const Node* node, std::string_view name);

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

// The function for a cast (int, short, byte, char) of a primitive double or float, or null; that for int gives a long.
const char* floating_cast(const InvokeNode& call);

// The cast of clojure.core that is inlined into a static method, `int` for RT/intCast; null for other methods.
const char* cast_by_method(Value cls, std::string_view method);

// Whether it is aget or aset of one dimension, put in line, which cast their index, with a primitive double or float for one.
bool has_floating_index(const InvokeNode& call);

}  // namespace clj::analyze
