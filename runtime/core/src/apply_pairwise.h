// apply of a native function that works through its arguments two at a time: what is to come of a lazy seq is not realized
// before it is needed, and nothing that is past is kept.
#pragma once
#include "clj/core/call.h"

namespace clj {

// Whether the native function of the row can be applied by apply_pairwise: (+ x y & more), (< x y & more) and the like.
bool works_pairwise(uint32_t row);

// The function's value for the leading arguments and the elements of rest.
Value apply_pairwise(Value f, const Value* leading, uint32_t count, Value rest);

}  // namespace clj
