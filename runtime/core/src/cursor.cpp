#include "clj/core/cursor.h"

#include "clj/core/array.h"
#include "clj/core/collections.h"
#include "clj/core/list.h"
#include "clj/core/numbers.h"
#include "clj/core/seqs.h"
#include "clj/core/text.h"
#include "clj/core/vector.h"
#include "dead_stack.h"
#include "element_at.h"

namespace clj {
void ElementCursor::prepare() { clear_dead_stack(); }

bool ElementCursor::refill(Value& out) {
  if (indexed_.is_nil()) return start(out);
  if (index_ == limit_) {
    indexed_ = Value::nil();
    return false;
  }
  if (auto* vector = try_cast<Vector>(indexed_)) {
    auto from = static_cast<uint32_t>(index_);
    const Value* leaf = vector->leaf_for(from)->items();
    uint64_t to = std::min<uint64_t>((from | 31) + 1, limit_);
    run(leaf + (from & 31) + 1, leaf + (from & 31) + (to - from));
    out = leaf[from & 31];
    index_ = to;
    return true;
  }
  out = element_at(indexed_, index_++);
  return true;
}

// Opens what rest_ is, up to its first element.
bool ElementCursor::start(Value& out) {
  auto walk_indexed = [&](Value indexed, uint64_t index, uint64_t limit) {
    rest_ = Value::nil();
    if (index == limit) return false;
    indexed_ = indexed;
    index_ = index;
    limit_ = limit;
    return refill(out);
  };
  for (;;) {
    if (rest_.is_nil()) return false;
    if (!rest_.is_object()) rest_ = clj::seq(rest_);  // throws
    switch (rest_.as_object()->kind) {
      case Kind::kEmptyList: rest_ = Value::nil(); return false;
      case Kind::kLazySeq: rest_ = realize(cast<LazySeq>(rest_)); continue;
      case Kind::kList: {
        auto* list = cast<List>(rest_);
        out = list->first;
        rest_ = list->rest;
        return true;
      }
      case Kind::kCons: {
        auto* cons = cast<Cons>(rest_);
        out = cons->first;
        rest_ = cons->more;
        return true;
      }
      case Kind::kChunkedCons: {
        auto* chunked = cast<ChunkedCons>(rest_);
        const Value* items = cast<ObjectArray>(chunked->array)->items();
        out = items[chunked->start];
        run(items + chunked->start + 1, items + chunked->end);
        rest_ = chunked->more;
        return true;
      }
      case Kind::kVector: return walk_indexed(rest_, 0, cast<Vector>(rest_)->count);
      case Kind::kSubVector: {
        auto* sub = cast<SubVector>(rest_);
        return walk_indexed(sub->base, sub->start, sub->end);
      }
      case Kind::kMapEntry:
      case Kind::kPrimitiveVector: return walk_indexed(rest_, 0, vector_count(rest_));
      case Kind::kVectorSeq: {
        auto* s = cast<VectorSeq>(rest_);
        return walk_indexed(s->vector, s->index, cast<Vector>(s->vector)->count);
      }
      case Kind::kSubVectorSeq: {
        auto* s = cast<SubVectorSeq>(rest_);
        return walk_indexed(s->vector, s->index, vector_count(s->vector));
      }
      case Kind::kString: return walk_indexed(rest_, 0, as_string(rest_)->length);
      case Kind::kStringSeq: {
        auto* s = cast<StringSeq>(rest_);
        return walk_indexed(s->string, s->index, as_string(s->string)->length);
      }
      case Kind::kArraySeq: {
        auto* s = cast<ArraySeq>(rest_);
        return walk_indexed(s->array, s->index, static_cast<uint64_t>(array_length(s->array)));
      }
      case Kind::kLongRange: return walk_indexed(rest_, 0, cast<LongRange>(rest_)->count);
      case Kind::kRepeat: return walk_indexed(rest_, 0, static_cast<uint64_t>(cast<Repeat>(rest_)->count));
      default:
        if (is_array(rest_)) return walk_indexed(rest_, 0, static_cast<uint64_t>(array_length(rest_)));
        if (!(info(rest_.as_object()->kind).flags & kSeq)) {
          rest_ = seq(rest_);
          if (rest_.is_nil()) return false;
          if (!(info(rest_.as_object()->kind).flags & kSeq)) {
            // A deftype's own seq: its first and next are methods.
            out = clj::first(rest_);
            rest_ = clj::next(rest_);
            return true;
          }
          continue;
        }
        out = clj::first(rest_);
        rest_ = clj::next(rest_);
        return true;
    }
  }
}

}  // namespace clj
