// count, nth, conj, empty, peek, pop and the predicates.
#include <cstdint>
#include <utility>

#include "clj/core/array.h"
#include "clj/core/collections.h"
#include "clj/core/cursor.h"
#include "clj/core/error.h"
#include "clj/core/host.h"
#include "clj/core/list.h"
#include "clj/core/map.h"
#include "clj/core/numbers.h"
#include "clj/core/queue.h"
#include "clj/core/record.h"
#include "clj/core/seqs.h"
#include "clj/core/set.h"
#include "clj/core/sorted.h"
#include "clj/core/string_builder.h"
#include "clj/core/text.h"
#include "clj/core/vector.h"
#include "dead_stack.h"
#include "instances.h"
#include "maps.h"

namespace clj {
namespace {

uint16_t flags_of(Value v) { return v.is_object() ? info(v.as_object()->kind).flags : 0; }

int64_t count_of_range(LongRange* range) {
  if (range->count > INT32_MAX) throw_error(Error::kArithmetic, "integer overflow");
  return static_cast<int64_t>(range->count);
}

// Walks stand in functions of their own that are called last, so that no frame keeps the head
// of a lazy seq meanwhile (for_each.cpp).
[[gnu::noinline]] int64_t count_by_walking(Value coll) {
  ElementCursor cursor(coll);
  int64_t n = 0;
  for (Value v; cursor.next(v);) ++n;
  return n;
}

[[gnu::noinline]] int64_t count_of_sequence(Value coll) {
  prepare_walk(coll);
  return count_by_walking(coll);
}

int64_t count_of_other(Value coll) {
  if (answers_as_record(coll, roots.sym_m_count)) return record_count(coll);
  if (auto* builder = try_cast<StringBuilder>(coll)) return static_cast<int64_t>(builder->length);
  Value n;
  // `count` of a collection that is not Counted is for interop alone.
  bool walked = implements(coll, roots.class_persistent_collection) && !implements(coll, roots.class_counted);
  if (walked) return count_of_sequence(coll);
  if (try_method(coll, roots.sym_m_count, n)) return to_long(n);
  bool is_text = implements(coll, roots.class_char_sequence);
  Value name = is_text ? roots.sym_m_length : roots.sym_m_size, args[] = {coll};
  if (is_text || implements(coll, roots.class_java_collection) || implements(coll, roots.class_java_map)) {
    if (try_method(coll, name, n)) return to_long(n);
    if (has_host_method(coll, name, 0)) return to_long(call_host_method(name, args, 1));
  }
  if (is_coll(coll) || implements(coll, roots.class_java_collection)) return count_of_sequence(coll);
  if (implements(coll, roots.class_java_map_entry)) return 2;
  check_interface_method(coll, roots.class_counted, "count", 0);
  check_interface_method(coll, roots.class_char_sequence, "length", 0);
  check_interface_method(coll, roots.class_java_map, "size", 0);
  throw_error(Error::kUnsupportedOperation, "count not supported on this type: " + simple_class_name(coll));
}

[[noreturn]] void throw_without_message(Error error) {
  throw_value(make_throwable(error_class(error), Value::nil(), Value::nil(), Value::nil()));
}

Value missing(Value not_found, Error error = Error::kIndexOutOfBounds) {
  if (not_found.is_absent()) throw_without_message(error);
  return not_found;
}

[[gnu::noinline]] Value nth_by_walking(Value coll, int64_t index, Value not_found) {
  ElementCursor cursor(coll);
  if (index < 0) return missing(not_found);
  for (Value x; cursor.next(x);)
    if (index-- == 0) return x;
  return missing(not_found);
}

[[gnu::noinline]] Value nth_of_sequence(Value coll, int64_t index, Value not_found) {
  prepare_walk(coll);
  return nth_by_walking(coll, index, not_found);
}

// The entries that are passed over need be none.
[[gnu::noinline]] Value nth_of_keys_or_values(Value coll, int64_t index, Value not_found) {
  bool keys = is_kind(coll, Kind::kKeySeq);
  Value entry = nth_of_sequence(keys ? cast<KeySeq>(coll)->entries : cast<ValSeq>(coll)->entries, index, not_found);
  if (entry == not_found) return entry;
  return keys ? entry_key(entry) : entry_value(entry);
}

// A group of the last match.
Value nth_of_matcher(Value matcher, int64_t index, Value not_found) {
  Value args[] = {matcher, make_int(static_cast<int32_t>(index))};
  if (!not_found.is_absent()) {
    int64_t groups = to_long(call_host_method(make_symbol("", "groupCount"), args, 1));
    if (groups == 0 || index < 0 || index > groups) return not_found;
  }
  return call_host_method(make_symbol("", "group"), args, 2);
}

Value nth_of_builder(StringBuilder* builder, int64_t index, Value not_found) {
  if (static_cast<uint64_t>(index) < builder->length) return Value::character(builder->units()[index]);
  if (!not_found.is_absent()) return not_found;
  throw_error(Error::kStringIndexOutOfBounds, "index " + std::to_string(index) + ", length " + std::to_string(builder->length));
}

[[gnu::noinline]] Value nth_of_other(Value coll, int64_t index, Value not_found) {
  if (is_kind(coll, Kind::kMatcher)) return nth_of_matcher(coll, index, not_found);
  if (auto* builder = try_cast<StringBuilder>(coll)) return nth_of_builder(builder, index, not_found);
  Value x;
  if (not_found.is_absent() ? try_method(coll, roots.sym_m_nth, x, make_long(index))
                            : try_method(coll, roots.sym_m_nth, x, make_long(index), not_found))
    return x;
  check_interface_method(coll, roots.class_indexed, "nth", not_found.is_absent() ? 1 : 2);
  if (index < 0 && !not_found.is_absent()) return not_found;  // whatever the collection is
  if (is_sequential(coll)) return nth_of_sequence(coll, index, not_found);
  for (auto [interface, member] : {std::pair{roots.class_char_sequence, roots.sym_m_char_at},
                                   std::pair{roots.class_random_access, roots.sym_m_get}}) {
    if (!implements(coll, interface)) continue;
    bool outside = !not_found.is_absent() && (index < 0 || index >= count(coll));
    if (outside) return not_found;
    if (try_method(coll, member, x, make_long(index))) return x;
  }
  if (implements(coll, roots.class_java_map_entry)) {
    if (index == 0) return entry_key(coll);
    return index == 1 ? entry_value(coll) : missing(not_found);
  }
  Value args[] = {coll, make_long(index)};
  bool is_list = implements(coll, roots.class_random_access);
  if (is_list && !not_found.is_absent() && (index < 0 || index >= count(coll))) return not_found;
  Value name = is_list ? roots.sym_m_get : roots.sym_m_char_at;
  if (has_methods(coll) && !is_record(coll) && has_host_method(coll, name, 1)) return call_host_method(name, args, 2);
  throw_error(Error::kUnsupportedOperation, "nth not supported on this type: " + simple_class_name(coll));
}

// nth with `not_found` absent(): out of range throws.
Value nth_of(Value coll, int64_t index, Value not_found) {
  if (coll.is_nil()) return not_found.is_absent() ? coll : not_found;
  if (!coll.is_object()) return nth_of_other(coll, index, not_found);
  switch (coll.as_object()->kind) {
    case Kind::kVector: {
      auto* vector = cast<Vector>(coll);
      return static_cast<uint64_t>(index) < vector->count ? vector->at(static_cast<uint32_t>(index)) : missing(not_found);
    }
    case Kind::kMapEntry:
    case Kind::kSubVector:
    case Kind::kPrimitiveVector:
      return static_cast<uint64_t>(index) < vector_count(coll) ? vector_at(coll, static_cast<uint32_t>(index))
                                                               : missing(not_found);
    case Kind::kString: {
      auto* string = as_string(coll);
      if (static_cast<uint64_t>(index) < string->length)
        return Value::character(string->char_at(static_cast<uint32_t>(index)));
      if (!not_found.is_absent()) return not_found;
      throw_string_index(string, index);
    }
    case Kind::kTransientVector: {
      auto* t = cast<TransientVector>(coll);
      ensure_editable(t);
      return static_cast<uint64_t>(index) < t->count ? transient_vector_at(t, static_cast<uint32_t>(index))
                                                     : missing(not_found);
    }
    case Kind::kArrayChunk: {
      auto* chunk = cast<ArrayChunk>(coll);
      return static_cast<uint64_t>(index) < chunk->end - chunk->start ? cast<ObjectArray>(chunk->array)->items()[chunk->start + index]
                                                                      : missing(not_found);
    }
    case Kind::kLongRange: {
      auto* range = cast<LongRange>(coll);
      if (static_cast<uint64_t>(index) >= range->count) return missing(not_found);
      return make_long(range->start + index * range->step);
    }
    default: break;
  }
  if (is_array(coll)) {
    return static_cast<uint64_t>(index) < static_cast<uint64_t>(array_length(coll))
               ? array_at(coll, index)
               : missing(not_found, Error::kArrayIndexOutOfBounds);
  }
  if (is_kind(coll, Kind::kKeySeq) || is_kind(coll, Kind::kValSeq)) return nth_of_keys_or_values(coll, index, not_found);
  if (flags_of(coll) & kSequential) return nth_of_sequence(coll, index, not_found);
  return nth_of_other(coll, index, not_found);
}

Value conj_map(Value map, Value x) {
  if (x.is_nil()) return map;
  if (auto* entry = try_cast<MapEntry>(x)) return assoc(map, entry->key, entry->value);
  if (is_vector(x)) {
    if (count(x) != 2) throw_error(Error::kIllegalArgument, "Vector arg to map conj must be a pair");
    return assoc(map, nth(x, 0), nth(x, 1));
  }
  // A type of the program that is an entry is one even if it is a map, too.
  if (is_kind(x, Kind::kInstance) && implements(x, roots.class_java_map_entry)) return assoc(map, entry_key(x), entry_value(x));
  if (is_map(x)) {
    for_each_kv(x, [&](Value k, Value v) {
      map = assoc(map, k, v);
      return true;
    });
    return map;
  }
  if (implements(x, roots.class_java_map_entry)) return assoc(map, entry_key(x), entry_value(x));
  ElementCursor cursor(x);
  for (Value e; cursor.next(e);) map = assoc(map, entry_key(e), entry_value(e));
  return map;
}

}  // namespace

int64_t count(Value coll) {
  if (coll.is_nil()) return 0;
  if (!coll.is_object()) return count_of_other(coll);
  switch (coll.as_object()->kind) {
    case Kind::kEmptyList: return 0;
    case Kind::kList: return cast<List>(coll)->count;
    case Kind::kVector: return cast<Vector>(coll)->count;
    case Kind::kMapEntry:
    case Kind::kSubVector:
    case Kind::kPrimitiveVector: return vector_count(coll);
    case Kind::kArrayMap: return cast<ArrayMap>(coll)->count();
    case Kind::kHashMap: return cast<HashMap>(coll)->count;
    case Kind::kTreeMap: return tree_size(cast<TreeMap>(coll)->root);
    case Kind::kHashSet: return cast<HashSet>(coll)->count;
    case Kind::kTreeSet: return tree_size(cast<TreeSet>(coll)->root);
    case Kind::kQueue: return cast<Queue>(coll)->count;
    case Kind::kString: return as_string(coll)->length;
    case Kind::kVectorSeq: {
      auto* s = cast<VectorSeq>(coll);
      return cast<Vector>(s->vector)->count - s->index;
    }
    case Kind::kVectorRSeq: return cast<VectorRSeq>(coll)->index + 1;
    case Kind::kSubVectorSeq: return vector_count(cast<SubVectorSeq>(coll)->vector) - cast<SubVectorSeq>(coll)->index;
    case Kind::kStringSeq: return as_string(cast<StringSeq>(coll)->string)->length - cast<StringSeq>(coll)->index;
    case Kind::kArraySeq: return array_length(cast<ArraySeq>(coll)->array) - cast<ArraySeq>(coll)->index;
    case Kind::kArrayMapSeq: return cast<ArrayMap>(cast<ArrayMapSeq>(coll)->map)->count() - cast<ArrayMapSeq>(coll)->index;
    case Kind::kTreeMapSeq: return cast<TreeMapSeq>(coll)->count;
    case Kind::kKeySeq: return count(cast<KeySeq>(coll)->entries);
    case Kind::kValSeq: return count(cast<ValSeq>(coll)->entries);
    case Kind::kQueueSeq: return count(cast<QueueSeq>(coll)->front) + count(cast<QueueSeq>(coll)->rear);
    case Kind::kLongRange: return count_of_range(cast<LongRange>(coll));
    case Kind::kArrayChunk: return cast<ArrayChunk>(coll)->end - cast<ArrayChunk>(coll)->start;
    case Kind::kChunkBuffer: return cast<ChunkBuffer>(coll)->count;
    case Kind::kTransientVector: ensure_editable(cast<TransientVector>(coll)); return cast<TransientVector>(coll)->count;
    case Kind::kTransientArrayMap:
      ensure_editable(cast<TransientArrayMap>(coll));
      return cast<TransientArrayMap>(coll)->count;
    case Kind::kTransientHashMap:
      ensure_editable(cast<TransientHashMap>(coll));
      return cast<TransientHashMap>(coll)->count;
    case Kind::kTransientHashSet:
      ensure_editable(cast<TransientHashSet>(coll));
      return cast<TransientHashSet>(coll)->count;
    default:
      if (is_array(coll)) return array_length(coll);
      if (flags_of(coll) & kSequential) return count_of_sequence(coll);
      return count_of_other(coll);
  }
}

bool is_counted(Value v) {
  if (!v.is_object()) return false;
  switch (v.as_object()->kind) {
    case Kind::kEmptyList:
    case Kind::kList:
    case Kind::kVector:
    case Kind::kMapEntry:
    case Kind::kSubVector:
    case Kind::kPrimitiveVector:
    case Kind::kArrayMap:
    case Kind::kHashMap:
    case Kind::kTreeMap:
    case Kind::kHashSet:
    case Kind::kTreeSet:
    case Kind::kQueue:
    case Kind::kVectorSeq:
    case Kind::kVectorRSeq:
    case Kind::kSubVectorSeq:
    case Kind::kStringSeq:
    case Kind::kArraySeq:
    case Kind::kArrayMapSeq:
    case Kind::kArrayChunk:
    case Kind::kChunkBuffer:
    case Kind::kTransientVector:
    case Kind::kTransientArrayMap:
    case Kind::kTransientHashMap:
    case Kind::kTransientHashSet: return true;
    case Kind::kLongRange: return !v.as_object()->has_flag(LongRange::kGeneral);
    default: return is_record(v) || implements(v, roots.class_counted);
  }
}

Value nth(Value coll, int64_t index) { return nth_of(coll, index, Value::absent()); }
Value nth(Value coll, int64_t index, Value not_found) { return nth_of(coll, index, not_found); }

Value conj(Value coll, Value x) {
  if (coll.is_nil()) return make_list_cell(x, coll);
  if (coll.is_object()) {
    switch (coll.as_object()->kind) {
      case Kind::kVector:
      case Kind::kMapEntry:
      case Kind::kSubVector:
      case Kind::kPrimitiveVector: return vector_conj(coll, x);
      case Kind::kList: return make_list_cell(x, coll, cast<List>(coll)->meta);
      case Kind::kEmptyList: return make_list_cell(x, Value::nil(), cast<EmptyList>(coll)->meta);
      case Kind::kArrayMap:
      case Kind::kHashMap:
      case Kind::kTreeMap: return conj_map(coll, x);
      case Kind::kHashSet: return hash_set_conj(coll, x);
      case Kind::kTreeSet: return tree_set_conj(coll, x);
      case Kind::kQueue: return queue_conj(coll, x);
      case Kind::kLazySeq: return cons(x, seq(coll));
      default: break;
    }
    if (flags_of(coll) & kSeq) return make_cons(x, coll);
    // A vector of another length than two is no mistake here: the first two elements count.
    if (answers_as_record(coll, roots.sym_m_cons)) return is_vector(x) ? assoc(coll, nth(x, 0), nth(x, 1)) : conj_map(coll, x);
    Value result;
    if (try_method(coll, roots.sym_m_cons, result, x)) return result;
  }
  throw_class_cast(coll, "clojure.lang.IPersistentCollection");
}

Value empty(Value coll) {
  if (!coll.is_object()) return Value::nil();
  switch (coll.as_object()->kind) {
    case Kind::kVector: return with_meta(roots.empty_vector, cast<Vector>(coll)->meta);
    case Kind::kSubVector: return with_meta(roots.empty_vector, cast<SubVector>(coll)->meta);
    case Kind::kPrimitiveVector: return make_primitive_vector(cast<PrimitiveVector>(coll)->array_kind);
    case Kind::kList: return make_empty_list(cast<List>(coll)->meta);
    case Kind::kEmptyList: return coll;
    case Kind::kArrayMap: return with_meta(roots.empty_array_map, cast<ArrayMap>(coll)->meta);
    case Kind::kHashMap: return with_meta(roots.empty_hash_map, cast<HashMap>(coll)->meta);
    case Kind::kHashSet: return with_meta(roots.empty_hash_set, cast<HashSet>(coll)->meta);
    case Kind::kTreeMap: return with_meta(make_tree_map(cast<TreeMap>(coll)->comparator), cast<TreeMap>(coll)->meta);
    case Kind::kTreeSet: return with_meta(make_tree_set(cast<TreeSet>(coll)->comparator), cast<TreeSet>(coll)->meta);
    case Kind::kQueue: return with_meta(roots.empty_queue, cast<Queue>(coll)->meta);
    case Kind::kLazySeq: return roots.empty_list;
    default: break;
  }
  if (flags_of(coll) & kSeq) return roots.empty_list;
  if (answers_as_record(coll, roots.sym_m_empty))
    throw_error(Error::kUnsupportedOperation, "Can't create empty: " + class_name(coll));
  Value result;
  if (!try_method(coll, roots.sym_m_empty, result)) check_interface_method(coll, roots.class_persistent_collection, "empty", 0);
  return result;
}

Value peek(Value coll) {
  if (coll.is_nil()) return coll;
  if (coll.is_object()) {
    Kind kind = coll.as_object()->kind;
    if (is_vector_kind(kind)) {
      uint32_t n = vector_count(coll);
      return n == 0 ? Value::nil() : vector_at(coll, n - 1);
    }
    if (kind == Kind::kList) return cast<List>(coll)->first;
    if (kind == Kind::kEmptyList) return Value::nil();
    if (kind == Kind::kQueue) return queue_peek(coll);
    Value result;
    if (try_method(coll, roots.sym_m_peek, result)) return result;
  }
  throw_class_cast(coll, "clojure.lang.IPersistentStack");
}

Value pop(Value coll) {
  if (coll.is_nil()) return coll;
  if (coll.is_object()) {
    Kind kind = coll.as_object()->kind;
    if (is_vector_kind(kind)) return vector_pop(coll);
    if (kind == Kind::kList) {
      auto* list = cast<List>(coll);
      return list->rest.is_nil() ? make_empty_list(list->meta) : list->rest;
    }
    if (kind == Kind::kEmptyList) throw_error(Error::kIllegalState, "Can't pop empty list");
    if (kind == Kind::kQueue) return queue_pop(coll);
    Value result;
    if (try_method(coll, roots.sym_m_pop, result)) return result;
    check_interface_method(coll, find_class("clojure.lang.IPersistentStack"), "pop", 0);
  }
  throw_class_cast(coll, "clojure.lang.IPersistentStack");
}

bool is_seq(Value v) {
  return flags_of(v) & kSeq || is_kind(v, Kind::kLazySeq) || is_kind(v, Kind::kEmptyList) ||
         implements(v, roots.class_seq);
}
bool is_sequential(Value v) { return flags_of(v) & kSequential || implements(v, roots.class_sequential); }
bool is_vector(Value v) {
  return (v.is_object() && is_vector_kind(v.as_object()->kind)) || implements(v, roots.class_persistent_vector);
}
bool is_map(Value v) { return flags_of(v) & kMap || is_record(v) || implements(v, roots.class_persistent_map); }
bool is_set(Value v) { return flags_of(v) & kSet || implements(v, roots.class_persistent_set); }
bool is_coll(Value v) {
  return flags_of(v) & (kSequential | kMap | kSet) || is_record(v) ||
         implements(v, roots.class_persistent_collection);
}
bool is_associative(Value v) {
  return (v.is_object() && is_vector_kind(v.as_object()->kind)) || flags_of(v) & kMap || is_record(v) ||
         implements(v, roots.class_associative);
}
bool is_list(Value v) {
  return is_kind(v, Kind::kList) || is_kind(v, Kind::kEmptyList) || is_kind(v, Kind::kQueue) ||
         implements(v, roots.class_persistent_list);
}

}  // namespace clj
