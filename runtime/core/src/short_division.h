// Division of integers of a few digits, without memory of its own (libtommath's takes five
// temporary numbers). Knuth, The Art of Computer Programming, volume 2, 4.3.1, algorithm D.
#pragma once
#include <cstdint>

namespace clj::integer {

constexpr int kDigitBits = 60;
// Digits of operands and results that are computed on the C stack. Fewer than twice those from which libtommath
// multiplies by Karatsuba's method, with temporary numbers.
constexpr int kShortDigits = 128;

// u = quotient * v + remainder, magnitudes in digits of 60 bits, lowest first. Preconditions:
// n <= m <= kShortDigits, v[n - 1] != 0. `quotient` has room for m - n + 1 digits, `remainder` for n.
void divide_short(const uint64_t* u, int m, const uint64_t* v, int n, uint64_t* quotient, uint64_t* remainder);

}  // namespace clj::integer
