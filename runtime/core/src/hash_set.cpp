#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/map.h"
#include "clj/core/print.h"
#include "clj/core/roots.h"
#include "maps.h"

namespace clj {
namespace {

Value new_hash_set(const Table& table, Value meta) {
  auto* set = gc::make<HashSet>();
  set_table(set, table);
  set->meta = meta;
  return Value::object(set);
}

}  // namespace

Value hash_set_get(const HashSet* set, Value x) { return table_get(set, x); }

Value hash_set_conj(Value set_value, Value x) {
  auto* set = cast<HashSet>(set_value);
  Table table = table_of(set);
  // An equal element stays: looking first also spares the copy.
  if (!table_get(set, x).is_absent()) return set_value;
  table_assoc(Value::nil(), table, x, x);
  return new_hash_set(table, set->meta);
}

Value hash_set_disj(Value set_value, Value x) {
  auto* set = cast<HashSet>(set_value);
  Table table = table_of(set);
  if (!table_dissoc(Value::nil(), table, x)) return set_value;
  return new_hash_set(table, set->meta);
}

Value make_set(const Value* items, size_t n) {
  if (n == 0) return roots.empty_hash_set;
  Value edit = make_edit_token();
  Table table{Value::nil(), Value::absent(), 0};
  for (size_t i = 0; i < n; ++i) table_assoc(edit, table, items[i], items[i]);
  return new_hash_set(table, Value::nil());
}

Value make_set_checked(const Value* items, size_t n) {
  Value edit = make_edit_token();
  Table table{Value::nil(), Value::absent(), 0};
  for (size_t i = 0; i < n; ++i) {
    table_assoc(edit, table, items[i], items[i]);
    if (table.count != static_cast<int64_t>(i + 1)) throw_duplicate_key(items[i]);
  }
  return n == 0 ? roots.empty_hash_set : new_hash_set(table, Value::nil());
}

Value make_transient_hash_set(const HashSet* set) {
  Value edit = make_edit_token();
  auto* t = gc::make<TransientHashSet>();
  set_table(t, table_of(set));
  t->edit = edit;
  return Value::object(t);
}

Value transient_hash_set_conj(TransientHashSet* t, Value x) {
  ensure_editable(t);
  Table table = table_of(t);
  if (table_assoc(t->edit, table, x, x)) {
    set_table(t, table);
    gc::write_barrier(t);
  }
  return Value::object(t);
}

Value transient_hash_set_disj(TransientHashSet* t, Value x) {
  ensure_editable(t);
  Table table = table_of(t);
  if (table_dissoc(t->edit, table, x)) {
    set_table(t, table);
    gc::write_barrier(t);
  }
  return Value::object(t);
}

Value persistent_hash_set(TransientHashSet* t) {
  ensure_editable(t);
  Value set = new_hash_set(table_of(t), Value::nil());
  t->edit = Value::nil();
  return set;
}

}  // namespace clj
