// Exponential and hyperbolic functions.
#include <cmath>
#include <limits>

#include "clj/core/strict_math.h"
#include "strict_math_parts.h"

namespace clj::strict_math {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kExpOverflow = 7.09782712893383973096e+02;
constexpr double kExpUnderflow = -7.45133219101941108420e+02;
// Above it cosh and sinh overflow.
constexpr double kCoshOverflow = 0x1.633ce8fb9f87dp+9;
// High words of half of ln 2 and of one and a half.
constexpr uint32_t kHalfLn2 = 0x3FD62E42;
constexpr uint32_t kOneAndAHalfLn2 = 0x3FF0A2B2;

// x = k ln 2 + high - low, |high - low| <= ln 2 / 2.
struct Reduced {
  int32_t k;
  double high, low;
};

Reduced reduce(double x) {
  constexpr double inverse_ln2 = 1.44269504088896338700e+00;
  uint32_t size = high_word(x) & 0x7FFFFFFF;
  if (size <= kHalfLn2) return {0, x, 0};
  if (size < kOneAndAHalfLn2) {
    return x < 0 ? Reduced{-1, x + kLn2High, -kLn2Low} : Reduced{1, x - kLn2High, kLn2Low};
  }
  int32_t k = static_cast<int32_t>(inverse_ln2 * x + (x < 0 ? -0.5 : 0.5));
  return {k, x - k * kLn2High, k * kLn2Low};
}

// expm1 of `x` + `rest`, where |x| <= ln 2 / 2 and rest is what rounding x took away, is x - what this gives.
// Where x was not reduced, rest is 0.
double expm1_correction(double x, double rest, bool reduced) {
  constexpr double coefficients[] = {1, -3.33333333333331316428e-02, 1.58730158725481460165e-03,
                                     -7.93650757867487942473e-05, 4.00821782732936239552e-06,
                                     -2.01099218183624371326e-07};
  double half = 0.5 * x;
  double half_square = x * half;
  double r1 = polynomial(half_square, coefficients);
  double t = 3.0 - r1 * half;
  double e = half_square * ((r1 - t) / (6.0 - x * t));
  if (!reduced) return x * e - half_square;
  return (x * (e - rest) - rest) - half_square;
}

// 2^k * (1 + x - e) - 1.
double scale_expm1(int32_t k, double x, double e) {
  if (k == -1) return 0.5 * (x - e) - 0.5;
  if (k == 1) return x < -0.25 ? -2.0 * (e - (x + 0.5)) : 1 + 2.0 * (x - e);
  if (k <= -2 || k > 56) return shift_exponent(1 - (e - x), k) - 1;
  if (k < 20) return shift_exponent((1 - std::ldexp(1.0, -k)) - (e - x), k);
  return shift_exponent((x - (e + std::ldexp(1.0, -k))) + 1, k);
}

}  // namespace

double exp(double x) {
  constexpr double coefficients[] = {1.66666666666666019037e-01, -2.77777777770155933842e-03,
                                     6.61375632143793436117e-05, -1.65339022054652515390e-06,
                                     4.13813679705723846039e-08};
  if (std::isnan(x)) return x;
  if (x > kExpOverflow) return kInfinity;
  if (x < kExpUnderflow) return 0;
  if (std::fabs(x) < 0x1p-28) return 1 + x;
  Reduced reduced = reduce(x);
  double r = reduced.high - reduced.low;
  double t = r * r;
  double c = r - t * polynomial(t, coefficients);
  if (reduced.k == 0) return 1 - ((r * c) / (c - 2.0) - r);
  double y = 1 - ((reduced.low - (r * c) / (2.0 - c)) - reduced.high);
  // The exponent of a subnormal result does not fit its field.
  return reduced.k >= -1021 ? shift_exponent(y, reduced.k) : shift_exponent(y, reduced.k + 1000) * 0x1p-1000;
}

double expm1(double x) {
  if (std::isnan(x)) return x;
  if (x > kExpOverflow) return kInfinity;
  if (x < 0 && (high_word(x) & 0x7FFFFFFF) >= 0x4043687A) return -1;  // below -56 ln 2
  if (std::fabs(x) < 0x1p-54) return x;
  Reduced reduced = reduce(x);
  double r = reduced.high - reduced.low;
  double rest = (reduced.high - r) - reduced.low;
  double e = expm1_correction(r, rest, reduced.k != 0);
  return reduced.k == 0 ? r - e : scale_expm1(reduced.k, r, e);
}

double sinh(double x) {
  if (!std::isfinite(x)) return x;
  double size = std::fabs(x);
  double half = std::copysign(0.5, x);
  if (size < 0x1p-28) return x;
  if (size < 22) {
    double t = expm1(size);
    return size < 1 ? half * (2.0 * t - t * t / (t + 1)) : half * (t + t / (t + 1));
  }
  if (high_word(size) < 0x40862E42) return half * exp(size);
  if (size > kCoshOverflow) return std::copysign(kInfinity, x);
  double w = exp(0.5 * size);
  return half * w * w;
}

double cosh(double x) {
  if (!std::isfinite(x)) return x * x;
  double size = std::fabs(x);
  if (high_word(size) < 0x3FD62E43) {  // half of ln 2
    double t = expm1(size);
    double w = 1 + t;
    return size < 0x1p-55 ? w : 1 + (t * t) / (w + w);
  }
  if (size < 22) {
    double t = exp(size);
    return 0.5 * t + 0.5 / t;
  }
  if (high_word(size) < 0x40862E42) return 0.5 * exp(size);
  if (size > kCoshOverflow) return kInfinity;
  double w = exp(0.5 * size);
  return 0.5 * w * w;
}

double tanh(double x) {
  if (std::isnan(x)) return x;
  double size = std::fabs(x);
  if (size < 0x1p-55) return x * (1 + x);
  if (size >= 22) return std::copysign(1.0, x);
  double t = expm1(size >= 1 ? 2.0 * size : -2.0 * size);
  double z = size >= 1 ? 1 - 2.0 / (t + 2.0) : -t / (t + 2.0);
  return std::copysign(z, x);
}

}  // namespace clj::strict_math
