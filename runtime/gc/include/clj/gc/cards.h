// The write barrier for one place in what may be a long array.
//
// A large object (above kMaxSmallBytes) that changes in one place is not scanned as a whole by the
// next minor collection, but only the cards of kCardSlots slots in which something was stored.
//
// Threads  As write_barrier.
// Design   docs/gc.md
#pragma once
#include "clj/gc/heap.h"

namespace clj::gc {

// As remember, for a store into `place`, one of the object's slots.
void remember_place(Object* object, const Value* place);
inline void write_barrier_at(Object* object, const Value* place) {
  if (object->has_flag(kFlagOld)) [[unlikely]] remember_place(object, place);
}

}  // namespace clj::gc
