// Persistent vectors: a 32-way trie with a tail, immutable once published.
//
// nth and assoc touch at most 7 nodes; conj is amortised O(1) because the last 1..32 elements
// live in the tail and the trie is only touched when it fills. Nodes are as wide as they are
// filled, so a small vector is small. A SubVector is a view; a MapEntry is a pair that behaves
// as a vector of two.
//
// Threads  Immutable; a TransientVector belongs to one thread at a time.
// Errors   IndexOutOfBoundsException (no message), "Can't pop empty vector".
// Design   docs/collections.md
#pragma once
#include <cstdint>

#include "clj/value/object.h"

namespace clj {

// aux, of a tail that has more places than elements: how many are taken. The vectors that share
// the tail know themselves how many of them are theirs, and the one that has all of them may take
// the next place: `conj` copies a tail only when it is full or another vector was quicker.
// Slots: the edit token of the transient that may change the node (else nil), then children
// (inner node) or elements (leaf).
struct VectorNode : Object {
  static constexpr Kind kKind = Kind::kVectorNode;
  static constexpr uint16_t kSlots = 1;
  Value edit;
  uint32_t width() const { return slots - 1u; }
  Value* items() { return &edit + 1; }
  const Value* items() const { return &edit + 1; }
};

// aux caches hasheq.
struct Vector : Object {
  static constexpr Kind kKind = Kind::kVector;
  static constexpr uint16_t kSlots = 3;
  Value root;  // VectorNode
  Value tail;  // VectorNode, 1..32 elements of this vector (none in the empty one), and perhaps more
  Value meta;
  uint32_t count;
  uint32_t shift;

  uint32_t tail_offset() const { return count < 32 ? 0 : (count - 1) & ~31u; }
  // The leaf that holds element `index`. Precondition: index < count.
  VectorNode* leaf_for(uint32_t index) const {
    if (index >= tail_offset()) return cast<VectorNode>(tail);
    auto* node = cast<VectorNode>(root);
    for (uint32_t level = shift; level > 0; level -= 5) node = cast<VectorNode>(node->items()[(index >> level) & 31]);
    return node;
  }
  // Precondition: index < count.
  Value at(uint32_t index) const { return leaf_for(index)->items()[index & 31]; }
};

// aux caches hasheq.
struct SubVector : Object {
  static constexpr Kind kKind = Kind::kSubVector;
  static constexpr uint16_t kSlots = 2;
  Value base;  // Vector or PrimitiveVector, never a SubVector
  Value meta;
  uint32_t start;
  uint32_t end;
};

// aux caches hasheq.
struct MapEntry : Object {
  static constexpr Kind kKind = Kind::kMapEntry;
  static constexpr uint16_t kSlots = 2;
  Value key;
  Value value;
};

// (vector-of :int …): elements of one primitive type, boxed in an ordinary vector.
struct PrimitiveVector : Object {
  static constexpr Kind kKind = Kind::kPrimitiveVector;
  static constexpr uint16_t kSlots = 2;
  Value elements;  // Vector
  Value meta;
  Kind array_kind;  // what coerces elements: kLongArray for :long …
};

struct TransientVector : Object {
  static constexpr Kind kKind = Kind::kTransientVector;
  static constexpr uint16_t kSlots = 3;
  Value root;
  Value tail;  // 32 wide
  Value edit;  // EditToken; nil once persistent! was called
  uint32_t count;
  uint32_t shift;
};

// Any of the four vector kinds.
inline bool is_vector_kind(Kind kind) {
  return kind == Kind::kVector || kind == Kind::kMapEntry || kind == Kind::kSubVector || kind == Kind::kPrimitiveVector;
}
// Preconditions of these: `v` is of a vector kind; `index` is in range where unchecked.
uint32_t vector_count(Value v);
Value vector_at(Value v, uint32_t index);

Value vector_conj(Value v, Value x);
Value vector_assoc(Value v, int64_t index, Value x);  // index == count appends
Value vector_pop(Value v);
// Elements [from, to) as a view that shares nodes; a view of a view is a view of the base.
Value subvec(Value v, int64_t from, int64_t to);

Value make_transient_vector(const Vector* v);
void transient_vector_conj(TransientVector* t, Value x);
void transient_vector_assoc(TransientVector* t, Value key, Value x);
void transient_vector_pop(TransientVector* t);
Value transient_vector_at(const TransientVector* t, uint32_t index);
Value persistent_vector(TransientVector* t);

// (vector-of type): `array_kind` names the element type.
Value make_primitive_vector(Kind array_kind);

}  // namespace clj
