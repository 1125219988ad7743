// clojure.lang.Ratio: an exact fraction in lowest terms.
//
// Numerator and denominator are shortest integers (a long when it fits), the denominator
// greater than one.
#pragma once
#include "clj/core/bigint.h"

namespace clj {

struct Ratio : Object {
  static constexpr Kind kKind = Kind::kRatio;
  static constexpr uint16_t kSlots = 2;
  Value numerator;
  Value denominator;
};

namespace ratio {

// numerator/denominator reduced: a Ratio, or an integer made `whole`.
// Throws ArithmeticException "Divide by zero".
Value make(Value numerator, Value denominator, integer::As whole);
// As it stands, without reducing.
Value make_raw(Value numerator, Value denominator);
// Of a Ratio or an integer.
Value numerator_of(Value v);
Value denominator_of(Value v);
Value truncate(Value v, integer::As as);
// As the JVM: rounded to 16 decimal digits first.
double to_double(const Ratio* ratio);

}  // namespace ratio
}  // namespace clj
