// java.math.BigInteger and BigDecimal, MathContext, RoundingMode.
#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>

#include "clj/base/utf8.h"
#include "clj/core/array.h"
#include "clj/core/bigdecimal.h"
#include "clj/core/bigint.h"
#include "clj/core/ratio.h"
#include "number_values.h"

namespace clj::builtins::host {
namespace {

namespace big = clj::integer;
constexpr auto kResult = big::As::kBigInteger;

Value big_arg(Value v) {
  if (!is_kind(v, Kind::kBigInteger) && !is_kind(v, Kind::kBigInt) && !is_long(v)) {
    throw_bad_argument(v, "java.math.BigInteger");
  }
  return v;
}
Value nonzero(Value v) {
  if (big::sign(big_arg(v)) == 0) throw_error(Error::kArithmetic, "BigInteger divide by zero");
  return v;
}
Value positive_modulus(Value v) {
  if (big::sign(big_arg(v)) <= 0) throw_error(Error::kArithmetic, "BigInteger: modulus not positive");
  return v;
}

const BigDecimal* decimal_arg(Value v) {
  if (auto* d = try_cast<BigDecimal>(v)) return d;
  throw_bad_argument(v, "java.math.BigDecimal");
}

Rounding rounding_arg(Value v) {
  if (auto* mode = try_cast<RoundingMode>(v)) return mode->rounding;
  return static_cast<Rounding>(int_arg(v));  // the old BigDecimal.ROUND_… constants
}
Precision precision_arg(Value v) {
  auto* context = object_arg<MathContext>(v, "java.math.MathContext");
  return {context->digits, context->rounding};
}
Precision precision_of(Value* args, uint32_t count, uint32_t at) {
  return count > at ? precision_arg(args[at]) : Precision{};
}
const BigDecimal* nonzero_decimal(const BigDecimal* dividend, Value v) {
  const BigDecimal* d = decimal_arg(v);
  if (decimal::sign(d) == 0) {
    throw_error(Error::kArithmetic, decimal::sign(dividend) == 0 ? "Division undefined" : "Division by zero");
  }
  return d;
}

// Divisions to a given scale divide the unscaled values, one of them with zeros behind it; longs as long as they fit,
// which is what the message tells.
const BigDecimal* nonzero_unscaled(const BigDecimal* dividend, Value v, int64_t scale) {
  const BigDecimal* d = decimal_arg(v);
  if (decimal::sign(d) != 0) return d;
  constexpr int64_t kPowersOfTen = 19;  // that are longs
  int64_t zeros = scale + d->scale - dividend->scale, scaled = 1;
  bool fits = is_long(dividend->unscaled) && std::abs(zeros) < kPowersOfTen;
  for (int64_t i = 0; i < zeros && fits; ++i) fits = !__builtin_mul_overflow(scaled, int64_t{10}, &scaled);
  fits = fits && (zeros <= 0 || !__builtin_mul_overflow(to_long(dividend->unscaled), scaled, &scaled));
  throw_error(Error::kArithmetic, fits ? "/ by zero" : "BigInteger divide by zero");
}

}  // namespace

namespace {
// BigInteger(byte[]), two's complement, and BigInteger(signum, byte[]), the magnitude.
Value big_integer_of_bytes(const ByteArray* bytes, bool magnitude, bool negative) {
  std::string hex;
  constexpr char kHex[] = "0123456789abcdef";
  bool complement = !magnitude && bytes->length > 0 && bytes->items()[0] < 0;
  for (int64_t i = 0; i < bytes->length; ++i) {
    auto byte = static_cast<uint8_t>(complement ? ~bytes->items()[i] : bytes->items()[i]);
    hex.push_back(kHex[byte >> 4]);
    hex.push_back(kHex[byte & 15]);
  }
  if (hex.empty()) hex.push_back('0');
  Value n = big::parse(hex, 16, kResult);
  if (complement) n = big::bit_not(n, kResult);
  return negative ? big::negate(n, kResult) : n;
}
// So many bits of a java.util.Random.
Value random_big_integer(int32_t bits, Value random) {
  if (bits < 0) throw_error(Error::kIllegalArgument, "numBits must be non-negative");
  Value array = make_array(Kind::kByteArray, (int64_t{bits} + 7) / 8);
  call_method(random, make_symbol("", "nextBytes"), &array, 1);
  auto* bytes = cast<ByteArray>(array);
  if (bits % 8 != 0) bytes->items()[0] &= static_cast<int8_t>((1 << bits % 8) - 1);
  return big_integer_of_bytes(bytes, true, false);
}
}  // namespace

CLJ_FN(big_integer_new) {
  if (auto* bytes = try_cast<ByteArray>(args[0])) {
    if (array_length(args[0]) == 0) throw_error(Error::kNumberFormat, "Zero length BigInteger");
    return big_integer_of_bytes(bytes, false, false);
  }
  if (auto* bytes = count > 1 ? try_cast<ByteArray>(args[1]) : nullptr) {
    int32_t sign = int_arg(args[0]);
    if (sign < -1 || sign > 1) throw_error(Error::kNumberFormat, "Invalid signum value");
    Value n = big_integer_of_bytes(bytes, true, sign < 0);
    if (sign == 0 && big::sign(n) != 0) throw_error(Error::kNumberFormat, "signum-magnitude mismatch");
    return n;
  }
  if (count == 2 && is_int(args[0]) && is_instance(find_class("java.util.Random"), args[1])) return random_big_integer(int_arg(args[0]), args[1]);
  require_constructor_argument(is_string(args[0]) || args[0].is_nil(), "java.math.BigInteger");
  require_constructor_argument(count == 1 || is_int(args[1]), "java.math.BigInteger");
  require_target(args[0], "String", "length()", "val");
  std::string text = to_utf8(string_arg(args[0]));
  int radix = count > 1 ? int_arg(args[1]) : 10;
  if (radix < 2 || radix > 36) throw_error(Error::kNumberFormat, "Radix out of range");
  return big::parse_strict(text, radix, kResult);
}
CLJ_FN(big_integer_value_of) { return big::from_long(to_long(args[0]), kResult); }
CLJ_FN(big_integer_probable_prime) {
  if (int_arg(args[0]) < 2) throw_error(Error::kArithmetic, "bitLength < 2");
  uint32_t bits = static_cast<uint32_t>(int_arg(args[0]));
  Value next_bits = make_symbol("", "nextLong");
  Value n = big::from_long(1, kResult);
  for (uint32_t i = 1; i < bits; i += 32) {
    Value target[] = {args[1]};
    int64_t random = to_long(call_host_method(next_bits, target, 1)) & 0xFFFFFFFF;
    n = big::bit_or(big::shift_left(n, std::min<int64_t>(32, bits - i), kResult),
                    big::from_long(random & ((int64_t{1} << std::min<uint32_t>(32, bits - i)) - 1), kResult), kResult);
  }
  return big::next_prime(n, kResult);
}
CLJ_FN(big_integer_zero) { return big::from_long(0, kResult); }
CLJ_FN(big_integer_one) { return big::from_long(1, kResult); }
CLJ_FN(big_integer_two) { return big::from_long(2, kResult); }
CLJ_FN(big_integer_ten) { return big::from_long(10, kResult); }
CLJ_FN(big_integer_add) { return big::add(args[0], big_arg(args[1]), kResult); }
CLJ_FN(big_integer_subtract) { return big::subtract(args[0], big_arg(args[1]), kResult); }
CLJ_FN(big_integer_multiply) { return big::multiply(args[0], big_arg(args[1]), kResult); }
CLJ_FN(big_integer_divide) { return big::quot(args[0], nonzero(args[1]), kResult); }
CLJ_FN(big_integer_remainder) { return big::rem(args[0], nonzero(args[1]), kResult); }
CLJ_FN(big_integer_mod) { return big::floor_mod(args[0], positive_modulus(args[1]), kResult); }
CLJ_FN(big_integer_mod_inverse);
CLJ_FN(big_integer_mod_pow) {
  Value exponent = big_arg(args[1]), modulus = positive_modulus(args[2]);
  if (big::sign(exponent) >= 0) return big::mod_power(args[0], exponent, modulus, kResult);
  Value inverse_args[] = {args[0], modulus};
  return big::mod_power(big_integer_mod_inverse(inverse_args, 2), big::negate(exponent, kResult),
                        modulus, kResult);
}
CLJ_FN(big_integer_mod_inverse) {
  Value inverse = big::mod_inverse(args[0], positive_modulus(args[1]), kResult);
  if (inverse.is_absent()) throw_error(Error::kArithmetic, "BigInteger not invertible.");
  return inverse;
}
CLJ_FN(big_integer_pow) {
  int32_t exponent = int_arg(args[1]);
  if (exponent < 0) throw_error(Error::kArithmetic, "Negative exponent");
  return big::power(args[0], static_cast<uint32_t>(exponent), kResult);
}
CLJ_FN(big_integer_gcd) { return big::gcd(args[0], big_arg(args[1]), kResult); }
CLJ_FN(big_integer_negate) { return big::negate(args[0], kResult); }
CLJ_FN(big_integer_abs) { return big::abs(args[0], kResult); }
CLJ_FN(big_integer_sqrt) {
  if (big::sign(args[0]) < 0) throw_error(Error::kArithmetic, "Negative BigInteger");
  return big::square_root(args[0], kResult);
}
CLJ_FN(big_integer_signum) { return integer(big::sign(args[0])); }
CLJ_FN(big_integer_bit_length) { return integer(static_cast<int32_t>(big::bit_length(args[0]))); }
CLJ_FN(big_integer_bit_count) { return integer(static_cast<int32_t>(big::bit_count(args[0]))); }
CLJ_FN(big_integer_test_bit) {
  int32_t index = int_arg(args[1]);
  if (index < 0) throw_error(Error::kArithmetic, "Negative bit address");
  return boolean(big::test_bit(args[0], static_cast<uint32_t>(index)));
}
CLJ_FN(big_integer_shift_left) { return big::shift_left(args[0], int_arg(args[1]), kResult); }
CLJ_FN(big_integer_shift_right) { return big::shift_left(args[0], -int64_t{int_arg(args[1])}, kResult); }
CLJ_FN(big_integer_and) { return big::bit_and(args[0], big_arg(args[1]), kResult); }
CLJ_FN(big_integer_or) { return big::bit_or(args[0], big_arg(args[1]), kResult); }
CLJ_FN(big_integer_xor) { return big::bit_xor(args[0], big_arg(args[1]), kResult); }
CLJ_FN(big_integer_not) { return big::bit_not(args[0], kResult); }
CLJ_FN(big_integer_is_probable_prime) { return boolean(int_arg(args[1]) <= 0 || big::is_probable_prime(args[0])); }
CLJ_FN(big_integer_next_probable_prime) {
  if (big::sign(args[0]) < 0) throw_error(Error::kArithmetic, "start < 0: " + big::text(args[0], 10));
  return big::next_prime(args[0], kResult);
}
CLJ_FN(big_integer_max) { return big::compare(args[0], big_arg(args[1])) >= 0 ? args[0] : args[1]; }
CLJ_FN(big_integer_min) { return big::compare(args[0], big_arg(args[1])) <= 0 ? args[0] : args[1]; }
namespace {
Value one_bit(Value bit) {
  int32_t index = int_arg(bit);
  if (index < 0) throw_error(Error::kArithmetic, "Negative bit address");
  return big::shift_left(big::from_long(1, kResult), index, kResult);
}
}  // namespace
CLJ_FN(big_integer_to_byte_array) {
  auto length = static_cast<int64_t>(big::bit_length(args[0]) / 8 + 1);
  Value array = make_array(Kind::kByteArray, length), low_byte = big::from_long(0xFF, kResult);
  for (int64_t i = 0; i < length; ++i) {
    Value byte = big::bit_and(big::shift_left(args[0], -8 * (length - 1 - i), kResult), low_byte, kResult);
    cast<ByteArray>(array)->items()[i] = static_cast<int8_t>(to_long(byte));
  }
  return array;
}
CLJ_FN(big_integer_set_bit) { return big::bit_or(args[0], one_bit(args[1]), kResult); }
CLJ_FN(big_integer_clear_bit) { return big::bit_and(args[0], big::bit_not(one_bit(args[1]), kResult), kResult); }
CLJ_FN(big_integer_flip_bit) { return big::bit_xor(args[0], one_bit(args[1]), kResult); }
CLJ_FN(big_integer_lowest_set_bit) {
  if (big::sign(args[0]) == 0) return integer(-1);
  uint32_t bit = 0;
  while (!big::test_bit(args[0], bit)) ++bit;
  return integer(static_cast<int32_t>(bit));
}
CLJ_FN(big_integer_and_not) { return big::bit_and(args[0], big::bit_not(big_arg(args[1]), kResult), kResult); }
CLJ_FN(big_integer_divide_and_remainder) {
  Value pair = make_object_array(2);
  set_array_class(pair, find_class("[Ljava.math.BigInteger;"));
  array_put(pair, 0, big::quot(args[0], nonzero(args[1]), kResult));
  array_put(pair, 1, big::rem(args[0], args[1], kResult));
  return pair;
}
CLJ_FN(big_integer_to_string) {
  int radix = count > 1 ? int_arg(args[1]) : 10;
  return make_string(big::text(args[0], radix < 2 || radix > 36 ? 10 : radix));  // Java takes 10 for what is no radix
}
CLJ_FN(big_integer_long_value_exact) {
  if (!big::fits_long(args[0])) throw_error(Error::kArithmetic, "BigInteger out of long range");
  return make_long(big::low_64(args[0]));
}
CLJ_FN(big_integer_int_value_exact) {
  int64_t n = big::fits_long(args[0]) ? big::low_64(args[0]) : INT64_MAX;
  if (n != static_cast<int32_t>(n)) throw_error(Error::kArithmetic, "BigInteger out of int range");
  return integer(static_cast<int32_t>(n));
}
CLJ_FN(big_int_to_big_integer) { return big::convert(args[0], kResult); }
CLJ_FN(big_int_value_of) { return num::to_bigint(is_int(args[0]) ? args[0] : big_arg(args[0])); }
CLJ_FN(ratio_numerator) { return num::numerator(args[0]); }
CLJ_FN(ratio_denominator) { return num::denominator(args[0]); }

CLJ_FN(big_decimal_new) {
  Value result;
  if (is_string(args[0])) {
    result = decimal::parse(units(args[0]));
  } else if (const CharArray* characters = try_cast<CharArray>(args[0])) {
    result = decimal::parse(std::u16string_view(characters->items(), static_cast<size_t>(array_length(args[0]))));
  } else if (args[0].is_double() || is_float_value(args[0])) {
    // The exact value of the double: its digits times a power of two.
    double d = to_double(args[0]);
    if (!std::isfinite(d)) throw_error(Error::kNumberFormat, "Infinite or NaN");
    int exponent;
    int64_t mantissa = static_cast<int64_t>(std::ldexp(std::frexp(d, &exponent), 53));
    exponent -= 53;
    while (mantissa != 0 && mantissa % 2 == 0 && exponent < 0) mantissa /= 2, ++exponent;
    Value unscaled = make_long(mantissa);
    if (mantissa == 0) return decimal::make(make_long(0), 0);
    if (exponent >= 0) {
      result = decimal::make(big::shift_left(unscaled, exponent, big::As::kShortest), 0);
    } else {
      Value fives = big::power(make_long(5), static_cast<uint32_t>(-exponent), big::As::kShortest);
      result = decimal::make(big::multiply(unscaled, fives, big::As::kShortest), -exponent);
    }
  } else if (count == 2 && !is_kind(args[1], Kind::kMathContext)) {
    if (!is_integer(args[0])) throw_class_cast(args[0], "java.math.BigInteger");
    return decimal::make(big::convert(args[0], big::As::kShortest), int_arg(args[1]));
  } else {
    result = num::to_bigdec(args[0]);
  }
  return count > 1 ? decimal::round(cast<BigDecimal>(result), precision_arg(args[1])) : result;
}
CLJ_FN(big_decimal_value_of) {
  if (count > 1) return decimal::make(make_long(to_long(args[0])), int_arg(args[1]));
  return args[0].is_double() ? decimal::from_double(args[0].as_double()) : num::to_bigdec(args[0]);
}
CLJ_FN(big_decimal_zero) { return decimal::make(make_long(0), 0); }
CLJ_FN(big_decimal_one) { return decimal::make(make_long(1), 0); }
CLJ_FN(big_decimal_ten) { return decimal::make(make_long(10), 0); }
CLJ_FN(big_decimal_add) { return decimal::add(decimal_arg(args[0]), decimal_arg(args[1]), precision_of(args, count, 2)); }
CLJ_FN(big_decimal_subtract) {
  return decimal::subtract(decimal_arg(args[0]), decimal_arg(args[1]), precision_of(args, count, 2));
}
CLJ_FN(big_decimal_multiply) {
  return decimal::multiply(decimal_arg(args[0]), decimal_arg(args[1]), precision_of(args, count, 2));
}
CLJ_FN(big_decimal_divide) {
  const BigDecimal* a = decimal_arg(args[0]);
  if (count == 2) return decimal::divide(a, nonzero_decimal(a, args[1]));
  if (count == 4) return decimal::divide_to_scale(a, nonzero_unscaled(a, args[1], int_arg(args[2])), int_arg(args[2]), rounding_arg(args[3]));
  if (is_kind(args[2], Kind::kMathContext)) return decimal::divide(a, nonzero_decimal(a, args[1]), precision_arg(args[2]));
  return decimal::divide_to_scale(a, nonzero_unscaled(a, args[1], a->scale), a->scale, rounding_arg(args[2]));
}
CLJ_FN(big_decimal_remainder) {
  const BigDecimal* a = decimal_arg(args[0]);
  return decimal::rem(a, nonzero_decimal(a, args[1]));
}
CLJ_FN(big_decimal_pow) {
  int32_t exponent = int_arg(args[1]);
  if (exponent < 0 || exponent > 999999999) throw_error(Error::kArithmetic, "Invalid operation");
  return decimal::power(decimal_arg(args[0]), static_cast<uint32_t>(exponent));
}
CLJ_FN(big_decimal_negate) { return decimal::negate(decimal_arg(args[0])); }
CLJ_FN(big_decimal_abs) { return decimal::abs(decimal_arg(args[0])); }
// The old BigDecimal.ROUND_… constants: the modes by their number.
CLJ_FN(big_decimal_round_up) { return integer(0); }
CLJ_FN(big_decimal_round_down) { return integer(1); }
CLJ_FN(big_decimal_round_ceiling) { return integer(2); }
CLJ_FN(big_decimal_round_floor) { return integer(3); }
CLJ_FN(big_decimal_round_half_up) { return integer(4); }
CLJ_FN(big_decimal_round_half_down) { return integer(5); }
CLJ_FN(big_decimal_round_half_even) { return integer(6); }
CLJ_FN(big_decimal_round_unnecessary) { return integer(7); }
CLJ_FN(big_decimal_set_scale) {
  Rounding rounding = count > 2 ? rounding_arg(args[2]) : Rounding::kUnnecessary;
  return decimal::set_scale(decimal_arg(args[0]), int_arg(args[1]), rounding);
}
CLJ_FN(big_decimal_round) { return decimal::round(decimal_arg(args[0]), precision_arg(args[1])); }
CLJ_FN(big_decimal_scale) { return integer(decimal_arg(args[0])->scale); }
CLJ_FN(big_decimal_precision) { return integer(static_cast<int32_t>(decimal::precision(decimal_arg(args[0])))); }
CLJ_FN(big_decimal_signum) { return integer(decimal::sign(decimal_arg(args[0]))); }
CLJ_FN(big_decimal_unscaled_value) { return big::convert(decimal_arg(args[0])->unscaled, kResult); }
CLJ_FN(big_decimal_strip_trailing_zeros) { return decimal::strip_trailing_zeros(decimal_arg(args[0])); }
CLJ_FN(big_decimal_to_big_integer) { return decimal::to_integer(decimal_arg(args[0]), kResult); }
CLJ_FN(big_decimal_to_engineering_string) { return make_string(decimal::engineering_text(decimal_arg(args[0]))); }
CLJ_FN(big_decimal_to_plain_string) { return make_string(decimal::plain_text(decimal_arg(args[0]))); }
CLJ_FN(big_decimal_move_point_left) {
  const BigDecimal* d = decimal_arg(args[0]);
  if (int_arg(args[1]) == 0) return args[0];
  Value moved = decimal::make(d->unscaled, int64_t{d->scale} + int_arg(args[1]));
  return cast<BigDecimal>(moved)->scale < 0 ? decimal::set_scale(cast<BigDecimal>(moved), 0) : moved;
}
CLJ_FN(big_decimal_move_point_right) {
  const BigDecimal* d = decimal_arg(args[0]);
  if (int_arg(args[1]) == 0) return args[0];
  Value moved = decimal::make(d->unscaled, int64_t{d->scale} - int_arg(args[1]));
  return cast<BigDecimal>(moved)->scale < 0 ? decimal::set_scale(cast<BigDecimal>(moved), 0) : moved;
}
CLJ_FN(big_decimal_max) {
  return decimal::compare(decimal_arg(args[0]), decimal_arg(args[1])) >= 0 ? args[0] : args[1];
}
CLJ_FN(big_decimal_min) {
  return decimal::compare(decimal_arg(args[0]), decimal_arg(args[1])) <= 0 ? args[0] : args[1];
}

namespace {

std::optional<Rounding> find_rounding(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(Rounding::kUnnecessary); ++i) {
    if (name == rounding_name(static_cast<Rounding>(i))) return static_cast<Rounding>(i);
  }
  return std::nullopt;
}

Value math_context_of(int32_t digits, Rounding rounding) {
  if (digits < 0) throw_error(Error::kIllegalArgument, "Digits < 0");
  return make_math_context(static_cast<uint32_t>(digits), rounding);
}

// Of its own text: "precision=7 roundingMode=HALF_EVEN".
Value parse_math_context(std::string_view text) {
  constexpr std::string_view kDigits = "precision=", kRounding = " roundingMode=";
  size_t end = text.find(' ');
  int32_t digits = 0;
  bool well_formed = end != text.npos && text.starts_with(kDigits) && text.substr(end).starts_with(kRounding);
  if (well_formed) {
    std::string_view number = text.substr(kDigits.size(), end - kDigits.size());
    if (number.starts_with('+')) number.remove_prefix(1);
    std::from_chars_result parsed = std::from_chars(number.begin(), number.end(), digits);
    well_formed = parsed.ec == std::errc() && parsed.ptr == number.end();
  }
  std::optional<Rounding> rounding = well_formed ? find_rounding(text.substr(end + kRounding.size())) : std::nullopt;
  if (!rounding) throw_error(Error::kIllegalArgument, "bad string format");
  return math_context_of(digits, *rounding);
}

}  // namespace

