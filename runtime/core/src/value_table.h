// A fixed block of Values for internal tables: an object array that programs never see.
#pragma once
#include "clj/gc/heap.h"
#include "clj/value/object.h"

namespace clj {

struct ValueTable : Object {
  static constexpr Kind kKind = Kind::kObjectArray;
  uint64_t length;
  Value* items() { return reinterpret_cast<Value*>(this + 1); }
  const Value* items() const { return reinterpret_cast<const Value*>(this + 1); }
};

inline ValueTable* make_value_table(size_t length) {
  auto* table = static_cast<ValueTable*>(gc::allocate_object(Kind::kObjectArray, Object::kManySlots,
                                                             sizeof(ValueTable) + length * sizeof(Value)));
  table->length = length;
  return table;
}

}  // namespace clj
