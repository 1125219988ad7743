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
  if (table->layout == Layout::kHashtable) return hash;
  if (table->layout == Layout::kWeak) {
    hash ^= hash >> 20 ^ hash >> 12;
    return hash ^ hash >> 7 ^ hash >> 4;
  }
  return hash ^ hash >> 16;
}

int64_t bucket_index(const HashTable* table, uint32_t hash, int64_t length) {
  return table->layout == Layout::kHashtable ? (hash & 0x7fffffff) % length : hash & (length - 1);
}

bool from_last_bucket(const HashTable* table) { return table->layout == Layout::kHashtable || table->layout == Layout::kWeak; }

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

// The capacity that holds n mappings without growing, as the JVM reckons it.
int64_t mappings_capacity(int64_t n) { return static_cast<int64_t>(static_cast<float>(n) / 0.75F + 1.0F); }

void set_bucket(ObjectArray* buckets, int64_t index, Value entry) {
  buckets->items()[index] = entry;
  gc::write_barrier_at(buckets, buckets->items() + index);
}

void prepend(ObjectArray* buckets, int64_t index, Value entry) {
  put_slot(entry, kNext, buckets->items()[index]);
  set_bucket(buckets, index, entry);
}

void append(ObjectArray* buckets, int64_t index, Value entry) {
  put_slot(entry, kNext, Value::nil());
  Value at = buckets->items()[index];
  if (at.is_nil()) return set_bucket(buckets, index, entry);
  while (!slots(at)[kNext].is_nil()) at = slots(at)[kNext];
  put_slot(at, kNext, entry);
}

void chain_of(const ObjectArray* buckets, int64_t index, gc::ValueList& out) {
  for (Value e = buckets->items()[index]; !e.is_nil(); e = slots(e)[kNext]) out.push_back(e);
}

int64_t threshold_of(const HashTable* table, int64_t capacity) {
  return table->layout == Layout::kConcurrent ? capacity - capacity / 4 : capacity * 3 / 4;
}

int64_t first_capacity(const HashTable* table) {
  if (table->threshold) return table->threshold;
  return table->layout == Layout::kHashtable ? 11 : 16;
}

// The last entries of a chain that go to the same new bucket stay as they are; those before them are put before them, one by one.
void split_concurrent(const HashTable* table, ObjectArray* fresh, const gc::ValueList& chain) {
  auto index = [&](size_t i) { return bucket_index(table, hash_of(chain[i]), fresh->length); };
  size_t tail = chain.size();
  while (tail > 0 && (tail == chain.size() || index(tail - 1) == index(tail))) --tail;
  for (size_t i = tail; i < chain.size(); ++i) append(fresh, index(i), chain[i]);
  for (size_t i = 0; i < tail; ++i) prepend(fresh, index(i), chain[i]);
}

void move_entries(HashTable* table, const ObjectArray* old, ObjectArray* fresh) {
  for (int64_t n = 0; n < old->length; ++n) {
    gc::ValueList chain;
    chain_of(old, table->layout == Layout::kHashtable ? old->length - 1 - n : n, chain);
    if (table->layout == Layout::kConcurrent) {
      split_concurrent(table, fresh, chain);
      continue;
    }
    for (Value e : chain) {
      int64_t index = bucket_index(table, hash_of(e), fresh->length);
      table->layout == Layout::kHashMap ? append(fresh, index, e) : prepend(fresh, index, e);
    }
  }
}

void grow_to(HashTable* table, int64_t capacity) {
  auto* old = try_cast<ObjectArray>(table->buckets.load());
  Value fresh = make_object_array(capacity);
  if (old) move_entries(table, old, cast<ObjectArray>(fresh));
  table->buckets.store(fresh);
  gc::write_barrier(table);
  table->threshold = threshold_of(table, capacity);
}

void grow(HashTable* table) {
  auto* old = try_cast<ObjectArray>(table->buckets.load());
  grow_to(table, !old ? first_capacity(table) : old->length * 2 + (table->layout == Layout::kHashtable));
}

bool is_full(const HashTable* table) {
  return table->layout == Layout::kHashMap ? table->size > table->threshold : table->size >= table->threshold;
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

Value replace_value(HashTable* table, Value entry, Value value) {
  Value old = slots(entry)[kValue];
  put_slot(entry, kValue, value);
  table_touch(table, entry);
  return old;
}

void add_entry(HashTable* table, Value key, Value value, bool first) {
  Value hash = make_long(spread_hash(table, key));
  Value entry = make_object_array(kEntrySlots);
  slots(entry)[kKey] = key;
  slots(entry)[kValue] = value;
  slots(entry)[kHash] = hash;
  auto* buckets = cast<ObjectArray>(table->buckets.load());
  int64_t index = bucket_index(table, hash_of(entry), buckets->length);
  first ? prepend(buckets, index, entry) : append(buckets, index, entry);
  if (table->linked) link_newest(table, entry);
  ++table->size;
}

}  // namespace

