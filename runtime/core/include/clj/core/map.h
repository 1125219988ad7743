// Array maps and hash maps.
//
// An ArrayMap keeps its entries in insertion order and is searched linearly: literals of up to
// 8 entries, and what assoc makes of them. A HashMap is a bitmap-indexed trie over Clojure's
// hashes. Its shape (and so its iteration order) is a function of the operations exactly as
// in clojure.lang.PersistentHashMap: hash_trie.h says how.
//
// Threads  Immutable; transients belong to one thread at a time.
// Errors   "No value supplied for key: :a", "Duplicate key: :a".
// Design   docs/collections.md
#pragma once
#include <cstdint>

#include "clj/value/object.h"

namespace clj {

// A new key beyond this many entries turns an ArrayMap into a HashMap.
constexpr uint32_t kArrayMapMaxEntries = 8;

// Slots: metadata, then key, value, key, value, … aux caches hasheq.
struct ArrayMap : Object {
  static constexpr Kind kKind = Kind::kArrayMap;
  static constexpr uint16_t kSlots = 1;
  Value meta;
  uint32_t count() const { return (slots - 1u) / 2; }
  Value* entries() { return &meta + 1; }
  const Value* entries() const { return &meta + 1; }
};

// aux caches hasheq.
struct HashMap : Object {
  static constexpr Kind kKind = Kind::kHashMap;
  static constexpr uint16_t kSlots = 3;
  Value root;       // trie node or nil
  Value nil_value;  // the value of key nil, which is not in the trie; absent() when there is none
  Value meta;
  int64_t count;
};

struct TransientArrayMap : Object {
  static constexpr Kind kKind = Kind::kTransientArrayMap;
  static constexpr uint16_t kSlots = 1;
  Value entries;  // ObjectArray of keys and values; nil once persistent! was called
  uint32_t count;
};

struct TransientHashMap : Object {
  static constexpr Kind kKind = Kind::kTransientHashMap;
  static constexpr uint16_t kSlots = 3;
  Value root;
  Value nil_value;
  Value edit;  // EditToken; nil once persistent! was called
  int64_t count;
};

// The ownership mark of a transient: nodes whose `edit` slot is this object may be changed.
struct EditToken : Object {
  static constexpr Kind kKind = Kind::kEditToken;
  static constexpr uint16_t kSlots = 0;
};
Value make_edit_token();

// The pair of `key`, key first, or nullptr.
const Value* array_map_find(const ArrayMap* map, Value key);
// The value of `key`, or absent().
Value hash_map_get(const HashMap* map, Value key);

// Always of the kind named, whatever the size; later keys win. `n` counts keys and values.
Value make_array_map(const Value* keys_and_values, size_t n);
Value make_hash_map(const Value* keys_and_values, size_t n);
// What map and set literals do: IllegalArgumentException "Duplicate key: :a".
// IllegalArgumentException "Duplicate key: …", of a map or set that is written out or made of given elements.
[[noreturn]] void throw_duplicate_key(Value key);
Value make_map_checked(const Value* keys_and_values, size_t n);
Value make_set_checked(const Value* items, size_t n);

// get and find of both kinds. `map` is an ArrayMap or a HashMap.
Value map_get(Value map, Value key, Value not_found);
Value map_find(Value map, Value key);

// The parts of a MapEntry; ClassCastException "… java.util.Map$Entry" for anything else.
Value entry_key(Value entry);
Value entry_value(Value entry);

Value make_transient_array_map(const ArrayMap* map);
Value make_transient_hash_map(const HashMap* map);

}  // namespace clj
