// Whole-range work on arrays of primitives, element type by element type.
#pragma once
#include <algorithm>
#include <bit>
#include <cmath>

#include "clj/core/array.h"

namespace clj::builtins::host {

// Calls f(items) with a pointer to the elements; false for an array of objects.
template <class F>
bool with_primitives(Value array, F&& f) {
  switch (array.as_object()->kind) {
    case Kind::kBooleanArray: f(cast<BooleanArray>(array)->items()); return true;
    case Kind::kCharArray: f(cast<CharArray>(array)->items()); return true;
    case Kind::kByteArray: f(cast<ByteArray>(array)->items()); return true;
    case Kind::kShortArray: f(cast<ShortArray>(array)->items()); return true;
    case Kind::kIntArray: f(cast<IntArray>(array)->items()); return true;
    case Kind::kLongArray: f(cast<LongArray>(array)->items()); return true;
    case Kind::kFloatArray: f(cast<FloatArray>(array)->items()); return true;
    case Kind::kDoubleArray: f(cast<DoubleArray>(array)->items()); return true;
    default: return false;
  }
}

// The order of Double.compareTo: -0.0 before 0.0, NaN last.
template <class T>
bool comes_before(T a, T b) {
  if constexpr (std::is_floating_point_v<T>) {
    if (std::isnan(a) || std::isnan(b)) return !std::isnan(a) && std::isnan(b);
    if (a == b) return std::signbit(a) && !std::signbit(b);
  }
  return a < b;
}

inline bool sort_primitives(Value array, int64_t from, int64_t to) {
  return with_primitives(array, [&]<class T>(T* items) { std::sort(items + from, items + to, comes_before<T>); });
}

}  // namespace clj::builtins::host
