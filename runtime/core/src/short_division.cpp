#include "short_division.h"

namespace clj::integer {

namespace {

constexpr uint64_t kMask = (uint64_t{1} << kDigitBits) - 1;
using Wide = unsigned __int128;

// (high * 2^60 + low) / d and the rest. Precondition: high <= d < 2^60, so that the quotient has a word.
uint64_t divide_two(uint64_t high, uint64_t low, uint64_t d, uint64_t& rest) {
#if defined(__x86_64__)
  uint64_t q;
  asm("divq %4" : "=a"(q), "=d"(rest) : "a"(high << kDigitBits | low), "d"(high >> (64 - kDigitBits)), "r"(d) : "cc");
  return q;
#else
  Wide n = static_cast<Wide>(high) << kDigitBits | low;
  rest = static_cast<uint64_t>(n % d);
  return static_cast<uint64_t>(n / d);
#endif
}

// to = from << bits, `count` digits; what is shifted out of the last one is returned.
uint64_t shift_left(uint64_t* to, const uint64_t* from, int count, int bits) {
  uint64_t carry = 0;
  for (int i = 0; i < count; ++i) {
    uint64_t digit = from[i];
    to[i] = (digit << bits | carry) & kMask;
    carry = digit >> (kDigitBits - bits);
  }
  return carry;
}

}  // namespace

void divide_short(const uint64_t* u, int m, const uint64_t* v, int n, uint64_t* quotient, uint64_t* remainder) {
  if (n == 1) {
    uint64_t rest = 0;
    for (int i = m - 1; i >= 0; --i) quotient[i] = divide_two(rest, u[i], v[0], rest);
    remainder[0] = rest;
    return;
  }
  // D1: shifted so that the divisor's first bit is set.
  uint64_t a[kShortDigits + 1], b[kShortDigits];
  int bits = __builtin_clzll(v[n - 1]) - (64 - kDigitBits);
  shift_left(b, v, n, bits);
  a[m] = shift_left(a, u, m, bits);
  uint64_t first = b[n - 1], second = b[n - 2];
  for (int j = m - n; j >= 0; --j) {
    // D3: a digit from the first two, corrected by the third: it is one too large at most.
    uint64_t rest, q = divide_two(a[j + n], a[j + n - 1], first, rest);
    while (q > kMask || static_cast<Wide>(q) * second > (static_cast<Wide>(rest) << kDigitBits | a[j + n - 2])) {
      --q;
      rest += first;
      if (rest > kMask) break;
    }
    // D4: subtract q * b.
    uint64_t carry = 0, borrow = 0;
    for (int i = 0; i < n; ++i) {
      Wide product = static_cast<Wide>(q) * b[i] + carry;
      carry = static_cast<uint64_t>(product >> kDigitBits);
      uint64_t difference = a[i + j] - (static_cast<uint64_t>(product) & kMask) - borrow;
      borrow = difference >> 63;
      a[i + j] = difference & kMask;
    }
    uint64_t top = a[j + n] - carry - borrow;
    a[j + n] = top & kMask;
    if (top >> 63) {
      // D6: it was one too large.
      --q;
      carry = 0;
      for (int i = 0; i < n; ++i) {
        uint64_t sum = a[i + j] + b[i] + carry;
        carry = sum >> kDigitBits;
        a[i + j] = sum & kMask;
      }
      a[j + n] = (a[j + n] + carry) & kMask;
    }
    quotient[j] = q;
  }
  // D8: shifted back.
  for (int i = 0; i < n; ++i) {
    uint64_t above = i + 1 < n ? a[i + 1] : 0;
    remainder[i] = (a[i] >> bits | above << (kDigitBits - bits)) & kMask;
  }
}

}  // namespace clj::integer
