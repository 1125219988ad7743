// BigDecimal arithmetic. What decides a result's scale is java.math.BigDecimal's notion of a
// preferred scale: of the larger scale for sums, the sum of scales for products, their
// difference for quotients; exact results come as close to it as their digits allow.
#include <algorithm>

#include "bigdecimal_round.h"
#include "clj/core/error.h"
#include "clj/core/numbers.h"

namespace clj::decimal {

using integer::As;

namespace {

Value boxed(Unpacked d) { return make(d.unscaled, d.scale); }

Unpacked exact_sum(Unpacked a, Unpacked b) {
  int64_t scale = std::max(a.scale, b.scale);
  Value x = scaled_up(a.unscaled, scale - a.scale), y = scaled_up(b.unscaled, scale - b.scale);
  return {integer::add(x, y, As::kShortest), scale};
}

Value sum(Unpacked a, Unpacked b, Precision precision) {
  if (precision.digits == 0) return boxed(exact_sum(a, b));
  bool a_zero = integer::sign(a.unscaled) == 0, b_zero = integer::sign(b.unscaled) == 0;
  if (!a_zero && !b_zero) return boxed(rounded(exact_sum(a, b), precision));
  int64_t preferred = std::max(a.scale, b.scale);
  if (a_zero && b_zero) return make(Value::inline_long(0), preferred);
  Unpacked result = rounded(a_zero ? b : a, precision);
  if (result.scale > preferred) return boxed(strip_zeros(result, preferred));
  int64_t room = int64_t{precision.digits} - integer::digit_count(result.unscaled);
  int64_t pad = std::min(room, preferred - result.scale);
  return make(scaled_up(result.unscaled, pad), result.scale + pad);
}

// a / b rounded to `precision` digits, trailing zeros dropped towards the preferred scale
// when the quotient is exact.
Unpacked quotient(Unpacked a, Unpacked b, Precision precision) {
  int64_t preferred = a.scale - b.scale;
  if (integer::sign(a.unscaled) == 0) return {Value::inline_long(0), preferred};
  // Enough digits that the integer quotient has `precision` or one more.
  int64_t shift = int64_t{precision.digits} + integer::digit_count(b.unscaled) - integer::digit_count(a.unscaled);
  Value dividend = a.unscaled, divisor = b.unscaled;
  if (shift >= 0) {
    dividend = scaled_up(dividend, shift);
  } else {
    divisor = scaled_up(divisor, -shift);
  }
  Value floor = integer::abs(integer::quot(dividend, divisor, As::kShortest), As::kShortest);
  if (int64_t{integer::digit_count(floor)} > precision.digits) {
    // One digit too many: rounding must happen once, at the right place.
    divisor = scaled_up(divisor, 1);
    --shift;
  }
  bool exact;
  Unpacked result{divide_rounded(dividend, divisor, precision.rounding, &exact), preferred + shift};
  if (exact) return strip_zeros(result, preferred);
  return rounded(result, precision);
}

// The exact quotient at the smallest scale from the preferred one up.
Unpacked exact_quotient(Unpacked a, Unpacked b) {
  int64_t preferred = a.scale - b.scale;
  if (integer::sign(a.unscaled) == 0) return {Value::inline_long(0), preferred};
  Value common = integer::gcd(a.unscaled, b.unscaled, As::kShortest);
  if (integer::sign(b.unscaled) < 0) common = integer::negate(common, As::kShortest);
  Value numerator = integer::quot(a.unscaled, common, As::kShortest);
  Value denominator = integer::quot(b.unscaled, common, As::kShortest);
  // What remains of the denominator must be 2^twos * 5^fives.
  int64_t twos = 0, fives = 0;
  for (; !integer::test_bit(denominator, 0); ++twos) denominator = integer::shift_left(denominator, -1, As::kShortest);
  Value five = Value::inline_long(5);
  while (!(denominator == Value::inline_long(1))) {
    if (integer::sign(integer::rem(denominator, five, As::kShortest)) != 0) {
      throw_error(Error::kArithmetic,
                  "Non-terminating decimal expansion; no exact representable decimal result.");
    }
    denominator = integer::quot(denominator, five, As::kShortest);
    ++fives;
  }
  int64_t digits = std::max(twos, fives);
  if (twos < digits) numerator = integer::shift_left(numerator, digits - twos, As::kShortest);
  if (fives < digits) {
    Value power = integer::power(five, static_cast<uint32_t>(digits - fives), As::kShortest);
    numerator = integer::multiply(numerator, power, As::kShortest);
  }
  return strip_zeros({numerator, preferred + digits}, preferred);
}

Unpacked unpack(const BigDecimal* d) { return {d->unscaled, d->scale}; }
Unpacked unpack_value(Value d) { return unpack(cast<BigDecimal>(d)); }

int compare_unpacked(Unpacked a, Unpacked b) {
  int sign_a = integer::sign(a.unscaled), sign_b = integer::sign(b.unscaled);
  if (sign_a != sign_b || sign_a == 0) return sign_a < sign_b ? -1 : sign_a > sign_b;
  // The decimal exponents decide unless they are equal; scaling 1E+1000000000 would not end well.
  int64_t exponent_a = integer::digit_count(a.unscaled) - a.scale;
  int64_t exponent_b = integer::digit_count(b.unscaled) - b.scale;
  if (exponent_a != exponent_b) return (exponent_a < exponent_b) == (sign_a > 0) ? -1 : 1;
  int64_t scale = std::max(a.scale, b.scale);
  return integer::compare(scaled_up(a.unscaled, scale - a.scale), scaled_up(b.unscaled, scale - b.scale));
}

int compare_magnitude(Unpacked a, Unpacked b) {
  return compare_unpacked({integer::abs(a.unscaled, As::kShortest), a.scale},
                          {integer::abs(b.unscaled, As::kShortest), b.scale});
}

Unpacked integral_quotient(Unpacked a, Unpacked b) {
  int64_t preferred = a.scale - b.scale;
  if (integer::sign(a.unscaled) == 0 || compare_magnitude(a, b) < 0) return {Value::inline_long(0), preferred};
  Value dividend = a.unscaled, divisor = b.unscaled;
  if (preferred >= 0) {
    divisor = scaled_up(divisor, preferred);
  } else {
    dividend = scaled_up(dividend, -preferred);
  }
  Unpacked result = strip_zeros({integer::quot(dividend, divisor, As::kShortest), 0}, preferred);
  if (result.scale < preferred) result = {scaled_up(result.unscaled, preferred - result.scale), preferred};
  return result;
}

Unpacked integral_quotient(Unpacked a, Unpacked b, Precision precision) {
  if (precision.digits == 0 || compare_magnitude(a, b) < 0) return integral_quotient(a, b);
  int64_t preferred = a.scale - b.scale;
  Unpacked result = quotient(a, b, {precision.digits, Rounding::kDown});
  if (result.scale < 0) {
    Unpacked product{integer::multiply(result.unscaled, b.unscaled, As::kShortest), result.scale + b.scale};
    product.unscaled = integer::negate(product.unscaled, As::kShortest);
    if (compare_magnitude(exact_sum(a, product), b) >= 0) throw_error(Error::kArithmetic, "Division impossible");
  } else if (result.scale > 0) {
    Value truncated = set_scale(cast<BigDecimal>(boxed(result)), 0, Rounding::kDown);
    result = unpack_value(truncated);
  }
  int64_t room = int64_t{precision.digits} - integer::digit_count(result.unscaled);
  if (preferred > result.scale && room > 0) {
    int64_t pad = std::min(room, preferred - result.scale);
    return {scaled_up(result.unscaled, pad), result.scale + pad};
  }
  return strip_zeros(result, preferred);
}

}  // namespace

Value add(const BigDecimal* a, const BigDecimal* b, Precision precision) {
  return sum(unpack(a), unpack(b), precision);
}
Value subtract(const BigDecimal* a, const BigDecimal* b, Precision precision) {
  return sum(unpack(a), {integer::negate(b->unscaled, As::kShortest), b->scale}, precision);
}
Value multiply(const BigDecimal* a, const BigDecimal* b, Precision precision) {
  Value product = integer::multiply(a->unscaled, b->unscaled, As::kShortest);
  return boxed(rounded({product, int64_t{a->scale} + b->scale}, precision));
}
Value divide(const BigDecimal* a, const BigDecimal* b, Precision precision) {
  return boxed(precision.digits == 0 ? exact_quotient(unpack(a), unpack(b)) : quotient(unpack(a), unpack(b), precision));
}
Value quot(const BigDecimal* a, const BigDecimal* b, Precision precision) {
  return boxed(integral_quotient(unpack(a), unpack(b), precision));
}
Value rem(const BigDecimal* a, const BigDecimal* b, Precision precision) {
  Unpacked q = integral_quotient(unpack(a), unpack(b), precision);
  Value product = integer::negate(integer::multiply(q.unscaled, b->unscaled, As::kShortest), As::kShortest);
  return boxed(exact_sum(unpack(a), {product, q.scale + b->scale}));
}

Value divide_to_scale(const BigDecimal* a, const BigDecimal* b, int64_t scale, Rounding rounding) {
  int64_t shift = scale - (int64_t{a->scale} - b->scale);
  Value dividend = a->unscaled, divisor = b->unscaled;
  if (shift >= 0) {
    dividend = scaled_up(dividend, shift);
  } else {
    divisor = scaled_up(divisor, -shift);
  }
  return make(divide_rounded(dividend, divisor, rounding), scale);
}

Value negate(const BigDecimal* a, Precision precision) {
  return boxed(rounded({integer::negate(a->unscaled, As::kShortest), a->scale}, precision));
}
Value abs(const BigDecimal* a, Precision precision) {
  return boxed(rounded({integer::abs(a->unscaled, As::kShortest), a->scale}, precision));
}
Value power(const BigDecimal* a, uint32_t exponent) {
  return make(integer::power(a->unscaled, exponent, As::kShortest), int64_t{a->scale} * exponent);
}

int compare(const BigDecimal* a, const BigDecimal* b) { return compare_unpacked(unpack(a), unpack(b)); }

}  // namespace clj::decimal
