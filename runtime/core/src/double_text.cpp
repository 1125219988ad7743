// Double.toString and Float.toString.
//
// The digits are the shortest that round to the number, at least two, the closest to it among
// those: what JDK 19 and later specify. Whole numbers from 2^53 (2^24 for floats) up to 2^63
// follow JDK 17, the recorded oracle: it drops only digits that are smaller than the number's
// precision, so 2^60 is 1.15292150460684698E18, not 1.152921504606847E18.
#include <cmath>
#include <limits>

#include "clj/core/numbers.h"
#include "double_digits.h"
#include "shortest_decimal.h"

namespace clj {

namespace {

void drop_trailing_zeros(std::string& digits) {
  while (digits.size() > 1 && digits.back() == '0') digits.pop_back();
}

// Of a whole number in [2^digits, 2^63): rounds off what lies below half its last bit.
template <class Float>
DecimalDigits whole_digits(Float d) {
  auto n = static_cast<uint64_t>(d);
  int spare_bits = std::ilogb(d) - std::numeric_limits<Float>::digits - 1;
  auto drop = spare_bits > 1 ? static_cast<int>(spare_bits * 0.30102999566398119521) : 0;
  uint64_t unit = 1;
  for (int i = 0; i < drop; ++i) unit *= 10;
  n = n / unit + (drop > 0 && n % unit >= unit / 2);
  std::string digits = std::to_string(n);
  int point = static_cast<int>(digits.size()) + drop;
  drop_trailing_zeros(digits);
  return {digits, point};
}

template <class Float>
DecimalDigits digits_of(Float d) {
  constexpr int kBits = std::numeric_limits<Float>::digits;
  if (d >= static_cast<Float>(uint64_t{1} << kBits) && d < static_cast<Float>(0x1p63)) return whole_digits(d);
  ShortestDecimal decimal = shortest_decimal(d);
  DecimalDigits result{std::to_string(decimal.digits), 0};
  result.point = decimal.exponent + static_cast<int>(result.digits.size());
  drop_trailing_zeros(result.digits);
  return result;
}

template <class Float>
std::string java_text(Float d) {
  if (std::isnan(d)) return "NaN";
  if (std::isinf(d)) return d < 0 ? "-Infinity" : "Infinity";
  std::string out = std::signbit(d) ? "-" : "";
  d = std::fabs(d);
  if (d == 0) return out + "0.0";
  auto [digits, point] = digits_of(d);
  if (point > -3 && point <= 7) {
    if (point <= 0) {
      out += "0." + std::string(static_cast<size_t>(-point), '0') + digits;
    } else {
      auto whole = static_cast<size_t>(point);
      if (digits.size() < whole + 1) digits.append(whole + 1 - digits.size(), '0');
      out += digits.substr(0, whole) + "." + digits.substr(whole);
    }
  } else {
    out += digits[0];
    out += '.';
    out += digits.size() > 1 ? digits.substr(1) : "0";
    out += 'E' + std::to_string(point - 1);
  }
  return out;
}

}  // namespace

DecimalDigits java_digits(double d) { return digits_of(d); }
std::string double_text(double d) { return java_text(d); }
std::string float_text(float f) { return java_text(f); }

}  // namespace clj
