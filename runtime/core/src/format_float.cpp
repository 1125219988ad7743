// %e %f %g %a. As the JVM, the digits that Double.toString shows are rounded half up:
// (format "%.2f" 1.005) is "1.01" although the binary number lies below.
#include <cmath>

#include "clj/core/bigdecimal.h"
#include "clj/core/numbers.h"
#include "double_digits.h"
#include "format_spec.h"

namespace clj::formatting {

namespace {

// The number 0.DIGITS * 10^point; "0" with point 1 is zero.
struct Digits {
  std::string digits;
  int64_t point;
  bool is_zero() const { return digits.find_first_not_of('0') == digits.npos; }
};

Digits digits_of(double d) {
  DecimalDigits digits = java_digits(d);
  return {std::move(digits.digits), digits.point};
}

Digits digits_of(const BigDecimal* d) {
  std::string digits = integer::text(integer::abs(d->unscaled, integer::As::kShortest));
  auto point = static_cast<int64_t>(digits.size()) - d->scale;
  return {std::move(digits), point};
}

// Keeps `count` digits (any of them may be leading zeros of a small number).
void round_half_up(Digits& d, int64_t count) {
  if (count >= static_cast<int64_t>(d.digits.size())) return;
  bool up = count >= 0 && d.digits[static_cast<size_t>(count)] >= '5';
  d.digits.resize(count > 0 ? static_cast<size_t>(count) : 0);
  if (up) {
    auto i = static_cast<ptrdiff_t>(d.digits.size()) - 1;
    for (; i >= 0 && d.digits[static_cast<size_t>(i)] == '9'; --i) d.digits[static_cast<size_t>(i)] = '0';
    if (i >= 0) {
      ++d.digits[static_cast<size_t>(i)];
    } else {
      d.digits.insert(0, "1");
      ++d.point;
    }
  }
}

std::string fixed_text(Digits d, int64_t precision, bool alternate) {
  round_half_up(d, d.point + precision);
  if (d.digits.empty() || d.is_zero()) d = {"0", 1};
  if (d.point <= 0) {
    d.digits.insert(0, static_cast<size_t>(1 - d.point), '0');
    d.point = 1;
  }
  auto whole = static_cast<size_t>(d.point);
  if (d.digits.size() < whole + static_cast<size_t>(precision)) {
    d.digits.resize(whole + static_cast<size_t>(precision), '0');
  }
  std::string text = d.digits.substr(0, whole);
  if (precision > 0 || alternate) text += '.';
  return text + d.digits.substr(whole, static_cast<size_t>(precision));
}

// The mantissa; `exponent` gets "e+04". A BigDecimal zero shows its scale: 0E+5M is 0.0e+05.
std::string scientific_text(Digits d, int64_t precision, bool alternate, std::string& exponent) {
  round_half_up(d, precision + 1);
  int64_t e = d.point - 1;
  std::string text(1, d.digits[0]);
  if (precision > 0 || alternate) text += '.';
  d.digits.resize(static_cast<size_t>(precision) + 1, '0');
  exponent = e < 0 ? "e-" : "e+";
  std::string number = std::to_string(e < 0 ? -e : e);
  exponent += number.size() < 2 ? "0" + number : number;
  return text + d.digits.substr(1);
}

// 1.8p3: the digits without prefix, as few as there are, of a rounded number that is not negative.
// What is rounded begins with a 1, even where it is subnormal.
std::string hex_text(double d, int precision) {
  if (d == 0) return "0.0p0";
  if (precision == 0) precision = 1;
  bool rounded = precision > 0 && precision < 13;
  int exponent;
  double fraction = std::frexp(d, &exponent) * 2;  // [1, 2)
  --exponent;
  constexpr int minimum = -1022;
  if (exponent < minimum && !rounded) {
    fraction = std::ldexp(fraction, exponent - minimum);
    exponent = minimum;
  }
  auto bits = static_cast<uint64_t>(std::ldexp(fraction, 52));
  if (rounded) {
    // Half to even on the binary digits, as Java rounds here.
    int drop = (13 - precision) * 4;
    uint64_t rest = bits & ((uint64_t{1} << drop) - 1), half = uint64_t{1} << (drop - 1);
    bits >>= drop;
    if (rest > half || (rest == half && (bits & 1))) ++bits;
    bits <<= drop;
    if (bits >> 53) {
      bits >>= 1;
      ++exponent;
    }
  }
  std::string digits;
  for (int shift = 48; shift >= 0; shift -= 4) digits += "0123456789abcdef"[bits >> shift & 15];
  while (digits.size() > 1 && digits.back() == '0') digits.pop_back();
  return std::string{static_cast<char>('0' + (bits >> 52))} + "." + digits + "p" + std::to_string(exponent);
}

// Java's zero padding goes by the length that the text has before zeros are added for the precision.
std::string hex_field(Spec spec, bool negative, double d) {
  std::string text = hex_text(d, spec.precision);
  size_t point = text.find('.'), exponent = text.find('p'), digits = exponent - point - 1;
  if (spec.precision > static_cast<int64_t>(digits)) {
    size_t missing = static_cast<size_t>(spec.precision) - digits;
    text.insert(exponent, missing, '0');
    if (spec.has(kZero)) spec.width += static_cast<int>(missing);
  }
  return number_field(spec, negative, text, "0x");
}

}  // namespace

std::string float_field(const Spec& spec, Value v) {
  const BigDecimal* decimal = try_cast<BigDecimal>(v);
  double d = decimal ? 0 : to_double(v);
  bool negative = decimal ? decimal::sign(decimal) < 0 : std::signbit(d);
  if (!std::isfinite(d)) {
    if (d != d) return "NaN";
    Spec plain = spec;
    plain.flags &= static_cast<uint8_t>(~(kZero | kGroup));
    return number_field(plain, negative, "Infinity");
  }
  if (spec.conversion == 'a') return hex_field(spec, negative, std::fabs(d));
  Digits digits = decimal ? digits_of(decimal) : d == 0 ? Digits{"0", 1} : digits_of(std::fabs(d));
  int64_t precision = spec.precision == -1 ? 6 : spec.precision;
  bool alternate = spec.has(kAlternate);
  std::string exponent;
  std::string body;
  switch (spec.conversion) {
    case 'f': body = fixed_text(digits, precision, alternate); break;
    case 'e': body = scientific_text(digits, precision, alternate, exponent); break;
    default: {
      if (precision == 0) precision = 1;
      Digits rounded = digits;
      // A double is rounded before it is judged, a BigDecimal is not.
      if (!decimal) round_half_up(rounded, precision);
      if (digits.is_zero() && digits.point == 1) {
        body = fixed_text({"0", 1}, precision - 1, false);
      } else if (!digits.is_zero() && rounded.point - 1 >= -4 && rounded.point - 1 < precision) {
        body = fixed_text(digits, std::max<int64_t>(precision - rounded.point, 0), false);
      } else {
        body = scientific_text(digits, precision - 1, false, exponent);
      }
    }
  }
  return number_field(spec, negative, body, "", exponent);
}

}  // namespace clj::formatting
