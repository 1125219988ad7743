// The categories of clojure.lang.Numbers: an operation on two numbers happens in the larger.
#pragma once
#include "clj/core/bigdecimal.h"
#include "clj/core/error.h"
#include "clj/core/numbers.h"
#include "clj/core/ratio.h"

namespace clj::num {

enum class Category : uint8_t { kLong, kBigInt, kRatio, kDecimal, kDouble };

// NullPointerException for nil, ClassCastException for what is no number.
[[noreturn]] void throw_not_a_number(Value v);

// Whether v is an object of a class in Java or a proxy that derives from Number.
bool is_host_number(Value v);
// What such an object's longValue gives; a number itself; else throw_not_a_number.
Value long_of_host_number(Value v);

// False when `v` is no number.
inline bool find_category(Value v, Category& category) {
  if (v.is_inline_long()) return category = Category::kLong, true;
  if (v.is_double()) return category = Category::kDouble, true;
  if (v.is_immediate()) {
    category = v.immediate_kind() == ImmediateKind::kFloat ? Category::kDouble : Category::kLong;
    return v.immediate_kind() != ImmediateKind::kChar;
  }
  if (!v.is_object()) return false;
  switch (v.as_object()->kind) {
    case Kind::kBoxedLong: category = Category::kLong; return true;
    case Kind::kBigInt:
    case Kind::kBigInteger: category = Category::kBigInt; return true;
    case Kind::kRatio: category = Category::kRatio; return true;
    case Kind::kBigDecimal: category = Category::kDecimal; return true;
    default: return false;
  }
}

// Of a host number, which becomes the long that it holds.
inline Category category(Value& v) {
  Category found{};
  while (!find_category(v, found)) [[unlikely]] v = long_of_host_number(v);
  return found;
}

// Two operands, of which those that are no numbers by their representation become what they hold: a double beside a double,
// else a long. Nil is complained about before other classes.
struct Operands {
  Value a, b;
};
Operands held_by_host_numbers(Value a, Value b);

// The category of an operation on both.
inline Category category(Value& a, Value& b) {
  Category x{}, y{};
  while (!find_category(a, x) || !find_category(b, y)) [[unlikely]] {
    Operands found = held_by_host_numbers(a, b);
    a = found.a;
    b = found.b;
  }
  return x < y ? y : x;
}

// A number as a double; precondition: it is one.
double double_of(Value v);
// A number of category kDecimal or below as a BigDecimal, by *math-context* if a ratio.
const BigDecimal* decimal_of(Value v);

}  // namespace clj::num
