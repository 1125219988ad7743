// The weight-balanced tree of sorted maps and sets.
//
// The size of either subtree is at most kDelta times the other's (counting one more each);
// inserting or removing one node is repaired by a single or double rotation on the path,
// chosen by kGamma. The parameters 3 and 2 are those proved sound by Hirai and Yamamoto,
// "Balancing weight-balanced trees" (JFP 2011).
#include "clj/core/call.h"
#include "clj/core/collections.h"
#include "clj/core/equality.h"
#include "clj/core/error.h"
#include "clj/core/host.h"
#include "clj/core/map.h"
#include "clj/core/numbers.h"
#include "clj/core/print.h"
#include "clj/core/roots.h"
#include "clj/core/sorted.h"
#include "entries.h"
#include "instances.h"

namespace clj {
namespace {

constexpr int64_t kDelta = 3, kGamma = 2;

TreeNode* as_node(Value v) { return static_cast<TreeNode*>(v.as_object()); }

Value make_node(Value key, Value value, Value left, Value right) {
  auto* node = gc::make<TreeNode>();
  node->key = key;
  node->value = value;
  node->left = left;
  node->right = right;
  node->size = tree_size(left) + tree_size(right) + 1;
  return Value::object(node);
}

bool too_heavy(Value side, Value other) { return tree_size(side) + 1 > kDelta * (tree_size(other) + 1); }
bool rotates_once(Value inner, Value outer) { return tree_size(inner) + 1 < kGamma * (tree_size(outer) + 1); }

// A node whose subtrees are balanced, but one may have become too heavy by one node.
Value balance(Value key, Value value, Value left, Value right) {
  if (too_heavy(right, left)) {
    TreeNode* r = as_node(right);
    if (rotates_once(r->left, r->right))
      return make_node(r->key, r->value, make_node(key, value, left, r->left), r->right);
    TreeNode* inner = as_node(r->left);
    Value a = make_node(key, value, left, inner->left), b = make_node(r->key, r->value, inner->right, r->right);
    return make_node(inner->key, inner->value, a, b);
  }
  if (too_heavy(left, right)) {
    TreeNode* l = as_node(left);
    if (rotates_once(l->right, l->left))
      return make_node(l->key, l->value, l->left, make_node(key, value, l->right, right));
    TreeNode* inner = as_node(l->right);
    Value a = make_node(l->key, l->value, l->left, inner->left), b = make_node(key, value, inner->right, right);
    return make_node(inner->key, inner->value, a, b);
  }
  return make_node(key, value, left, right);
}

// compare, with the common cases in line.
int order(Value comparator, Value a, Value b) {
  if (comparator.is_nil()) {
    if (a.is_inline_long() && b.is_inline_long()) {
      int64_t x = a.as_inline_long(), y = b.as_inline_long();
      return x < y ? -1 : x > y;
    }
    return compare(a, b);
  }
  return compare_with(comparator, a, b);
}

// A key that is compared with nothing, or with nil only, is checked.
void check_new_key(Value comparator, Value key) {
  if (!comparator.is_nil() || is_comparable(key)) return;
  throw_error(Error::kClassCast, "Default comparator requires nil, Number, or Comparable: " + to_utf8(str_value(key)));
}

// The tree with the entry; `node` itself when it has the very value already. Where the key is
// present, the key stays the old one.
Value insert(Value comparator, Value node, Value key, Value value) {
  if (node.is_nil()) {
    check_new_key(comparator, key);
    return make_node(key, value, node, node);
  }
  TreeNode* n = as_node(node);
  int c = order(comparator, key, n->key);
  if (c == 0) return n->value == value ? node : make_node(n->key, value, n->left, n->right);
  if (c < 0) {
    Value left = insert(comparator, n->left, key, value);
    return left == n->left ? node : balance(n->key, n->value, left, n->right);
  }
  Value right = insert(comparator, n->right, key, value);
  return right == n->right ? node : balance(n->key, n->value, n->left, right);
}

Value remove_first(TreeNode* n) {
  if (n->left.is_nil()) return n->right;
  return balance(n->key, n->value, remove_first(as_node(n->left)), n->right);
}
Value remove_last(TreeNode* n) {
  if (n->right.is_nil()) return n->left;
  return balance(n->key, n->value, n->left, remove_last(as_node(n->right)));
}

// The two subtrees of a removed node as one tree.
Value join(Value left, Value right) {
  if (left.is_nil()) return right;
  if (right.is_nil()) return left;
  if (tree_size(left) > tree_size(right)) {
    TreeNode* last = as_node(left);
    while (!last->right.is_nil()) last = as_node(last->right);
    return balance(last->key, last->value, remove_last(as_node(left)), right);
  }
  TreeNode* first = as_node(right);
  while (!first->left.is_nil()) first = as_node(first->left);
  return balance(first->key, first->value, left, remove_first(as_node(right)));
}

Value remove(Value comparator, Value node, Value key) {
  if (node.is_nil()) return node;
  TreeNode* n = as_node(node);
  int c = order(comparator, key, n->key);
  if (c == 0) return join(n->left, n->right);
  if (c < 0) {
    Value left = remove(comparator, n->left, key);
    return left == n->left ? node : balance(n->key, n->value, left, n->right);
  }
  Value right = remove(comparator, n->right, key);
  return right == n->right ? node : balance(n->key, n->value, n->left, right);
}

const TreeNode* lookup(Value comparator, Value node, Value key) {
  while (!node.is_nil()) {
    TreeNode* n = as_node(node);
    int c = order(comparator, key, n->key);
    if (c == 0) return n;
    node = c < 0 ? n->left : n->right;
  }
  return nullptr;
}

template <class T>
Value with_root(const T* owner, Value root) {
  auto* copy = gc::make<T>();
  copy->root = root;
  copy->comparator = owner->comparator;
  copy->meta = owner->meta;
  return Value::object(copy);
}

Value make_cell(Value node, Value up, bool ascending) {
  TreeNode* n = as_node(node);
  auto* cell = gc::make<TreeMapSeq>();
  cell->node = node;
  cell->up = up;
  if (!ascending) cell->set_flag(TreeMapSeq::kDescending);
  cell->count = 1 + tree_size(ascending ? n->right : n->left) + (up.is_nil() ? 0 : cast<TreeMapSeq>(up)->count);
  return Value::object(cell);
}

// Down the near side of `node`, on top of `up`.
Value descend(Value node, Value up, bool ascending) {
  for (; !node.is_nil(); node = ascending ? as_node(node)->left : as_node(node)->right)
    up = make_cell(node, up, ascending);
  return up;
}

}  // namespace

int compare_with(Value comparator, Value a, Value b) {
  if (comparator.is_nil()) return compare(a, b);
  if (comparator == no_comparator())
    throw_error(Error::kNullPointer,
                "Cannot invoke \"java.util.Comparator.compare(Object, Object)\" because \"this.comp\" is null");
  Value result;
  // A type of the program that can be called, too, is asked to compare.
  if (is_kind(comparator, Kind::kInstance)) {
    if (try_method(comparator, roots.sym_m_compare, result, a, b)) return to_int(result);
    check_interface_method(comparator, roots.class_comparator, "compare", 2);
  } else if (!is_ifn(comparator) && try_method(comparator, roots.sym_m_compare, result, a, b)) {
    return to_int(result);
  }
  result = invoke(comparator, a, b);
  if (result.is_inline_long()) {
    return static_cast<int32_t>(result.as_inline_long());
  }
  if (result.is_boolean()) {
    if (result.is_true()) return -1;
    return invoke(comparator, b, a).truthy() ? 1 : 0;
  }
  if (result.is_nil())
    throw_error(Error::kNullPointer, "Cannot invoke \"java.lang.Number.intValue()\" because \"n\" is null");
  if (!is_number(result)) throw_class_cast(result, "java.lang.Number");
  return static_cast<int32_t>(to_long_unchecked(result));
}

Value make_tree_map(Value comparator) {
  if (comparator.is_nil() && !roots.empty_tree_map.is_nil()) return roots.empty_tree_map;
  auto* map = gc::make<TreeMap>();
  map->comparator = comparator;
  return Value::object(map);
}

Value make_tree_set(Value comparator) {
  if (comparator.is_nil() && !roots.empty_tree_set.is_nil()) return roots.empty_tree_set;
  auto* set = gc::make<TreeSet>();
  set->comparator = comparator;
  return Value::object(set);
}

const TreeNode* tree_find(Value coll, Value key) {
  if (auto* map = try_cast<TreeMap>(coll)) return lookup(map->comparator, map->root, key);
  auto* set = cast<TreeSet>(coll);
  return lookup(set->comparator, set->root, key);
}

Value tree_map_assoc(Value map_value, Value key, Value value) {
  auto* map = cast<TreeMap>(map_value);
  Value root = insert(map->comparator, map->root, key, value);
  return root == map->root ? map_value : with_root(map, root);
}

Value tree_map_dissoc(Value map_value, Value key) {
  auto* map = cast<TreeMap>(map_value);
  Value root = remove(map->comparator, map->root, key);
  return root == map->root ? map_value : with_root(map, root);
}

Value tree_set_conj(Value set_value, Value x) {
  auto* set = cast<TreeSet>(set_value);
  if (lookup(set->comparator, set->root, x)) return set_value;
  return with_root(set, insert(set->comparator, set->root, x, x));
}

Value tree_set_disj(Value set_value, Value x) {
  auto* set = cast<TreeSet>(set_value);
  Value root = remove(set->comparator, set->root, x);
  return root == set->root ? set_value : with_root(set, root);
}

Value tree_seq(Value root, bool ascending) { return descend(root, Value::nil(), ascending); }

Value tree_seq_next(Value s) {
  auto* cell = cast<TreeMapSeq>(s);
  bool ascending = !cell->has_flag(TreeMapSeq::kDescending);
  TreeNode* node = as_node(cell->node);
  return descend(ascending ? node->right : node->left, cell->up, ascending);
}

Value tree_seq_from(Value coll, Value key, bool ascending) {
  bool is_map = is_kind(coll, Kind::kTreeMap);
  Value comparator = is_map ? cast<TreeMap>(coll)->comparator : cast<TreeSet>(coll)->comparator;
  Value node = is_map ? cast<TreeMap>(coll)->root : cast<TreeSet>(coll)->root, up;
  while (!node.is_nil()) {
    TreeNode* n = as_node(node);
    int c = order(comparator, key, n->key);
    if (c == 0) return make_cell(node, up, ascending);
    bool included = ascending ? c < 0 : c > 0;
    if (included) up = make_cell(node, up, ascending);
    node = c < 0 ? n->left : n->right;
  }
  return up;
}

Value sorted_entry_key(Value coll, Value entry) {
  if (is_kind(coll, Kind::kTreeMap)) return entry_key(entry);
  if (is_kind(coll, Kind::kTreeSet)) return entry;
  Value key;
  if (try_method(coll, roots.sym_m_entry_key, key, entry)) return key;
  throw_class_cast(coll, "clojure.lang.Sorted");
}

Value sorted_comparator(Value coll) {
  if (auto* map = try_cast<TreeMap>(coll)) return map->comparator;
  if (auto* set = try_cast<TreeSet>(coll)) return set->comparator;
  Value comparator;
  if (try_method(coll, roots.sym_m_comparator, comparator)) return comparator;
  throw_class_cast(coll, "clojure.lang.Sorted");
}

}  // namespace clj
