// The table behind java.util.HashMap and HashSet: buckets and their order as on the JVM, so
// that programs that print one see the same.
//
// Buckets are chains; each class has its own rule for where an entry goes in one, when a table grows
// and how that changes the chains (Layout). A linked table also remembers the order of insertion, or of access.
//
// Threads  One thread at a time. The concurrent map takes the object's monitor around calls.
#pragma once
#include "host_support.h"

namespace clj::builtins::host {

// One entry: an object array of these.
enum EntrySlot { kKey, kValue, kNext, kHash, kBefore, kAfter, kEntrySlots };

// Whose table it is:
//   kHashMap     new entries at the end of a chain, those of compute and its kin at the beginning; doubles behind
//                the entry that is over three quarters, which keeps the order in a chain
//   kConcurrent  ConcurrentHashMap: at the end; doubles at three quarters, which turns parts of a chain around
//   kHashtable   at the beginning; lengths are 2n + 1, grows before an insertion; goes from the last bucket to the first
//   kWeak        WeakHashMap: at the beginning; doubles at three quarters; goes from the last bucket to the first
enum class Layout : uint8_t { kHashMap, kConcurrent, kHashtable, kWeak };

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
  Layout layout;
};

Value make_hash_table(const char* class_name, bool linked);
// Sizes an empty table as the JVM's constructors do for n mappings or for a capacity.
void size_for_mappings(HashTable* table, int64_t n);
void size_for_capacity(HashTable* table, int64_t capacity);
// Makes room for n mappings that putAll is about to add, as far as the JVM's class does so beforehand.
void reserve_mappings(HashTable* table, int64_t n);

// The entry (an ObjectArray) or nil.
Value find_entry(HashTable* table, Value key);
Value table_value(HashTable* table, Value key, Value not_found);
// The same for a caller that reads the entry as programs do: it becomes the newest one in access order.
Value table_read(HashTable* table, Value key, Value not_found);
// Returns the value before, absent() when there was none.
Value table_insert(HashTable* table, Value key, Value value);
// Before compute, computeIfAbsent and merge look for the key: a HashMap that is over its threshold grows now.
void prepare_computation(HashTable* table);
// Inserts what one of them made.
Value table_insert_computed(HashTable* table, Value key, Value value);
Value table_delete(HashTable* table, Value key);
void table_erase_all(HashTable* table);
// Entries in iteration order.
void table_entries(HashTable* table, gc::ValueList& out);
void keys_of(HashTable* table, gc::ValueList& out, EntrySlot slot = kKey);

// The table that a member is called on.
inline HashTable* self(Value* args) { return static_cast<HashTable*>(args[0].as_object()); }
constexpr const char* kIllegalCapacity = "Illegal initial capacity: ";
// A capacity that is a number; each class has its words for one that is less than nothing, or none.
int32_t capacity_arg(Value v, const char* refusal);

}  // namespace clj::builtins::host
