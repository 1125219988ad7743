// Copying Values into an object that was just made.
#pragma once
#include <cstring>

#include "clj/value/value.h"

namespace clj {

inline void copy_values(Value* to, const Value* from, size_t n) {
  if (n == 0) return;  // `from` may be null
  std::memcpy(static_cast<void*>(to), from, n * sizeof(Value));
}

}  // namespace clj
