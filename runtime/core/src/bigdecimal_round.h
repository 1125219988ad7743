// Rounding helpers shared by the BigDecimal sources: decimals before they are boxed.
#pragma once
#include "clj/core/bigdecimal.h"

namespace clj::decimal {

// unscaled * 10^-scale; the scale may leave int32 while computing.
struct Unpacked {
  Value unscaled;
  int64_t scale;
};

// dividend / divisor rounded to an integer; `exact` says whether nothing was lost.
Value divide_rounded(Value dividend, Value divisor, Rounding rounding, bool* exact = nullptr);
// unscaled * 10^digits.
Value scaled_up(Value unscaled, int64_t digits);
// Drops trailing zeros while the scale is above `preferred_scale`.
Unpacked strip_zeros(Unpacked d, int64_t preferred_scale);
Unpacked rounded(Unpacked d, Precision precision);

}  // namespace clj::decimal
