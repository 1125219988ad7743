#include "clj/core/vector.h"

#include <bit>

#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/numbers.h"
#include "clj/core/roots.h"
#include "copy_values.h"
#include "vectors.h"

namespace clj {

VectorNode* new_vector_node(uint32_t width, Value edit) {
  auto* node = gc::make_with_slots<VectorNode>(width);
  node->edit = edit;
  return node;
}

VectorNode* copy_vector_node(const VectorNode* from, uint32_t copied, uint32_t width, Value edit) {
  VectorNode* node = new_vector_node(width, edit);
  copy_values(node->items(), from->items(), copied);
  return node;
}

Value new_path(Value edit, uint32_t level, Value node) {
  for (; level > 0; level -= 5) {
    VectorNode* parent = new_vector_node(edit.is_nil() ? 1 : 32, edit);
    parent->items()[0] = node;
    node = Value::object(parent);
  }
  return node;
}

namespace {

Value new_vector(Value root, Value tail, uint32_t count, uint32_t shift, Value meta) {
  auto* v = gc::make<Vector>();
  v->root = root;
  v->tail = tail;
  v->meta = meta;
  v->count = count;
  v->shift = shift;
  return Value::object(v);
}

// The trie with a full leaf appended; `index` is that of the leaf's first element.
Value push_leaf(uint32_t level, const VectorNode* node, uint32_t index, Value leaf) {
  uint32_t place = (index >> level) & 31;
  Value child;
  if (level == 5) {
    child = leaf;
  } else if (place < node->width() && !node->items()[place].is_nil()) {
    child = push_leaf(level - 5, cast<VectorNode>(node->items()[place]), index, leaf);
  } else {
    child = new_path(Value::nil(), level - 5, leaf);
  }
  uint32_t filled = std::min(node->width(), place);
  VectorNode* copy = copy_vector_node(node, filled, place + 1, Value::nil());
  copy->items()[place] = child;
  return Value::object(copy);
}

Value assoc_in_trie(uint32_t level, const VectorNode* node, uint32_t index, Value x) {
  uint32_t place = (index >> level) & 31;
  Value child = level == 0 ? x : assoc_in_trie(level - 5, cast<VectorNode>(node->items()[place]), index, x);
  VectorNode* copy = copy_vector_node(node, node->width(), node->width(), Value::nil());
  copy->items()[place] = child;
  return Value::object(copy);
}

// The trie without its last leaf, whose first element is `index`; nil when nothing is left.
Value pop_leaf(uint32_t level, const VectorNode* node, uint32_t index) {
  uint32_t place = (index >> level) & 31;
  Value child;
  if (level > 5) child = pop_leaf(level - 5, cast<VectorNode>(node->items()[place]), index);
  if (child.is_nil() && place == 0) return child;
  VectorNode* copy = copy_vector_node(node, place, place + (child.is_nil() ? 0 : 1), Value::nil());
  if (!child.is_nil()) copy->items()[place] = child;
  return Value::object(copy);
}

// Whether a vector without x may keep it alive: not a seq, behind which there may be any amount of
// elements to come.
bool may_stand_in_shared_tail(Value x) {
  return !x.is_object() || !(is_kind(x, Kind::kLazySeq) || info(x.as_object()->kind).flags & kSeq);
}

// Takes the place after the first `filled` elements of a tail, for the one vector that comes first.
bool claim_place(VectorNode* tail, uint32_t filled) {
  if (filled == tail->width()) return false;
  if (gc::several_threads.load(std::memory_order_relaxed))
    return tail->aux.compare_exchange_strong(filled, filled + 1, std::memory_order_acq_rel);
  if (tail->aux.load(std::memory_order_relaxed) != filled) return false;
  tail->aux.store(filled + 1, std::memory_order_relaxed);
  return true;
}

// A copy of the tail's first `filled` elements with places for further ones.
VectorNode* roomy_tail(const Vector* v, uint32_t filled, uint32_t width) {
  VectorNode* tail = copy_vector_node(cast<VectorNode>(v->tail), filled, width, Value::nil());
  tail->aux.store(filled, std::memory_order_relaxed);
  return tail;
}

Value conj(const Vector* v, Value x) {
  uint32_t tail_count = v->count - v->tail_offset();
  if (tail_count < 32) {
    auto* tail = cast<VectorNode>(v->tail);
    if (!may_stand_in_shared_tail(x)) {
      tail = copy_vector_node(tail, tail_count, tail_count + 1, Value::nil());
    } else if (!claim_place(tail, tail_count)) {
      tail = roomy_tail(v, tail_count, std::bit_ceil(tail_count + 1));
      tail->aux.store(tail_count + 1, std::memory_order_relaxed);
    }
    tail->items()[tail_count] = x;
    gc::write_barrier(tail);
    return new_vector(v->root, Value::object(tail), v->count + 1, v->shift, v->meta);
  }
  Value root;
  uint32_t shift = v->shift;
  if (v->count >> 5 > 1u << shift) {
    Value path = new_path(Value::nil(), shift, v->tail);
    VectorNode* node = new_vector_node(2, Value::nil());
    node->items()[0] = v->root;
    node->items()[1] = path;
    root = Value::object(node);
    shift += 5;
  } else {
    root = push_leaf(shift, cast<VectorNode>(v->root), v->count - 1, v->tail);
  }
  VectorNode* tail = new_vector_node(1, Value::nil());
  tail->items()[0] = x;
  tail->aux.store(1, std::memory_order_relaxed);
  return new_vector(root, Value::object(tail), v->count + 1, shift, v->meta);
}

Value assoc_at(const Vector* v, uint32_t index, Value x) {
  if (index >= v->tail_offset()) {
    uint32_t n = v->count - v->tail_offset();
    VectorNode* tail = roomy_tail(v, n, cast<VectorNode>(v->tail)->width());
    tail->items()[index & 31] = x;
    return new_vector(v->root, Value::object(tail), v->count, v->shift, v->meta);
  }
  Value root = assoc_in_trie(v->shift, cast<VectorNode>(v->root), index, x);
  return new_vector(root, v->tail, v->count, v->shift, v->meta);
}

Value empty_with_meta(Value meta) {
  if (meta.is_nil()) return roots.empty_vector;
  return new_vector(roots.empty_vector_node, roots.empty_vector_node, 0, 5, meta);
}

Value pop(const Vector* v) {
  if (v->count == 1) return empty_with_meta(v->meta);
  uint32_t tail_count = v->count - v->tail_offset();
  if (tail_count > 1) {
    VectorNode* tail = roomy_tail(v, tail_count - 1, cast<VectorNode>(v->tail)->width());
    return new_vector(v->root, Value::object(tail), v->count - 1, v->shift, v->meta);
  }
  Value tail = Value::object(v->leaf_for(v->count - 2));
  Value root = pop_leaf(v->shift, cast<VectorNode>(v->root), v->count - 2);
  uint32_t shift = v->shift;
  if (root.is_nil()) root = roots.empty_vector_node;
  if (shift > 5 && cast<VectorNode>(root)->width() == 1) {
    root = cast<VectorNode>(root)->items()[0];
    shift -= 5;
  }
  return new_vector(root, tail, v->count - 1, shift, v->meta);
}

// The trie of the full leaves of items[0, n), n a positive multiple of 32.
Value build_trie(const Value* items, uint32_t n, uint32_t level) {
  uint32_t span = 1u << level, width = (n + span - 1) / span;
  Value children[32];
  for (uint32_t i = 0; i < width; ++i) {
    uint32_t from = i * span, count = std::min(span, n - from);
    if (level > 5) {
      children[i] = build_trie(items + from, count, level - 5);
      continue;
    }
    VectorNode* leaf = new_vector_node(32, Value::nil());
    copy_values(leaf->items(), items + from, 32);
    children[i] = Value::object(leaf);
  }
  VectorNode* node = new_vector_node(width, Value::nil());
  copy_values(node->items(), children, width);
  return Value::object(node);
}

Value sub_vector(Value base, uint32_t start, uint32_t end, Value meta) {
  auto* v = gc::make<SubVector>();
  v->base = base;
  v->meta = meta;
  v->start = start;
  v->end = end;
  return Value::object(v);
}

Value primitive_vector(Value elements, const PrimitiveVector* like) {
  auto* v = gc::make<PrimitiveVector>();
  v->elements = elements;
  v->meta = like->meta;
  v->array_kind = like->array_kind;
  return Value::object(v);
}

// The element as the vector's type keeps it: the range-checked casts (int x), (byte x), …
Value coerce(const PrimitiveVector* v, Value x) {
  switch (v->array_kind) {
    case Kind::kBooleanArray: return Value::boolean(x.truthy());
    case Kind::kCharArray: return Value::character(to_char(x));
    case Kind::kByteArray: return make_byte(to_byte(x));
    case Kind::kShortArray: return make_short(to_short(x));
    case Kind::kIntArray: return make_int(to_int(x));
    case Kind::kLongArray: return make_long(to_long(x));
    case Kind::kFloatArray: return make_float(to_float(x));
    default: return make_double(to_double(x));
  }
}

Value pair_vector(const MapEntry* entry) { return make_vector({entry->key, entry->value}); }

}  // namespace

Value make_vector(const Value* items, size_t n) {
  if (n == 0) return roots.empty_vector;
  auto count = static_cast<uint32_t>(n);
  uint32_t in_trie = n <= 32 ? 0 : (count - 1) & ~31u, shift = 5;
  Value root = roots.empty_vector_node;
  if (in_trie > 0) {
    while (in_trie > 32u << shift) shift += 5;
    root = build_trie(items, in_trie, shift);
  }
  VectorNode* tail = new_vector_node(count - in_trie, Value::nil());
  copy_values(tail->items(), items + in_trie, count - in_trie);
  return new_vector(root, Value::object(tail), count, shift, Value::nil());
}

Value make_vector(std::initializer_list<Value> items) { return make_vector(items.begin(), items.size()); }

uint32_t vector_count(Value v) {
  switch (v.as_object()->kind) {
    case Kind::kVector: return cast<Vector>(v)->count;
    case Kind::kMapEntry: return 2;
    case Kind::kSubVector: return cast<SubVector>(v)->end - cast<SubVector>(v)->start;
    default: return cast<Vector>(cast<PrimitiveVector>(v)->elements)->count;
  }
}

Value vector_at(Value v, uint32_t index) {
  switch (v.as_object()->kind) {
    case Kind::kVector: return cast<Vector>(v)->at(index);
    case Kind::kMapEntry: return index == 0 ? cast<MapEntry>(v)->key : cast<MapEntry>(v)->value;
    case Kind::kSubVector: return vector_at(cast<SubVector>(v)->base, cast<SubVector>(v)->start + index);
    default: return cast<Vector>(cast<PrimitiveVector>(v)->elements)->at(index);
  }
}

Value vector_conj(Value v, Value x) {
  switch (v.as_object()->kind) {
    case Kind::kVector: return conj(cast<Vector>(v), x);
    case Kind::kMapEntry: return make_vector({cast<MapEntry>(v)->key, cast<MapEntry>(v)->value, x});
    case Kind::kSubVector: {
      auto* sub = cast<SubVector>(v);
      Value base = vector_assoc(sub->base, sub->end, x);
      return sub_vector(base, sub->start, sub->end + 1, sub->meta);
    }
    default: {
      auto* typed = cast<PrimitiveVector>(v);
      Value element = coerce(typed, x);
      return primitive_vector(conj(cast<Vector>(typed->elements), element), typed);
    }
  }
}

Value vector_assoc(Value v, int64_t index, Value x) {
  int64_t count = vector_count(v);
  if (index == count) return vector_conj(v, x);
  // An index before its first element goes to the vector that a subvec is a part of, as on the JVM.
  bool before_part = index < 0 && is_kind(v, Kind::kSubVector);
  if ((index < 0 && !before_part) || index > count) throw_index_out_of_bounds();
  switch (v.as_object()->kind) {
    case Kind::kVector: return assoc_at(cast<Vector>(v), static_cast<uint32_t>(index), x);
    case Kind::kMapEntry: return vector_assoc(pair_vector(cast<MapEntry>(v)), index, x);
    case Kind::kSubVector: {
      auto* sub = cast<SubVector>(v);
      Value base = vector_assoc(sub->base, sub->start + index, x);
      return sub_vector(base, sub->start, sub->end, sub->meta);
    }
    default: {
      auto* typed = cast<PrimitiveVector>(v);
      Value element = coerce(typed, x);
      return primitive_vector(vector_assoc(typed->elements, index, element), typed);
    }
  }
}

Value vector_pop(Value v) {
  if (vector_count(v) == 0) throw_error(Error::kIllegalState, "Can't pop empty vector");
  switch (v.as_object()->kind) {
    case Kind::kVector: return pop(cast<Vector>(v));
    case Kind::kMapEntry: return make_vector({cast<MapEntry>(v)->key});
    case Kind::kSubVector: {
      auto* sub = cast<SubVector>(v);
      if (sub->end - sub->start == 1) return roots.empty_vector;
      return sub_vector(sub->base, sub->start, sub->end - 1, sub->meta);
    }
    default: {
      auto* typed = cast<PrimitiveVector>(v);
      return primitive_vector(pop(cast<Vector>(typed->elements)), typed);
    }
  }
}

Value subvec(Value v, int64_t from, int64_t to) {
  if (!v.is_object() || !is_vector_kind(v.as_object()->kind))
    throw_class_cast(v, "clojure.lang.IPersistentVector");
  if (to < from || from < 0 || to > vector_count(v)) throw_index_out_of_bounds();
  if (from == to) return roots.empty_vector;
  if (auto* sub = try_cast<SubVector>(v)) {
    from += sub->start;
    to += sub->start;
    v = sub->base;
  }
  if (auto* entry = try_cast<MapEntry>(v)) v = pair_vector(entry);
  return sub_vector(v, static_cast<uint32_t>(from), static_cast<uint32_t>(to), Value::nil());
}

Value make_primitive_vector(Kind array_kind) {
  auto* v = gc::make<PrimitiveVector>();
  v->elements = roots.empty_vector;
  v->array_kind = array_kind;
  return Value::object(v);
}

}  // namespace clj
