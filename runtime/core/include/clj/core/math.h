// java.lang.Math where it differs from <cmath>: rounding, exact arithmetic, edge cases.
//
// sin, cos, tan, exp, log, log10, sqrt, floor, ceil, rint, copysign and fma are <cmath>'s own;
// the other elementary functions are StrictMath's: clj/core/strict_math.h.
//
// Errors   ArithmeticException "long overflow", "integer overflow", "/ by zero".
// Design   docs/numbers.md
#pragma once
#include <cstdint>

namespace clj::math {

int64_t round(double d);  // half up: (Math/round -2.5) is -2; NaN is 0, saturates
int32_t round(float f);
double pow(double base, double exponent);  // NaN where C says 1
double max(double a, double b);            // NaN if either is; 0.0 above -0.0
double min(double a, double b);
double signum(double d);
double to_radians(double degrees);
double to_degrees(double radians);
double ieee_remainder(double a, double b);
double ulp(double d);
float ulp(float f);
double next_up(double d);
double next_down(double d);
double next_after(double start, double direction);
double scalb(double d, int32_t scale);
int32_t exponent(double d);  // Math.getExponent

int64_t abs_exact(int64_t a);  // "Overflow to represent absolute value of Long.MIN_VALUE"
int32_t to_int_exact(int64_t a);
int64_t floor_div(int64_t a, int64_t b);
int64_t floor_mod(int64_t a, int64_t b);
int64_t ceil_div(int64_t a, int64_t b);
int64_t multiply_high(int64_t a, int64_t b);

}  // namespace clj::math
