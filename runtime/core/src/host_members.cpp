// Rows are grouped by class in the tables; an index of class name to rows is built when first
// needed. A small direct-mapped cache of (class, name, kind, argument count) to row answers
// nearly every call. Host classes are never collected, so their addresses may stand in it.
#include "host_members.h"

#include <atomic>
#include <cstring>
#include <mutex>
#include <unordered_map>
#include <vector>

#include "class_table.h"
#include "clj/core/collections.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/gc/heap.h"

namespace clj {

const HostMember* host_members = nullptr;
uint32_t host_member_count = 0;

namespace {

struct Range {
  uint32_t first, count;
};
// The rows of each class that has some.
struct Index {
  std::unordered_map<std::string_view, uint16_t> numbers;  // by the class's name, into `rows`
  std::vector<std::vector<Range>> rows;
};

const Index& index() {
  static Index* built = nullptr;
  static std::once_flag once;
  std::call_once(once, [] {
    built = new Index;
    for (uint32_t i = 0; i < host_member_count;) {
      uint32_t start = i;
      std::string_view name = host_members[i].class_name;
      while (i < host_member_count && name == host_members[i].class_name) ++i;
      auto [entry, added] = built->numbers.try_emplace(name, static_cast<uint16_t>(built->rows.size()));
      if (added) built->rows.emplace_back();
      built->rows[entry->second].push_back({start, i - start});
    }
  });
  return *built;
}

bool takes(const HostMember& row, uint32_t count) {
  return count >= static_cast<uint32_t>(row.min_args) &&
         (row.max_args < 0 || count <= static_cast<uint32_t>(row.max_args));
}

constexpr uint32_t kAnyCount = UINT32_MAX;

// An entry of these caches packs the class's address (48 bits) and a number (16 bits).
uint64_t packed_entry(const Class* cls, uint64_t number) { return reinterpret_cast<uintptr_t>(cls) << 16 | number; }

// A program's own classes and interfaces have no rows and are collected, after which another class may have the address.
bool is_permanent(const Class* cls) { return !cls->has_flag(Class::kDeftype | Class::kRecord) && cls->extra.is_nil(); }

constexpr uint16_t kNoRows = 0xFFFF;
std::atomic<uint64_t> rows_cache[512];

uint16_t rows_number(const Class* cls) {
  std::atomic<uint64_t>& entry = rows_cache[cls->cached_hash() % std::size(rows_cache)];
  uint64_t packed = entry.load(std::memory_order_relaxed);
  if (packed >> 16 == reinterpret_cast<uintptr_t>(cls)) return packed & 0xFFFF;
  auto found = index().numbers.find(to_utf8(cls->name));
  uint16_t number = found == index().numbers.end() ? kNoRows : found->second;
  if (is_permanent(cls)) entry.store(packed_entry(cls, number), std::memory_order_relaxed);
  return number;
}

const HostMember* find_in_class(const Class* cls, MemberKind kind, std::string_view name, uint32_t count) {
  uint16_t number = rows_number(cls);
  if (number == kNoRows) return nullptr;
  for (Range range : index().rows[number]) {
    for (uint32_t i = range.first; i < range.first + range.count; ++i) {
      const HostMember& row = host_members[i];
      if (row.kind == kind && name == row.name && (count == kAnyCount || takes(row, count))) return &row;
    }
  }
  return nullptr;
}

const HostMember* find_in_interfaces(const Class* cls, MemberKind kind, std::string_view name, uint32_t count) {
  const HostMember* found = nullptr;
  for_each(cls->interfaces, [&](Value interface) {
    const Class* c = cast<Class>(interface);
    found = find_in_class(c, kind, name, count);
    if (!found) found = find_in_interfaces(c, kind, name, count);
    return !found;
  });
  return found;
}

const HostMember* find_uncached(Value cls, MemberKind kind, std::string_view name, uint32_t count) {
  const Class* own = cast<Class>(cls);
  bool inherited = kind == MemberKind::kMethod || kind == MemberKind::kField;
  if (!inherited) return find_in_class(own, kind, name, count);
  for (const Class* c = own;; c = cast<Class>(c->superclass)) {
    if (const HostMember* found = find_in_class(c, kind, name, count)) return found;
    if (c->superclass.is_nil()) break;
  }
  for (const Class* c = own;; c = cast<Class>(c->superclass)) {
    if (const HostMember* found = find_in_interfaces(c, kind, name, count)) return found;
    if (c->superclass.is_nil()) break;
  }
  return own->has_flag(Class::kInterface) ? find_in_class(cast<Class>(object_class()), kind, name, count) : nullptr;
}

// The number is the row's.
constexpr size_t kCacheSize = 1024;
std::atomic<uint64_t> cache[kCacheSize];

size_t cache_slot(uint32_t class_hash, uint32_t name_hash, MemberKind kind, uint32_t count) {
  uint32_t hash = (class_hash * 31 + name_hash) * 31 + count * 8 + static_cast<uint32_t>(kind);
  return (hash ^ hash >> 16) % kCacheSize;
}

uint32_t hash_of(std::string_view name) {
  uint32_t hash = 0;
  for (char c : name) hash = hash * 31 + static_cast<unsigned char>(c);
  return hash;
}

bool is_named(const HostMember& row, std::string_view name) {
  return std::strncmp(row.name, name.data(), name.size()) == 0 && row.name[name.size()] == '\0';
}

}  // namespace

const HostMember* find_host_member(Value cls, MemberKind kind, std::string_view name, uint32_t name_hash,
                                   uint32_t count) {
  const Class* c = cast<Class>(cls);
  std::atomic<uint64_t>& entry = cache[cache_slot(c->cached_hash(), name_hash, kind, count)];
  uint64_t packed = entry.load(std::memory_order_relaxed);
  if (packed >> 16 == reinterpret_cast<uintptr_t>(c)) {
    const HostMember& row = host_members[packed & 0xFFFF];
    if (row.kind == kind && takes(row, count) && is_named(row, name)) return &row;
  }
  const HostMember* found = find_uncached(cls, kind, name, count);
  if (found && is_permanent(c)) {
    entry.store(packed_entry(c, static_cast<uint64_t>(found - host_members)), std::memory_order_relaxed);
  }
  return found;
}

const HostMember* find_host_member(Value cls, MemberKind kind, std::string_view name, uint32_t count) {
  return find_host_member(cls, kind, name, hash_of(name), count);
}

const HostMember* find_host_member_named(Value cls, MemberKind kind, std::string_view name) {
  return find_uncached(cls, kind, name, kAnyCount);
}

}  // namespace clj
