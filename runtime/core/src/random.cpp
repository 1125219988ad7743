#include "clj/core/random.h"

#include <sys/random.h>

#include <cmath>

#include "clj/core/error.h"
#include "clj/core/strict_math.h"

namespace clj {

namespace {

constexpr uint64_t kMultiplier = 0x5DEECE66DULL;
constexpr uint64_t kMask = (uint64_t{1} << 48) - 1;

}  // namespace

void Random::set_seed(int64_t seed) {
  seed_.store((static_cast<uint64_t>(seed) ^ kMultiplier) & kMask, std::memory_order_relaxed);
  has_next_gaussian_ = false;
}

int32_t Random::next(int bits) {
  uint64_t old_seed = seed_.load(std::memory_order_relaxed), new_seed;
  do {
    new_seed = (old_seed * kMultiplier + 0xB) & kMask;
  } while (!seed_.compare_exchange_weak(old_seed, new_seed, std::memory_order_relaxed));
  return static_cast<int32_t>(static_cast<uint32_t>(new_seed >> (48 - bits)));
}

int32_t Random::next_int(int32_t bound) {
  if (bound <= 0) throw_error(Error::kIllegalArgument, "bound must be positive");
  int32_t r = next(31), m = bound - 1;
  if ((bound & m) == 0) return static_cast<int32_t>((static_cast<int64_t>(bound) * r) >> 31);
  // The top values that would favour small results are drawn again.
  for (int32_t u = r; ; u = next(31)) {
    r = u % bound;
    if (static_cast<int64_t>(u) - r + m <= INT32_MAX) return r;
  }
}

int32_t Random::next_int(int32_t origin, int32_t bound) {
  if (origin >= bound) throw_error(Error::kIllegalArgument, "bound must be greater than origin");
  int32_t r = next_int();
  int64_t n = static_cast<int64_t>(bound) - origin;
  if (n > INT32_MAX) {
    while (r < origin || r >= bound) r = next_int();
    return r;
  }
  auto m = static_cast<int32_t>(n - 1);
  if ((n & m) == 0) return (r & m) + origin;
  for (uint32_t u = static_cast<uint32_t>(r) >> 1;; u = static_cast<uint32_t>(next_int()) >> 1) {
    int64_t candidate = u % n;
    if (static_cast<int64_t>(u) + m - candidate <= INT32_MAX) return static_cast<int32_t>(candidate + origin);
  }
}

int64_t Random::next_long() {
  auto high = static_cast<uint64_t>(static_cast<int64_t>(next(32))) << 32;
  return static_cast<int64_t>(high + static_cast<uint64_t>(static_cast<int64_t>(next(32))));
}

float Random::next_float() { return static_cast<float>(next(24)) * 0x1p-24f; }

double Random::next_double() {
  int64_t high = static_cast<int64_t>(next(26)) << 27;
  return static_cast<double>(high + next(27)) * 0x1p-53;
}

// Marsaglia's polar method makes two numbers at a time.
double Random::next_gaussian() {
  if (has_next_gaussian_) {
    has_next_gaussian_ = false;
    return next_gaussian_;
  }
  double v1, v2, s;
  do {
    v1 = 2 * next_double() - 1;
    v2 = 2 * next_double() - 1;
    s = v1 * v1 + v2 * v2;
  } while (s >= 1 || s == 0);
  double multiplier = std::sqrt(-2 * strict_math::log(s) / s);
  next_gaussian_ = v2 * multiplier;
  has_next_gaussian_ = true;
  return v1 * multiplier;
}

void Random::next_bytes(uint8_t* bytes, size_t count) {
  for (size_t i = 0; i < count;) {
    auto word = static_cast<uint32_t>(next_int());
    for (int n = 0; n < 4 && i < count; ++n, word >>= 8) bytes[i++] = static_cast<uint8_t>(word);
  }
}

uint64_t secure_random_bits() {
  uint64_t bits = 0;
  auto* at = reinterpret_cast<char*>(&bits);
  for (size_t got = 0; got < sizeof bits;) {
    ssize_t n = ::getrandom(at + got, sizeof bits - got, 0);
    if (n > 0) got += static_cast<size_t>(n);
  }
  return bits;
}

int64_t fresh_random_seed() { return static_cast<int64_t>(secure_random_bits()); }

}  // namespace clj
