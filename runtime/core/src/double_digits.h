// The decimal digits Java shows of a floating-point number; Double.toString and Formatter
// lay them out.
#pragma once
#include <string>

namespace clj {

// The number is 0.DIGITS * 10^point.
struct DecimalDigits {
  std::string digits;  // no trailing zeros, but at least one digit
  int point;
};
// Precondition: finite and above zero.
DecimalDigits java_digits(double d);

}  // namespace clj
