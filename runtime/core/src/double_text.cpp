// Double.toString and Float.toString, as JDK 19 and later specify them: the shortest decimal
// that rounds to the number, of at least two digits, the closest to it among those.
#include <charconv>
#include <cmath>

#include "clj/core/numbers.h"

namespace clj {

namespace {

template <class Float>
std::string java_text(Float d) {
  if (std::isnan(d)) return "NaN";
  if (std::isinf(d)) return d < 0 ? "-Infinity" : "Infinity";
  std::string out = std::signbit(d) ? "-" : "";
  d = std::fabs(d);
  if (d == 0) return out + "0.0";
  char buffer[32];
  char* end = std::to_chars(buffer, buffer + sizeof buffer, d, std::chars_format::scientific).ptr;
  // "1e+23" has one digit; of the two-digit decimals take the nearest (4.9E-324, not 5.0E-324).
  if (buffer[1] == 'e') end = std::to_chars(buffer, buffer + sizeof buffer, d, std::chars_format::scientific, 1).ptr;
  std::string digits;
  char* p = buffer;
  for (; *p != 'e'; ++p) {
    if (*p != '.') digits += *p;
  }
  ++p;
  if (*p == '+') ++p;
  int exponent = 0;
  std::from_chars(p, end, exponent);
  while (digits.size() > 1 && digits.back() == '0') digits.pop_back();
  if (exponent >= -3 && exponent < 7) {
    if (exponent < 0) {
      out += "0." + std::string(static_cast<size_t>(-exponent - 1), '0') + digits;
    } else {
      auto whole = static_cast<size_t>(exponent) + 1;
      if (digits.size() < whole + 1) digits.append(whole + 1 - digits.size(), '0');
      out += digits.substr(0, whole) + "." + digits.substr(whole);
    }
  } else {
    out += digits[0];
    out += '.';
    out += digits.size() > 1 ? digits.substr(1) : "0";
    out += 'E' + std::to_string(exponent);
  }
  return out;
}

}  // namespace

std::string double_text(double d) { return java_text(d); }
std::string float_text(float f) { return java_text(f); }

}  // namespace clj
