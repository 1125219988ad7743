// seq, first, next, rest, cons: what everything that walks is built on.
#include "clj/core/array.h"
#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/host.h"
#include "clj/core/list.h"
#include "clj/core/numbers.h"
#include "clj/core/queue.h"
#include "clj/core/record.h"
#include "clj/core/seqs.h"
#include "clj/core/sorted.h"
#include "clj/core/string_builder.h"
#include "clj/core/text.h"
#include "clj/core/var.h"
#include "entries.h"
#include "instances.h"
#include "maps.h"
#include "ranges.h"
#include "vectors.h"

namespace clj {
namespace {

bool is_seq_kind(Value v) { return info(v.as_object()->kind).flags & kSeq; }

Value make_key_seq(Value entries) {
  if (entries.is_nil()) return entries;
  auto* s = gc::make<KeySeq>();
  s->entries = entries;
  return Value::object(s);
}

Value make_val_seq(Value entries) {
  if (entries.is_nil()) return entries;
  auto* s = gc::make<ValSeq>();
  s->entries = entries;
  return Value::object(s);
}

Value make_indexed_seq(Value vector, uint32_t index) {
  auto* s = gc::make<SubVectorSeq>();
  s->vector = vector;
  s->index = index;
  return Value::object(s);
}

Value make_string_seq_at(Value string, uint32_t index, Value meta = Value::nil()) {
  auto* s = gc::make<StringSeq>();
  s->string = string;
  s->meta = meta;
  s->index = index;
  return Value::object(s);
}

Value set_seq(const HashSet* set) {
  Value s = trie::make_seq(set->root);
  if (!set->nil_value.is_absent()) s = make_cons(make_map_entry(Value::nil(), Value::nil()), s);
  return make_key_seq(s);
}

// Seqs of what programs define themselves, and of host collections.
Value seq_of_other(Value coll) {
  if (answers_as_record(coll, roots.sym_m_seq)) return record_seq(coll);
  Value s;
  if (try_method(coll, roots.sym_m_seq, s)) return s;
  if (implements(coll, roots.class_java_map)) {
    check_interface_method(coll, roots.class_java_map, "entrySet", 0);
    Value args[] = {coll};
    return seq(call_host_method(roots.sym_m_entry_set, args, 1));
  }
  // Of throwables, SQLException is Iterable.
  if (implements(coll, roots.class_iterable) || (is_kind(coll, Kind::kThrowable) && is_instance(roots.class_iterable, coll))) {
    Value args[] = {coll};
    return make_chunked_iterator_seq(call_host_method(roots.sym_m_iterator, args, 1));
  }
  if (implements(coll, roots.class_char_sequence)) {
    Value args[] = {coll};
    return seq(call_host_method(make_symbol("", "toString"), args, 1));
  }
  if (auto* builder = try_cast<StringBuilder>(coll)) return seq(to_string(builder));
  throw_no_seq(coll);
}

Value first_of(Value s);

// The pair that a cell of a map's seq stands at; false for other seqs.
bool pair_at(Value s, Value& key, Value& value) {
  const Value* pair;
  switch (s.as_object()->kind) {
    case Kind::kArrayMapSeq: pair = cast<ArrayMap>(cast<ArrayMapSeq>(s)->map)->entries() + 2 * cast<ArrayMapSeq>(s)->index; break;
    case Kind::kHashMapSeq: pair = trie::as_node(cast<HashMapSeq>(s)->node)->items() + 2 * cast<HashMapSeq>(s)->index; break;
    case Kind::kTreeMapSeq: pair = &cast<TreeNode>(cast<TreeMapSeq>(s)->node)->key; break;
    default: return false;
  }
  key = pair[0];
  value = pair[1];
  return true;
}

Value entry_at(Value s) {
  Value key, value;
  pair_at(s, key, value);
  return make_map_entry(key, value);
}

// Precondition: `s` is of a kSeq kind.
Value first_of(Value s) {
  switch (s.as_object()->kind) {
    case Kind::kList: return cast<List>(s)->first;
    case Kind::kCons: return cast<Cons>(s)->first;
    case Kind::kChunkedCons: {
      auto* cell = cast<ChunkedCons>(s);
      return cast<ObjectArray>(cell->array)->items()[cell->start];
    }
    case Kind::kVectorSeq: {
      auto* cell = cast<VectorSeq>(s);
      return cast<VectorNode>(cell->leaf)->items()[cell->index & 31];
    }
    case Kind::kVectorRSeq: return vector_at(cast<VectorRSeq>(s)->vector, cast<VectorRSeq>(s)->index);
    case Kind::kSubVectorSeq: return vector_at(cast<SubVectorSeq>(s)->vector, cast<SubVectorSeq>(s)->index);
    case Kind::kPrimitiveVectorSeq:
      return vector_at(cast<PrimitiveVectorSeq>(s)->vector, cast<PrimitiveVectorSeq>(s)->index);
    case Kind::kStringSeq:
      return Value::character(as_string(cast<StringSeq>(s)->string)->char_at(cast<StringSeq>(s)->index));
    case Kind::kArraySeq: return array_at(cast<ArraySeq>(s)->array, cast<ArraySeq>(s)->index);
    case Kind::kIteratorSeq:
    case Kind::kEnumerationSeq: return iterator_seq_first(s);
    case Kind::kArrayMapSeq:
    case Kind::kHashMapSeq:
    case Kind::kTreeMapSeq: return entry_at(s);
    case Kind::kKeySeq: return entry_seq_key(cast<KeySeq>(s)->entries);
    case Kind::kValSeq: return entry_seq_value(cast<ValSeq>(s)->entries);
    case Kind::kQueueSeq: return first(cast<QueueSeq>(s)->front);
    case Kind::kLongRange: return make_long(cast<LongRange>(s)->start);
    case Kind::kRange: return cast<Range>(s)->start;
    case Kind::kIterate: return iterate_first(cast<Iterate>(s));
    case Kind::kCycle: return first(cycle_current(cast<Cycle>(s)));
    default: return cast<Repeat>(s)->value;
  }
}

// Seqs of arrays of a primitive type keep their metadata as they go on; those of objects lose it.
Value array_seq_next(const ArraySeq* s) {
  Value following = make_array_seq(s->array, s->index + 1);
  if (following.is_nil() || s->meta.is_nil()) return following;
  if (is_kind(s->array, Kind::kObjectArray)) return following;
  cast<ArraySeq>(following)->meta = s->meta;
  return following;
}

Value queue_seq_next(const QueueSeq* s) {
  Value front = next(s->front), rear = s->rear;
  if (front.is_nil()) {
    if (rear.is_nil()) return rear;
    front = rear;
    rear = Value::nil();
  }
  auto* cell = gc::make<QueueSeq>();
  cell->front = front;
  cell->rear = rear;
  return Value::object(cell);
}

// Precondition: `s` is of a kSeq kind.
Value next_of(Value s) {
  switch (s.as_object()->kind) {
    case Kind::kList: return cast<List>(s)->rest;
    case Kind::kCons: return seq(cast<Cons>(s)->more);
    case Kind::kChunkedCons: return chunked_cons_next(cast<ChunkedCons>(s));
    case Kind::kVectorSeq: {
      auto* cell = cast<VectorSeq>(s);
      uint32_t index = cell->index + 1;
      if (index >= cast<Vector>(cell->vector)->count) return Value::nil();
      if ((index & 31) == 0) return make_vector_seq(cell->vector, index);
      auto* following = gc::make<VectorSeq>();
      following->vector = cell->vector;
      following->leaf = cell->leaf;
      following->index = index;
      return Value::object(following);
    }
    case Kind::kVectorRSeq: {
      auto* cell = cast<VectorRSeq>(s);
      return cell->index == 0 ? Value::nil() : make_reverse_seq(cell->vector, cell->index - 1);
    }
    case Kind::kSubVectorSeq: {
      auto* cell = cast<SubVectorSeq>(s);
      return cell->index + 1 < vector_count(cell->vector) ? make_indexed_seq(cell->vector, cell->index + 1)
                                                          : Value::nil();
    }
    case Kind::kPrimitiveVectorSeq: {
      auto* cell = cast<PrimitiveVectorSeq>(s);
      return make_primitive_vector_seq(cell->vector, cell->index + 1);
    }
    case Kind::kStringSeq: {
      auto* cell = cast<StringSeq>(s);
      bool ends = cell->index + 1 >= as_string(cell->string)->length;
      return ends ? Value::nil() : make_string_seq_at(cell->string, cell->index + 1, cell->meta);
    }
    case Kind::kArraySeq: return array_seq_next(cast<ArraySeq>(s));
    case Kind::kIteratorSeq:
    case Kind::kEnumerationSeq: return iterator_seq_next(s);
    case Kind::kArrayMapSeq: {
      auto* cell = cast<ArrayMapSeq>(s);
      return cell->index + 1 < cast<ArrayMap>(cell->map)->count() ? make_array_map_seq(cell->map, cell->index + 1)
                                                                  : Value::nil();
    }
    case Kind::kHashMapSeq: return trie::next_seq(s);
    case Kind::kTreeMapSeq: return tree_seq_next(s);
    case Kind::kKeySeq: return make_key_seq(next(cast<KeySeq>(s)->entries));
    case Kind::kValSeq: return make_val_seq(next(cast<ValSeq>(s)->entries));
    case Kind::kQueueSeq: return queue_seq_next(cast<QueueSeq>(s));
    case Kind::kLongRange: return long_range_drop(cast<LongRange>(s), 1);
    case Kind::kRange: return range_next(cast<Range>(s));
    case Kind::kIterate: return iterate_next(cast<Iterate>(s));
    case Kind::kCycle: return cycle_next(cast<Cycle>(s));
    default: return repeat_next(cast<Repeat>(s));
  }
}

// What a type's `seq` answered has the method itself when it is none of core's kinds: to ask it for its own seq
// would have no end where that is the type again.
void require_seq_method(Value s, Value method) {
  if (!is_kind(s, Kind::kInstance) || !find_method(s, method).is_absent()) return;
  if (!is_seq(s)) throw_class_cast(s, "clojure.lang.ISeq");
  throw_abstract_method(class_of(s), to_utf8(cast<Symbol>(method)->name), 0, "clojure.lang.ISeq");
}

}  // namespace

Value make_primitive_vector_seq(Value vector, uint32_t index) {
  if (index >= vector_count(vector)) return Value::nil();
  auto* s = gc::make<PrimitiveVectorSeq>();
  s->vector = vector;
  s->index = index;
  return Value::object(s);
}

namespace {
// The first of what should be entries; a nil is refused as the target of `method`.
Value first_entry(Value s, const char* method) {
  Value entry = first(s);
  if (entry.is_nil()) {
    throw_errorf(Error::kNullPointer, "Cannot invoke \"java.util.Map$Entry.%s()\" because the return value of \"clojure.lang.ISeq.first()\" is null",
                 method);
  }
  return entry;
}
}  // namespace

Value entry_seq_key(Value s) {
  Value key, value;
  return pair_at(s, key, value) ? key : entry_key(first_entry(s, "getKey"));
}

Value entry_seq_value(Value s) {
  Value key, value;
  return pair_at(s, key, value) ? value : entry_value(first_entry(s, "getValue"));
}

Value make_reverse_seq(Value vector, uint32_t index) {
  auto* s = gc::make<VectorRSeq>();
  s->vector = vector;
  s->index = index;
  return Value::object(s);
}

Value make_vector_seq(Value vector, uint32_t index) {
  auto* v = cast<Vector>(vector);
  if (index >= v->count) return Value::nil();
  auto* s = gc::make<VectorSeq>();
  s->vector = vector;
  s->leaf = Value::object(v->leaf_for(index));
  s->index = index;
  return Value::object(s);
}

Value make_string_seq(Value string) {
  return as_string(string)->length == 0 ? Value::nil() : make_string_seq_at(string, 0);
}

Value make_array_seq(Value array, uint32_t index) {
  if (index >= array_length(array)) return Value::nil();
  auto* s = gc::make<ArraySeq>();
  s->array = array;
  s->index = index;
  return Value::object(s);
}

Value make_rest_args(const Value* items, size_t n) {
  return n == 0 ? Value::nil() : make_array_seq(make_object_array(items, n));
}

Value seq(Value coll) {
  if (!coll.is_object()) {
    if (coll.is_nil()) return coll;
    throw_no_seq(coll);
  }
  Kind kind = coll.as_object()->kind;
  if (info(kind).flags & kSeq) return coll;
  switch (kind) {
    case Kind::kLazySeq: return realize(cast<LazySeq>(coll));
    case Kind::kEmptyList: return Value::nil();
    case Kind::kVector: return make_vector_seq(coll, 0);
    case Kind::kMapEntry: return make_vector_seq(make_vector({cast<MapEntry>(coll)->key, cast<MapEntry>(coll)->value}), 0);
    case Kind::kSubVector: return make_indexed_seq(coll, 0);
    case Kind::kPrimitiveVector: return make_primitive_vector_seq(coll, 0);
    case Kind::kArrayMap: return cast<ArrayMap>(coll)->count() == 0 ? Value::nil() : make_array_map_seq(coll, 0);
    case Kind::kHashMap: return make_hash_map_seq(cast<HashMap>(coll));
    case Kind::kTreeMap: return tree_seq(cast<TreeMap>(coll)->root, true);
    case Kind::kHashSet: return set_seq(cast<HashSet>(coll));
    case Kind::kTreeSet: return make_key_seq(tree_seq(cast<TreeSet>(coll)->root, true));
    case Kind::kQueue: {
      auto* queue = cast<Queue>(coll);
      if (queue->front.is_nil()) return Value::nil();
      Value rear = queue->rear.is_nil() ? queue->rear : seq(queue->rear);
      auto* s = gc::make<QueueSeq>();
      s->front = queue->front;
      s->rear = rear;
      return Value::object(s);
    }
    case Kind::kString: return make_string_seq(coll);
    default: return is_array(coll) ? make_array_seq(coll) : seq_of_other(coll);
  }
}

Value first(Value coll) {
  if (coll.is_object()) {
    if (is_seq_kind(coll)) return first_of(coll);
    if (auto* vector = try_cast<Vector>(coll)) return vector->count == 0 ? Value::nil() : vector->at(0);
    Value x;
    if (has_methods(coll) && try_method(coll, roots.sym_m_first, x)) return x;
  }
  Value s = seq(coll);
  if (s.is_nil()) return s;
  if (is_seq_kind(s)) return first_of(s);
  require_seq_method(s, roots.sym_m_first);
  return first(s);
}

Value next(Value coll) {
  if (coll.is_object()) {
    if (is_seq_kind(coll)) return next_of(coll);
    Value n;
    if (has_methods(coll) && try_method(coll, roots.sym_m_next, n)) return n;
  }
  Value s = seq(coll);
  if (s.is_nil()) return s;
  if (is_seq_kind(s)) return next_of(s);
  require_seq_method(s, roots.sym_m_next);
  return next(s);
}

Value rest(Value coll) {
  Value s = coll;
  if (!coll.is_object() || !is_seq_kind(coll)) {
    Value more;
    if (has_methods(coll) && try_method(coll, roots.sym_m_more, more)) return more.is_nil() ? roots.empty_list : more;
    s = seq(coll);
    if (s.is_nil()) return is_kind(coll, Kind::kEmptyList) ? coll : roots.empty_list;
    if (!is_seq_kind(s)) {
      require_seq_method(s, roots.sym_m_more);
      return rest(s);
    }
  }
  // These may have a lazy seq behind them, which rest does not realise.
  if (auto* cell = try_cast<Cons>(s)) return cell->more.is_nil() ? roots.empty_list : cell->more;
  if (auto* cell = try_cast<ChunkedCons>(s)) return chunked_cons_rest(cell);
  Value n = next_of(s);
  return n.is_nil() ? roots.empty_list : n;
}

Value cons(Value head, Value tail) {
  if (tail.is_nil()) return make_list_cell(head, tail);
  return make_cons(head, is_seq(tail) ? tail : seq(tail));
}

Value keys(Value map) { return make_key_seq(seq(map)); }
Value vals(Value map) { return make_val_seq(seq(map)); }

Value rseq(Value coll) {
  if (coll.is_object()) {
    Kind kind = coll.as_object()->kind;
    if (is_vector_kind(kind)) {
      uint32_t n = vector_count(coll);
      return n == 0 ? Value::nil() : make_reverse_seq(coll, n - 1);
    }
    if (kind == Kind::kTreeMap) return tree_seq(cast<TreeMap>(coll)->root, false);
    if (kind == Kind::kTreeSet) return make_key_seq(tree_seq(cast<TreeSet>(coll)->root, false));
    Value s;
    if (try_method(coll, roots.sym_m_rseq, s)) return s;
  }
  throw_class_cast(coll, "clojure.lang.Reversible");
}

Value sorted_seq(Value coll, bool ascending) {
  Value s;
  if (auto* map = try_cast<TreeMap>(coll)) return tree_seq(map->root, ascending);
  if (auto* set = try_cast<TreeSet>(coll)) return make_key_seq(tree_seq(set->root, ascending));
  if (implements(coll, roots.class_sorted) && try_method(coll, roots.sym_m_seq, s, Value::boolean(ascending))) return s;
  throw_class_cast(coll, "clojure.lang.Sorted");
}

Value sorted_seq_from(Value coll, Value key, bool ascending) {
  Value s;
  if (is_kind(coll, Kind::kTreeMap)) return tree_seq_from(coll, key, ascending);
  if (is_kind(coll, Kind::kTreeSet)) return make_key_seq(tree_seq_from(coll, key, ascending));
  if (try_method(coll, roots.sym_m_seq_from, s, key, Value::boolean(ascending))) return s;
  throw_class_cast(coll, "clojure.lang.Sorted");
}

}  // namespace clj
