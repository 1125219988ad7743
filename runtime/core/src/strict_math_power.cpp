// Powers, cube roots and the hypotenuse.
#include <cmath>
#include <limits>
#include <utility>

#include "clj/core/strict_math.h"
#include "strict_math_parts.h"

namespace clj::strict_math {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

// A number in two parts, the high one with half a significand.
struct Pair {
  double high, low;
};

bool is_integer(double x) { return std::trunc(x) == x; }
bool is_odd(double x) { return std::fabs(std::fmod(x, 2)) == 1; }

// log2 of an x that is at most 2^-20 from 1.
Pair log2_near_one(double x) {
  constexpr double inverse_ln2 = 0x1.71547652b82fep+0;
  constexpr double inverse_ln2_high = 0x1.715476p+0;
  constexpr double inverse_ln2_low = 0x1.4ae0bf85ddf44p-26;
  double t = x - 1;
  double w = (t * t) * (0.5 - t * (0.3333333333333333333333 - t * 0.25));
  double u = inverse_ln2_high * t;
  double v = t * inverse_ln2_low - w * inverse_ln2;
  double high = high_part(u + v);
  return {high, v - (high - u)};
}

// log2 of a positive x: that of the nearer of 1 and 1.5, and 2/(3 ln 2) times a series of (x - centre) / (x + centre).
Pair log2(double x) {
  constexpr double coefficients[] = {5.99999999999994648725e-01, 4.28571428578550184252e-01, 3.33333329818377432918e-01,
                                     2.72728123808534006489e-01, 2.30660745775561754067e-01, 2.06975017800338417784e-01};
  constexpr double factor = 9.61796693925975554329e-01;
  constexpr double factor_high = 9.61796700954437255859e-01;
  constexpr double factor_low = -7.02846165095275826516e-09;
  int32_t n = 0;
  if (x < std::numeric_limits<double>::min()) {
    x *= 0x1p53;
    n = -53;
  }
  uint32_t significand = high_word(x) & 0x000FFFFF;
  n += static_cast<int32_t>(high_word(x) >> 20) - 0x3FF;
  uint32_t high = significand | 0x3FF00000;
  bool at_three_halves = significand > 0x3988E && significand < 0xBB67A;  // between sqrt(3/2) and sqrt(3)
  if (significand >= 0xBB67A) {
    n += 1;
    high -= 0x00100000;
  }
  x = with_high_word(x, high);
  double centre = at_three_halves ? 1.5 : 1;
  double centre_log_high = at_three_halves ? 5.84962487220764160156e-01 : 0;
  double centre_log_low = at_three_halves ? 1.35003920212974897128e-08 : 0;

  double u = x - centre;
  double v = 1 / (x + centre);
  double s = u * v;
  double s_high = high_part(s);
  double sum_high = with_high_word(0, ((high >> 1) | 0x20000000) + 0x00080000 + (at_three_halves ? 1u << 18 : 0));
  double sum_low = x - (sum_high - centre);
  double s_low = v * ((u - s_high * sum_high) - s_high * sum_low);

  double square = s * s;
  double r = square * square * polynomial(square, coefficients);
  r += s_low * (s_high + s);
  square = s_high * s_high;
  double t_high = high_part(3.0 + square + r);
  double t_low = r - ((t_high - 3.0) - square);
  u = s_high * t_high;
  v = s_low * t_high + t_low * s;
  double p_high = high_part(u + v);
  double p_low = v - (p_high - u);
  double z_high = factor_high * p_high;
  double z_low = factor_low * p_high + p_low * factor + centre_log_low;
  double result = high_part(((z_high + z_low) + centre_log_high) + n);
  return {result, z_low - (((result - n) - centre_log_high) - z_high)};
}

// 2^(high + low).
double exp2(Pair power) {
  constexpr double coefficients[] = {1.66666666666666019037e-01, -2.77777777770155933842e-03,
                                     6.61375632143793436117e-05, -1.65339022054652515390e-06,
                                     4.13813679705723846039e-08};
  constexpr double ln2 = 0x1.62e42fefa39efp-1;
  constexpr double ln2_high = 0x1.62e43p-1;
  constexpr double ln2_low = -0x1.05c610ca86c39p-29;
  // 1024 - log2 of what is half a unit above the largest double.
  constexpr double overflow_margin = 8.0085662595372944372e-17;
  double z = power.low + power.high;
  if (z > 1024 || (z == 1024 && power.low + overflow_margin > z - power.high)) return kInfinity;
  if (z < -1075 || (z == -1075 && power.low <= z - power.high)) return 0;
  double whole = 0;
  if ((high_word(z) & 0x7FFFFFFF) > 0x3FE00000) {
    whole = std::copysign(std::floor(std::fabs(high_part(z)) + 0.5), z);
    power.high -= whole;
  }
  double t = high_part(power.low + power.high);
  double u = t * ln2_high;
  double v = (power.low - (t - power.high)) * ln2 + t * ln2_low;
  z = u + v;
  double w = v - (z - u);
  t = z * z;
  double t1 = z - t * polynomial(t, coefficients);
  double r = (z * t1) / (t1 - 2.0) - (w + z * w);
  return std::ldexp(1 - (r - z), static_cast<int>(whole));
}

// size^exponent for a positive finite size other than 1 and a finite exponent.
double power_of_size(double size, double exponent) {
  uint32_t exponent_word = high_word(std::fabs(exponent));
  uint32_t size_word = high_word(size);
  bool large = exponent_word > 0x41E00000;  // 2^31
  if (large && (exponent_word > 0x43F00000 || size_word < 0x3FEFFFFF || size_word > 0x3FF00000)) {
    return (size < 1) == (exponent < 0) ? kInfinity : 0;
  }
  Pair log = large ? log2_near_one(size) : log2(size);
  double exponent_high = high_part(exponent);
  return exp2({exponent_high * log.high, (exponent - exponent_high) * log.high + exponent * log.low});
}

}  // namespace

