// Inverse trigonometric functions.
#include <cmath>
#include <limits>

#include "clj/core/strict_math.h"
#include "strict_math_parts.h"

namespace clj::strict_math {

namespace {

constexpr double kPi = 0x1.921fb54442d18p+1;
constexpr double kPiLow = 0x1.1a62633145c07p-53;
constexpr double kHalfPi = kPi / 2;
constexpr double kHalfPiLow = kPiLow / 2;
constexpr double kQuarterPi = kPi / 4;

// (asin(x) - x) / x for x^2 = z <= 0.25.
double asin_ratio(double z) {
  constexpr double numerator[] = {1.66666666666666657415e-01,  -3.25565818622400915405e-01, 2.01212532134862925881e-01,
                                  -4.00555345006794114027e-02, 7.91534994289814532176e-04,  3.47933107596021167570e-05};
  constexpr double denominator[] = {1, -2.40339491173441421878e+00, 2.02094576023350569471e+00,
                                    -6.88283971605453293030e-01, 7.70381505559019352791e-02};
  return z * polynomial(z, numerator) / polynomial(z, denominator);
}

// sqrt(z) - high, for the high part of the root.
double sqrt_rest(double z, double root, double high) { return (z - high * high) / (root + high); }

// A reduced argument, and the angle, in two parts, by which it was turned.
struct Turned {
  double x;
  double angle, angle_low;
};

Turned turn(double x) {
  if (x < 0.6875) return {(2.0 * x - 1) / (2.0 + x), 4.63647609000806093515e-01, 2.26987774529616870924e-17};
  if (x < 1.1875) return {(x - 1) / (x + 1), kQuarterPi, kHalfPiLow / 2};
  if (x < 2.4375) return {(x - 1.5) / (1 + 1.5 * x), 9.82793723247329054082e-01, 1.39033110312309984516e-17};
  return {-1.0 / x, kHalfPi, kHalfPiLow};
}

// (x - atan(x)) / x, for |x| < 0.4375: a polynomial of x^2, whose even and odd powers are summed apart.
double atan_ratio(double x) {
  constexpr double odd[] = {3.33333333333329318027e-01, 1.42857142725034663711e-01, 9.09088713343650656196e-02,
                            6.66107313738753120669e-02, 4.97687799461593236017e-02, 1.62858201153657823623e-02};
  constexpr double even[] = {-1.99999999998764832476e-01, -1.11111104054623557880e-01, -7.69187620504482999495e-02,
                             -5.83357013379057348645e-02, -3.65315727442169155270e-02};
  double z = x * x;
  double w = z * z;
  return z * polynomial(w, odd) + w * polynomial(w, even);
}

}  // namespace

double asin(double x) {
  double size = std::fabs(x);
  if (!(size <= 1)) return std::numeric_limits<double>::quiet_NaN();
  if (size == 1) return x * kHalfPi + x * kHalfPiLow;
  if (size < 0.5) return x + x * asin_ratio(x * x);
  double z = (1 - size) * 0.5;
  double root = std::sqrt(z);
  double ratio = asin_ratio(z);
  double result;
  if (high_word(size) >= 0x3FEF3333) {  // above 0.975
    result = kHalfPi - (2.0 * (root + root * ratio) - kHalfPiLow);
  } else {
    double high = high_part(root);
    double low = 2.0 * root * ratio - (kHalfPiLow - 2.0 * sqrt_rest(z, root, high));
    result = kQuarterPi - (low - (kQuarterPi - 2.0 * high));
  }
  return std::copysign(result, x);
}

double acos(double x) {
  if (!(std::fabs(x) <= 1)) return std::numeric_limits<double>::quiet_NaN();
  if (x == 1) return 0;
  if (x == -1) return kPi;
  if (std::fabs(x) < 0.5) return kHalfPi - (x - (kHalfPiLow - x * asin_ratio(x * x)));
  double z = (1 - std::fabs(x)) * 0.5;
  double root = std::sqrt(z);
  if (x < 0) return kPi - 2.0 * (root + (asin_ratio(z) * root - kHalfPiLow));
  double high = high_part(root);
  return 2.0 * (high + (asin_ratio(z) * root + sqrt_rest(z, root, high)));
}

double atan(double x) {
  double size = std::fabs(x);
  if (std::isnan(x) || size < 0x1p-29) return x;
  if (size >= 0x1p66) return std::copysign(kHalfPi, x);
  if (size < 0.4375) return x - x * atan_ratio(x);
  Turned turned = turn(size);
  double angle = turned.angle - ((turned.x * atan_ratio(turned.x) - turned.angle_low) - turned.x);
  return std::copysign(angle, x);
}

double atan2(double y, double x) {
  if (std::isnan(x) || std::isnan(y)) return x + y;
  if (x == 1) return atan(y);
  bool left = std::signbit(x);
  if (y == 0) return left ? std::copysign(kPi, y) : y;
  if (x == 0) return std::copysign(kHalfPi, y);
  if (std::isinf(x)) {
    double angle = std::isinf(y) ? (left ? 3.0 * kQuarterPi : kQuarterPi) : (left ? kPi : 0);
    return std::copysign(angle, y);
  }
  if (std::isinf(y)) return std::copysign(kHalfPi, y);
  int32_t exponents = static_cast<int32_t>((high_word(y) & 0x7FFFFFFF) - (high_word(x) & 0x7FFFFFFF)) >> 20;
  double z = exponents > 60 ? kHalfPi + 0.5 * kPiLow : left && exponents < -60 ? 0.0 : atan(std::fabs(y / x));
  if (!left) return std::copysign(z, y);
  return y < 0 ? (z - kPiLow) - kPi : kPi - (z - kPiLow);
}

}  // namespace clj::strict_math
