// Java arrays: of objects and of the eight primitive types.
//
// An ObjectArray keeps its length in the first payload word (the kManySlots form, whatever the
// length), then the Values. A primitive array keeps its length there too, then raw elements.
// Elements are plain memory, as on the JVM.
//
// Units    Lengths and indexes in elements.
// Errors   ArrayIndexOutOfBoundsException "Index 5 out of bounds for length 2" from aget and
//          aset, NegativeArraySizeException "-1".
// Design   docs/collections.md
#pragma once
#include <cstdint>

#include "clj/value/object.h"

namespace clj {

// Every array kind starts like this.
struct Array : Object {
  int64_t length;
};

struct ObjectArray : Array {
  static constexpr Kind kKind = Kind::kObjectArray;
  Value* items() { return reinterpret_cast<Value*>(this + 1); }
  const Value* items() const { return reinterpret_cast<const Value*>(this + 1); }
};

template <Kind k, class T>
struct PrimitiveArray : Array {
  static constexpr Kind kKind = k;
  using Element = T;
  T* items() { return reinterpret_cast<T*>(this + 1); }
  const T* items() const { return reinterpret_cast<const T*>(this + 1); }
};
using BooleanArray = PrimitiveArray<Kind::kBooleanArray, uint8_t>;
using CharArray = PrimitiveArray<Kind::kCharArray, char16_t>;
using ByteArray = PrimitiveArray<Kind::kByteArray, int8_t>;
using ShortArray = PrimitiveArray<Kind::kShortArray, int16_t>;
using IntArray = PrimitiveArray<Kind::kIntArray, int32_t>;
using LongArray = PrimitiveArray<Kind::kLongArray, int64_t>;
using FloatArray = PrimitiveArray<Kind::kFloatArray, float>;
using DoubleArray = PrimitiveArray<Kind::kDoubleArray, double>;

inline bool is_array(Value v) {
  return v.is_object() && v.as_object()->kind >= Kind::kObjectArray && v.as_object()->kind <= Kind::kDoubleArray;
}

// Zeroed (nil, false, 0). Throws NegativeArraySizeException.
Value make_array(Kind kind, int64_t length);
inline Value make_object_array(int64_t length) { return make_array(Kind::kObjectArray, length); }
Value make_object_array(const Value* items, size_t n);

// Preconditions of all these: `array` is of an array kind; unchecked ones: index in range.
inline int64_t array_length(Value array) { return static_cast<Array*>(array.as_object())->length; }
Value array_at(Value array, int64_t index);
// Coerces as the JVM's array setters do (ClassCastException, out of range).
void array_put(Value array, int64_t index, Value x);
// aget and aset. An element of another class than the array's is refused as on the JVM:
// IllegalArgumentException "No matching method aset found taking 3 args".
Value array_get(Value array, int64_t index);
void array_set(Value array, int64_t index, Value x);
// Whether array_set takes the element.
bool array_takes(Value array, Value x);
Value array_clone(Value array);
// (aget array index), (aset array index x), (alength array) of any values; aset yields the element as the array
// holds it.
Value aget(Value array, Value index);
Value aset(Value array, Value index, Value x);
Value alength(Value array);
// `array` when it is one; else an exception: for `function`, that it takes no such argument.
Value check_array(Value array, const char* function = nullptr, uint32_t count = 0);
// (long-array coll) and the like: elements of `coll`, coerced.
Value array_from_seq(Kind kind, Value coll);
// System/arraycopy; handles overlap. ArrayStoreException when the kinds differ.
void array_copy(Value from, int64_t from_index, Value to, int64_t to_index, int64_t length);

}  // namespace clj
