#include "shortest_decimal.h"

#include <array>
#include <bit>
#include <cstddef>
#include <limits>

namespace clj {

namespace {

// floor(log10(2^q)), floor(log10(3/4 2^q)) and floor(log2(10^k)), for the exponents of doubles.
constexpr int floor_log10_pow2(int q) { return (q * 1262611) >> 22; }
constexpr int floor_log10_three_quarters_pow2(int q) { return (q * 1262611 - 524031) >> 22; }
constexpr int floor_log2_pow10(int k) { return (k * 1741647) >> 19; }

struct Power {
  uint64_t high, low;
};

constexpr int kMinPower = -292, kMaxPower = 324;

// A natural number of some 1,300 bits, the lowest word first.
class Natural {
 public:
  constexpr void set_bit(int bit) { words_[static_cast<size_t>(bit / 32)] |= uint32_t{1} << bit % 32; }
  constexpr void multiply_by_ten() {
    uint64_t carry = 0;
    for (uint32_t& word : words_) {
      carry += uint64_t{word} * 10;
      word = static_cast<uint32_t>(carry);
      carry >>= 32;
    }
  }
  constexpr void divide_by_ten() {
    uint64_t rest = 0;
    for (size_t i = kWords; i-- > 0;) {
      rest = rest << 32 | words_[i];
      words_[i] = static_cast<uint32_t>(rest / 10);
      rest %= 10;
    }
  }
  // The first 128 bits, the first of them 1, plus 1 if `inexact` or if others follow that are not 0.
  constexpr Power leading(bool inexact) const {
    size_t top = kWords - 1;
    while (words_[top] == 0) --top;
    int shift = std::countl_zero(words_[top]);
    // A word that begins `back` words and `shift` bits behind the first 1.
    auto word = [&](size_t back) -> uint64_t {
      uint64_t pair = 0;
      if (back <= top) pair = uint64_t{words_[top - back]} << 32;
      if (back + 1 <= top) pair |= words_[top - back - 1];
      return pair << shift >> 32 & 0xFFFFFFFF;
    };
    Power power{word(0) << 32 | word(1), word(2) << 32 | word(3)};
    for (size_t back = 4; back <= top && !inexact; ++back) inexact = word(back) != 0;
    if (inexact && ++power.low == 0) ++power.high;
    return power;
  }

 private:
  static constexpr size_t kWords = 40;
  std::array<uint32_t, kWords> words_{};
};

// 10^k 2^(127 - floor_log2_pow10(k)), rounded up, for every k.
constexpr auto kPowers = [] {
  std::array<Power, kMaxPower - kMinPower + 1> powers{};
  Natural n;
  n.set_bit(0);
  for (int k = 0; k <= kMaxPower; ++k, n.multiply_by_ten()) powers[static_cast<size_t>(k - kMinPower)] = n.leading(false);
  Natural part;  // 2^1279 / 10^-k
  part.set_bit(1279);
  for (int k = -1; k >= kMinPower; --k) {
    part.divide_by_ten();
    powers[static_cast<size_t>(k - kMinPower)] = part.leading(true);
  }
  return powers;
}();

// floor(n power / 2^128), its last bit set if that is not exact.
uint64_t round_to_odd(const Power& power, uint64_t n) {
  auto low = static_cast<unsigned __int128>(power.low) * n;
  auto high = static_cast<unsigned __int128>(power.high) * n + static_cast<uint64_t>(low >> 64);
  return static_cast<uint64_t>(high >> 64) | (static_cast<uint64_t>(high) > 1);
}

// Of c 2^q; `narrow`: the number below is half as far as the number above.
ShortestDecimal shortest(uint64_t c, int q, bool narrow) {
  int k = narrow ? floor_log10_three_quarters_pow2(q) : floor_log10_pow2(q);
  int shift = q + floor_log2_pow10(-k) + 1;
  const Power& power = kPowers[static_cast<size_t>(-k - kMinPower)];
  // The number and the ends of what rounds to it, times 4 10^-k.
  uint64_t value = round_to_odd(power, 4 * c << shift);
  uint64_t lower = round_to_odd(power, (4 * c - (narrow ? 1 : 2)) << shift);
  uint64_t upper = round_to_odd(power, (4 * c + 2) << shift);
  if (c % 2 != 0) {  // the ends round to the neighbours
    ++lower;
    --upper;
  }
  uint64_t s = value / 4;
  if (s >= 100) {
    uint64_t tens = s / 10;
    bool below = lower <= 40 * tens, above = 40 * tens + 40 <= upper;
    if (below != above) return {tens + above, k + 1};
  }
  bool below = lower <= 4 * s, above = 4 * s + 4 <= upper;
  if (below != above) return {s + above, k};
  uint64_t middle = 4 * s + 2;
  return {s + (value > middle || (value == middle && s % 2 != 0)), k};
}

// `tiny`: multiples of the smallest number below that would have one digit.
template <class Float, class Bits>
ShortestDecimal decimal_of(Float number, uint64_t tiny) {
  constexpr int kFraction = std::numeric_limits<Float>::digits - 1;
  constexpr int kSmallest = std::numeric_limits<Float>::min_exponent - 1 - kFraction;  // exponent of the smallest number
  auto bits = std::bit_cast<Bits>(number);
  uint64_t fraction = bits & ((Bits{1} << kFraction) - 1);
  auto exponent = static_cast<int>(bits >> kFraction);
  if (exponent != 0) {
    return shortest(fraction | uint64_t{1} << kFraction, kSmallest + exponent - 1, fraction == 0 && exponent > 1);
  }
  if (fraction >= tiny) return shortest(fraction, kSmallest, false);
  ShortestDecimal ten_times = shortest(10 * fraction, kSmallest, false);
  return {ten_times.digits, ten_times.exponent - 1};
}

}  // namespace

ShortestDecimal shortest_decimal(double d) { return decimal_of<double, uint64_t>(d, 3); }
ShortestDecimal shortest_decimal(float f) { return decimal_of<float, uint32_t>(f, 8); }

}  // namespace clj
