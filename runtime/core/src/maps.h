// Between the files that make up maps and sets.
#pragma once
#include "clj/core/map.h"
#include "clj/core/set.h"
#include "clj/gc/heap.h"
#include "hash_trie.h"

namespace clj {

// IllegalAccessError "Transient used after persistent! call".
[[noreturn]] void throw_transient_used();

Value array_map_assoc(Value map, Value key, Value value);
Value array_map_dissoc(Value map, Value key);
Value hash_map_assoc(Value map, Value key, Value value);
Value hash_map_dissoc(Value map, Value key);
Value make_array_map_seq(Value map, uint32_t index);
// The seq of entries, the one of key nil first.
Value make_hash_map_seq(const HashMap* map);

// Transients: the values are absent() when there is none; assoc and dissoc return the
// transient to go on with.
void ensure_editable(const TransientArrayMap* t);
Value transient_array_map_get(const TransientArrayMap* t, Value key);
Value transient_array_map_assoc(TransientArrayMap* t, Value key, Value value);
Value transient_array_map_dissoc(TransientArrayMap* t, Value key);
Value persistent_array_map(TransientArrayMap* t);

// What a HashMap, a HashSet and their transients have in common: root, nil_value and count.
// `edit` is nil for persistent ones; the other's fields are returned changed.
struct Table {
  Value root;
  Value nil_value;
  int64_t count;
};
template <class T>
Table table_of(const T* owner) {
  return {owner->root, owner->nil_value, owner->count};
}
template <class T>
void set_table(T* owner, const Table& table) {
  owner->root = table.root;
  owner->nil_value = table.nil_value;
  owner->count = table.count;
}
// False when nothing changed.
inline bool table_assoc(Value edit, Table& table, Value key, Value value) {
  if (key.is_nil()) {
    if (table.nil_value == value) return false;
    if (table.nil_value.is_absent()) ++table.count;
    table.nil_value = value;
    return true;
  }
  bool added = false;
  Value root = trie::assoc(edit, table.root, key_hash(key), key, value, added);
  if (added) ++table.count;
  bool changed = added || root != table.root;
  table.root = root;
  return changed;
}
inline bool table_dissoc(Value edit, Table& table, Value key) {
  if (key.is_nil()) {
    if (table.nil_value.is_absent()) return false;
    table.nil_value = Value::absent();
    --table.count;
    return true;
  }
  if (table.root.is_nil()) return false;
  bool removed = false;
  table.root = trie::without(edit, table.root, key_hash(key), key, removed);
  if (removed) --table.count;
  return removed;
}
template <class T>
Value table_get(const T* owner, Value key) {
  if (key.is_nil()) return owner->nil_value;
  if (owner->root.is_nil()) return Value::absent();  // whatever the hash of the key throws
  const Value* pair = trie::find(owner->root, key_hash(key), key);
  return pair ? pair[1] : Value::absent();
}

template <class T>
void ensure_editable(const T* t) {
  if (t->edit.is_nil()) throw_transient_used();
}
Value transient_hash_map_assoc(TransientHashMap* t, Value key, Value value);
Value transient_hash_map_dissoc(TransientHashMap* t, Value key);
Value persistent_hash_map(TransientHashMap* t);
Value transient_hash_set_conj(TransientHashSet* t, Value x);
Value transient_hash_set_disj(TransientHashSet* t, Value x);
Value persistent_hash_set(TransientHashSet* t);

}  // namespace clj
