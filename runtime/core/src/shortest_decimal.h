// The shortest decimal that rounds to a floating-point number.
//
// Source  Raffaello Giulietti, "The Schubfach way to render doubles", 2020.
#pragma once
#include <cstdint>

namespace clj {

// digits * 10^exponent; digits may end in zeros.
struct ShortestDecimal {
  uint64_t digits;
  int exponent;
};
// Among the decimals of at least two digits that round to the number (ties to even) one of the fewest
// digits, and of those the closest. Precondition: finite and above zero.
ShortestDecimal shortest_decimal(double d);
ShortestDecimal shortest_decimal(float f);

}  // namespace clj
