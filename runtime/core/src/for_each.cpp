// Internal iteration and reduce.
#include "clj/core/caller.h"
#include "clj/core/collections.h"
#include "clj/core/cursor.h"
#include "clj/core/error.h"
#include "clj/core/map.h"
#include "clj/core/numbers.h"
#include "clj/core/record.h"
#include "clj/core/refs.h"
#include "clj/core/seqs.h"
#include "clj/core/set.h"
#include "clj/core/sorted.h"
#include "clj/core/var.h"
#include "clj/core/vector.h"
#include "dead_stack.h"
#include "hash_trie.h"
#include "instances.h"
#include "ranges.h"

namespace clj {
namespace {

template <class F>
bool walk_tree(Value node, F&& step) {
  if (node.is_nil()) return true;
  auto* n = cast<TreeNode>(node);
  return walk_tree(n->left, step) && step(n->key, n->value) && walk_tree(n->right, step);
}

template <class F>
bool walk_map(Value map, F&& step) {
  switch (map.as_object()->kind) {
    case Kind::kArrayMap: {
      auto* m = cast<ArrayMap>(map);
      for (uint32_t i = 0, n = m->count(); i < n; ++i)
        if (!step(m->entries()[2 * i], m->entries()[2 * i + 1])) return false;
      return true;
    }
    case Kind::kHashMap: {
      auto* m = cast<HashMap>(map);
      if (!m->nil_value.is_absent() && !step(Value::nil(), m->nil_value)) return false;
      return m->root.is_nil() || trie::walk(m->root, step);
    }
    default: return walk_tree(cast<TreeMap>(map)->root, step);
  }
}

bool is_plain_map(Value v) { return v.is_object() && info(v.as_object()->kind).flags & kMap; }

template <class F>
bool walk_set(Value set, F&& step) {
  auto element = [&](Value k, Value) { return step(k); };
  if (auto* s = try_cast<HashSet>(set)) {
    if (!s->nil_value.is_absent() && !step(Value::nil())) return false;
    return s->root.is_nil() || trie::walk(s->root, element);
  }
  return walk_tree(cast<TreeSet>(set)->root, element);
}

// The walks stand in functions of their own that are called last: their caller's frame, with
// whatever copy of the collection it holds, is gone then, and their own copy is in the cursor.

// What a generated seq yields, without its cells: x, f(x), f(f(x)), …
[[gnu::noinline]] bool walk_iterate(Value s, Step step, void* context) {
  Caller f(cast<Iterate>(s)->function, 1);
  Value x = first(s);
  s = Value::nil();
  while (step(context, x)) x = f(x);
  return false;
}

[[gnu::noinline]] bool walk_vector(Value coll, Step step, void* context) {
  auto* vector = cast<Vector>(coll);
  for (uint32_t from = 0, to; from < vector->count; from = to) {
    to = std::min(from + 32, vector->count);
    const Value* leaf = vector->leaf_for(from)->items();
    for (uint32_t i = 0; i < to - from; ++i)
      if (!step(context, leaf[i])) return false;
  }
  return true;
}

[[gnu::noinline]] bool walk_long_range(Value coll, Step step, void* context) {
  auto* range = cast<LongRange>(coll);
  for (uint64_t i = 0; i < range->count; ++i)
    if (!step(context, make_long(long_range_at(range, i)))) return false;
  return true;
}

[[gnu::noinline]] bool walk_sequence(Value coll, Step step, void* context) {
  ElementCursor cursor(coll);
  for (Value v; cursor.next(v);)
    if (!step(context, v)) return false;
  return true;
}

[[gnu::noinline]] bool walk_entries(Value map, Step step, void* context) {
  return walk_map(map, [&](Value k, Value v) { return step(context, make_map_entry(k, v)); });
}

[[gnu::noinline]] bool walk_elements(Value set, Step step, void* context) {
  return walk_set(set, [&](Value v) { return step(context, v); });
}

}  // namespace

[[gnu::noinline]] bool for_each_taking_slot(Value& slot, Step step, void* context) {
  Value coll = slot;
  slot = Value::nil();
  return for_each(coll, step, context);
}

namespace {

// `init` may be absent: then the first element takes its place.
[[gnu::noinline]] Value reduce_by_walking(Value f, Value init, Value coll) {
  leave_in_memory(coll);
  struct State {
    Caller step;
    Value result;
  } state{Caller(f, 2), init};
  for_each_taking_slot(
      coll,
      [](void* context, Value x) -> bool {
        auto* s = static_cast<State*>(context);
        if (s->result.is_absent()) {
          s->result = x;
          return true;
        }
        s->result = s->step(s->result, x);
        if (!is_reduced(s->result)) [[likely]] return true;
        s->result = cast<Reduced>(s->result)->value;
        return false;
      },
      &state);
  return state.result;
}

[[gnu::noinline]] Value reduce_by_method(Value f, Value init, Value coll) {
  Value result;
  if (!try_method(coll, roots.sym_m_reduce, result, f, init))
    return reduce_by_walking(f, init, is_record(coll) ? record_entries(coll) : coll);
  return is_reduced(result) ? cast<Reduced>(result)->value : result;
}

}  // namespace

bool for_each(Value coll, Step step, void* context) {
  if (is_plain_map(coll)) return walk_entries(coll, step, context);
  if (is_kind(coll, Kind::kHashSet) || is_kind(coll, Kind::kTreeSet)) return walk_elements(coll, step, context);
  if (is_kind(coll, Kind::kVector)) return walk_vector(coll, step, context);
  if (is_kind(coll, Kind::kLongRange)) return walk_long_range(coll, step, context);
  if (is_kind(coll, Kind::kIterate)) return walk_iterate(coll, step, context);
  prepare_walk(coll);
  return walk_sequence(coll, step, context);
}

bool for_each_kv(Value map, StepKv step, void* context) {
  if (map.is_nil()) return true;
  if (is_plain_map(map)) return walk_map(map, [&](Value k, Value v) { return step(context, k, v); });
  if (auto* entries = answers_as_record(map, roots.sym_m_iterator) ? cast<Instance>(map) : nullptr) {
    for (int i = 0, n = record_field_count(entries); i < n; ++i)
      if (!step(context, record_field_key(entries, i), record_field(entries, i))) return false;
    return for_each_kv(record_extension(map), step, context);
  }
  ElementCursor cursor(map);
  for (Value e; cursor.next(e);)
    if (!step(context, entry_key(e), entry_value(e))) return false;
  return true;
}

void append_elements(Value coll, gc::ValueList& out) {
  for_each(coll, [&](Value v) {
    out.push_back(v);
    return true;
  });
}

Value reduce(Value f, Value init, Value coll) {
  if (has_methods(coll)) return reduce_by_method(f, init, coll);
  prepare_walk(coll);
  return reduce_by_walking(f, init, coll);
}

namespace {

[[gnu::noinline]] Value reduce_from_first(Value f, Value coll) {
  Value result = reduce_by_walking(f, Value::absent(), coll);
  return result.is_absent() ? invoke(f) : result;
}

}  // namespace

Value reduce(Value f, Value coll) {
  if (has_methods(coll)) coll = seq(coll);
  prepare_walk(coll);
  return reduce_from_first(f, coll);
}

Value reduce_kv(Value f, Value init, Value coll) {
  if (coll.is_nil()) return init;
  Value result = init;
  Caller call(f, 3);
  auto step = [&](Value k, Value v) {
    result = call(result, k, v);
    if (!is_reduced(result)) return true;
    result = cast<Reduced>(result)->value;
    return false;
  };
  if (is_vector(coll) && !has_methods(coll)) {
    int64_t index = 0;
    for_each(coll, [&](Value v) { return step(Value::inline_long(index++), v); });
    return result;
  }
  Value answer;
  if (try_method(coll, roots.sym_m_kv_reduce, answer, f, init))
    return is_reduced(answer) ? cast<Reduced>(answer)->value : answer;
  for_each_kv(coll, step);
  return result;
}

}  // namespace clj
