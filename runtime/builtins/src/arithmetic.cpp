// Arithmetic, comparison and number conversions of clojure.core.
#include <cmath>
#include <limits>

#include "clj/core/array.h"
#include "clj/core/random.h"
#include "fold.h"
#include "host/characters.h"
#include "native.h"

namespace clj::builtins {

namespace host {  // big_numbers.cpp
Value big_integer_new(Value* args, uint32_t count);
Value big_decimal_new(Value* args, uint32_t count);
}

namespace {

// (+ x): x when it is a number. nil passes, as a cast of null does on the JVM.
Value only_number(Value v) {
  if (!v.is_nil() && !is_number(v))
    throw_error(Error::kClassCast, "Cannot cast " + class_name(v) + " to java.lang.Number");
  return v;
}

template <bool (*holds)(Value, Value)>
Value ordered(Value* args, uint32_t count) {
  for (uint32_t i = 0; i + 1 < count; ++i)
    if (!holds(args[i], args[i + 1])) return boolean(false);
  return boolean(true);
}

bool greater_than(Value a, Value b) { return num::less(b, a); }
// Of two that are no numbers the first one is named, as <= does and > does not; nil is told before both.
bool greater_or_equal(Value a, Value b) {
  if (!is_number(b) && !a.is_nil() && !b.is_nil()) num::less_equal(a, b);
  return num::less_equal(b, a);
}

Value wrap_int(int64_t n) { return integer(static_cast<int32_t>(static_cast<uint32_t>(n))); }

Value expected_string(Value v) {
  throw_error(Error::kIllegalArgument, "Expected string, got " + class_name(v));
}

double random_double() {
  thread_local Random generator{fresh_random_seed()};
  return generator.next_double();
}

}  // namespace

CLJ_FN(add) {
  if (count >= 2) return fold<num::add>(args, count);
  return count == 0 ? Value::inline_long(0) : only_number(args[0]);
}
CLJ_FN(subtract) { return count == 1 ? num::negate(args[0]) : fold<num::subtract>(args, count); }
CLJ_FN(multiply) {
  if (count >= 2) return fold<num::multiply>(args, count);
  return count == 0 ? Value::inline_long(1) : only_number(args[0]);
}
CLJ_FN(divide) {
  return count == 1 ? num::divide(Value::inline_long(1), args[0]) : fold<num::divide>(args, count);
}
CLJ_FN(divide_doubles) { return Value::dbl(to_double(args[0]) / to_double(args[1])); }
CLJ_FN(divide_by_zero) { throw_error(Error::kArithmetic, "/ by zero"); }
CLJ_FN(subtract_least) {
  if (args[0].is_double()) return Value::dbl(args[0].as_double() - to_double(args[1]));
  int64_t difference;
  if (__builtin_sub_overflow(to_long(args[0]), to_long(args[1]), &difference)) throw_error(Error::kArithmetic, "long overflow");
  return make_long(difference);
}
CLJ_FN(add_promoting) {
  if (count >= 2) return fold<num::add_promoting>(args, count);
  return count == 0 ? Value::inline_long(0) : only_number(args[0]);
}
CLJ_FN(subtract_promoting) {
  return count == 1 ? num::negate_promoting(args[0]) : fold<num::subtract_promoting>(args, count);
}
CLJ_FN(multiply_promoting) {
  if (count >= 2) return fold<num::multiply_promoting>(args, count);
  return count == 0 ? Value::inline_long(1) : only_number(args[0]);
}
CLJ_FN(inc) { return num::inc(args[0]); }
CLJ_FN(dec) { return num::dec(args[0]); }
CLJ_FN(inc_promoting) { return num::add_promoting(args[0], Value::inline_long(1)); }
CLJ_FN(dec_promoting) { return num::subtract_promoting(args[0], Value::inline_long(1)); }
CLJ_FN(quot) { return num::quot(args[0], args[1]); }
CLJ_FN(rem) { return num::rem(args[0], args[1]); }
CLJ_FN(mod) { return num::mod(args[0], args[1]); }

CLJ_FN(less) { return ordered<num::less>(args, count); }
CLJ_FN(less_equal) { return ordered<num::less_equal>(args, count); }
CLJ_FN(greater) { return ordered<greater_than>(args, count); }
CLJ_FN(greater_equal) { return ordered<greater_or_equal>(args, count); }
CLJ_FN(number_equal) { return ordered<num::equivalent>(args, count); }
CLJ_FN(max) { return count == 1 ? args[0] : fold<num::max>(args, count); }
CLJ_FN(min) { return count == 1 ? args[0] : fold<num::min>(args, count); }
CLJ_FN(abs) { return num::abs(args[0]); }

CLJ_FN(is_zero) { return boolean(num::is_zero(args[0])); }
CLJ_FN(is_pos) { return boolean(num::is_positive(args[0])); }
CLJ_FN(is_neg) { return boolean(num::is_negative(args[0])); }
CLJ_FN(is_even) { return boolean(num::is_even(args[0])); }
CLJ_FN(is_odd) { return boolean(!num::is_even(args[0])); }
CLJ_FN(is_nan) { return boolean(std::isnan(to_double(args[0]))); }
CLJ_FN(is_infinite) { return boolean(std::isinf(to_double(args[0]))); }

CLJ_FN(num_cast) {
  if (!args[0].is_nil() && !is_number(args[0])) throw_class_cast(args[0], "java.lang.Number");
  return args[0];
}
CLJ_FN(long_cast) { return make_long(to_long(args[0])); }
CLJ_FN(int_cast) { return make_int(to_int(args[0])); }
CLJ_FN(int_as_long) { return Value::inline_long(to_int(args[0])); }
CLJ_FN(floating_to_int) { return Value::inline_long(floating_to_int(args[0])); }
CLJ_FN(floating_to_short) { return make_short(floating_to_short(args[0])); }
CLJ_FN(floating_to_byte) { return make_byte(floating_to_byte(args[0])); }
CLJ_FN(floating_to_char) { return Value::character(floating_to_char(args[0])); }
CLJ_FN(boxed_int) { return make_int(static_cast<int32_t>(to_long(args[0]))); }
CLJ_FN(short_cast) { return make_short(to_short(args[0])); }
CLJ_FN(byte_cast) { return make_byte(to_byte(args[0])); }
CLJ_FN(char_cast) { return Value::character(to_char(args[0])); }
CLJ_FN(double_cast) { return make_double(to_double(args[0])); }
CLJ_FN(float_cast) { return make_float(to_float(args[0])); }
CLJ_FN(boolean_cast) { return boolean(args[0].truthy()); }
// What is no number goes to the constructors, which take arrays as well.
CLJ_FN(bigint) { return num::to_bigint(is_array(args[0]) ? host::big_integer_new(args, 1) : args[0]); }
CLJ_FN(biginteger) { return num::to_biginteger(is_array(args[0]) ? host::big_integer_new(args, 1) : args[0]); }
CLJ_FN(bigdec) { return num::to_bigdec(is_array(args[0]) ? host::big_decimal_new(args, 1) : args[0]); }
CLJ_FN(rationalize) { return num::rationalize(args[0]); }
CLJ_FN(numerator) { return num::numerator(args[0]); }
CLJ_FN(denominator) { return num::denominator(args[0]); }

CLJ_FN(unchecked_add) { return num::unchecked_add(args[0], args[1]); }
CLJ_FN(unchecked_subtract) { return num::unchecked_subtract(args[0], args[1]); }
CLJ_FN(unchecked_multiply) { return num::unchecked_multiply(args[0], args[1]); }
CLJ_FN(unchecked_inc) { return num::unchecked_add(args[0], Value::inline_long(1)); }
CLJ_FN(unchecked_dec) { return num::unchecked_subtract(args[0], Value::inline_long(1)); }
CLJ_FN(unchecked_negate) { return num::unchecked_negate(args[0]); }
CLJ_FN(unchecked_add_int) {
  int64_t x = int_arg(args[0]);
  return wrap_int(x + int_arg(args[1]));
}
CLJ_FN(unchecked_subtract_int) {
  int64_t x = int_arg(args[0]);
  return wrap_int(x - int_arg(args[1]));
}
CLJ_FN(unchecked_multiply_int) {
  int64_t x = int_arg(args[0]);
  return wrap_int(x * int_arg(args[1]));
}
CLJ_FN(unchecked_divide_int) {
  int64_t dividend = int_arg(args[0]), divisor = int_arg(args[1]);
  if (divisor == 0) throw_error(Error::kArithmetic, "/ by zero");
  return wrap_int(dividend / divisor);
}
CLJ_FN(unchecked_remainder_int) {
  int64_t dividend = int_arg(args[0]), divisor = int_arg(args[1]);
  if (divisor == 0) throw_error(Error::kArithmetic, "/ by zero");
  return wrap_int(dividend % divisor);
}
CLJ_FN(unchecked_inc_int) { return wrap_int(int64_t{int_arg(args[0])} + 1); }
CLJ_FN(unchecked_dec_int) { return wrap_int(int64_t{int_arg(args[0])} - 1); }
CLJ_FN(unchecked_negate_int) { return wrap_int(-int64_t{int_arg(args[0])}); }
CLJ_FN(unchecked_long) { return make_long(to_long_unchecked(args[0])); }
CLJ_FN(unchecked_int) { return integer(to_int_unchecked(args[0])); }
CLJ_FN(unchecked_short) {
  return Value::immediate(ImmediateKind::kShort, static_cast<uint32_t>(int32_t{to_short_unchecked(args[0])}));
}
CLJ_FN(unchecked_byte) {
  return Value::immediate(ImmediateKind::kByte, static_cast<uint32_t>(int32_t{to_byte_unchecked(args[0])}));
}
CLJ_FN(unchecked_char) { return Value::character(to_char_unchecked(args[0])); }
CLJ_FN(unchecked_float) {
  return Value::immediate(ImmediateKind::kFloat, std::bit_cast<uint32_t>(to_float_unchecked(args[0])));
}

CLJ_FN(rand) {
  double d = random_double();
  return count == 0 ? make_double(d) : num::multiply(args[0], make_double(d));
}

CLJ_FN(parse_long) {
  if (!is_string(args[0])) return expected_string(args[0]);
  Value n = parse_long_text(host::with_ascii_digits(as_string(args[0])), 10);
  return n.is_absent() ? Value::nil() : n;
}
CLJ_FN(parse_double) {
  if (!is_string(args[0])) return expected_string(args[0]);
  Value d = parse_double_text(to_utf8(args[0]));
  return d.is_absent() ? Value::nil() : d;
}
CLJ_FN(parse_boolean) {
  if (!is_string(args[0])) return expected_string(args[0]);
  std::string text = to_utf8(args[0]);
  return text == "true" ? boolean(true) : text == "false" ? boolean(false) : Value::nil();
}

}  // namespace clj::builtins
