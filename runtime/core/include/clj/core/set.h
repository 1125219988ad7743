// Hash sets: the hash map's trie, each element its own value.
//
// Iteration order is clojure.lang.PersistentHashSet's.
//
// Threads  Immutable; a TransientHashSet belongs to one thread at a time.
// Design   docs/collections.md
#pragma once
#include <cstdint>

#include "clj/value/object.h"

namespace clj {

// aux caches hasheq.
struct HashSet : Object {
  static constexpr Kind kKind = Kind::kHashSet;
  static constexpr uint16_t kSlots = 3;
  Value root;       // trie node or nil
  Value nil_value;  // nil when nil is an element, else absent()
  Value meta;
  int64_t count;
};

struct TransientHashSet : Object {
  static constexpr Kind kKind = Kind::kTransientHashSet;
  static constexpr uint16_t kSlots = 3;
  Value root;
  Value nil_value;
  Value edit;
  int64_t count;
};

// The element equal to `x` that the set holds, or absent().
Value hash_set_get(const HashSet* set, Value x);
Value hash_set_conj(Value set, Value x);
Value hash_set_disj(Value set, Value x);
Value make_transient_hash_set(const HashSet* set);

}  // namespace clj
