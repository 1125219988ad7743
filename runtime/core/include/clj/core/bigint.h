// Integers of any size: clojure.lang.BigInt and java.math.BigInteger.
//
// Both hold sign and magnitude inline, as base-2^60 digits, least significant first: exactly
// libtommath's digits, so an operand is a view of the heap object and only results are copied.
// A BigInt may be small: (+ 1N 1) is 2N. "An integer" below is a long, an Integer, Short or
// Byte, a BigInt or a BigInteger.
//
// Errors   OutOfMemoryError when a result does not fit in memory.
// Design   docs/numbers.md
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "clj/value/object.h"

namespace clj {

// aux caches Java's hashCode (0: not yet computed).
struct BigDigits : Object {
  uint32_t used;      // digits; 0 for zero
  uint32_t negative;  // 0 or 1
  uint64_t* digits() { return reinterpret_cast<uint64_t*>(this + 1); }
  const uint64_t* digits() const { return reinterpret_cast<const uint64_t*>(this + 1); }
};
static_assert(sizeof(BigDigits) == 16);

struct BigInt : BigDigits {
  static constexpr Kind kKind = Kind::kBigInt;
  static constexpr uint16_t kSlots = 0;
};
struct BigInteger : BigDigits {
  static constexpr Kind kKind = Kind::kBigInteger;
  static constexpr uint16_t kSlots = 0;
};

namespace integer {

// What an operation makes of its result.
enum class As : uint8_t {
  kShortest,    // a long when it fits, else a BigInt
  kBigInt,
  kBigInteger,
};

Value convert(Value a, As as);
Value from_long(int64_t n, As as);
// absent() unless the text is [+-]digits in the radix.
Value parse(std::string_view text, int radix, As as);
// The same as new BigInteger(text, radix). Throws NumberFormatException.
Value parse_strict(std::string_view text, int radix, As as);
std::string text(Value a, int radix = 10);

Value add(Value a, Value b, As as);
Value subtract(Value a, Value b, As as);
Value multiply(Value a, Value b, As as);
// Truncating. Precondition: b is not zero.
Value quot(Value a, Value b, As as);
Value rem(Value a, Value b, As as);
Value negate(Value a, As as);
Value abs(Value a, As as);
Value gcd(Value a, Value b, As as);  // never negative
Value power(Value a, uint32_t exponent, As as);
Value power_of_ten(uint32_t exponent);  // shortest
Value square_root(Value a, As as);      // floor; a >= 0
// Of two's complement, as Java's BigInteger.
Value bit_and(Value a, Value b, As as);
Value bit_or(Value a, Value b, As as);
Value bit_xor(Value a, Value b, As as);
Value bit_not(Value a, As as);
Value shift_left(Value a, int64_t bits, As as);  // right, rounding down, when negative
bool test_bit(Value a, uint32_t bit);
uint32_t bit_length(Value a);                    // without the sign bit
uint32_t bit_count(Value a);                     // bits that differ from the sign bit
// b > 0. Result in [0, b).
Value floor_mod(Value a, Value b, As as);
Value mod_power(Value a, Value exponent, Value modulus, As as);
Value mod_inverse(Value a, Value modulus, As as);  // absent() when there is none
bool is_probable_prime(Value a);
Value next_prime(Value a, As as);

int compare(Value a, Value b);
int sign(Value a);
bool fits_long(Value a);
int64_t low_64(Value a);       // the low 64 bits of two's complement: BigInteger.longValue
double to_double(Value a);     // correctly rounded
float to_float(Value a);
uint32_t digit_count(Value a); // decimal digits, 1 for zero
uint32_t java_hash(Value a);   // BigInteger.hashCode

}  // namespace integer
}  // namespace clj
