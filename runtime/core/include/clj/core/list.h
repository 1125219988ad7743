// Lists and cons cells.
//
// A List is the singly linked, counted list of (list …) and quoted forms; a Cons puts an
// element before any seq. The empty list is one object per metadata map (roots.empty_list).
//
// Threads  Immutable.
// Design   docs/collections.md
#pragma once
#include <cstdint>

#include "clj/value/object.h"

namespace clj {

struct EmptyList : Object {
  static constexpr Kind kKind = Kind::kEmptyList;
  static constexpr uint16_t kSlots = 1;
  Value meta;
};

// aux caches hasheq.
struct List : Object {
  static constexpr Kind kKind = Kind::kList;
  static constexpr uint16_t kSlots = 3;
  Value first;
  Value rest;  // List or nil
  Value meta;
  int64_t count;
};

// aux caches hasheq.
struct Cons : Object {
  static constexpr Kind kKind = Kind::kCons;
  static constexpr uint16_t kSlots = 3;
  Value first;
  Value more;  // a seq, a LazySeq, () or nil
  Value meta;
};

// A List before `rest`, which is a List or nil.
Value make_list_cell(Value first, Value rest, Value meta = Value::nil());
Value make_cons(Value first, Value more, Value meta = Value::nil());
Value make_empty_list(Value meta);

}  // namespace clj
