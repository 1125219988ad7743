// Keywords and their intern table.
//
// The table is a heap object (roots.keyword_table): open addressing over a power of two of
// slots, at most half full, entries never removed. Lookups take no lock: a slot goes from nil
// to a keyword once, and a grown table is published whole. Insertion holds `insert_lock`, never
// across an allocation, so that no thread waits for a lock whose holder waits at a safepoint.
#include <bit>
#include <mutex>

#include "clj/core/equality.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/gc/heap.h"

namespace clj {

namespace {

constexpr uint64_t kFirstCapacity = 4096;
constexpr uint32_t kHashOffset = 0x9e3779b9u;  // a keyword hashes as its symbol plus this

std::mutex insert_lock;

// aux counts the entries.
struct KeywordTable : Object {
  static constexpr Kind kKind = Kind::kKeywordTable;
  uint64_t capacity;  // the slot count, see Object::kManySlots
  AtomicValue* entries() { return reinterpret_cast<AtomicValue*>(this + 1); }
};

KeywordTable* make_table(uint64_t capacity) {
  auto* table = static_cast<KeywordTable*>(gc::allocate_object(
      KeywordTable::kKind, Object::kManySlots, sizeof(KeywordTable) + capacity * sizeof(Value)));
  table->capacity = capacity;
  return table;
}

std::atomic_ref<Value> table_root() { return std::atomic_ref<Value>(roots.keyword_table); }
KeywordTable* current_table() {
  return static_cast<KeywordTable*>(table_root().load(std::memory_order_acquire).as_object());
}

// The index of `symbol`'s keyword, or of the empty slot where it belongs.
uint64_t probe(KeywordTable* table, const Symbol* symbol) {
  uint64_t mask = table->capacity - 1;
  for (uint64_t i = hash_eq(symbol) & mask;; i = (i + 1) & mask) {
    Value entry = table->entries()[i].load();
    if (entry.is_nil() || equal(cast<Symbol>(cast<Keyword>(entry)->symbol), symbol)) return i;
  }
}

void insert(KeywordTable* table, Value keyword) {
  table->entries()[probe(table, cast<Symbol>(cast<Keyword>(keyword)->symbol))].store(keyword);
  table->aux.fetch_add(1, std::memory_order_relaxed);
  gc::write_barrier(table);
}

// Moves to a table of at least `capacity` slots unless another thread has.
void grow(uint64_t capacity) {
  KeywordTable* bigger = make_table(capacity);
  std::lock_guard lock(insert_lock);
  KeywordTable* table = current_table();
  if (table && table->capacity >= capacity) return;
  for (uint64_t i = 0; table && i < table->capacity; ++i) {
    Value entry = table->entries()[i].load();
    if (!entry.is_nil()) insert(bigger, entry);
  }
  table_root().store(Value::object(bigger), std::memory_order_release);
}

}  // namespace

Value find_keyword(Value symbol) {
  KeywordTable* table = current_table();
  return table ? table->entries()[probe(table, cast<Symbol>(symbol))].load() : Value::nil();
}

void replace_keyword_table(const Value* keywords, size_t count) {
  KeywordTable* table = make_table(std::bit_ceil(2 * count + kFirstCapacity / 16));
  for (size_t i = 0; i < count; ++i) insert(table, keywords[i]);
  table_root().store(Value::object(table), std::memory_order_release);
}

Value make_keyword(Value symbol) {
  Value found = find_keyword(symbol);
  if (!found.is_nil()) return found;
  const auto* name = cast<Symbol>(symbol);
  if (!name->meta.is_nil()) symbol = make_symbol(name->ns, name->name);
  auto* keyword = gc::make<Keyword>();
  keyword->symbol = symbol;
  keyword->cache_hash(hash_eq(cast<Symbol>(symbol)) + kHashOffset);
  for (;;) {
    uint64_t wanted = kFirstCapacity;
    {
      std::lock_guard lock(insert_lock);
      if (KeywordTable* table = current_table()) {
        Value entry = table->entries()[probe(table, cast<Symbol>(symbol))].load();
        if (!entry.is_nil()) return entry;
        if (2 * (uint64_t{table->aux.load(std::memory_order_relaxed)} + 1) <= table->capacity) {
          insert(table, Value::object(keyword));
          return Value::object(keyword);
        }
        wanted = 2 * table->capacity;
      }
    }
    grow(wanted);
  }
}

Value make_keyword(std::string_view ns, std::string_view name) { return make_keyword(make_symbol(ns, name)); }

void for_each_keyword(void (*visit)(void* context, Value keyword), void* context) {
  KeywordTable* table = current_table();
  for (uint64_t i = 0; i < table->capacity; ++i) {
    Value entry = table->entries()[i].load();
    if (!entry.is_nil()) visit(context, entry);
  }
}

int compare(const Keyword* a, const Keyword* b) {
  return a == b ? 0 : compare(cast<Symbol>(a->symbol), cast<Symbol>(b->symbol));
}
uint32_t hash_eq(const Keyword* keyword) { return hash_eq(cast<Symbol>(keyword->symbol)) + kHashOffset; }
uint32_t java_hash(const Keyword* keyword) { return java_hash(cast<Symbol>(keyword->symbol)) + kHashOffset; }

}  // namespace clj
