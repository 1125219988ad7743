// java.util.HashMap, LinkedHashMap, ConcurrentHashMap …
#include <algorithm>

#include "clj/core/array.h"
#include "clj/core/map.h"
#include "clj/core/record.h"
#include "hash_table.h"
#include "iterators.h"
#include "lists.h"
#include "to_array.h"

namespace clj::builtins::host {
namespace {

// Holds the monitor of a concurrent map for the scope; others need none.
class TableScope {
 public:
  explicit TableScope(Value* args) : table_(args[0]), locked_(self(args)->concurrent) {
    if (locked_) monitor_enter(table_);
  }
  ~TableScope() {
    if (locked_) leave_monitor(table_);
  }
  TableScope(const TableScope&) = delete;

 private:
  Value table_;
  bool locked_;
};

// The key, or for containsValue the value, that is looked for. Concurrent maps have no nil and refuse to look.
Value wanted(Value* args) {
  if (args[1].is_nil() && self(args)->concurrent) throw_error(Error::kNullPointer);
  return args[1];
}

// Concurrent maps refuse a nil among the arguments before they look.
void require_values(const Value* args, uint32_t count) {
  if (!static_cast<HashTable*>(args[0].as_object())->concurrent) return;
  for (uint32_t i = 1; i < count; ++i)
    if (args[i].is_nil()) throw_error(Error::kNullPointer);
}

// The same where the JVM finds out by asking the key for its hash.
Value hashed_key(Value* args) {
  if (args[1].is_nil() && self(args)->concurrent)
    throw_error(Error::kNullPointer, "Cannot invoke \"Object.hashCode()\" because \"key\" is null");
  return args[1];
}

// A proxy of LinkedHashMap says with removeEldestEntry whether the oldest entry goes after an insertion.
void evict_eldest(Value map) {
  auto* table = static_cast<HashTable*>(map.as_object());
  if (!table->linked || !is_proxy(map) || table->oldest.load().is_nil()) return;
  Value own = find_method(map, make_symbol("", "removeEldestEntry"));
  if (own.is_absent()) return;
  const Value* slots = cast<ObjectArray>(table->oldest.load())->items();
  Value key = slots[kKey], arguments[] = {map, make_map_entry(key, slots[kValue])};
  if (invoke(own, arguments, 2).truthy()) table_delete(table, key);
}

// Inserts for a program: the value before, absent() when there was none.
Value program_insert(Value map, Value key, Value value, Value (*insert)(HashTable*, Value, Value) = table_insert) {
  auto* table = static_cast<HashTable*>(map.as_object());
  if ((key.is_nil() || value.is_nil()) && table->concurrent) throw_error(Error::kNullPointer);
  Value before = insert(table, key, value);
  if (before.is_absent()) evict_eldest(map);
  return before;
}

Value or_nil(Value v) { return v.is_absent() ? Value::nil() : v; }

// The entries of a record are a set, and come in its order.
void put_all(Value map, Value source) {
  Value entries = source;
  if (is_record(source)) {
    Value record[] = {source};
    entries = call_host_method(make_symbol("", "entrySet"), record, 1);
  }
  reserve_mappings(static_cast<HashTable*>(map.as_object()), clj::count(entries));
  for_each(entries, [&](Value entry) {
    program_insert(map, entry_key(entry), entry_value(entry));
    return true;
  });
}

Value make_map_of(const char* class_name, bool linked, Value* args, uint32_t count, const char* refusal = kIllegalCapacity) {
  Value made = make_hash_table(class_name, linked);
  auto* table = static_cast<HashTable*>(made.as_object());
  if (count > 0 && is_int(args[0])) {
    size_for_capacity(table, capacity_arg(args[0], refusal));
  } else if (count > 0) {
    check_collection_arg(args[0], "java.util.Map", class_name);
    size_for_mappings(table, clj::count(args[0]));
    put_all(made, args[0]);
  }
  return made;
}

Value call_with(Value f, const char* method, std::initializer_list<Value> args) {
  gc::ValueList all;
  for (Value v : args) all.push_back(v);
  return call_functional(f, method, all.data(), static_cast<uint32_t>(all.size()));
}

// What a program's function makes of an entry; it must not change the map meanwhile.
Value compute_with(Value map, Value f, std::initializer_list<Value> args) {
  auto* table = static_cast<HashTable*>(map.as_object());
  int64_t size = table->size;
  Value made = call_with(f, "apply", args);
  bool checked = table->layout == Layout::kHashMap || table->layout == Layout::kHashtable;
  if (checked && table->size != size) throw_error(Error::kConcurrentModification);
  return made;
}

// Puts `value`, or removes the key when it is nil; yields the value.
Value store_result(Value map, Value key, Value value) {
  if (value.is_nil()) {
    table_delete(static_cast<HashTable*>(map.as_object()), key);
  } else {
    program_insert(map, key, value, table_insert_computed);
  }
  return value;
}

void append_java_text(StringBuffer& out, Value v, Value self) {
  if (v == self) {
    out.append("(this Map)");
  } else if (v.is_nil()) {
    out.append("null");
  } else {
    append_str(out, v);
  }
}

}  // namespace

int32_t capacity_arg(Value v, const char* refusal) {
  int32_t capacity = int_arg(v);
  if (capacity < 0 && refusal) throw_error(Error::kIllegalArgument, refusal + std::to_string(capacity));
  if (capacity < 0) throw_error(Error::kIllegalArgument);
  return capacity;
}
void keys_of(HashTable* table, gc::ValueList& out, EntrySlot slot) {
  gc::ValueList entries;
  table_entries(table, entries);
  for (Value e : entries) out.push_back(cast<ObjectArray>(e)->items()[slot]);
}

CLJ_FN(hash_map_new) { return make_map_of("java.util.HashMap", false, args, count); }
CLJ_FN(linked_hash_map_new) {
  Value made = make_map_of("java.util.LinkedHashMap", true, args, count);
  static_cast<HashTable*>(made.as_object())->access_order = count == 3 && args[2].truthy();
  return made;
}
CLJ_FN(concurrent_hash_map_new) {
  return make_map_of("java.util.concurrent.ConcurrentHashMap", false, args, count, nullptr);
}
CLJ_FN(hashtable_new) { return make_map_of("java.util.Hashtable", false, args, count, "Illegal Capacity: "); }
CLJ_FN(weak_map_new) { return make_map_of("java.util.WeakHashMap", false, args, count, "Illegal Initial Capacity: "); }
CLJ_FN(identity_map_new) {
  Value made = make_map_of("java.util.IdentityHashMap", false, nullptr, 0);
  static_cast<HashTable*>(made.as_object())->identity = true;
  if (count > 0 && !is_int(args[0])) put_all(made, args[0]);
  return made;
}
CLJ_FN(table_put) {
  TableScope scope(args);
  return or_nil(program_insert(args[0], args[1], args[2]));
}
CLJ_FN(table_get) {
  TableScope scope(args);
  return table_read(self(args), hashed_key(args), Value::nil());
}
CLJ_FN(table_get_or_default) {
  TableScope scope(args);
  return table_read(self(args), hashed_key(args), args[2]);
}
CLJ_FN(table_contains_key) {
  TableScope scope(args);
  return boolean(!find_entry(self(args), hashed_key(args)).is_nil());
}
CLJ_FN(table_contains_value) {
  TableScope scope(args);
  Value value = wanted(args);
  gc::ValueList all;
  keys_of(self(args), all, kValue);
  for (Value v : all) {
    if (value.is_nil() ? v.is_nil() : java_equals(value, v)) return boolean(true);
  }
  return boolean(false);
}
CLJ_FN(table_remove) {
  TableScope scope(args);
  if (count == 2) return or_nil(table_delete(self(args), hashed_key(args)));
  Value current = table_value(self(args), hashed_key(args), Value::absent());
  bool matches = !current.is_absent() && (args[2].is_nil() ? current.is_nil() : java_equals(args[2], current));
  if (matches) table_delete(self(args), args[1]);
  return boolean(matches);
}
CLJ_FN(table_remove_entry) {
  TableScope scope(args);
  return or_nil(table_delete(self(args), entry_key(args[1])));
}
CLJ_FN(table_size) { return integer(static_cast<int32_t>(self(args)->size)); }
CLJ_FN(table_is_empty) { return boolean(self(args)->size == 0); }
CLJ_FN(table_clear) {
  TableScope scope(args);
  table_erase_all(self(args));
  return Value::nil();
}
CLJ_FN(table_put_all) {
  bool walks = self(args)->layout == Layout::kHashtable;
  require_target(args[1], "java.util.Map", walks ? "entrySet()" : "size()", walks ? "t" : "m");
  require_map(args[1]);
  TableScope scope(args);
  put_all(args[0], args[1]);
  return Value::nil();
}
CLJ_FN(table_put_if_absent) {
  require_values(args, 3);
  TableScope scope(args);
  Value current = table_read(self(args), wanted(args), Value::nil());
  if (current.is_nil()) program_insert(args[0], args[1], args[2]);
  return current;
}
CLJ_FN(table_compute_if_absent) {
  if (args[2].is_nil()) throw_error(Error::kNullPointer);
  TableScope scope(args);
  prepare_computation(self(args));
  Value current = table_read(self(args), wanted(args), Value::nil());
  if (!current.is_nil()) return current;
  Value made = compute_with(args[0], args[2], {args[1]});
  if (!made.is_nil()) store_result(args[0], args[1], made);
  return made;
}
CLJ_FN(table_compute_if_present) {
  if (args[2].is_nil()) throw_error(Error::kNullPointer);
  TableScope scope(args);
  Value current = table_read(self(args), wanted(args), Value::nil());
  if (current.is_nil()) return current;
  return store_result(args[0], args[1], compute_with(args[0], args[2], {args[1], current}));
}
CLJ_FN(table_compute) {
  if (args[2].is_nil()) throw_error(Error::kNullPointer);
  TableScope scope(args);
  prepare_computation(self(args));
  Value current = table_read(self(args), wanted(args), Value::nil());
  return store_result(args[0], args[1], compute_with(args[0], args[2], {args[1], current}));
}
CLJ_FN(table_merge) {
  if (args[2].is_nil() || args[3].is_nil()) throw_error(Error::kNullPointer);
  TableScope scope(args);
  prepare_computation(self(args));
  Value current = table_read(self(args), wanted(args), Value::nil());
  Value merged = current.is_nil() ? args[2] : compute_with(args[0], args[3], {current, args[2]});
  return store_result(args[0], args[1], merged);
}
CLJ_FN(table_replace) {
  require_values(args, count);
  TableScope scope(args);
  Value current = table_value(self(args), wanted(args), Value::absent());
  if (count == 3) {
    if (!current.is_absent()) program_insert(args[0], args[1], args[2]);
    return or_nil(current);
  }
  bool matches = !current.is_absent() && (current.is_nil() ? args[2].is_nil() : java_equals(current, args[2]));
  if (matches) program_insert(args[0], args[1], args[3]);
  return boolean(matches);
}
CLJ_FN(table_entry_set) {
  TableScope scope(args);
  gc::ValueList entries, pairs;
  table_entries(self(args), entries);
  for (Value e : entries) {
    const Value* slots = cast<ObjectArray>(e)->items();
    pairs.push_back(make_map_entry(slots[kKey], slots[kValue]));
  }
  return make_array_list(pairs.data(), pairs.size());
}
CLJ_FN(table_for_each) {
  gc::ValueList entries;
  table_entries(self(args), entries);
  for (Value e : entries) {
    const Value* slots = cast<ObjectArray>(e)->items();
    call_with(args[1], "accept", {slots[kKey], slots[kValue]});
  }
  return Value::nil();
}
CLJ_FN(table_to_string) {
  gc::ValueList entries;
  table_entries(self(args), entries);
  StringBuffer out;
  out.append("{");
  for (size_t i = 0; i < entries.size(); ++i) {
    if (i) out.append(", ");
    const Value* slots = cast<ObjectArray>(entries[i])->items();
    append_java_text(out, slots[kKey], args[0]);
    out.append("=");
    append_java_text(out, slots[kValue], args[0]);
  }
  out.append("}");
  return out.to_string();
}
CLJ_FN(table_equals) {
  if (!is_instance(roots.class_java_map, args[1]) || clj::count(args[1]) != self(args)->size) {
    return boolean(false);
  }
  gc::ValueList entries;
  table_entries(self(args), entries);
  for (Value e : entries) {
    const Value* slots = cast<ObjectArray>(e)->items();
    Value other = get(args[1], slots[kKey], Value::absent());
    if (other.is_absent() || (slots[kValue].is_nil() ? !other.is_nil() : !java_equals(slots[kValue], other))) {
      return boolean(false);
    }
  }
  return boolean(true);
}
CLJ_FN(table_hash_code) {
  gc::ValueList entries;
  table_entries(self(args), entries);
  uint32_t hash = 0;
  for (Value e : entries) {
    const Value* slots = cast<ObjectArray>(e)->items();
    hash += (slots[kKey].is_nil() ? 0 : java_hash_code(slots[kKey])) ^
            (slots[kValue].is_nil() ? 0 : java_hash_code(slots[kValue]));
  }
  return integer(static_cast<int32_t>(hash));
}
CLJ_FN(table_clone) {
  TableScope scope(args);
  std::string type = to_utf8(cast<Class>(self(args)->type)->name);
  Value made = make_hash_table(type.c_str(), self(args)->linked);
  gc::ValueList entries;
  table_entries(self(args), entries);
  auto* table = static_cast<HashTable*>(made.as_object());
  if (auto* buckets = try_cast<ObjectArray>(self(args)->buckets.load()); buckets && table->layout == Layout::kHashtable) {
    size_for_capacity(table, buckets->length);
    std::reverse(entries.begin(), entries.end());  // an entry goes before those in its bucket
  } else {
    size_for_mappings(table, self(args)->size);
  }
  for (Value e : entries) {
    const Value* slots = cast<ObjectArray>(e)->items();
    table_insert(table, slots[kKey], slots[kValue]);
  }
  return made;
}

}  // namespace clj::builtins::host
