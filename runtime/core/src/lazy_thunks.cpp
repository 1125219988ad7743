// What map, filter and their kin do when an element, or a chunk of them, is asked for.
//
// A thunk takes the collection out of its closure before it walks it, so that the closure does
// not keep the head; what is left of the collection goes into the closure of the rest.
#include <algorithm>

#include "clj/core/array.h"
#include "clj/core/caller.h"
#include "clj/core/collections.h"
#include "clj/core/list.h"
#include "clj/core/numbers.h"
#include "clj/core/roots.h"
#include "clj/core/seqs.h"
#include "clj/core/sorted.h"
#include "clj/core/vector.h"
#include "clj/gc/heap.h"
#include "native_closures.h"
#include "ranges.h"

namespace clj {
namespace {

using Op = NativeClosureOp;

Value take_seq(Value& slot) {
  Value coll = slot;
  slot = Value::nil();
  return seq(coll);
}

// The first chunk of a chunked seq, read in place.
class FirstChunk {
 public:
  explicit FirstChunk(Value s) {
    if (auto* cell = try_cast<ChunkedCons>(s)) {
      items_ = cast<ObjectArray>(cell->array)->items() + cell->start;
      size_ = cell->end - cell->start;
    } else if (auto* at = try_cast<VectorSeq>(s)) {
      items_ = cast<VectorNode>(at->leaf)->items() + (at->index & 31);
      size_ = std::min((at->index | 31) + 1, cast<Vector>(at->vector)->count) - at->index;
    } else if (auto* range = try_cast<LongRange>(s)) {
      range_ = range;
      size_ = static_cast<uint32_t>(std::min<uint64_t>(range->count, kChunkSize));
    } else {
      auto* chunk = cast<ArrayChunk>(chunk_first(s));
      items_ = cast<ObjectArray>(chunk->array)->items() + chunk->start;
      size_ = chunk->end - chunk->start;
    }
  }
  uint32_t size() const { return size_; }
  Value operator[](uint32_t i) const { return range_ ? make_long(long_range_at(range_, i)) : items_[i]; }

 private:
  const Value* items_ = nullptr;
  const LongRange* range_ = nullptr;
  uint32_t size_;
};

// The results for a chunk.
class Results {
 public:
  explicit Results(uint32_t capacity) : array_(make_object_array(capacity)) {}
  void add(Value v) {
    cast<ObjectArray>(array_)->items()[count_++] = v;
    gc::write_barrier(array_.as_object());
  }
  bool empty() const { return count_ == 0; }
  // Followed by `rest`.
  Value before(Value rest) { return chunk_cons(make_array_chunk(array_, 0, count_), rest); }

