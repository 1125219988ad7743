// The table behind java.util.HashMap and HashSet: buckets and their order as on the JVM, so
// that programs that print one see the same.
//
// Buckets are chains in insertion order; the table doubles at three quarters full, which keeps
// the order within a bucket. A linked table also remembers the order of insertion, or of access.
//
// Threads  One thread at a time. The concurrent map takes the object's monitor around calls.
#pragma once
#include "host_support.h"

namespace clj::builtins::host {

// One entry: an object array of these.
enum EntrySlot { kKey, kValue, kNext, kHash, kBefore, kAfter, kEntrySlots };

struct HashTable : HostObject {
  static constexpr uint16_t kSlots = 4;
  AtomicValue buckets;  // ObjectArray of first entries; nil until the first insertion
  AtomicValue oldest;   // of a linked table
  AtomicValue newest;
  int64_t size;
  int64_t threshold;    // the initial capacity before the first insertion
  bool linked;
  bool identity;        // keys are compared by identity
  bool concurrent;      // a ConcurrentHashMap or Hashtable: under its monitor, without nil
  bool access_order;    // of a linked table: what is read or written becomes the newest
};

Value make_hash_table(const char* class_name, bool linked);
// Sizes an empty table as the JVM's constructors do for n mappings or for a capacity.
void size_for_mappings(HashTable* table, int64_t n);
void size_for_capacity(HashTable* table, int64_t capacity);

// The entry (an ObjectArray) or nil.
Value find_entry(HashTable* table, Value key);
Value table_value(HashTable* table, Value key, Value not_found);
// The same for a caller that reads the entry as programs do: it becomes the newest one in access order.
Value table_read(HashTable* table, Value key, Value not_found);
// Returns the value before, absent() when there was none.
Value table_insert(HashTable* table, Value key, Value value);
Value table_delete(HashTable* table, Value key);
void table_erase_all(HashTable* table);
// Entries in iteration order.
void table_entries(HashTable* table, gc::ValueList& out);

}  // namespace clj::builtins::host
