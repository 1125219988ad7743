// Words of doubles and polynomials, as strict_math takes them.
#pragma once
#include <bit>
#include <cstddef>
#include <cstdint>

namespace clj::strict_math {

// ln 2 in two parts: multiples of the high one by exponents are exact.
inline constexpr double kLn2High = 0x1.62e42feep-1;
inline constexpr double kLn2Low = 0x1.a39ef35793c76p-33;

inline uint32_t high_word(double x) { return static_cast<uint32_t>(std::bit_cast<uint64_t>(x) >> 32); }

inline double with_high_word(double x, uint32_t high) {
  return std::bit_cast<double>(static_cast<uint64_t>(high) << 32 | (std::bit_cast<uint64_t>(x) & 0xFFFFFFFF));
}

// x without the lower half of its significand: products of two such are exact.
inline double high_part(double x) { return std::bit_cast<double>(std::bit_cast<uint64_t>(x) & 0xFFFFFFFF00000000); }

// x * 2^k by the exponent field alone.
inline double shift_exponent(double x, int32_t k) {
  return with_high_word(x, high_word(x) + (static_cast<uint32_t>(k) << 20));
}

// c[0] + x * (c[1] + x * (c[2] + …)), the innermost term first.
template <size_t N>
constexpr double polynomial(double x, const double (&c)[N]) {
  double sum = c[N - 1];
  for (size_t i = N - 1; i-- > 0;) sum = c[i] + x * sum;
  return sum;
}

}  // namespace clj::strict_math
