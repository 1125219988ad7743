// Logarithms.
#include <cmath>
#include <limits>

#include "clj/core/strict_math.h"
#include "strict_math_parts.h"

namespace clj::strict_math {

namespace {

// Zero, negative numbers, NaN and infinity have no logarithm to compute.
bool has_logarithm(double x) { return x > 0 && std::isfinite(x); }
double special_logarithm(double x) {
  if (x == 0) return -std::numeric_limits<double>::infinity();
  return x < 0 ? std::numeric_limits<double>::quiet_NaN() : x;
}

// x = significand * 2^k for a normal x.
struct Scaled {
  double x;
  int32_t k;
};
Scaled scale_subnormal(double x) {
  return x < std::numeric_limits<double>::min() ? Scaled{x * 0x1p54, -54} : Scaled{x, 0};
}

constexpr uint32_t kSignificand = 0x000FFFFF;

}  // namespace

double log(double x) {
  constexpr double odd[] = {6.666666666666735130e-01, 2.857142874366239149e-01, 1.818357216161805012e-01,
                            1.479819860511658591e-01};
  constexpr double even[] = {3.999999999940941908e-01, 2.222219843214978396e-01, 1.531383769920937332e-01};
  if (!has_logarithm(x)) return special_logarithm(x);
  auto [scaled, k] = scale_subnormal(x);
  k += static_cast<int32_t>(high_word(scaled) >> 20) - 1023;
  uint32_t high = high_word(scaled) & kSignificand;
  // A significand above sqrt(2) is halved, so that f is in [sqrt(1/2) - 1, sqrt(2) - 1].
  uint32_t carry = (high + 0x95F64) & 0x100000;
  k += static_cast<int32_t>(carry >> 20);
  double f = with_high_word(scaled, high | (carry ^ 0x3FF00000)) - 1;
  if ((kSignificand & (2 + high)) < 3) {  // |f| < 2^-20
    if (f == 0) return k * kLn2High + k * kLn2Low;
    double rest = f * f * (0.5 - 0.33333333333333333 * f);
    return k * kLn2High - ((rest - k * kLn2Low) - f);
  }
  double s = f / (2.0 + f);
  double z = s * s;
  double w = z * z;
  double r = z * polynomial(w, odd) + w * polynomial(w, even);
  // Where f*f/2 is large, it is subtracted apart.
  if (high >= 0x6147A && high <= 0x6B851) {
    double half_square = 0.5 * f * f;
    return k * kLn2High - ((half_square - (s * (half_square + r) + k * kLn2Low)) - f);
  }
  return k * kLn2High - ((s * (f - r) - k * kLn2Low) - f);
}

double log1p(double x) {
  constexpr double coefficients[] = {6.666666666666735130e-01, 3.999999999940941908e-01, 2.857142874366239149e-01,
                                     2.222219843214978396e-01, 1.818357216161805012e-01, 1.531383769920937332e-01,
                                     1.479819860511658591e-01};
  if (!has_logarithm(1 + x)) return special_logarithm(1 + x);
  if (std::fabs(x) < 0x1p-29) return std::fabs(x) < 0x1p-54 ? x : x - x * x * 0.5;
  int32_t k = 0;
  double f = x;
  double correction = 0;  // (1 + x) - u, by u: what rounding 1 + x took away
  bool tiny = false;      // |f| < 2^-20
  uint32_t size = high_word(x) & 0x7FFFFFFF;
  if (size >= 0x3FDA827A || (x < 0 && size > 0x3FD2BEC3)) {
    double u = x < 0x1p53 ? 1 + x : x;
    uint32_t high = high_word(u);
    k = static_cast<int32_t>(high >> 20) - 1023;
    if (x < 0x1p53) correction = (k > 0 ? 1 - (u - x) : x - (u - 1)) / u;
    high &= kSignificand;
    bool halved = high >= 0x6A09E;  // sqrt(2)
    if (halved) ++k;
    tiny = halved ? 0x100000 - high < 4 : high == 0;
    f = with_high_word(u, high | (halved ? 0x3FE00000 : 0x3FF00000)) - 1;
  }
  double half_square = 0.5 * f * f;
  double low = k * kLn2Low + correction;
  if (tiny) {
    if (f == 0) return k * kLn2High + low;
    double rest = half_square * (1 - 0.66666666666666666 * f);
    return k * kLn2High - ((rest - low) - f);
  }
  double s = f / (2.0 + f);
  double z = s * s;
  double r = z * polynomial(z, coefficients);
  return k * kLn2High - ((half_square - (s * (half_square + r) + low)) - f);
}

double log10(double x) {
  constexpr double inverse_ln10 = 4.34294481903251816668e-01;
  constexpr double log10_2_high = 3.01029995663611771306e-01;
  constexpr double log10_2_low = 3.69423907715893078616e-13;
  if (!has_logarithm(x)) return special_logarithm(x);
  auto [scaled, k] = scale_subnormal(x);
  k += static_cast<int32_t>(high_word(scaled) >> 20) - 1023;
  // Below 1 the significand is taken from [1/2, 1), so that both terms have one sign.
  uint32_t negative = k < 0;
  double y = k + static_cast<int32_t>(negative);
  double significand = with_high_word(scaled, (high_word(scaled) & kSignificand) | (0x3FF - negative) << 20);
  return (y * log10_2_low + inverse_ln10 * log(significand)) + y * log10_2_high;
}

}  // namespace clj::strict_math
