#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/host.h"
#include "clj/core/list.h"
#include "clj/core/roots.h"
#include "clj/core/seqs.h"
#include "clj/core/vector.h"
#include "instances.h"
#include "maps.h"

namespace clj {
namespace {

Value new_hash_map(const Table& table, Value meta) {
  auto* map = gc::make<HashMap>();
  set_table(map, table);
  map->meta = meta;
  return Value::object(map);
}

}  // namespace

void throw_transient_used() { throw_error(Error::kIllegalAccessError, "Transient used after persistent! call"); }

Value make_edit_token() { return Value::object(gc::make<EditToken>()); }

Value hash_map_get(const HashMap* map, Value key) { return table_get(map, key); }

Value hash_map_assoc(Value map_value, Value key, Value value) {
  auto* map = cast<HashMap>(map_value);
  Table table = table_of(map);
  if (!table_assoc(Value::nil(), table, key, value)) return map_value;
  return new_hash_map(table, map->meta);
}

Value hash_map_dissoc(Value map_value, Value key) {
  auto* map = cast<HashMap>(map_value);
  Table table = table_of(map);
  if (!table_dissoc(Value::nil(), table, key)) return map_value;
  return new_hash_map(table, map->meta);
}

Value make_hash_map(const Value* keys_and_values, size_t n) {
  if (n == 0) return roots.empty_hash_map;
  Value edit = make_edit_token();
  Table table{Value::nil(), Value::absent(), 0};
  for (size_t i = 0; i < n; i += 2) table_assoc(edit, table, keys_and_values[i], keys_and_values[i + 1]);
  return new_hash_map(table, Value::nil());
}

Value make_hash_map_seq(const HashMap* map) {
  Value s = trie::make_seq(map->root);
  return map->nil_value.is_absent() ? s : make_cons(make_map_entry(Value::nil(), map->nil_value), s);
}

Value map_get(Value map, Value key, Value not_found) {
  if (map.as_object()->kind == Kind::kArrayMap) {
    const Value* pair = array_map_find(cast<ArrayMap>(map), key);
    return pair ? pair[1] : not_found;
  }
  Value v = table_get(cast<HashMap>(map), key);
  return v.is_absent() ? not_found : v;
}

Value map_find(Value map, Value key) {
  const Value* pair;
  if (map.as_object()->kind == Kind::kArrayMap) {
    pair = array_map_find(cast<ArrayMap>(map), key);
  } else if (key.is_nil()) {
    Value v = cast<HashMap>(map)->nil_value;
    return v.is_absent() ? Value::nil() : make_map_entry(key, v);
  } else {
    pair = trie::find(cast<HashMap>(map)->root, key_hash(key), key);
  }
  return pair ? make_map_entry(pair[0], pair[1]) : Value::nil();
}

Value make_transient_hash_map(const HashMap* map) {
  Value edit = make_edit_token();
  auto* t = gc::make<TransientHashMap>();
  set_table(t, table_of(map));
  t->edit = edit;
  return Value::object(t);
}

Value transient_hash_map_assoc(TransientHashMap* t, Value key, Value value) {
  ensure_editable(t);
  Table table = table_of(t);
  if (table_assoc(t->edit, table, key, value)) {
    set_table(t, table);
    gc::write_barrier(t);
  }
  return Value::object(t);
}

Value transient_hash_map_dissoc(TransientHashMap* t, Value key) {
  ensure_editable(t);
  Table table = table_of(t);
  if (table_dissoc(t->edit, table, key)) {
    set_table(t, table);
    gc::write_barrier(t);
  }
  return Value::object(t);
}

Value persistent_hash_map(TransientHashMap* t) {
  ensure_editable(t);
  Value map = new_hash_map(table_of(t), Value::nil());
  t->edit = Value::nil();
  return map;
}

Value make_map_entry(Value key, Value value) {
  auto* entry = gc::make<MapEntry>();
  entry->key = key;
  entry->value = value;
  return Value::object(entry);
}

Value entry_key(Value entry) {
  if (auto* e = try_cast<MapEntry>(entry)) return e->key;
  if (implements(entry, roots.class_java_map_entry)) return call_host_method(roots.sym_m_get_key, &entry, 1);
  throw_class_cast(entry, "java.util.Map$Entry");
}

Value entry_value(Value entry) {
  if (auto* e = try_cast<MapEntry>(entry)) return e->value;
  if (implements(entry, roots.class_java_map_entry)) return call_host_method(roots.sym_m_get_value, &entry, 1);
  throw_class_cast(entry, "java.util.Map$Entry");
}

}  // namespace clj
