// hash and .hashCode.
#include "clj/core/collections.h"
#include "clj/core/cursor.h"
#include "clj/core/equality.h"
#include "clj/core/error.h"
#include "clj/core/map.h"
#include "clj/core/numbers.h"
#include "clj/core/record.h"
#include "clj/core/scalar.h"
#include "clj/core/tagged.h"
#include "clj/core/text.h"
#include "clj/core/host.h"
#include "dead_stack.h"
#include "instances.h"

namespace clj {
namespace {

uint16_t flags_of(Value v) { return info(v.as_object()->kind).flags; }

// Sequential collections: 31 * h + hash(e).
[[gnu::noinline]] uint32_t hash_ordered(Value coll) {
  // The cursor takes the only copy, so that the head of a lazy seq is not kept (for_each.cpp).
  ElementCursor cursor(coll);
  check_stack();
  uint32_t hash = 1, n = 0;
  for (Value v; cursor.next(v); ++n) hash = 31 * hash + hash_eq(v);
  return murmur3::mix_collection(hash, n);
}

uint32_t hash_entry(Value key, Value value) {
  return murmur3::mix_collection(31 * (31 + hash_eq(key)) + hash_eq(value), 2);
}

uint32_t hash_map(Value map) {
  uint32_t hash = 0, n = 0;
  for_each_kv(map, [&](Value k, Value v) {
    hash += hash_entry(k, v);
    ++n;
    return true;
  });
  return murmur3::mix_collection(hash, n);
}

uint32_t hash_set(Value set) {
  uint32_t hash = 0, n = 0;
  for_each(set, [&](Value v) {
    hash += hash_eq(v);
    ++n;
    return true;
  });
  return murmur3::mix_collection(hash, n);
}

uint32_t hash_collection(Value v) {
  uint16_t flags = flags_of(v);
  if (!(flags & (kMap | kSet))) {
    prepare_walk(v);
    return hash_ordered(v);
  }
  check_stack();
  return flags & kMap ? hash_map(v) : hash_set(v);
}

bool is_collection(Value v) {
  return flags_of(v) & (kSequential | kMap | kSet);
}

// Values whose two hashes are one.
uint32_t hash_of_other(Value v, Value method) {
  Value hash;
  if (try_method(v, method, hash)) return static_cast<uint32_t>(to_long_unchecked(hash));
  if (!(method == roots.sym_m_hash_code) && try_method(v, roots.sym_m_hash_code, hash))
    return static_cast<uint32_t>(to_long_unchecked(hash));
  if (is_kind(v, Kind::kHostObject) && has_host_method(v, roots.sym_m_hash_code, 0)) {
    Value args[] = {v};
    return static_cast<uint32_t>(to_long_unchecked(call_host_method(roots.sym_m_hash_code, args, 1)));
  }
  return identity_hash(v.as_object());
}

uint32_t hash_record(Value record) {
  auto* r = cast<Instance>(record);
  if (uint32_t hash = r->cached_hash()) return hash;
  Value type = make_symbol(Value::nil(), cast<Class>(r->type)->name);
  uint32_t hash = hash_eq(type) ^ hash_map(record);
  r->cache_hash(hash);
  return hash;
}

[[gnu::noinline]] uint32_t java_hash_ordered(Value coll) {
  ElementCursor cursor(coll);
  check_stack();
  uint32_t hash = 1;
  for (Value v; cursor.next(v);) hash = 31 * hash + java_hash_code(v);
  return hash;
}

uint32_t java_hash_map(Value map) {
  uint32_t hash = 0;
  for_each_kv(map, [&](Value k, Value v) {
    hash += java_hash_code(k) ^ java_hash_code(v);
    return true;
  });
  return hash;
}

uint32_t java_hash_collection(Value v) {
  if (!(flags_of(v) & (kMap | kSet))) return java_hash_ordered(v);
  check_stack();
  if (flags_of(v) & kMap) return java_hash_map(v);
  uint32_t hash = 0;
  for_each(v, [&](Value x) {
    hash += java_hash_code(x);
    return true;
  });
  return hash;
}

// As StackTraceElement.hashCode; its class loader, module and version are always null.
uint32_t hash_of_stack_element(const StackTraceElement* element) {
  uint32_t hash = 31 * java_hash_code(element->class_name) + java_hash_code(element->method_name);
  hash = 31 * (31 * 31 * 31 * hash) + java_hash_code(element->file_name);
  return 31 * hash + (element->line.is_nil() ? ~0u : static_cast<uint32_t>(to_long_unchecked(element->line)));
}

// Scalars, and the kinds of data that are neither scalar nor collection.
uint32_t hash_of_data(Value v, bool is_java) {
  if (auto* literal = try_cast<TaggedLiteral>(v))
    return 31 * java_hash_code(literal->tag) + java_hash_code(literal->form);
  if (auto* conditional = try_cast<ReaderConditional>(v))
    return 31 * java_hash_code(conditional->form) + java_hash_code(conditional->splicing);
  if (auto* element = try_cast<StackTraceElement>(v)) return hash_of_stack_element(element);
  return is_java ? java_hash_scalar(v) : hash_eq_scalar(v);
}

}  // namespace

uint32_t hash_eq(Value v) {
  if (v.is_inline_long()) return murmur3::hash_long(static_cast<uint64_t>(v.as_inline_long()));
  if (!v.is_object()) return hash_eq_scalar(v);
  Object* object = v.as_object();
  switch (object->kind) {
    case Kind::kKeyword: return hash_eq(static_cast<const Keyword*>(object));
    case Kind::kSymbol: return hash_eq(static_cast<const Symbol*>(object));
    case Kind::kString: return murmur3::hash_int(java_hash(static_cast<const String*>(object)));
    default: break;
  }
  if (is_collection(v)) {
    // The cache word of mutable kinds may have another use.
    if (flags_of(v) & kMutable) return hash_collection(v);
    if (uint32_t hash = object->cached_hash()) return hash;
    uint32_t hash = hash_collection(v);
    object->cache_hash(hash);
    return hash;
  }
  if (answers_as_record(v, roots.sym_m_hasheq)) return hash_record(v);
  if (has_methods(v)) return hash_of_other(v, roots.sym_m_hasheq);
  return hash_of_data(v, false);
}

uint32_t java_hash_code(Value v) {
  if (!v.is_object()) return java_hash_scalar(v);
  if (is_collection(v)) return java_hash_collection(v);
  if (answers_as_record(v, roots.sym_m_hash_code)) return java_hash_map(v);
  if (has_methods(v)) return hash_of_other(v, roots.sym_m_hash_code);
  return hash_of_data(v, true);
}

}  // namespace clj
