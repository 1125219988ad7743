// Sorted maps and sets: persistent weight-balanced trees.
//
// Each node knows the size of its subtree: balance needs nothing else, and the seqs are
// counted. The comparator is nil (clojure.core/compare) or a function of two arguments that
// answers a number or, as a predicate, a boolean; or an object with a `compare` method.
//
// Threads  Immutable.
// Errors   What the comparator throws; compare's ClassCastException.
// Design   docs/collections.md
#pragma once
#include <cstdint>

#include "clj/value/object.h"

namespace clj {

struct TreeNode : Object {
  static constexpr Kind kKind = Kind::kTreeNode;
  static constexpr uint16_t kSlots = 4;
  Value key;
  Value value;
  Value left;   // TreeNode or nil
  Value right;  // TreeNode or nil
  int64_t size;
};

// aux caches hasheq.
struct TreeMap : Object {
  static constexpr Kind kKind = Kind::kTreeMap;
  static constexpr uint16_t kSlots = 3;
  Value root;
  Value comparator;
  Value meta;
};

// The same, elements as keys.
struct TreeSet : Object {
  static constexpr Kind kKind = Kind::kTreeSet;
  static constexpr uint16_t kSlots = 3;
  Value root;
  Value comparator;
  Value meta;
};

// A seq of entries and at the same time a stack frame of the walk: `node` is to be visited,
// then its far subtree, then `up`.
struct TreeMapSeq : Object {
  static constexpr Kind kKind = Kind::kTreeMapSeq;
  static constexpr uint16_t kSlots = 3;
  static constexpr uint8_t kDescending = kFlagA;
  Value node;
  Value up;  // TreeMapSeq or nil
  Value meta;
  int64_t count;
};

inline int64_t tree_size(Value node) { return node.is_nil() ? 0 : cast<TreeNode>(node)->size; }

Value make_tree_map(Value comparator);
Value make_tree_set(Value comparator);

// Orders two keys by a comparator as above: negative, zero, positive.
int compare_with(Value comparator, Value a, Value b);
// The comparator of (sorted-set-by nil): every comparison throws NullPointerException.
inline Value no_comparator() { return Value::boolean(false); }

// `coll` is a TreeMap or a TreeSet in all of these.
const TreeNode* tree_find(Value coll, Value key);  // nullptr when there is none
Value tree_map_assoc(Value map, Value key, Value value);
Value tree_map_dissoc(Value map, Value key);
Value tree_set_conj(Value set, Value x);
Value tree_set_disj(Value set, Value x);

// For subseq and rsubseq: what clojure.lang.Sorted offers. ClassCastException when not sorted.
Value sorted_seq(Value coll, bool ascending);                  // entries or elements
Value sorted_seq_from(Value coll, Value key, bool ascending);  // from the first >= (<=) key on
Value sorted_entry_key(Value coll, Value entry);               // the entry's key, or the element
Value sorted_comparator(Value coll);                           // nil for the default

}  // namespace clj