CLJ_FN(math_context_new) {
  if (count == 1 && is_string(args[0])) return parse_math_context(to_utf8(string_arg(args[0])));
  int32_t digits = int_arg(args[0]);
  return math_context_of(digits, count > 1 ? object_arg<RoundingMode>(args[1], "java.math.RoundingMode")->rounding : Rounding::kHalfUp);
}
CLJ_FN(math_context_decimal32) { return make_math_context(7, Rounding::kHalfEven); }
CLJ_FN(math_context_decimal64) { return make_math_context(16, Rounding::kHalfEven); }
CLJ_FN(math_context_decimal128) { return make_math_context(34, Rounding::kHalfEven); }
CLJ_FN(math_context_unlimited) { return make_math_context(0, Rounding::kHalfUp); }
CLJ_FN(math_context_precision) { return integer(static_cast<int32_t>(precision_arg(args[0]).digits)); }
CLJ_FN(math_context_rounding_mode) { return make_rounding_mode(precision_arg(args[0]).rounding); }
CLJ_FN(rounding_up) { return make_rounding_mode(Rounding::kUp); }
CLJ_FN(rounding_down) { return make_rounding_mode(Rounding::kDown); }
CLJ_FN(rounding_ceiling) { return make_rounding_mode(Rounding::kCeiling); }
CLJ_FN(rounding_floor) { return make_rounding_mode(Rounding::kFloor); }
CLJ_FN(rounding_half_up) { return make_rounding_mode(Rounding::kHalfUp); }
CLJ_FN(rounding_half_down) { return make_rounding_mode(Rounding::kHalfDown); }
CLJ_FN(rounding_half_even) { return make_rounding_mode(Rounding::kHalfEven); }
CLJ_FN(rounding_unnecessary) { return make_rounding_mode(Rounding::kUnnecessary); }
CLJ_FN(rounding_value_of) {
  std::string name = to_utf8(string_arg(args[0]));
  std::optional<Rounding> found = find_rounding(name);
  if (!found) throw_error(Error::kIllegalArgument, "No enum constant java.math.RoundingMode." + name);
  return make_rounding_mode(*found);
}

}  // namespace clj::builtins::host