Value make_hash_table(const char* class_name, bool linked) {
  auto* table = make_host_object<HashTable>(class_name);
  table->linked = linked;
  std::string_view name = class_name;
  if (name == "java.util.concurrent.ConcurrentHashMap") table->layout = Layout::kConcurrent;
  if (name == "java.util.Hashtable") table->layout = Layout::kHashtable;
  if (name == "java.util.WeakHashMap") table->layout = Layout::kWeak;
  table->concurrent = table->layout == Layout::kConcurrent || table->layout == Layout::kHashtable;
  return Value::object(table);
}

void size_for_capacity(HashTable* table, int64_t capacity) {
  if (table->layout == Layout::kConcurrent) capacity = mappings_capacity(std::max<int64_t>(capacity, 1));
  table->threshold = table->layout == Layout::kHashtable ? std::max<int64_t>(capacity, 1) : power_of_two(capacity);
}

void size_for_mappings(HashTable* table, int64_t n) {
  switch (table->layout) {
    case Layout::kHashMap:
      if (n > 0) size_for_capacity(table, mappings_capacity(n));
      break;
    case Layout::kConcurrent:
      table->threshold = 16;
      break;
    case Layout::kHashtable:
      table->threshold = std::max<int64_t>(2 * n, 11);
      break;
    case Layout::kWeak:
      size_for_capacity(table, std::max<int64_t>(mappings_capacity(n), 16));
      break;
  }
}

void reserve_mappings(HashTable* table, int64_t n) {
  bool empty = table->buckets.load().is_nil();
  if (table->layout == Layout::kHashMap && empty) {
    if (n > 0 && mappings_capacity(n) > table->threshold) size_for_capacity(table, mappings_capacity(n));
  } else if (table->layout == Layout::kHashMap) {
    while (n > table->threshold) grow(table);
  } else if (table->layout == Layout::kConcurrent) {
    int64_t wanted = power_of_two(n + n / 2 + 1);
    if (empty) {
      table->threshold = std::max(table->threshold, wanted);
      grow(table);
    }
    while (wanted > table->threshold) grow(table);
  } else if (table->layout == Layout::kWeak && !empty && n > table->threshold && table->size >= table->threshold / 2) {
    grow_to(table, std::max(power_of_two(mappings_capacity(n)), cast<ObjectArray>(table->buckets.load())->length));
  }
}

Value find_entry(HashTable* table, Value key) {
  auto* buckets = try_cast<ObjectArray>(table->buckets.load());
  if (!buckets) return Value::nil();
  uint32_t hash = spread_hash(table, key);
  for (Value e = buckets->items()[bucket_index(table, hash, buckets->length)]; !e.is_nil(); e = slots(e)[kNext]) {
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
  if (!known.is_nil()) return replace_value(table, known, value);
  if (table->buckets.load().is_nil() || (table->layout == Layout::kHashtable && is_full(table))) grow(table);
  add_entry(table, key, value, from_last_bucket(table));
  if (table->layout != Layout::kHashtable && is_full(table)) grow(table);
  return Value::absent();
}

void prepare_computation(HashTable* table) {
  if (table->layout == Layout::kHashMap && (table->buckets.load().is_nil() || is_full(table))) grow(table);
}

Value table_insert_computed(HashTable* table, Value key, Value value) {
  if (table->layout != Layout::kHashMap) return table_insert(table, key, value);
  Value known = find_entry(table, key);
  if (!known.is_nil()) return replace_value(table, known, value);
  add_entry(table, key, value, true);
  return Value::absent();
}

Value table_delete(HashTable* table, Value key) {
  auto* buckets = try_cast<ObjectArray>(table->buckets.load());
  if (!buckets) return Value::absent();
  uint32_t hash = spread_hash(table, key);
  int64_t index = bucket_index(table, hash, buckets->length);
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
  for (int64_t i = 0; buckets && i < buckets->length; ++i) chain_of(buckets, from_last_bucket(table) ? buckets->length - 1 - i : i, out);
}

}  // namespace clj::builtins::host
