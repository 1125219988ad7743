// The numeric tower: long, double, BigInt, Ratio, BigDecimal and the narrow host numbers.
//
// Arithmetic follows clojure.lang.Numbers: categories promote long < BigInt < Ratio <
// BigDecimal < double; `add` throws "long overflow", `add_promoting` (+') does not.
//
// Errors   ArithmeticException, ClassCastException with the JVM's messages.
// Design   docs/numbers.md
#pragma once
#include <bit>
#include <cstdint>
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

// The narrow host numbers, immediates that arithmetic treats as longs and doubles.
inline Value make_int(int32_t n) { return Value::immediate(ImmediateKind::kInteger, static_cast<uint32_t>(n)); }
inline Value make_short(int16_t n) {
  return Value::immediate(ImmediateKind::kShort, static_cast<uint32_t>(static_cast<int32_t>(n)));
}
inline Value make_byte(int8_t n) {
  return Value::immediate(ImmediateKind::kByte, static_cast<uint32_t>(static_cast<int32_t>(n)));
}
inline Value make_float(float f) { return Value::immediate(ImmediateKind::kFloat, std::bit_cast<uint32_t>(f)); }
static_assert(static_cast<int>(ImmediateKind::kByte) - static_cast<int>(ImmediateKind::kInteger) == 2);
// Integer, Short or Byte.
inline bool is_narrow_integer(Value v) { return v.bits() - make_int(0).bits() < uint64_t{3} << 32; }
// The same as a long; else v.
inline Value widened(Value v) { return is_narrow_integer(v) ? Value::inline_long(static_cast<int32_t>(v.payload())) : v; }
// long, Integer, Short or Byte: what arithmetic does in 64 bits.
inline bool is_fixed_integer(Value v) { return is_long(widened(v)); }
// Precondition: is_fixed_integer(v).
inline int64_t as_fixed_integer(Value v) { return as_long(widened(v)); }
inline float as_float(Value v) { return std::bit_cast<float>(v.payload()); }

bool is_number(Value v);    // number?
// Whether v is a number by its representation. The others are objects of classes that derive from java.lang.Number
// (AtomicLong, LongAdder, a proxy): arithmetic takes them for the long that they hold now, equality and hashing of keys do not.
bool has_number_kind(Value v);
bool is_integer(Value v);   // integer?: long, BigInt, BigInteger, Integer, Short, Byte
bool is_rational(Value v);
bool is_decimal(Value v);   // BigDecimal
bool is_float(Value v);     // double or Float

// Coercions as clojure.core's (long x), (int x), (double x), …: range-checked,
// IllegalArgumentException "Value out of range for long: 1.0E20".
int64_t to_long(Value v);    // also of a character
int64_t to_long_parameter(Value v);  // what a parameter with the hint ^long takes: as to_long, but no character
int32_t to_int(Value v);     // ArithmeticException "integer overflow" above 32 bits
int16_t to_short(Value v);
int8_t to_byte(Value v);
char16_t to_char(Value v);
float to_float(Value v);
double to_double(Value v);
// The same of what the compiler knows to be a primitive double or float, which is compared with the range before its fraction is
// dropped: (short 32767.5) is out of range, where the same Double in a collection is 32767.
int32_t floating_to_int(Value v);
int16_t floating_to_short(Value v);
int8_t floating_to_byte(Value v);
char16_t floating_to_char(Value v);
// The unchecked ones wrap around (and saturate doubles), as Java's casts do.
int64_t to_long_unchecked(Value v);
int32_t to_int_unchecked(Value v);
int16_t to_short_unchecked(Value v);
int8_t to_byte_unchecked(Value v);
char16_t to_char_unchecked(Value v);
float to_float_unchecked(Value v);
// Java's (long) d and (int) d: NaN is 0, the rest saturates.
int64_t saturate_to_long(double d);
int32_t saturate_to_int(double d);

