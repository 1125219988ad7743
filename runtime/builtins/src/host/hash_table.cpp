#include "hash_table.h"

#include <algorithm>

#include "clj/core/array.h"
#include "clj/gc/cards.h"

namespace clj::builtins::host {
namespace {

Value* slots(Value entry) { return cast<ObjectArray>(entry)->items(); }

uint32_t spread_hash(const HashTable* table, Value key) {
  if (key.is_nil()) return 0;
  uint32_t hash = table->identity ? static_cast<uint32_t>(murmur3::hash_long(key.bits())) : java_hash_code(key);
  return hash ^ hash >> 16;
}

bool same_key(const HashTable* table, Value a, Value b) {
  if (a == b) return true;
  if (a.is_nil() || b.is_nil()) return false;
  return table->identity ? identical(a, b) : java_equals(a, b);
}

uint32_t hash_of(Value entry) { return static_cast<uint32_t>(as_long(slots(entry)[kHash])); }

void put_slot(Value entry, EntrySlot slot, Value v) {
  slots(entry)[slot] = v;
  gc::write_barrier(entry.as_object());
}

int64_t power_of_two(int64_t capacity) {
  int64_t n = 1;
  while (n < capacity && n < int64_t{1} << 30) n *= 2;
  return n;
}

void append_to_bucket(ObjectArray* buckets, Value entry) {
  int64_t index = hash_of(entry) & (buckets->length - 1);
  put_slot(entry, kNext, Value::nil());
  Value at = buckets->items()[index];
  if (at.is_nil()) {
    buckets->items()[index] = entry;
    gc::write_barrier_at(buckets, buckets->items() + index);
    return;
  }
  while (!slots(at)[kNext].is_nil()) at = slots(at)[kNext];
  put_slot(at, kNext, entry);
}

void grow(HashTable* table) {
  auto* old = try_cast<ObjectArray>(table->buckets.load());
  int64_t capacity = old ? old->length * 2 : std::max<int64_t>(table->threshold, 1);
  if (!old && table->threshold == 0) capacity = 16;
  Value fresh = make_object_array(capacity);
  gc::ValueList entries;
  if (old) {
    for (int64_t i = 0; i < old->length; ++i) {
      for (Value e = old->items()[i]; !e.is_nil(); e = slots(e)[kNext]) entries.push_back(e);
    }
  }
  for (Value e : entries) append_to_bucket(cast<ObjectArray>(fresh), e);
  table->buckets.store(fresh);
  gc::write_barrier(table);
  table->threshold = capacity * 3 / 4;
}

void link_newest(HashTable* table, Value entry) {
  Value last = table->newest.load();
  put_slot(entry, kBefore, last);
  if (last.is_nil()) {
    table->oldest.store(entry);
  } else {
    put_slot(last, kAfter, entry);
  }
  table->newest.store(entry);
  gc::write_barrier(table);
}

void unlink(HashTable* table, Value entry) {
  Value before = slots(entry)[kBefore], after = slots(entry)[kAfter];
  if (before.is_nil()) {
    table->oldest.store(after);
  } else {
    put_slot(before, kAfter, after);
  }
  if (after.is_nil()) {
    table->newest.store(before);
  } else {
    put_slot(after, kBefore, before);
  }
  gc::write_barrier(table);
}

void table_touch(HashTable* table, Value entry) {
  if (!table->access_order || table->newest.load() == entry) return;
  unlink(table, entry);
  put_slot(entry, kAfter, Value::nil());
  link_newest(table, entry);
}

}  // namespace

Value make_hash_table(const char* class_name, bool linked) {
  Value type = find_class(class_name);
  auto* table = gc::make<HashTable>();
  table->type = type;
  table->linked = linked;
  std::string_view name = class_name;
  table->concurrent = name == "java.util.concurrent.ConcurrentHashMap" || name == "java.util.Hashtable";
  return Value::object(table);
}

void size_for_capacity(HashTable* table, int64_t capacity) { table->threshold = power_of_two(capacity); }
void size_for_mappings(HashTable* table, int64_t n) {
  if (n > 0) size_for_capacity(table, static_cast<int64_t>(static_cast<float>(n) / 0.75F + 1.0F));
}

Value find_entry(HashTable* table, Value key) {
  auto* buckets = try_cast<ObjectArray>(table->buckets.load());
  if (!buckets) return Value::nil();
  uint32_t hash = spread_hash(table, key);
  for (Value e = buckets->items()[hash & (buckets->length - 1)]; !e.is_nil(); e = slots(e)[kNext]) {
    if (hash_of(e) == hash && same_key(table, slots(e)[kKey], key)) return e;
  }
  return Value::nil();
}

Value table_value(HashTable* table, Value key, Value not_found) {
  Value entry = find_entry(table, key);
  return entry.is_nil() ? not_found : slots(entry)[kValue];
}

Value table_read(HashTable* table, Value key, Value not_found) {
  Value entry = find_entry(table, key);
  if (entry.is_nil()) return not_found;
  table_touch(table, entry);
  return slots(entry)[kValue];
}

Value table_insert(HashTable* table, Value key, Value value) {
  Value known = find_entry(table, key);
  if (!known.is_nil()) {
    Value old = slots(known)[kValue];
    put_slot(known, kValue, value);
    table_touch(table, known);
    return old;
  }
  if (table->buckets.load().is_nil()) grow(table);
  Value hash = make_long(spread_hash(table, key));
  Value entry = make_object_array(kEntrySlots);
  slots(entry)[kKey] = key;
  slots(entry)[kValue] = value;
  slots(entry)[kHash] = hash;
  append_to_bucket(cast<ObjectArray>(table->buckets.load()), entry);
  if (table->linked) link_newest(table, entry);
  if (++table->size > table->threshold) grow(table);
  return Value::absent();
}

Value table_delete(HashTable* table, Value key) {
  auto* buckets = try_cast<ObjectArray>(table->buckets.load());
  if (!buckets) return Value::absent();
  uint32_t hash = spread_hash(table, key);
  int64_t index = hash & (buckets->length - 1);
  Value before;
  for (Value e = buckets->items()[index]; !e.is_nil(); before = e, e = slots(e)[kNext]) {
    if (hash_of(e) != hash || !same_key(table, slots(e)[kKey], key)) continue;
    if (before.is_nil()) {
      buckets->items()[index] = slots(e)[kNext];
      gc::write_barrier_at(buckets, buckets->items() + index);
    } else {
      put_slot(before, kNext, slots(e)[kNext]);
    }
    if (table->linked) unlink(table, e);
    --table->size;
    return slots(e)[kValue];
  }
  return Value::absent();
}

void table_erase_all(HashTable* table) {
  auto* buckets = try_cast<ObjectArray>(table->buckets.load());
  if (buckets) std::fill_n(buckets->items(), buckets->length, Value::nil());
  table->oldest.store(Value::nil());
  table->newest.store(Value::nil());
  table->size = 0;
}

void table_entries(HashTable* table, gc::ValueList& out) {
  if (table->linked) {
    for (Value e = table->oldest.load(); !e.is_nil(); e = slots(e)[kAfter]) out.push_back(e);
    return;
  }
  auto* buckets = try_cast<ObjectArray>(table->buckets.load());
  for (int64_t i = 0; buckets && i < buckets->length; ++i) {
    for (Value e = buckets->items()[i]; !e.is_nil(); e = slots(e)[kNext]) out.push_back(e);
  }
}

}  // namespace clj::builtins::host
