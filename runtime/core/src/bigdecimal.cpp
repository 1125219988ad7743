// BigDecimal: construction, text, scale and rounding. Arithmetic: bigdecimal_arithmetic.cpp.
#include "clj/core/bigdecimal.h"

#include <charconv>
#include <cmath>
#include <cstdlib>

#include "bigdecimal_round.h"
#include "clj/core/error.h"
#include "clj/core/numbers.h"
#include "clj/core/ratio.h"
#include "clj/core/roots.h"
#include "clj/core/var.h"
#include "clj/gc/heap.h"

namespace clj {
namespace decimal {

using integer::As;

Value make(Value unscaled, int64_t scale) {
  if (scale != static_cast<int32_t>(scale)) {
    if (integer::sign(unscaled) != 0) throw_error(Error::kArithmetic, scale > 0 ? "Underflow" : "Overflow");
    scale = scale > 0 ? INT32_MAX : INT32_MIN;
  }
  auto* result = gc::make<BigDecimal>();
  result->unscaled = unscaled;
  result->scale = static_cast<int32_t>(scale);
  return Value::object(result);
}

Value from_integer(Value integer) { return make(integer::convert(integer, As::kShortest), 0); }

Value from_double(double d) { return parse(double_text(d)); }

Value from_ratio(Value v, Precision precision) {
  Value n = from_integer(ratio::numerator_of(v)), d = from_integer(ratio::denominator_of(v));
  return divide(cast<BigDecimal>(n), cast<BigDecimal>(d), precision);
}

namespace {

// Splits the unscaled text: the sign into `out`, the digits returned.
std::string digits_after_sign(const BigDecimal* d, std::string& out) {
  std::string digits = integer::text(d->unscaled);
  if (digits[0] == '-') {
    out += '-';
    digits.erase(0, 1);
  }
  return digits;
}

void append_point(std::string& out, const std::string& digits, int64_t scale) {
  auto n = static_cast<int64_t>(digits.size());
  if (n > scale) {
    out.append(digits, 0, static_cast<size_t>(n - scale)).append(".").append(digits, static_cast<size_t>(n - scale));
  } else {
    out.append("0.").append(static_cast<size_t>(scale - n), '0').append(digits);
  }
}

}  // namespace

std::string text(const BigDecimal* d) {
  std::string out;
  std::string digits = digits_after_sign(d, out);
  int64_t scale = d->scale;
  if (scale == 0) return out + digits;
  int64_t exponent = static_cast<int64_t>(digits.size()) - 1 - scale;
  if (scale > 0 && exponent >= -6) {
    append_point(out, digits, scale);
    return out;
  }
  out += digits[0];
  if (digits.size() > 1) out.append(".").append(digits, 1);
  if (exponent != 0) {
    out += exponent > 0 ? "E+" : "E";
    out += std::to_string(exponent);
  }
  return out;
}

std::string plain_text(const BigDecimal* d) {
  std::string out;
  std::string digits = digits_after_sign(d, out);
  if (d->scale <= 0) return digits == "0" ? digits : out + digits + std::string(static_cast<size_t>(-int64_t{d->scale}), '0');
  append_point(out, digits, d->scale);
  return out;
}

// The exponent is a multiple of three, and one to three digits stand before the point.
std::string engineering_text(const BigDecimal* d) {
  std::string out;
  std::string digits = digits_after_sign(d, out);
  int64_t scale = d->scale, n = static_cast<int64_t>(digits.size()), exponent = n - 1 - scale;
  if (scale == 0 || (scale > 0 && exponent >= -6)) return text(d);
  int64_t before_point = ((exponent % 3) + 3) % 3 + 1;
  exponent -= before_point - 1;
  if (digits == "0") {
    if (before_point > 1) {
      digits = before_point == 2 ? "0.00" : "0.0";
      exponent += 3;
    }
  } else if (before_point >= n) {
    digits.append(static_cast<size_t>(before_point - n), '0');
  } else {
    digits.insert(static_cast<size_t>(before_point), ".");
  }
  out += digits;
  if (exponent != 0) {
    out += exponent > 0 ? "E+" : "E";
    out += std::to_string(exponent);
  }
  return out;
}

// Rounding.

Value divide_rounded(Value dividend, Value divisor, Rounding rounding, bool* exact) {
  Value quotient = integer::quot(dividend, divisor, As::kShortest);
  Value product = integer::multiply(quotient, divisor, As::kShortest);
  Value remainder = integer::subtract(dividend, product, As::kShortest);
  int remainder_sign = integer::sign(remainder);
  if (exact) *exact = remainder_sign == 0;
  if (remainder_sign == 0) return quotient;
  int sign = integer::sign(dividend) * integer::sign(divisor);
  bool away = false;
  switch (rounding) {
    case Rounding::kUp: away = true; break;
    case Rounding::kDown: break;
    case Rounding::kCeiling: away = sign > 0; break;
    case Rounding::kFloor: away = sign < 0; break;
    case Rounding::kUnnecessary: throw_error(Error::kArithmetic, "Rounding necessary");
    default: {
      Value twice = integer::abs(integer::add(remainder, remainder, As::kShortest), As::kShortest);
      int half = integer::compare(twice, integer::abs(divisor, As::kShortest));
      if (half != 0) {
        away = half > 0;
      } else {
        away = rounding == Rounding::kHalfUp || (rounding == Rounding::kHalfEven && integer::test_bit(quotient, 0));
      }
    }
  }
  return away ? integer::add(quotient, Value::inline_long(sign), As::kShortest) : quotient;
}

Value scaled_up(Value unscaled, int64_t digits) {
  if (digits == 0 || integer::sign(unscaled) == 0) return unscaled;
  if (digits > INT32_MAX) throw_error(Error::kArithmetic, "Overflow");
  return integer::multiply(unscaled, integer::power_of_ten(static_cast<uint32_t>(digits)), As::kShortest);
}

Unpacked strip_zeros(Unpacked d, int64_t preferred_scale) {
  Value ten = Value::inline_long(10);
  while (d.scale > preferred_scale && integer::sign(d.unscaled) != 0 && !integer::test_bit(d.unscaled, 0)) {
    if (integer::sign(integer::rem(d.unscaled, ten, As::kShortest)) != 0) break;
    d.unscaled = integer::quot(d.unscaled, ten, As::kShortest);
    --d.scale;
  }
  return d;
}

Unpacked rounded(Unpacked d, Precision precision) {
  if (precision.digits == 0) return d;
  // Twice at most: 99.99 rounds to 100.0, which has a digit too many again.
  for (;;) {
    int64_t drop = int64_t{integer::digit_count(d.unscaled)} - precision.digits;
    if (drop <= 0) return d;
    d.unscaled = divide_rounded(d.unscaled, integer::power_of_ten(static_cast<uint32_t>(drop)), precision.rounding);
    d.scale -= drop;
  }
}

Value round(const BigDecimal* a, Precision precision) {
  Unpacked r = rounded({a->unscaled, a->scale}, precision);
  return make(r.unscaled, r.scale);
}

Value set_scale(const BigDecimal* a, int64_t scale, Rounding rounding) {
  if (scale == a->scale) return Value::object(a);
  if (scale > a->scale) return make(scaled_up(a->unscaled, scale - a->scale), scale);
  int64_t drop = a->scale - scale;
  if (drop > int64_t{precision(a)} + 1) drop = int64_t{precision(a)} + 1;
  return make(divide_rounded(a->unscaled, integer::power_of_ten(static_cast<uint32_t>(drop)), rounding), scale);
}

Value strip_trailing_zeros(const BigDecimal* a) {
  if (integer::sign(a->unscaled) == 0) return make(Value::inline_long(0), 0);
  Unpacked r = strip_zeros({a->unscaled, a->scale}, INT32_MIN);
  return make(r.unscaled, r.scale);
}

uint32_t precision(const BigDecimal* a) { return integer::digit_count(a->unscaled); }
int sign(const BigDecimal* a) { return integer::sign(a->unscaled); }

Value to_integer(const BigDecimal* a, As as) {
  if (a->scale <= 0) return integer::convert(scaled_up(a->unscaled, -int64_t{a->scale}), as);
  if (static_cast<uint32_t>(a->scale) >= precision(a)) return integer::from_long(0, as);
  return integer::quot(a->unscaled, integer::power_of_ten(static_cast<uint32_t>(a->scale)), as);
}

double to_double(const BigDecimal* a) {
  return std::strtod((integer::text(a->unscaled) + "e" + std::to_string(-int64_t{a->scale})).c_str(), nullptr);
}
float to_float(const BigDecimal* a) {
  return std::strtof((integer::text(a->unscaled) + "e" + std::to_string(-int64_t{a->scale})).c_str(), nullptr);
}

uint32_t java_hash(const BigDecimal* a) {
  return 31 * integer::java_hash(a->unscaled) + static_cast<uint32_t>(a->scale);
}

Precision current_precision() {
  if (roots.var_math_context.is_nil()) return {};
  auto* context = try_cast<MathContext>(deref(cast<Var>(roots.var_math_context)));
  return context ? Precision{context->digits, context->rounding} : Precision{};
}

}  // namespace decimal

Value make_math_context(uint32_t digits, Rounding rounding) {
  auto* context = gc::make<MathContext>();
  context->digits = digits;
  context->rounding = rounding;
  return Value::object(context);
}

Value make_rounding_mode(Rounding rounding) {
  auto* mode = gc::make<RoundingMode>();
  mode->rounding = rounding;
  return Value::object(mode);
}

const char* rounding_name(Rounding rounding) {
  static constexpr const char* kNames[] = {"UP",      "DOWN",      "CEILING",   "FLOOR",
                                           "HALF_UP", "HALF_DOWN", "HALF_EVEN", "UNNECESSARY"};
  return kNames[static_cast<int>(rounding)];
}

}  // namespace clj
