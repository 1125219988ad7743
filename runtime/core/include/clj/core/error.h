// Throwing Clojure exceptions from C++.
//
// Native code signals errors with one C++ exception type, ClojureThrow, that carries the
// Clojure value; the evaluators catch it. `throw_error(Error::kIllegalArgument, "…")` makes the
// JVM's exception class with that message. The classes are rows of error_classes.def.
//
// Threads  Any. Throwing allocates (may collect).
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "clj/value/value.h"

namespace clj {

// The one C++ exception for Clojure's throw. The value is also kept in
// Mutator::pending_exception, because the collector cannot see C++ exception memory.
struct ClojureThrow {
  Value value;
};

enum class Error : uint8_t {
#define CLJ_ERROR_CLASS(name, jvm_class, parent, constructors) k##name,
#include "clj/core/error_classes.def"
#undef CLJ_ERROR_CLASS
};

[[noreturn]] void throw_value(Value throwable);
// NullPointerException of a throw of nil. `reason` says where the nil came from, or nothing.
[[noreturn]] void throw_nil(std::string_view reason);
[[noreturn]] void throw_error(Error error);  // getMessage is null
// `message` is UTF-8.
[[noreturn]] void throw_error(Error error, std::string_view message);
// Printf-style.
[[noreturn]] void throw_errorf(Error error, const char* format, ...) __attribute__((format(printf, 2, 3)));
// ArityException: "Wrong number of args (n) passed to: name".
[[noreturn]] void throw_arity(uint32_t given, std::string_view function_name);
// ClassCastException: "class X cannot be cast to class Y (…)", worded as the JVM words it.
[[noreturn]] void throw_class_cast(Value value, std::string_view target_class);
// IllegalArgumentException: "Don't know how to create ISeq from: java.lang.Long".
[[noreturn]] void throw_no_seq(Value value);
[[noreturn]] void throw_index_out_of_bounds();

[[noreturn]] void throw_stack_overflow();
// StackOverflowError when the C stack is nearly used up. Recursive native code calls it.
void check_stack();

}  // namespace clj
