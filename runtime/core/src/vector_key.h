// Which numbers are keys of vectors.
#pragma once
#include "clj/core/numbers.h"

namespace clj {

// A key of a vector is an integer, but no Short and no Byte, as on the JVM.
inline bool is_vector_key(Value v) {
  return is_integer(v) && !v.is_immediate(ImmediateKind::kShort) && !v.is_immediate(ImmediateKind::kByte);
}

}  // namespace clj
