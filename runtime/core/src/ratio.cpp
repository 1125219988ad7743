#include "clj/core/ratio.h"

#include "clj/core/bigdecimal.h"
#include "clj/core/error.h"
#include "clj/core/numbers.h"
#include "clj/gc/heap.h"

namespace clj::ratio {

using integer::As;

Value make_raw(Value numerator, Value denominator) {
  auto* ratio = gc::make<Ratio>();
  ratio->numerator = numerator;
  ratio->denominator = denominator;
  return Value::object(ratio);
}

Value make(Value numerator, Value denominator, As whole) {
  int sign = integer::sign(denominator);
  if (sign == 0) throw_error(Error::kArithmetic, "Divide by zero");
  Value divisor = integer::gcd(numerator, denominator, As::kShortest);
  if (sign < 0) divisor = integer::negate(divisor, As::kShortest);
  Value d = integer::quot(denominator, divisor, As::kShortest);
  if (d == Value::inline_long(1)) return integer::quot(numerator, divisor, whole);
  return make_raw(integer::quot(numerator, divisor, As::kShortest), d);
}

Value numerator_of(Value v) {
  if (auto* ratio = try_cast<Ratio>(v)) return ratio->numerator;
  return v;
}
Value denominator_of(Value v) {
  if (auto* ratio = try_cast<Ratio>(v)) return ratio->denominator;
  return Value::inline_long(1);
}
Value truncate(Value v, As as) { return integer::quot(numerator_of(v), denominator_of(v), as); }

double to_double(const Ratio* ratio) {
  Value rounded = decimal::from_ratio(Value::object(ratio), {16, Rounding::kHalfEven});
  return decimal::to_double(cast<BigDecimal>(rounded));
}

}  // namespace clj::ratio
