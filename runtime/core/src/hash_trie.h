// The trie of hash maps and sets: bitmap-indexed, five bits of the hash a level.
//
// Iteration order is the JVM's: entries come out ordered by the 5-bit groups of their hash,
// lowest group first, whatever the nodes' forms; nil comes first; equal hashes share a
// collision node in order of arrival, where a transient's removal moves the last entry into
// the gap and a persistent removal closes the gap.
//
// Forms: a bitmap node holds up to 16 children (entries or nodes), one more makes it an array
// node of 32 places whose entries move one level down; an array node that is left with fewer
// than 8 children is packed back; an emptied node leaves its parent.
//
// Every node is the same struct: `edit`, then key/value pairs (a nil key: the value is a node)
// in bitmap and collision nodes, or 32 children in array nodes. aux is the bitmap, the
// collision's hash, or the array node's number of children. A node owned by a transient may
// have spare room behind its pairs.
//
// An `edit` of nil means persistent: no node is changed. Nil keys are the caller's business.
#pragma once
#include <bit>

#include "clj/gc/heap.h"
#include "clj/value/object.h"
#include "keys.h"

namespace clj::trie {

struct Node : Object {
  static constexpr uint16_t kSlots = 1;
  Value edit;
  Value* items() { return &edit + 1; }
  const Value* items() const { return &edit + 1; }
  uint32_t bits() const { return aux.load(std::memory_order_relaxed); }
  void set_bits(uint32_t bits) { aux.store(bits, std::memory_order_relaxed); }
  // Of bitmap and collision nodes: how many pairs.
  uint32_t pairs() const {
    return kind == Kind::kHashMapNode ? static_cast<uint32_t>(std::popcount(bits())) : (slots - 1u) / 2;
  }
  uint32_t capacity() const { return (slots - 1u) / 2; }
};

inline Node* as_node(Value v) { return static_cast<Node*>(v.as_object()); }

// The pair of the key, key first, or nullptr. `root` is a node or nil.
inline const Value* find(Value root, uint32_t hash, Value key) {
  if (root.is_nil()) return nullptr;
  Node* node = as_node(root);
  for (uint32_t shift = 0;; shift += 5) {
    if (node->kind == Kind::kHashArrayNode) {
      Value child = node->items()[(hash >> shift) & 31];
      if (child.is_nil()) return nullptr;
      node = as_node(child);
      continue;
    }
    if (node->kind == Kind::kHashCollisionNode) break;
    uint32_t bit = 1u << ((hash >> shift) & 31), bits = node->bits();
    if (!(bits & bit)) return nullptr;
    const Value* pair = node->items() + 2 * std::popcount(bits & (bit - 1));
    if (pair[0].is_nil()) {
      node = as_node(pair[1]);
      continue;
    }
    return key_equal(key, pair[0]) ? pair : nullptr;
  }
  if (node->bits() != hash) return nullptr;
  for (uint32_t i = 0, n = node->pairs(); i < n; ++i)
    if (key_equal(key, node->items()[2 * i])) return node->items() + 2 * i;
  return nullptr;
}

// The trie with the entry; sets `added` when the key is new. The same word when nothing
// changed or it was changed in place.
Value assoc(Value edit, Value root, uint32_t hash, Value key, Value value, bool& added);
// The trie without the key, nil when it was the last; sets `removed`.
Value without(Value edit, Value root, uint32_t hash, Value key, bool& removed);

// Calls step(key, value) for every entry in order until it returns false.
template <class F>
bool walk(Value node_value, F&& step) {
  Node* node = as_node(node_value);
  if (node->kind == Kind::kHashArrayNode) {
    for (uint32_t i = 0; i < 32; ++i) {
      Value child = node->items()[i];
      if (!child.is_nil() && !walk(child, step)) return false;
    }
    return true;
  }
  for (uint32_t i = 0, n = node->pairs(); i < n; ++i) {
    Value key = node->items()[2 * i], value = node->items()[2 * i + 1];
    if (key.is_nil() ? !walk(value, step) : !step(key, value)) return false;
  }
  return true;
}

// The seq of entries of a trie (HashMapSeq); nil for an empty one.
Value make_seq(Value root);
// The seq that follows.
Value next_seq(Value hash_map_seq);

}  // namespace clj::trie
