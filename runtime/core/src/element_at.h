// The elements of what is walked by index: strings, arrays, long ranges, repeats, vector kinds.
#pragma once
#include "clj/core/array.h"
#include "clj/core/numbers.h"
#include "clj/core/seqs.h"
#include "clj/core/text.h"
#include "clj/core/vector.h"

namespace clj {

inline Value element_at(Value indexed, uint64_t index) {
  switch (indexed.as_object()->kind) {
    case Kind::kString: return Value::character(as_string(indexed)->char_at(static_cast<uint32_t>(index)));
    case Kind::kLongRange: {
      auto* range = cast<LongRange>(indexed);
      return make_long(static_cast<int64_t>(static_cast<uint64_t>(range->start) +
                                            index * static_cast<uint64_t>(range->step)));
    }
    case Kind::kRepeat: return cast<Repeat>(indexed)->value;
    default: return is_array(indexed) ? array_at(indexed, static_cast<int64_t>(index))
                                      : vector_at(indexed, static_cast<uint32_t>(index));
  }
}

}  // namespace clj
