#include "clj/core/array.h"
#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/map.h"
#include "clj/core/print.h"
#include "clj/core/roots.h"
#include "clj/core/seqs.h"
#include "clj/core/type.h"
#include "copy_values.h"
#include "keys.h"
#include "maps.h"

namespace clj {
namespace {

ArrayMap* new_array_map(uint32_t count, Value meta) {
  auto* map = gc::make_with_slots<ArrayMap>(2 * count);
  map->meta = meta;
  return map;
}

// The index of the pair in the first `n` values, or n.
template <class Equal>
size_t scan(const Value* entries, size_t n, Equal&& equal) {
  size_t i = 0;
  while (i < n && !equal(entries[i])) i += 2;
  return i;
}

[[gnu::noinline]] bool compares_as_collection(Value key) {
  return is_coll(key) || is_instance(roots.class_java_collection, key) || is_instance(roots.class_java_map, key);
}

// Maps that were read from JSON and the like have strings for keys: most of them differ in length or in the first unit.
size_t find_string(const Value* entries, size_t n, Value key) {
  const String* text = as_string(key);
  return scan(entries, n, [=](Value k) {
    if (k == key) return true;
    if (!is_string(k)) return !is_kind(k, Kind::kLazySeq) && key_equal(key, k);
    const String* other = as_string(k);
    if (other->length != text->length || (text->length > 0 && other->char_at(0) != text->char_at(0))) return false;
    return equal(text, other);
  });
}

size_t find_index(const Value* entries, size_t n, Value key) {
  // Keywords are interned: the word decides.
  if (is_kind(key, Kind::kKeyword)) return scan(entries, n, [key](Value k) { return k == key; });
  if (is_string(key)) return find_string(entries, n, key);
  // Names of methods are looked up over and over: with its hash one differs from others at once.
  if (is_kind(key, Kind::kSymbol)) hash_eq(cast<Symbol>(key));
  // What is no collection equals no lazy seq, and does not look into one.
  size_t i = scan(entries, n, [key](Value k) { return (!is_kind(k, Kind::kLazySeq) || compares_as_collection(key)) && key_equal(key, k); });
  // The JVM asks the key, whatever it is compared with: what the body of a lazy seq does is done.
  if (i == n && n > 0 && is_kind(key, Kind::kLazySeq)) seq(key);
  return i;
}

// The same where the JVM asks the key that is there whether it equals the new one: in transients, and while a map is made.
// Programs can tell when keys are lazy seqs, whose elements are realized in that order.
size_t find_stored_index(const Value* entries, size_t n, Value key) {
  if (is_kind(key, Kind::kKeyword)) return find_index(entries, n, key);
  return scan(entries, n, [key](Value k) { return key_equal(k, key); });
}

}  // namespace

const Value* array_map_find(const ArrayMap* map, Value key) {
  size_t n = map->slots - 1u, i = find_index(map->entries(), n, key);
  return i < n ? map->entries() + i : nullptr;
}

Value array_map_assoc(Value map_value, Value key, Value value) {
  auto* map = cast<ArrayMap>(map_value);
  size_t n = map->slots - 1u, i = find_index(map->entries(), n, key);
  if (i < n) {
    if (map->entries()[i + 1] == value) return map_value;
    ArrayMap* copy = new_array_map(map->count(), map->meta);
    copy_values(copy->entries(), map->entries(), n);
    copy->entries()[i + 1] = value;
    return Value::object(copy);
  }
  if (map->count() >= kArrayMapMaxEntries) {
    Value hashed = make_hash_map(map->entries(), n);
    cast<HashMap>(hashed)->meta = map->meta;
    return hash_map_assoc(hashed, key, value);
  }
  ArrayMap* copy = new_array_map(map->count() + 1, map->meta);
  copy_values(copy->entries(), map->entries(), n);
  copy->entries()[n] = key;
  copy->entries()[n + 1] = value;
  return Value::object(copy);
}

Value array_map_dissoc(Value map_value, Value key) {
  auto* map = cast<ArrayMap>(map_value);
  size_t n = map->slots - 1u, i = find_index(map->entries(), n, key);
  if (i == n) return map_value;
  if (n == 2) return map->meta.is_nil() ? roots.empty_array_map : Value::object(new_array_map(0, map->meta));
  ArrayMap* copy = new_array_map(map->count() - 1, map->meta);
  copy_values(copy->entries(), map->entries(), i);
  copy_values(copy->entries() + i, map->entries() + i + 2, n - i - 2);
  return Value::object(copy);
}

Value make_array_map(const Value* keys_and_values, size_t n) {
  // The slot count of an object is 16 bits; programs do not search thousands linearly.
  if (n > Object::kManySlots - 4u) return make_hash_map(keys_and_values, n);
  if (n == 0) return roots.empty_array_map;
  auto* map = new_array_map(static_cast<uint32_t>(n / 2), Value::nil());
  size_t used = 0;
  for (size_t i = 0; i < n; i += 2) {
    size_t at = find_stored_index(map->entries(), used, keys_and_values[i]);
    if (at == used) {
      map->entries()[used] = keys_and_values[i];
      used += 2;
    }
    map->entries()[at + 1] = keys_and_values[i + 1];
  }
  if (used == n) return Value::object(map);
  ArrayMap* exact = new_array_map(static_cast<uint32_t>(used / 2), Value::nil());
  copy_values(exact->entries(), map->entries(), used);
  return Value::object(exact);
}

Value make_map(const Value* keys_and_values, size_t n) {
  return n <= 2 * kArrayMapMaxEntries ? make_array_map(keys_and_values, n) : make_hash_map(keys_and_values, n);
}

void throw_duplicate_key(Value key) {
  throw_error(Error::kIllegalArgument, "Duplicate key: " + (key.is_nil() ? "null" : to_utf8(str_value(key))));
}

Value make_map_checked(const Value* keys_and_values, size_t n) {
  Value map = make_map(keys_and_values, n);
  if (static_cast<size_t>(count(map)) * 2 == n) return map;
  Value seen = roots.empty_hash_set;
  for (size_t i = 0; i < n; i += 2) {
    if (contains(seen, keys_and_values[i])) throw_duplicate_key(keys_and_values[i]);
    seen = conj(seen, keys_and_values[i]);
  }
  return map;
}

Value make_transient_array_map(const ArrayMap* map) {
  uint32_t count = map->count();
  Value entries = make_object_array(2 * std::max(count, kArrayMapMaxEntries));
  copy_values(cast<ObjectArray>(entries)->items(), map->entries(), 2 * count);
  auto* t = gc::make<TransientArrayMap>();
  t->entries = entries;
  t->count = count;
  return Value::object(t);
}

void ensure_editable(const TransientArrayMap* t) {
  if (t->entries.is_nil()) throw_transient_used();
}

Value transient_array_map_get(const TransientArrayMap* t, Value key) {
  ensure_editable(t);
  const Value* entries = cast<ObjectArray>(t->entries)->items();
  size_t n = 2 * t->count, i = find_stored_index(entries, n, key);
  return i < n ? entries[i + 1] : Value::absent();
}

Value transient_array_map_assoc(TransientArrayMap* t, Value key, Value value) {
  ensure_editable(t);
  auto* array = cast<ObjectArray>(t->entries);
  size_t n = 2 * t->count, i = find_stored_index(array->items(), n, key);
  if (i == n) {
    if (static_cast<int64_t>(n) >= array->length) {
      Value hashed = make_transient_hash_map(cast<HashMap>(make_hash_map(array->items(), n)));
      return transient_hash_map_assoc(cast<TransientHashMap>(hashed), key, value);
    }
    array->items()[i] = key;
    ++t->count;
  }
  array->items()[i + 1] = value;
  gc::write_barrier(array);
  return Value::object(t);
}

Value transient_array_map_dissoc(TransientArrayMap* t, Value key) {
  ensure_editable(t);
  auto* array = cast<ObjectArray>(t->entries);
  size_t n = 2 * t->count, i = find_stored_index(array->items(), n, key);
  if (i == n) return Value::object(t);
  Value* items = array->items();
  items[i] = items[n - 2];
  items[i + 1] = items[n - 1];
  items[n - 2] = items[n - 1] = Value::nil();
  --t->count;
  gc::write_barrier(array);
  return Value::object(t);
}

Value persistent_array_map(TransientArrayMap* t) {
  ensure_editable(t);
  ArrayMap* map = new_array_map(t->count, Value::nil());
  copy_values(map->entries(), cast<ObjectArray>(t->entries)->items(), 2 * t->count);
  t->entries = Value::nil();
  return Value::object(map);
}

Value make_array_map_seq(Value map, uint32_t index) {
  auto* s = gc::make<ArrayMapSeq>();
  s->map = map;
  s->index = index;
  return Value::object(s);
}

}  // namespace clj
