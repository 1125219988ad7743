// What every file of native functions uses: the signature, and arguments as C++ values.
//
// The caller checks arity against the row before the call; a function finds its arguments in
// args[0 .. count) and owns those slots.
//
// Errors   The conversions throw what the JVM throws for such an argument.
#pragma once
#include <string>
#include <string_view>

#include "clj/core/call.h"
#include "clj/core/collections.h"
#include "clj/core/equality.h"
#include "clj/core/error.h"
#include "clj/core/numbers.h"
#include "clj/core/print.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/core/var.h"
#include "clj/gc/heap.h"
#include "clj/value/object.h"

#define CLJ_FN(name) Value name([[maybe_unused]] Value* args, [[maybe_unused]] uint32_t count)

namespace clj::builtins {

inline Value boolean(bool b) { return Value::boolean(b); }
inline Value integer(int32_t n) { return make_int(n); }
inline Value ascii(std::string_view text) { return make_string(text); }

// "java.lang.String", "nil".
std::string class_name(Value v);

// A String argument; NullPointerException for nil, ClassCastException for anything else.
const String* string_arg(Value v);
// A Symbol argument, in the same way.
const Symbol* symbol_arg(Value v);
// The symbol of a var; for nil the NullPointerException names the parameter that the JVM's code has for it.
const Symbol* var_symbol_arg(Value v, const char* parameter);
// The argument as T, or ClassCastException naming `jvm_class`; NullPointerException for nil.
[[noreturn]] void throw_bad_argument(Value v, const char* jvm_class);
template <class T>
T* object_arg(Value v, const char* jvm_class) {
  if (T* object = try_cast<T>(v)) return object;
  throw_bad_argument(v, jvm_class);
}

// A nil through which the JVM calls a method of `jvm_class`, "touch()", is a NullPointerException that names the call and the
// argument.
void require_target(Value v, const char* jvm_class, const char* call, const char* argument);
template <class T>
T* object_arg(Value v, const char* jvm_class, const char* call, const char* argument) {
  if (T* object = try_cast<T>(v)) return object;
  require_target(v, jvm_class, call, argument);
  throw_bad_argument(v, jvm_class);
}

// A function argument as it is: ClassCastException for what is neither nil nor an IFn.
inline Value function_or_nil(Value f) {
  if (!f.is_nil() && !is_ifn(f)) throw_class_cast(f, "clojure.lang.IFn");
  return f;
}

// IllegalArgumentException for the last of an odd number of keys and values.
[[noreturn]] void throw_no_value(Value key);

// What `target` is given to apply: refused before a target that is nil, behind one of another class.
inline void check_applied_to(Value target, Value f) {
  if (target.is_nil()) function_or_nil(f);
}

// As java.lang.reflect.Array.set; yields the element.
Value set_reflectively(Value array, int64_t index, Value x);

// A number for an int parameter of a host method: anything else, characters too, is a
// ClassCastException naming Number.
int32_t int_arg(Value v);

// Whether a collection can be made of it: seqable?.
bool is_seqable_value(Value v);
// "Unable to convert: …", what RT.toArray throws for what is neither a collection, a text nor an array,
// with elements for seq or without.
void require_elements(Value v);

// The seq of the arguments from `from` on, nil when there are none: what `& more` binds.
Value rest_arguments(const Value* args, uint32_t count, uint32_t from);

// The method an object that programs made answers a function of core with, absent() otherwise.
inline Value method_of(Value v, const char* name) {
  return own_class(v).is_nil() ? Value::absent() : find_method(v, make_symbol("", name));
}

// The elements of an array in Java's natural order (natural_compare).
Value sort_naturally(Value array);

}  // namespace clj::builtins
