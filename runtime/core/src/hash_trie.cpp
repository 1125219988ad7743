#include "hash_trie.h"

#include <cstring>

#include "clj/core/seqs.h"
#include "copy_values.h"

namespace clj::trie {
namespace {

uint32_t place(uint32_t hash, uint32_t shift) { return (hash >> shift) & 31; }

Node* new_node(Kind kind, uint32_t items, Value edit, uint32_t bits) {
  auto* node = static_cast<Node*>(
      gc::allocate_object(kind, static_cast<uint16_t>(items + 1), sizeof(Node) + items * sizeof(Value)));
  node->edit = edit;
  node->set_bits(bits);
  return node;
}

bool owned(const Node* node, Value edit) { return !edit.is_nil() && node->edit == edit; }

// The node with items()[index] = value: itself when owned, else a copy.
Value with_item(Value edit, Node* node, uint32_t index, Value value) {
  if (owned(node, edit)) {
    node->items()[index] = value;
    gc::write_barrier(node);
    return Value::object(node);
  }
  uint32_t items = node->kind == Kind::kHashArrayNode ? 32 : 2 * node->pairs();
  Node* copy = new_node(node->kind, items, edit, node->bits());
  copy_values(copy->items(), node->items(), items);
  copy->items()[index] = value;
  return Value::object(copy);
}

Value single(Value edit, uint32_t shift, uint32_t hash, Value key, Value value) {
  Node* node = new_node(Kind::kHashMapNode, 2, edit, 1u << place(hash, shift));
  node->items()[0] = key;
  node->items()[1] = value;
  return Value::object(node);
}

// A node for two different keys.
Value pair_node(Value edit, uint32_t shift, uint32_t hash1, Value key1, Value value1, uint32_t hash2, Value key2,
                Value value2) {
  if (hash1 == hash2) {
    Node* node = new_node(Kind::kHashCollisionNode, 4, Value::nil(), hash1);
    Value items[] = {key1, value1, key2, value2};
    copy_values(node->items(), items, 4);
    return Value::object(node);
  }
  uint32_t place1 = place(hash1, shift), place2 = place(hash2, shift);
  if (place1 == place2) {
    Value child = pair_node(edit, shift + 5, hash1, key1, value1, hash2, key2, value2);
    Node* node = new_node(Kind::kHashMapNode, 2, edit, 1u << place1);
    node->items()[1] = child;
    return Value::object(node);
  }
  Node* node = new_node(Kind::kHashMapNode, 4, edit, 1u << place1 | 1u << place2);
  Value* items = node->items();
  if (place2 < place1) {
    std::swap(key1, key2);
    std::swap(value1, value2);
  }
  items[0] = key1;
  items[1] = value1;
  items[2] = key2;
  items[3] = value2;
  return Value::object(node);
}

Value assoc_node(Value edit, Node* node, uint32_t shift, uint32_t hash, Value key, Value value, bool& added);

// A bitmap node of 16 that gets one more child becomes an array node.
Value spread(Value edit, Node* node, uint32_t shift, uint32_t hash, Value key, Value value) {
  Value children[32] = {};
  uint32_t bits = node->bits();
  children[place(hash, shift)] = single(edit, shift + 5, hash, key, value);
  for (uint32_t i = 0, j = 0; i < 32; ++i) {
    if (!(bits >> i & 1)) continue;
    Value* pair = node->items() + 2 * j++;
    children[i] = pair[0].is_nil() ? pair[1] : single(edit, shift + 5, key_hash(pair[0]), pair[0], pair[1]);
  }
  Node* array = new_node(Kind::kHashArrayNode, 32, edit, static_cast<uint32_t>(std::popcount(bits)) + 1);
  copy_values(array->items(), children, 32);
  return Value::object(array);
}

Value insert_pair(Value edit, Node* node, uint32_t bit, uint32_t index, Value key, Value value) {
  uint32_t n = node->pairs(), bits = node->bits() | bit;
  Node* target = node;
  if (owned(node, edit) && node->capacity() > n) {
    std::memmove(static_cast<void*>(node->items() + 2 * index + 2), node->items() + 2 * index,
                 2 * (n - index) * sizeof(Value));
  } else {
    uint32_t capacity = edit.is_nil() ? n + 1 : std::min(n + 4, 16u);
    target = new_node(Kind::kHashMapNode, 2 * capacity, edit, bits);
    copy_values(target->items(), node->items(), 2 * index);
    copy_values(target->items() + 2 * index + 2, node->items() + 2 * index, 2 * (n - index));
  }
  target->items()[2 * index] = key;
  target->items()[2 * index + 1] = value;
  target->set_bits(bits);
  gc::write_barrier(target);
  return Value::object(target);
}

Value assoc_bitmap(Value edit, Node* node, uint32_t shift, uint32_t hash, Value key, Value value, bool& added) {
  uint32_t bits = node->bits(), bit = 1u << place(hash, shift);
  auto index = static_cast<uint32_t>(std::popcount(bits & (bit - 1)));
  if (!(bits & bit)) {
    added = true;
    if (std::popcount(bits) >= 16) return spread(edit, node, shift, hash, key, value);
    return insert_pair(edit, node, bit, index, key, value);
  }
  Value old_key = node->items()[2 * index], old_value = node->items()[2 * index + 1];
  if (old_key.is_nil()) {
    Value child = assoc_node(edit, as_node(old_value), shift + 5, hash, key, value, added);
    return child == old_value ? Value::object(node) : with_item(edit, node, 2 * index + 1, child);
  }
  if (key_equal(key, old_key)) {
    return value == old_value ? Value::object(node) : with_item(edit, node, 2 * index + 1, value);
  }
  added = true;
  Value child = pair_node(edit, shift + 5, key_hash(old_key), old_key, old_value, hash, key, value);
  Value changed = with_item(edit, node, 2 * index + 1, child);
  as_node(changed)->items()[2 * index] = Value::nil();
  return changed;
}

Value assoc_collision(Value edit, Node* node, uint32_t shift, uint32_t hash, Value key, Value value, bool& added) {
  if (hash != node->bits()) {
    // Nest the collision node in a bitmap node, which then takes the key.
    Node* outer = new_node(Kind::kHashMapNode, 2, edit, 1u << place(node->bits(), shift));
    outer->items()[1] = Value::object(node);
    return assoc_bitmap(edit, outer, shift, hash, key, value, added);
  }
  uint32_t n = node->pairs();
  for (uint32_t i = 0; i < n; ++i) {
    if (!key_equal(key, node->items()[2 * i])) continue;
    if (node->items()[2 * i + 1] == value) return Value::object(node);
    return with_item(edit, node, 2 * i + 1, value);
  }
  added = true;
  Node* copy = new_node(Kind::kHashCollisionNode, 2 * n + 2, edit, hash);
  copy_values(copy->items(), node->items(), 2 * n);
  copy->items()[2 * n] = key;
  copy->items()[2 * n + 1] = value;
  return Value::object(copy);
}

Value assoc_array(Value edit, Node* node, uint32_t shift, uint32_t hash, Value key, Value value, bool& added) {
  uint32_t index = place(hash, shift);
  Value old = node->items()[index];
  if (old.is_nil()) {
    added = true;
    Value changed = with_item(edit, node, index, single(edit, shift + 5, hash, key, value));
    as_node(changed)->set_bits(node->bits() + 1);
    return changed;
  }
  Value child = assoc_node(edit, as_node(old), shift + 5, hash, key, value, added);
  return child == old ? Value::object(node) : with_item(edit, node, index, child);
}

Value assoc_node(Value edit, Node* node, uint32_t shift, uint32_t hash, Value key, Value value, bool& added) {
  switch (node->kind) {
    case Kind::kHashMapNode: return assoc_bitmap(edit, node, shift, hash, key, value, added);
    case Kind::kHashArrayNode: return assoc_array(edit, node, shift, hash, key, value, added);
    default: return assoc_collision(edit, node, shift, hash, key, value, added);
  }
}

Value without_node(Value edit, Node* node, uint32_t shift, uint32_t hash, Value key, bool& removed);

// An array node of 8 children that loses one, as a bitmap node.
Value pack(Value edit, Node* array, uint32_t gone) {
  uint32_t bits = 0, j = 0;
  Node* node = new_node(Kind::kHashMapNode, 2 * (array->bits() - 1), edit, 0);
  for (uint32_t i = 0; i < 32; ++i) {
    if (i == gone || array->items()[i].is_nil()) continue;
    bits |= 1u << i;
    node->items()[2 * j++ + 1] = array->items()[i];
  }
  node->set_bits(bits);
  return Value::object(node);
}

Value remove_pair(Value edit, Node* node, uint32_t bit, uint32_t index) {
  uint32_t n = node->pairs();
  if (n == 1) return Value::nil();
  if (owned(node, edit)) {
    Value* items = node->items();
    std::memmove(static_cast<void*>(items + 2 * index), items + 2 * index + 2, 2 * (n - index - 1) * sizeof(Value));
    items[2 * n - 2] = items[2 * n - 1] = Value::nil();
    node->set_bits(node->bits() ^ bit);
    gc::write_barrier(node);
    return Value::object(node);
  }
  Node* copy = new_node(Kind::kHashMapNode, 2 * (n - 1), edit, node->bits() ^ bit);
  copy_values(copy->items(), node->items(), 2 * index);
  copy_values(copy->items() + 2 * index, node->items() + 2 * index + 2, 2 * (n - index - 1));
  return Value::object(copy);
}

Value without_bitmap(Value edit, Node* node, uint32_t shift, uint32_t hash, Value key, bool& removed) {
  uint32_t bits = node->bits(), bit = 1u << place(hash, shift);
  if (!(bits & bit)) return Value::object(node);
  auto index = static_cast<uint32_t>(std::popcount(bits & (bit - 1)));
  Value old_key = node->items()[2 * index], old_value = node->items()[2 * index + 1];
  if (old_key.is_nil()) {
    Value child = without_node(edit, as_node(old_value), shift + 5, hash, key, removed);
    if (child == old_value) return Value::object(node);
    if (!child.is_nil()) return with_item(edit, node, 2 * index + 1, child);
    return remove_pair(edit, node, bit, index);
  }
  if (!key_equal(key, old_key)) return Value::object(node);
  removed = true;
  return remove_pair(edit, node, bit, index);
}

Value without_collision(Value edit, Node* node, uint32_t hash, Value key, bool& removed) {
  if (hash != node->bits()) return Value::object(node);
  uint32_t n = node->pairs(), found = n;
  for (uint32_t i = 0; i < n && found == n; ++i)
    if (key_equal(key, node->items()[2 * i])) found = i;
  if (found == n) return Value::object(node);
  removed = true;
  if (n == 1) return Value::nil();
  Node* copy = new_node(Kind::kHashCollisionNode, 2 * (n - 1), edit, hash);
  copy_values(copy->items(), node->items(), 2 * found);
  if (edit.is_nil()) {
    copy_values(copy->items() + 2 * found, node->items() + 2 * found + 2, 2 * (n - found - 1));
  } else if (found < n - 1) {
    copy_values(copy->items() + 2 * found + 2, node->items() + 2 * found + 2, 2 * (n - found - 2));
    copy_values(copy->items() + 2 * found, node->items() + 2 * n - 2, 2);
  }
  return Value::object(copy);
}

Value without_array(Value edit, Node* node, uint32_t shift, uint32_t hash, Value key, bool& removed) {
  uint32_t index = place(hash, shift);
  Value old = node->items()[index];
  if (old.is_nil()) return Value::object(node);
  Value child = without_node(edit, as_node(old), shift + 5, hash, key, removed);
  if (child == old) return Value::object(node);
  if (!child.is_nil()) return with_item(edit, node, index, child);
  if (node->bits() <= 8) return pack(edit, node, index);
  uint32_t left = node->bits() - 1;
  Value changed = with_item(edit, node, index, child);
  as_node(changed)->set_bits(left);
  return changed;
}

Value without_node(Value edit, Node* node, uint32_t shift, uint32_t hash, Value key, bool& removed) {
  switch (node->kind) {
    case Kind::kHashMapNode: return without_bitmap(edit, node, shift, hash, key, removed);
    case Kind::kHashArrayNode: return without_array(edit, node, shift, hash, key, removed);
    default: return without_collision(edit, node, hash, key, removed);
  }
}

Value make_seq_cell(Value node, uint32_t index, Value up) {
  auto* cell = gc::make<HashMapSeq>();
  cell->node = node;
  cell->up = up;
  cell->index = index;
  return Value::object(cell);
}

// The seq that starts at the first entry at or after `index` of `node`, then above.
Value seq_from(Value node_value, uint32_t index, Value up) {
  for (;;) {
    Node* node = as_node(node_value);
    bool is_array = node->kind == Kind::kHashArrayNode;
    uint32_t n = is_array ? 32 : node->pairs();
    if (is_array)
      while (index < n && node->items()[index].is_nil()) ++index;
    if (index < n) {
      if (!is_array && !node->items()[2 * index].is_nil()) return make_seq_cell(node_value, index, up);
      Value child = node->items()[is_array ? index : 2 * index + 1];
      if (index + 1 < n) up = make_seq_cell(node_value, index, up);
      node_value = child;
      index = 0;
      continue;
    }
    if (up.is_nil()) return Value::nil();
    auto* frame = cast<HashMapSeq>(up);
    node_value = frame->node;
    index = frame->index + 1;
    up = frame->up;
  }
}

}  // namespace

Value assoc(Value edit, Value root, uint32_t hash, Value key, Value value, bool& added) {
  if (root.is_nil()) {
    added = true;
    return single(edit, 0, hash, key, value);
  }
  return assoc_node(edit, as_node(root), 0, hash, key, value, added);
}

Value without(Value edit, Value root, uint32_t hash, Value key, bool& removed) {
  if (root.is_nil()) return root;
  return without_node(edit, as_node(root), 0, hash, key, removed);
}

Value make_seq(Value root) { return root.is_nil() ? root : seq_from(root, 0, Value::nil()); }

Value next_seq(Value seq) {
  auto* cell = cast<HashMapSeq>(seq);
  return seq_from(cell->node, cell->index + 1, cell->up);
}

}  // namespace clj::trie
