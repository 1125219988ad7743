#include "clj/core/walk.h"

#include <algorithm>
#include <utility>

#include "clj/core/collections.h"
#include "clj/core/list.h"
#include "dead_stack.h"
#include "element_at.h"

namespace clj {
namespace {

uint32_t offset_in(Value owner, const Value* items) {
  return static_cast<uint32_t>(reinterpret_cast<const char*>(items) - reinterpret_cast<const char*>(owner.as_object()));
}

// The first of [from, to), which lie in `owner`; the others are the walk's run.
Value enter_run(Walk* walk, Value owner, const Value* from, const Value* to) {
  walk->run = owner;
  walk->at = offset_in(owner, from + 1);
  walk->end = offset_in(owner, to);
  gc::write_barrier(walk);
  return *from;
}

void set_rest(Walk* walk, Value rest) {
  walk->rest = rest;
  gc::write_barrier(walk);
}

Value next_indexed(Walk* walk) {
  Value source = walk->rest;
  if (auto* vector = try_cast<Vector>(source)) {
    auto from = static_cast<uint32_t>(walk->index);
    walk->index = std::min<uint64_t>((from | 31) + 1, walk->limit);
    VectorNode* leaf = vector->leaf_for(from);
    if (walk->index == walk->limit) walk->rest = Value::nil();
    const Value* items = leaf->items() + (from & 31);
    return enter_run(walk, Value::object(leaf), items, items + (walk->index - from));
  }
  Value element = element_at(source, walk->index++);
  if (walk->index == walk->limit) walk->rest = Value::nil();
  return element;
}

Value enter_indexed(Walk* walk, Value source, uint64_t index, uint64_t limit) {
  if (index == limit) return Value::object(walk);
  set_rest(walk, source);
  walk->index = index;
  walk->limit = limit;
  return next_indexed(walk);
}

// The walk lets go of what it opens before that is realized or walked.
Value open_rest(Walk* walk) {
  Value s = std::exchange(walk->rest, Value::nil());
  if (walk->has_flag(Walk::kFirstTaken)) {
    walk->clear_flag(Walk::kFirstTaken);
    s = next(s);
  }
  for (;;) {
    if (s.is_nil()) return Value::object(walk);
    if (!s.is_object()) seq(s);  // throws
    switch (s.as_object()->kind) {
      case Kind::kLazySeq: s = realize(cast<LazySeq>(s)); continue;
      case Kind::kEmptyList: return Value::object(walk);
      case Kind::kList: set_rest(walk, cast<List>(s)->rest); return cast<List>(s)->first;
      case Kind::kCons: set_rest(walk, cast<Cons>(s)->more); return cast<Cons>(s)->first;
      case Kind::kChunkedCons: {
        auto* chunked = cast<ChunkedCons>(s);
        const Value* items = cast<ObjectArray>(chunked->array)->items();
        walk->rest = chunked->more;
        return enter_run(walk, chunked->array, items + chunked->start, items + chunked->end);
      }
      case Kind::kArrayChunk: {
        auto* chunk = cast<ArrayChunk>(s);
        const Value* items = cast<ObjectArray>(chunk->array)->items();
        if (chunk->start == chunk->end) return Value::object(walk);
        return enter_run(walk, chunk->array, items + chunk->start, items + chunk->end);
      }
      case Kind::kVector: return enter_indexed(walk, s, 0, cast<Vector>(s)->count);
      case Kind::kSubVector: return enter_indexed(walk, cast<SubVector>(s)->base, cast<SubVector>(s)->start, cast<SubVector>(s)->end);
      case Kind::kMapEntry:
      case Kind::kPrimitiveVector: return enter_indexed(walk, s, 0, vector_count(s));
      case Kind::kVectorSeq: {
        auto* cell = cast<VectorSeq>(s);
        return enter_indexed(walk, cell->vector, cell->index, cast<Vector>(cell->vector)->count);
      }
      case Kind::kSubVectorSeq: return enter_indexed(walk, cast<SubVectorSeq>(s)->vector, cast<SubVectorSeq>(s)->index, vector_count(cast<SubVectorSeq>(s)->vector));
      case Kind::kString: return enter_indexed(walk, s, 0, as_string(s)->length);
      case Kind::kStringSeq: return enter_indexed(walk, cast<StringSeq>(s)->string, cast<StringSeq>(s)->index, as_string(cast<StringSeq>(s)->string)->length);
      case Kind::kArraySeq: {
        auto* cell = cast<ArraySeq>(s);
        return enter_indexed(walk, cell->array, cell->index, static_cast<uint64_t>(array_length(cell->array)));
      }
      case Kind::kLongRange: return enter_indexed(walk, s, 0, cast<LongRange>(s)->count);
      case Kind::kRepeat: return enter_indexed(walk, s, 0, static_cast<uint64_t>(cast<Repeat>(s)->count));
      default:
        if (is_array(s)) return enter_indexed(walk, s, 0, static_cast<uint64_t>(array_length(s)));
        if (!(info(s.as_object()->kind).flags & kSeq)) {
          s = seq(s);
          if (s.is_nil()) return Value::object(walk);
          if (info(s.as_object()->kind).flags & kSeq) continue;
          // A deftype's own seq: its first and next are methods.
        }
        set_rest(walk, s);
        walk->set_flag(Walk::kFirstTaken);
        return first(s);
    }
  }
}

}  // namespace

Value make_walk(Value coll) {
  prepare_walk(coll);
  auto* walk = gc::make<Walk>();
  walk->rest = coll;
  return Value::object(walk);
}

Value next_element(Walk* walk) {
  if (walk->at != walk->end) {
    Value element = *reinterpret_cast<const Value*>(reinterpret_cast<const char*>(walk->run.as_object()) + walk->at);
    walk->at += sizeof(Value);
    return element;
  }
  walk->run = Value::nil();
  return walk->index != walk->limit ? next_indexed(walk) : open_rest(walk);
}

}  // namespace clj