namespace num {

// Where the words alone do not decide: boxed longs, overflow, mixed and big operands.
Value add_slow(Value a, Value b);
Value subtract_slow(Value a, Value b);
Value multiply_slow(Value a, Value b);
bool less_slow(Value a, Value b);
bool less_equal_slow(Value a, Value b);
bool equivalent_slow(Value a, Value b);

inline Value add(Value a, Value b) {
  if (a.is_inline_long() && b.is_inline_long()) return make_long(a.as_inline_long() + b.as_inline_long());
  if (a.is_double() && b.is_double()) return Value::dbl(a.as_double() + b.as_double());
  return add_slow(a, b);
}
inline Value subtract(Value a, Value b) {
  if (a.is_inline_long() && b.is_inline_long()) return make_long(a.as_inline_long() - b.as_inline_long());
  if (a.is_double() && b.is_double()) return Value::dbl(a.as_double() - b.as_double());
  return subtract_slow(a, b);
}
inline Value multiply(Value a, Value b) {
  int64_t product;
  if (a.is_inline_long() && b.is_inline_long() &&
      !__builtin_mul_overflow(a.as_inline_long(), b.as_inline_long(), &product)) {
    return make_long(product);
  }
  if (a.is_double() && b.is_double()) return Value::dbl(a.as_double() * b.as_double());
  return multiply_slow(a, b);
}
// Throws "Divide by zero" for a double divisor too, as clojure.core's / does on boxed
// numbers. Code that knows an operand to be a primitive double divides directly.
Value divide(Value a, Value b);
Value add_promoting(Value a, Value b);
Value subtract_promoting(Value a, Value b);
Value multiply_promoting(Value a, Value b);
Value negate(Value a);
Value negate_promoting(Value a);
inline Value inc(Value a) { return add(a, Value::inline_long(1)); }
inline Value dec(Value a) { return subtract(a, Value::inline_long(1)); }
inline Value inc_promoting(Value a) { return add_promoting(a, Value::inline_long(1)); }
inline Value dec_promoting(Value a) { return subtract_promoting(a, Value::inline_long(1)); }
Value quot(Value a, Value b);
Value rem(Value a, Value b);
Value mod(Value a, Value b);
inline bool less(Value a, Value b) {
  if (a.is_inline_long() && b.is_inline_long()) return a.as_inline_long() < b.as_inline_long();
  if (a.is_double() && b.is_double()) return a.as_double() < b.as_double();
  return less_slow(a, b);
}
inline bool less_equal(Value a, Value b) {
  if (a.is_inline_long() && b.is_inline_long()) return a.as_inline_long() <= b.as_inline_long();
  if (a.is_double() && b.is_double()) return a.as_double() <= b.as_double();
  return less_equal_slow(a, b);
}
inline bool equivalent(Value a, Value b) {  // ==
  if (a.is_inline_long() && b.is_inline_long()) return a == b;
  if (a.is_double() && b.is_double()) return a.as_double() == b.as_double();
  return equivalent_slow(a, b);
}
// `=` on two numbers: same category and equivalent. False for other values, NaN included.
bool equal(Value a, Value b);
// Java's .equals: same class too.
bool java_equals(Value a, Value b);
int compare(Value a, Value b);  // 0 where NaN is involved
// The second of two equal numbers, and a NaN wherever it stands.
Value max(Value a, Value b);
Value min(Value a, Value b);
bool is_even(Value a);  // IllegalArgumentException "Argument must be an integer: 1.5"
bool is_zero(Value a);
bool is_positive(Value a);
bool is_negative(Value a);
uint32_t hash_eq(Value a);    // Clojure's hasheq of a number
uint32_t java_hash(Value a);  // Java's hashCode
// Only of long, Integer, Short and Byte: IllegalArgumentException "bit operation not
// supported for: class java.lang.Double". Shift counts are taken modulo 64.
Value bit_and(Value a, Value b);
Value bit_or(Value a, Value b);
Value bit_xor(Value a, Value b);
Value bit_and_not(Value a, Value b);
Value bit_not(Value a);
Value bit_set(Value a, Value n);
Value bit_clear(Value a, Value n);
Value bit_flip(Value a, Value n);
bool bit_test(Value a, Value n);
Value shift_left(Value a, Value b);
Value shift_right(Value a, Value b);
Value unsigned_shift_right(Value a, Value b);
Value abs(Value a);
Value rationalize(Value a);
Value numerator(Value ratio);    // a BigInteger
Value denominator(Value ratio);
Value to_bigint(Value a);      // (bigint x): a number, or a String of digits
Value to_biginteger(Value a);  // (biginteger x)
Value to_bigdec(Value a);      // (bigdec x)
// Two's-complement arithmetic of unchecked-add and friends; other numbers as add does.
Value unchecked_add(Value a, Value b);
Value unchecked_subtract(Value a, Value b);
Value unchecked_multiply(Value a, Value b);
Value unchecked_negate(Value a);

}  // namespace num

// The text Java's toString gives ("1.0E10", "Infinity", "1/3", "1.50"), no N or M suffix.
std::string number_text(Value number);
// Double.toString / Float.toString.
std::string double_text(double d);
std::string float_text(float f);

// Parses a number token with Clojure's reader grammar ("0x1F" "2r101" "1/2" "1e3M" "07" "1N").
// absent() when the token is no number (the reader then says "Invalid number: 1x"). Throws
// NumberFormatException ("Radix out of range") and ArithmeticException (1/0) as the reader does.
Value parse_number(std::string_view token);
// Java's Long.parseLong(text, radix) and Double.parseDouble: absent() when ill-formed.
Value parse_long_text(std::string_view text, int radix);
// A long in decimal, in `buffer`.
std::string_view long_text(int64_t n, char (&buffer)[24]);
Value parse_double_text(std::string_view text);

}  // namespace clj
