// References that keep nothing alive (java.lang.ref).
//
// Threads  As the heap's objects: any mutator.
// Design   docs/gc.md
#pragma once
#include "clj/gc/heap.h"

namespace clj::gc {

// Refers to an object that the collector does not mark for its sake. When nothing else refers to it, or, of a soft one, when
// memory is short, the referent becomes nil in the pause. The referent was made before the cell, so a minor collection looks at
// new cells only.
struct WeakCell : Object {
  static constexpr Kind kKind = Kind::kWeakCell;
  static constexpr uint16_t kSlots = 1;
  Value owner;        // what take_cleared gives once the collector has cleared the cell; nil: nothing
  uint64_t referent;  // a Value's bits
  bool soft;
};

// May collect. The referent may be any value; one that is no object is kept.
WeakCell* make_weak_cell(Value referent, bool soft);
inline Value referent_of(const WeakCell* cell) { return Value::from_bits(cell->referent); }
// Nobody is told.
inline void clear(WeakCell* cell) { cell->referent = Value::nil().bits(); }

// The owner of a cell that the collector has cleared, each once; nil when there is none.
Value take_cleared();

}  // namespace clj::gc
