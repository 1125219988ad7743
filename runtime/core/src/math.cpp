#include "clj/core/math.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#include "clj/core/error.h"
#include "clj/core/numbers.h"

namespace clj::math {

namespace {

void require_divisor(int64_t b) {
  if (b == 0) throw_error(Error::kArithmetic, "/ by zero");
}

}  // namespace

// d + 0.5 would round 0.49999999999999994 up, so the fraction is compared instead.
int64_t round(double d) {
  double floor = std::floor(d);
  return saturate_to_long(d - floor >= 0.5 ? floor + 1 : floor);
}
int32_t round(float f) {
  float floor = std::floor(f);
  return saturate_to_int(static_cast<double>(f - floor >= 0.5f ? floor + 1 : floor));
}

double pow(double base, double exponent) {
  if (exponent == 0) return 1;
  if (exponent != exponent || (std::isinf(exponent) && std::fabs(base) == 1)) return std::nan("");
  return std::pow(base, exponent);
}

double max(double a, double b) {
  if (a != a || b != b) return std::nan("");
  if (a == b) return std::signbit(a) ? b : a;
  return a > b ? a : b;
}
double min(double a, double b) {
  if (a != a || b != b) return std::nan("");
  if (a == b) return std::signbit(a) ? a : b;
  return a < b ? a : b;
}
double signum(double d) { return d > 0 ? 1.0 : d < 0 ? -1.0 : d; }

double to_radians(double degrees) { return degrees * 0.017453292519943295; }
double to_degrees(double radians) { return radians * 57.29577951308232; }
double ieee_remainder(double a, double b) { return std::remainder(a, b); }

double ulp(double d) {
  d = std::fabs(d);
  if (!std::isfinite(d)) return d;
  return d == std::numeric_limits<double>::max() ? 0x1p971 : std::nextafter(d, HUGE_VAL) - d;
}
float ulp(float f) {
  f = std::fabs(f);
  if (!std::isfinite(f)) return f;
  return f == std::numeric_limits<float>::max() ? 0x1p104f : std::nextafter(f, HUGE_VALF) - f;
}
double next_up(double d) { return std::nextafter(d, HUGE_VAL); }
double next_down(double d) { return std::nextafter(d, -HUGE_VAL); }
double next_after(double start, double direction) { return std::nextafter(start, direction); }
double scalb(double d, int32_t scale) { return std::scalbn(d, scale); }
int32_t exponent(double d) { return static_cast<int32_t>(std::bit_cast<uint64_t>(d) >> 52 & 0x7FF) - 1023; }

int64_t abs_exact(int64_t a) {
  if (a == INT64_MIN) throw_error(Error::kArithmetic, "Overflow to represent absolute value of Long.MIN_VALUE");
  return a < 0 ? -a : a;
}
int32_t to_int_exact(int64_t a) {
  if (a != static_cast<int32_t>(a)) throw_error(Error::kArithmetic, "integer overflow");
  return static_cast<int32_t>(a);
}

int64_t floor_div(int64_t a, int64_t b) {
  require_divisor(b);
  if (b == -1) return static_cast<int64_t>(0 - static_cast<uint64_t>(a));
  int64_t q = a / b;
  return a % b != 0 && (a < 0) != (b < 0) ? q - 1 : q;
}
int64_t floor_mod(int64_t a, int64_t b) {
  require_divisor(b);
  if (b == -1) return 0;
  int64_t r = a % b;
  return r != 0 && (r < 0) != (b < 0) ? r + b : r;
}
int64_t ceil_div(int64_t a, int64_t b) {
  require_divisor(b);
  if (b == -1) return static_cast<int64_t>(0 - static_cast<uint64_t>(a));
  int64_t q = a / b;
  return a % b != 0 && (a < 0) == (b < 0) ? q + 1 : q;
}
int64_t multiply_high(int64_t a, int64_t b) { return static_cast<int64_t>((static_cast<__int128>(a) * b) >> 64); }

}  // namespace clj::math
