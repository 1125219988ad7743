// Trigonometric functions: the argument less a multiple of pi/2, and a polynomial of the rest.
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>

#include "clj/core/strict_math.h"
#include "strict_math_parts.h"

namespace clj::strict_math {

namespace {

// x = n * pi/2 + rest + rest_low, as far as the last two bits of n.
struct Reduced {
  int32_t n;
  double rest, rest_low;

  Reduced operator-() const { return {-n, -rest, -rest_low}; }
};

// pi/2 in parts of 33 bits, each with the rest behind it: a small n times a part is exact.
struct Part {
  double part, rest;
};
constexpr Part kHalfPi[] = {{0x1.921fb544p+0, 0x1.0b4611a626331p-34},
                            {0x1.0b4611a6p-34, 0x1.3198a2e037073p-69},
                            {0x1.3198a2ep-69, 0x1.b839a252049c1p-104}};

int32_t exponent_field(double x) { return static_cast<int32_t>(high_word(x) >> 20 & 0x7FF); }

// For |x| < 3 pi/4, where n is 1.
Reduced reduce_once(double x) {
  double r = x - kHalfPi[0].part;
  double low = kHalfPi[0].rest;
  if (high_word(x) == high_word(kHalfPi[0].part)) {  // near pi/2 more of it is needed
    r -= kHalfPi[1].part;
    low = kHalfPi[1].rest;
  }
  double rest = r - low;
  return {1, rest, (r - rest) - low};
}

// For |x| up to 2^19 pi/2. Another part is taken while what is left lost more bits than the parts so far have to spare.
Reduced reduce_medium(double x) {
  constexpr double two_by_pi = 6.36619772367581382433e-01;
  int32_t n = static_cast<int32_t>(x * two_by_pi + 0.5);
  double r = x - n * kHalfPi[0].part;
  double low = n * kHalfPi[0].rest;
  double rest = r - low;
  constexpr int32_t spare_bits[] = {16, 49};
  for (int i = 0; i < 2 && exponent_field(x) - exponent_field(rest) > spare_bits[i]; ++i) {
    double before = r;
    double part = n * kHalfPi[i + 1].part;
    r = before - part;
    low = n * kHalfPi[i + 1].rest - ((before - r) - part);
    rest = r - low;
  }
  return {n, rest, (r - rest) - low};
}

// The bits of 2/pi.
constexpr uint64_t kTwoByPi[] = {
    0xA2F9836E4E441529, 0xFC2757D1F534DDC0, 0xDB6295993C439041, 0xFE5163ABDEBBC561,
    0xB7246E3A424DD2E0, 0x06492EEA09D1921C, 0xFE1DEB1CB129A73E, 0xE88235F52EBB4484,
    0xE99C7026B45F7E41, 0x3991D639835339F4, 0x9C845F8BBDF9283B, 0x1FF897FFDE05980F,
    0xEF2F118B5A0A6D1F, 0x6D367ECF27CB09B7, 0x4F463F669E5FEA2D, 0x7527BAC7EBE5F17B,
    0x3D0739F78A5292EA, 0x6BFB5FB11F8D5D08, 0x56033046FC7B6BAB, 0xF0CFBC209AF4361D,
};

// 256 bits, the most significant word first.
using Bits = std::array<uint64_t, 4>;

// The 64 bits from `bit` on; zeros are behind the last word.
uint64_t bits_at(std::span<const uint64_t> words, uint32_t bit) {
  auto word = [&](uint32_t i) { return i < words.size() ? words[i] : 0; };
  uint64_t first = word(bit / 64) << (bit % 64);
  return bit % 64 == 0 ? first : first | word(bit / 64 + 1) >> (64 - bit % 64);
}

// The nth 24 bits of 2/pi; those before the first are 0.
uint64_t chunk(int32_t n) { return n < 0 ? 0 : bits_at(kTwoByPi, static_cast<uint32_t>(n) * 24) >> 40; }

// bits * 2^24 + addend.
Bits append(const Bits& bits, uint64_t addend) {
  Bits result;
  unsigned __int128 carry = addend;
  for (size_t i = bits.size(); i-- > 0;) {
    carry += static_cast<unsigned __int128>(bits[i]) << 24;
    result[i] = static_cast<uint64_t>(carry);
    carry >>= 64;
  }
  return result;
}

Bits negate(Bits bits) {
  for (uint64_t& word : bits) word = ~word;
  for (size_t i = bits.size(); i-- > 0 && ++bits[i] == 0;) {
  }
  return bits;
}

int32_t leading_zeros(const Bits& bits) {
  int32_t zeros = 0;
  for (uint64_t word : bits) {
    zeros += std::countl_zero(word);
    if (word != 0) break;
  }
  return zeros;
}

// A quotient by pi/2: the nearest integer, modulo 8, and the distance from it times 2^256.
struct Quotient {
  int32_t n;
  bool negative;
  Bits distance;
};

// That of x, by so many of the chunks of its product with 2/pi that decide. What the chunks behind them would carry into the
// last one is left out, as in fdlibm: for large x it decides the last bit of a result.
Quotient divide(double x, int32_t first_chunk, int32_t exponent, int32_t chunks) {
  uint64_t significand = (std::bit_cast<uint64_t>(x) & 0xFFFFFFFFFFFFF) | 0x10000000000000;
  uint64_t parts[] = {significand >> 29, significand >> 5 & 0xFFFFFF, (significand & 0x1F) << 19};
  Bits product{};
  for (int32_t i = 0; i <= chunks; ++i) {
    uint64_t sum = 0;
    for (int32_t j = 0; j < 3; ++j) sum += parts[j] * chunk(first_chunk + i - j);
    product = append(product, sum);
  }
  uint32_t point = static_cast<uint32_t>(256 - (24 * chunks - exponent));
  Quotient result{static_cast<int32_t>(bits_at(product, point - 3) >> 61), false, {}};
  for (uint32_t i = 0; i < product.size(); ++i) result.distance[i] = bits_at(product, point + 64 * i);
  if (result.distance[0] >> 63 == 0) return result;
  return {result.n + 1, true, negate(result.distance)};
}

// A distance in chunks, largest first, without zeros before them; the first chunk ends `first_bits` behind the point.
struct Chunks {
  static constexpr int32_t kMost = 16;
  double values[kMost];
  int32_t count = 0;
};

Chunks chunks_of(const Bits& distance, int32_t first_bits, int32_t bits) {
  Chunks result;
  for (int32_t end = first_bits, from = 0; end <= bits; from = end, end += 24) {
    uint64_t value = bits_at(distance, static_cast<uint32_t>(from)) >> (64 - (end - from));
    if (value == 0 && result.count == 0) continue;
    result.values[result.count++] = std::ldexp(static_cast<double>(value), -end);
  }
  return result;
}

// Times pi/2. The products of chunks are exact, the sums round; the smallest is added first.
Reduced times_half_pi(const Chunks& chunks) {
  constexpr double half_pi[] = {0x1.921fb4p+0, 0x1.4442dp-24, 0x1.846988p-48, 0x1.8cc516p-72, 0x1.01b838p-96};
  double products[Chunks::kMost] = {};
  for (int32_t i = 0; i < chunks.count; ++i) {
    products[i] = 0;
    for (int32_t k = 0; k <= std::min(4, i); ++k) products[i] += half_pi[k] * chunks.values[i - k];
  }
  double sum = 0;
  for (int32_t i = chunks.count; i-- > 0;) sum += products[i];
  double low = products[0] - sum;
  for (int32_t i = 1; i < chunks.count; ++i) low += products[i];
  return {0, sum, low};
}

// For any larger x. Where the first bits of the distance are zeros, more chunks are taken.
Reduced reduce_large(double x) {
  int32_t chunks = 4;
  int32_t scale = exponent_field(x) - 1046;
  int32_t first_chunk = std::max(0, (scale - 3) / 24);
  int32_t exponent = scale - 24 * (first_chunk + 1);
  Quotient quotient = divide(x, first_chunk, exponent, chunks);
  int32_t empty = leading_zeros(quotient.distance) + exponent;
  if (empty >= 0) {
    chunks += 1 + empty / 24;
    quotient = divide(x, first_chunk, exponent, chunks);
  }
  int32_t first_bits = exponent < -24 ? -exponent - 24 : exponent < 0 ? -exponent : 24 - exponent;
  Reduced result = times_half_pi(chunks_of(quotient.distance, first_bits, 24 * chunks - exponent));
  if (quotient.negative) result = -result;
  result.n = quotient.n;
  return result;
}

// High words of pi/4, 3 pi/4 and 2^19 pi/2.
constexpr uint32_t kQuarterPi = 0x3FE921FB;
constexpr uint32_t kThreeQuarterPi = 0x4002D97C;
constexpr uint32_t kMedium = 0x413921FB;

Reduced reduce(double x) {
  double size = std::fabs(x);
  uint32_t word = high_word(size);
  if (word <= kQuarterPi) return {0, x, 0};
  Reduced reduced = word < kThreeQuarterPi ? reduce_once(size) : word <= kMedium ? reduce_medium(size) : reduce_large(size);
  return x < 0 ? -reduced : reduced;
}

double sine(const Reduced& reduced, bool has_low) {
  constexpr double first = -1.66666666666666324348e-01;
  constexpr double coefficients[] = {8.33333333332248946124e-03, -1.98412698298579493134e-04, 2.75573137070700676789e-06,
                                     -2.50507602534068634195e-08, 1.58969099521155010221e-10};
  auto [n, x, low] = reduced;
  if (std::fabs(x) < 0x1p-27) return x;
  double z = x * x;
  double v = z * x;
  double r = polynomial(z, coefficients);
  return has_low ? x - ((z * (0.5 * low - v * r) - low) - v * first) : x + v * (first + z * r);
}

double cosine(const Reduced& reduced) {
  constexpr double coefficients[] = {4.16666666666666019037e-02,  -1.38888888888741095749e-03, 2.48015872894767294178e-05,
                                     -2.75573143513906633035e-07, 2.08757232129817482790e-09,  -1.13596475577881948265e-11};
  auto [n, x, low] = reduced;
  uint32_t size = high_word(x) & 0x7FFFFFFF;
  if (size < 0x3E400000) return 1;  // 2^-27
  double z = x * x;
  double r = z * polynomial(z, coefficients);
  if (size < 0x3FD33333) return 1 - (0.5 * z - (z * r - x * low));  // 0.3
  // About x/4 is taken from 1 first, which is exact.
  double quarter = size > 0x3FE90000 ? 0.28125 : with_high_word(0, size - 0x00200000);
  return (1 - quarter) - ((0.5 * z - quarter) - (z * r - x * low));
}

// -1 / (x + low) for their sum w.
double negative_reciprocal(double w, double x, double low) {
  double high = high_part(w);
  double rest = low - (high - x);
  double a = -1.0 / w;
  double t = high_part(a);
  double s = 1 + t * high;
  return t + a * (s + t * rest);
}

double tangent(const Reduced& reduced) {
  constexpr double first = 3.33333333333334091986e-01;
  constexpr double odd[] = {1.33333333333201242699e-01, 2.18694882948595424599e-02, 3.59207910759131235356e-03,
                            5.88041240820264096874e-04, 7.81794442939557092300e-05, -1.85586374855275456654e-05};
  constexpr double even[] = {5.39682539762260521377e-02, 8.86323982359930005737e-03, 1.45620945432529025516e-03,
                             2.46463134818469906812e-04, 7.14072491382608190305e-05, 2.59073051863633712884e-05};
  constexpr double quarter_pi = 0x1.921fb54442d18p-1;
  constexpr double quarter_pi_low = 0x1.1a62633145c07p-55;
  auto [n, x, low] = reduced;
  bool reciprocal = n & 1;
  if (std::fabs(x) < 0x1p-28) return reciprocal ? negative_reciprocal(x + low, x, low) : x;
  bool near_quarter_pi = (high_word(x) & 0x7FFFFFFF) >= 0x3FE59428;  // above 0.6744
  double sign = std::copysign(1.0, x);
  if (near_quarter_pi) {
    x = (quarter_pi - sign * x) + (quarter_pi_low - sign * low);
    low = 0;
  }
  double z = x * x;
  double w = z * z;
  double r = polynomial(w, odd);
  double v = z * polynomial(w, even);
  double s = z * x;
  r = low + z * (s * (r + v) + low);
  r += first * s;
  w = x + r;
  if (near_quarter_pi) {
    double one = reciprocal ? -1 : 1;
    return sign * (one - 2.0 * (x - (w * w / (w + one) - r)));
  }
  return reciprocal ? negative_reciprocal(w, x, r) : w;
}

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

}  // namespace

double sin(double x) {
  if (!std::isfinite(x)) return kNaN;
  Reduced reduced = reduce(x);
  double result = reduced.n & 1 ? cosine(reduced) : sine(reduced, reduced.n != 0 || reduced.rest != x);
  return reduced.n & 2 ? -result : result;
}

double cos(double x) {
  if (!std::isfinite(x)) return kNaN;
  Reduced reduced = reduce(x);
  double result = reduced.n & 1 ? sine(reduced, true) : cosine(reduced);
  return (reduced.n + 1) & 2 ? -result : result;
}

double tan(double x) { return std::isfinite(x) ? tangent(reduce(x)) : kNaN; }

}  // namespace clj::strict_math
