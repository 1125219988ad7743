#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/map.h"
#include "clj/core/numbers.h"
#include "clj/core/roots.h"
#include "maps.h"
#include "vectors.h"
#include "vector_key.h"

namespace clj {
namespace {

uint32_t tail_offset(const TransientVector* t) { return t->count < 32 ? 0 : (t->count - 1) & ~31u; }

// The node itself when the transient owns it, else an owned copy, 32 wide.
VectorNode* editable(Value edit, Value node) {
  auto* from = cast<VectorNode>(node);
  return from->edit == edit ? from : copy_vector_node(from, from->width(), 32, edit);
}

void store(VectorNode* node, uint32_t place, Value x) {
  node->items()[place] = x;
  gc::write_barrier(node);
}

Value push_leaf(Value edit, uint32_t level, Value node_value, uint32_t index, Value leaf) {
  VectorNode* node = editable(edit, node_value);
  uint32_t place = (index >> level) & 31;
  Value child = leaf;
  if (level > 5) {
    Value old = node->items()[place];
    child = old.is_nil() ? new_path(edit, level - 5, leaf) : push_leaf(edit, level - 5, old, index, leaf);
  }
  store(node, place, child);
  return Value::object(node);
}

Value assoc_in_trie(Value edit, uint32_t level, Value node_value, uint32_t index, Value x) {
  VectorNode* node = editable(edit, node_value);
  uint32_t place = (index >> level) & 31;
  store(node, place, level == 0 ? x : assoc_in_trie(edit, level - 5, node->items()[place], index, x));
  return Value::object(node);
}

Value pop_leaf(Value edit, uint32_t level, Value node_value, uint32_t index) {
  VectorNode* node = editable(edit, node_value);
  uint32_t place = (index >> level) & 31;
  Value child;
  if (level > 5) child = pop_leaf(edit, level - 5, node->items()[place], index);
  if (child.is_nil() && place == 0) return child;
  store(node, place, child);
  return Value::object(node);
}

VectorNode* leaf_for(const TransientVector* t, uint32_t index) {
  if (index >= tail_offset(t)) return cast<VectorNode>(t->tail);
  auto* node = cast<VectorNode>(t->root);
  for (uint32_t level = t->shift; level > 0; level -= 5) node = cast<VectorNode>(node->items()[(index >> level) & 31]);
  return node;
}

}  // namespace

Value make_transient_vector(const Vector* v) {
  Value edit = make_edit_token();
  VectorNode* tail = copy_vector_node(cast<VectorNode>(v->tail), v->count - v->tail_offset(), 32, edit);
  auto* t = gc::make<TransientVector>();
  t->root = v->root;
  t->tail = Value::object(tail);
  t->edit = edit;
  t->count = v->count;
  t->shift = v->shift;
  return Value::object(t);
}

void transient_vector_conj(TransientVector* t, Value x) {
  ensure_editable(t);
  uint32_t tail_count = t->count - tail_offset(t);
  if (tail_count < 32) {
    store(cast<VectorNode>(t->tail), tail_count, x);
    ++t->count;
    return;
  }
  VectorNode* tail = new_vector_node(32, t->edit);
  tail->items()[0] = x;
  Value full = t->tail;
  if (t->count >> 5 > 1u << t->shift) {
    Value path = new_path(t->edit, t->shift, full);
    VectorNode* root = new_vector_node(32, t->edit);
    root->items()[0] = t->root;
    root->items()[1] = path;
    t->root = Value::object(root);
    t->shift += 5;
  } else {
    t->root = push_leaf(t->edit, t->shift, t->root, t->count - 1, full);
  }
  t->tail = Value::object(tail);
  ++t->count;
  gc::write_barrier(t);
}

void transient_vector_assoc(TransientVector* t, Value key, Value x) {
  ensure_editable(t);
  if (!is_vector_key(key)) throw_error(Error::kIllegalArgument, "Key must be integer");
  int64_t index = static_cast<int32_t>(to_long_unchecked(key));
  if (index == t->count) return transient_vector_conj(t, x);
  if (index < 0 || index > t->count) throw_index_out_of_bounds();
  auto i = static_cast<uint32_t>(index);
  if (i >= tail_offset(t)) return store(cast<VectorNode>(t->tail), i & 31, x);
  t->root = assoc_in_trie(t->edit, t->shift, t->root, i, x);
  gc::write_barrier(t);
}

void transient_vector_pop(TransientVector* t) {
  ensure_editable(t);
  if (t->count == 0) throw_error(Error::kIllegalState, "Can't pop empty vector");
  uint32_t tail_count = t->count - tail_offset(t);
  if (tail_count > 1 || t->count == 1) {
    cast<VectorNode>(t->tail)->items()[tail_count - 1] = Value::nil();
    --t->count;
    return;
  }
  VectorNode* tail = editable(t->edit, Value::object(leaf_for(t, t->count - 2)));
  Value root = pop_leaf(t->edit, t->shift, t->root, t->count - 2);
  if (root.is_nil()) root = roots.empty_vector_node;
  if (t->shift > 5 && (cast<VectorNode>(root)->width() < 2 || cast<VectorNode>(root)->items()[1].is_nil())) {
    root = cast<VectorNode>(root)->items()[0];
    t->shift -= 5;
  }
  t->root = root;
  t->tail = Value::object(tail);
  --t->count;
  gc::write_barrier(t);
}

Value transient_vector_at(const TransientVector* t, uint32_t index) { return leaf_for(t, index)->items()[index & 31]; }

Value persistent_vector(TransientVector* t) {
  ensure_editable(t);
  if (t->count == 0) {
    t->edit = Value::nil();
    return roots.empty_vector;
  }
  uint32_t tail_count = t->count - tail_offset(t);
  Value tail = t->tail;
  if (tail_count < 32)
    tail = Value::object(copy_vector_node(cast<VectorNode>(tail), tail_count, tail_count, Value::nil()));
  auto* v = gc::make<Vector>();
  v->root = t->root;
  v->tail = tail;
  v->count = t->count;
  v->shift = t->shift;
  t->edit = Value::nil();
  return Value::object(v);
}

}  // namespace clj