double pow(double base, double exponent) {
  if (exponent == 0) return 1;
  if (std::isnan(base) || std::isnan(exponent)) return base + exponent;
  if (exponent == 1) return base;
  if (exponent == -1) return 1 / base;
  if (exponent == 2) return base * base;
  if (exponent == 0.5 && base != -kInfinity) return std::sqrt(base + 0.0);
  double size = std::fabs(base);
  if (std::isinf(exponent)) {
    if (size == 1) return kNaN;
    return (size > 1) == (exponent > 0) ? kInfinity : 0;
  }
  bool special = size == 0 || size == 1 || std::isinf(size);
  if (std::signbit(base) && (size == 1 || !special) && !is_integer(exponent)) return kNaN;
  double result = !special ? power_of_size(size, exponent) : exponent < 0 ? 1 / size : size;
  return std::signbit(base) && is_odd(exponent) ? -result : result;
}

double cbrt(double x) {
  // Added to a third of the high word they give five bits of the root.
  constexpr uint32_t bias = 715094163;            // (682 - 0.03306235651) * 2^20
  constexpr uint32_t subnormal_bias = 696219795;  // (664 - 0.03306235651) * 2^20
  if (!std::isfinite(x) || x == 0) return x;
  double size = std::fabs(x);
  double t = with_high_word(0, high_word(size) / 3 + bias);
  if (size < std::numeric_limits<double>::min()) {
    t = size * 0x1p54;
    t = with_high_word(t, high_word(t) / 3 + subnormal_bias);
  }
  // To 23 bits, by a rational approximation.
  double r = t * t / size;
  double s = 19.0 / 35 + r * t;
  t *= 5.0 / 14 + 45.0 / 28 / (s + 99.0 / 70 + -864.0 / 1225 / s);
  // Chopped to 20 bits, and larger than the root; then one step of Newton's.
  t = with_high_word(0, high_word(t) + 1);
  s = t * t;
  r = size / s;
  r = (r - t) / (t + t + r);
  return std::copysign(t + t * r, x);
}

double hypot(double x, double y) {
  double a = std::fabs(x);
  double b = std::fabs(y);
  if (std::isinf(a) || std::isinf(b)) return kInfinity;
  if (std::isnan(a) || std::isnan(b)) return kNaN;
  if (high_word(b) > high_word(a)) std::swap(a, b);
  if (high_word(a) - high_word(b) > 60u << 20) return a + b;
  if (b == 0) return a;
  // Scaled so that squares neither overflow nor underflow; powers of two change no digit.
  double scale = a > 0x1p500 ? 0x1p-600 : b < 0x1p-500 ? 0x1p600 : 1;
  a *= scale;
  b *= scale;
  double difference = a - b;
  double root;
  if (difference > b) {
    double a_high = with_high_word(0, high_word(a));
    double a_low = a - a_high;
    root = std::sqrt(a_high * a_high - (b * (-b) - a_low * (a + a_high)));
  } else {
    double twice = a + a;
    double b_high = with_high_word(0, high_word(b));
    double b_low = b - b_high;
    double twice_high = with_high_word(0, high_word(a) + 0x00100000);
    double twice_low = twice - twice_high;
    root = std::sqrt(twice_high * b_high - (difference * (-difference) - (twice_high * b_low + twice_low * b)));
  }
  return root / scale;
}

}  // namespace clj::strict_math
