// The numeric tower: long, double, BigInt, Ratio, BigDecimal and the narrow host numbers.
//
// Arithmetic follows clojure.lang.Numbers: categories promote long < BigInt < Ratio <
// BigDecimal < double; `add` throws "long overflow", `add_promoting` (+') does not.
//
// Errors   ArithmeticException, ClassCastException with the JVM's messages.
// Design   docs/numbers.md
#pragma once
#include <string>
#include <string_view>

#include "clj/value/object.h"

namespace clj {

struct BoxedLong : Object {
  static constexpr Kind kKind = Kind::kBoxedLong;
  static constexpr uint16_t kSlots = 0;
  int64_t value;
};
Value make_boxed_long(int64_t n);
inline Value make_long(int64_t n) { return Value::fits_inline(n) ? Value::inline_long(n) : make_boxed_long(n); }
inline Value make_double(double d) { return Value::dbl(d); }
inline bool is_long(Value v) { return v.is_inline_long() || is_kind(v, Kind::kBoxedLong); }
// Precondition: is_long(v).
inline int64_t as_long(Value v) { return v.is_inline_long() ? v.as_inline_long() : cast<BoxedLong>(v)->value; }

bool is_number(Value v);    // number?
bool is_integer(Value v);   // integer?: long, BigInt, BigInteger, Integer, Short, Byte
bool is_rational(Value v);
bool is_decimal(Value v);   // BigDecimal
bool is_float(Value v);     // double or Float

// Coercions as clojure.core's (long x), (int x), (double x), …: range-checked,
// "Value out of range for int: 3000000000".
int64_t to_long(Value v);
int64_t to_long_unchecked(Value v);
int32_t to_int(Value v);
double to_double(Value v);
// An argument that must be an index or count: to_long for numbers, else ClassCastException.

namespace num {
Value add(Value a, Value b);
Value subtract(Value a, Value b);
Value multiply(Value a, Value b);
Value divide(Value a, Value b);
Value add_promoting(Value a, Value b);
Value subtract_promoting(Value a, Value b);
Value multiply_promoting(Value a, Value b);
Value negate(Value a);
Value negate_promoting(Value a);
Value inc(Value a);
Value dec(Value a);
Value quot(Value a, Value b);
Value rem(Value a, Value b);
Value mod(Value a, Value b);
bool less(Value a, Value b);
bool less_equal(Value a, Value b);
bool equivalent(Value a, Value b);  // ==
// `=` on two numbers: same category and equivalent.
bool equal(Value a, Value b);
int compare(Value a, Value b);
bool is_zero(Value a);
bool is_positive(Value a);
bool is_negative(Value a);
uint32_t hash_eq(Value a);    // Clojure's hasheq of a number
uint32_t java_hash(Value a);  // Java's hashCode
Value bit_and(Value a, Value b);
Value bit_or(Value a, Value b);
Value bit_xor(Value a, Value b);
Value bit_not(Value a);
Value shift_left(Value a, Value b);
Value shift_right(Value a, Value b);
Value unsigned_shift_right(Value a, Value b);
Value abs(Value a);
Value rationalize(Value a);
Value numerator(Value ratio);
Value denominator(Value ratio);
Value to_bigint(Value a);      // (bigint x)
Value to_biginteger(Value a);  // (biginteger x)
Value to_bigdec(Value a);      // (bigdec x)
}  // namespace num

// The text Java's toString gives ("1.0E10", "Infinity", "1/3", "1.50"), no N or M suffix.
std::string number_text(Value number);
// Double.toString / Float.toString.
std::string double_text(double d);
std::string float_text(float f);

// Parses a number token with Clojure's reader grammar ("0x1F" "2r101" "1/2" "1e3M" "07" "1N").
// absent() when the token is no number; throws NumberFormatException where the reader does.
Value parse_number(std::string_view token);
// Java's Long.parseLong(text, radix) / Double.parseDouble, absent() when ill-formed.
Value parse_long_text(std::string_view text, int radix);
Value parse_double_text(std::string_view text);

}  // namespace clj