 private:
  Value array_;
  uint32_t count_ = 0;
};

// The last step of filter and keep, which may go on over many elements.
template <class Test>
Value select(Value coll, Op op, Value f, Value extra, Test&& test) {
  for (;;) {
    Value s = seq(coll);
    if (s.is_nil()) return s;
    if (is_chunked_seq(s)) {
      FirstChunk chunk(s);
      Results results(chunk.size());
      for (uint32_t i = 0; i < chunk.size(); ++i) {
        Value x = chunk[i];
        if (test(x)) results.add(x);
      }
      coll = chunk_rest(s);
      if (!results.empty()) return results.before(make_native_lazy(op, f, coll, Value::nil(), extra));
    } else {
      Value x = first(s);
      bool selected = test(x);
      coll = rest(s);
      if (selected) return make_cons(x, make_native_lazy(op, f, coll, Value::nil(), extra));
    }
    s = Value::nil();
  }
}

// The first n elements of s as a realized lazy seq; `have` counts them. `s` becomes the cell of the last.
Value take_group(Value& s, int64_t n, int64_t& have) {
  gc::ValueList items;
  while (have < n) {
    items.push_back(first(s));
    if (++have == n) break;
    Value following = next(s);
    if (following.is_nil()) break;
    s = following;
  }
  Value cells;
  for (size_t i = items.size(); i-- > 0;) cells = make_cons(items[i], cells.is_nil() ? roots.empty_list : cells);
  return make_realized_lazy_seq(cells);
}

// What is left of `s` after `step` elements; the number may be of any kind. `last` is the cell of
// element number `have`.
Value after_step(Value s, Value step, Value last, int64_t have) {
  if (step == Value::inline_long(have) && have > 0) return rest(last);
  Value coll = s;
  for (Value i = step; num::less(Value::inline_long(0), i); i = num::dec(i)) {
    Value at = seq(coll);
    if (at.is_nil()) break;
    coll = rest(at);
  }
  return coll;
}

}  // namespace

Value lazy_map(NativeClosure* self, Value*, uint32_t) {
  Value s = take_seq(self->target);
  if (s.is_nil()) return s;
  if (!is_chunked_seq(s)) {
    Value y = invoke(self->function, first(s));
    return make_cons(y, make_native_lazy(Op::kLazyMap, self->function, rest(s)));
  }
  FirstChunk chunk(s);
  Results results(chunk.size());
  Caller f(self->function, 1);
  for (uint32_t i = 0; i < chunk.size(); ++i) results.add(f(chunk[i]));
  return results.before(make_native_lazy(Op::kLazyMap, self->function, chunk_rest(s)));
}

Value lazy_map2(NativeClosure* self, Value*, uint32_t) {
  Value s = take_seq(self->target), t = take_seq(self->state);
  if (s.is_nil() || t.is_nil()) return Value::nil();
  Value a = first(s), b = first(t);
  Value y = invoke(self->function, a, b);
  Value more = rest(s);
  return make_cons(y, make_native_lazy(Op::kLazyMap2, self->function, more, rest(t)));
}

Value lazy_map_indexed(NativeClosure* self, Value*, uint32_t) {
  Value s = take_seq(self->target), index = self->state;
  if (s.is_nil()) return s;
  if (!is_chunked_seq(s)) {
    Value y = invoke(self->function, index, first(s));
    return make_cons(y, make_native_lazy(Op::kLazyMapIndexed, self->function, rest(s), num::inc(index)));
  }
  FirstChunk chunk(s);
  Results results(chunk.size());
  Caller f(self->function, 2);
  for (uint32_t i = 0; i < chunk.size(); ++i, index = num::inc(index)) results.add(f(index, chunk[i]));
  return results.before(make_native_lazy(Op::kLazyMapIndexed, self->function, chunk_rest(s), index));
}

Value lazy_filter(NativeClosure* self, Value*, uint32_t) {
  Value coll = self->target;
  self->target = Value::nil();
  bool wanted = !self->extra.truthy();
  Caller f(self->function, 1);
  return select(coll, Op::kLazyFilter, self->function, self->extra, [&](Value x) { return f(x).truthy() == wanted; });
}

Value lazy_keep(NativeClosure* self, Value*, uint32_t) {
  Value coll = self->target;
  self->target = Value::nil();
  Caller f(self->function, 1);
  return select(coll, Op::kLazyKeep, self->function, Value::nil(), [&](Value& x) {
    x = f(x);
    return !x.is_nil();
  });
}

Value lazy_keep_indexed(NativeClosure* self, Value*, uint32_t) {
  Value coll = self->target, index = self->state;
  self->target = Value::nil();
  Caller f(self->function, 2);
  for (;;) {
    Value s = seq(coll);
    if (s.is_nil()) return s;
    auto next_result = [&](Value x) {
      Value y = f(index, x);
      index = num::inc(index);
      return y;
    };
    if (is_chunked_seq(s)) {
      FirstChunk chunk(s);
      Results results(chunk.size());
      for (uint32_t i = 0; i < chunk.size(); ++i) {
        Value y = next_result(chunk[i]);
        if (!y.is_nil()) results.add(y);
      }
      coll = chunk_rest(s);
      if (!results.empty()) return results.before(make_native_lazy(Op::kLazyKeepIndexed, self->function, coll, index));
    } else {
      Value y = next_result(first(s));
      coll = rest(s);
      if (!y.is_nil()) return make_cons(y, make_native_lazy(Op::kLazyKeepIndexed, self->function, coll, index));
    }
    s = Value::nil();
  }
}

Value lazy_take(NativeClosure* self, Value*, uint32_t) {
  Value n = self->function, coll = self->target;
  self->target = Value::nil();
  if (!num::less(Value::inline_long(0), n)) return Value::nil();
  Value s = seq(coll);
  if (s.is_nil()) return s;
  Value x = first(s);
  return make_cons(x, make_native_lazy(Op::kLazyTake, num::dec(n), rest(s)));
}

Value lazy_take_while(NativeClosure* self, Value*, uint32_t) {
  Value s = take_seq(self->target);
  if (s.is_nil()) return s;
  Value x = first(s);
  if (!invoke(self->function, x).truthy()) return Value::nil();
  return make_cons(x, make_native_lazy(Op::kLazyTakeWhile, self->function, rest(s)));
}

Value sorted_bound(NativeClosure* self, Value* args, uint32_t) {
  int order = compare_with(sorted_comparator(self->target), sorted_entry_key(self->target, args[0]), self->state);
  return invoke(self->function, Value::inline_long(order), Value::inline_long(0));
}

Value lazy_concat(NativeClosure* self, Value*, uint32_t) {
  Value s = take_seq(self->target), following = self->state;
  if (s.is_nil()) return following;
  if (is_chunked_seq(s)) {
    Value chunk = chunk_first(s);
    return chunk_cons(chunk, make_native_lazy(Op::kLazyConcat, Value::nil(), chunk_rest(s), following));
  }
  Value x = first(s);
  return make_cons(x, make_native_lazy(Op::kLazyConcat, Value::nil(), rest(s), following));
}

Value lazy_concat_all(NativeClosure* self, Value*, uint32_t) {
  Value s = take_seq(self->target), more = self->state;
  self->state = Value::nil();
  while (s.is_nil()) {
    if (more.is_nil()) return more;
    Value coll = first(more);
    more = next(more);
    s = seq(coll);
  }
  if (is_chunked_seq(s)) {
    Value chunk = chunk_first(s);
    return chunk_cons(chunk, make_native_lazy(Op::kLazyConcatAll, Value::nil(), chunk_rest(s), more));
  }
  Value x = first(s);
  return make_cons(x, make_native_lazy(Op::kLazyConcatAll, Value::nil(), rest(s), more));
}

// How many elements (take n) takes: one for a fraction, too.
static int64_t group_length(Value n) {
  if (!num::less(Value::inline_long(0), n)) return 0;
  int64_t whole = to_long(n);
  return num::less(make_long(whole), n) ? whole + 1 : whole;
}

Value lazy_partition(NativeClosure* self, Value*, uint32_t) {
  Value s = take_seq(self->target), n = self->function, step = self->state;
  if (s.is_nil()) return s;
  int64_t have = 0, wanted = group_length(n);
  Value last = s, group = wanted == 0 ? make_realized_lazy_seq(Value::nil()) : take_group(last, wanted, have);
  // As (= n (count group)): a number that is not whole is never reached.
  if (!num::equal(n, make_long(have))) return Value::nil();
  return make_cons(group, make_native_lazy(Op::kLazyPartition, n, after_step(s, step, last, have), step));
}

Value lazy_partition_all(NativeClosure* self, Value*, uint32_t) {
  Value s = take_seq(self->target), n = self->function, step = self->state;
  if (s.is_nil()) return s;
  int64_t have = 0, wanted = group_length(n);
  Value last = s, group = wanted == 0 ? make_realized_lazy_seq(Value::nil()) : take_group(last, wanted, have);
  return make_cons(group, make_native_lazy(Op::kLazyPartitionAll, n, after_step(s, step, last, have), step));
}

}  // namespace clj
