#include "clj/core/sorted.h"

#include <random>
#include <set>

#include "collections_support.h"

using namespace clj;
using namespace clj::test;

namespace {

Value sorted_set(std::initializer_list<Value> items, Value comparator = Value::nil()) {
  Value s = make_tree_set(comparator);
  for (Value x : items) s = conj(s, x);
  return s;
}

// The depth of the tree, or -1 when a subtree is out of balance or a size is wrong.
int64_t checked_depth(Value node) {
  if (node.is_nil()) return 0;
  auto* n = cast<TreeNode>(node);
  int64_t l = checked_depth(n->left), r = checked_depth(n->right);
  int64_t a = tree_size(n->left) + 1, b = tree_size(n->right) + 1;
  if (l < 0 || r < 0 || a > 3 * b || b > 3 * a || n->size != a + b - 1) return -1;
  return 1 + std::max(l, r);
}

}  // namespace

TEST_CASE("random changes keep sorted sets sorted and balanced") {
  Runtime runtime;
  std::mt19937 random(3);
  Value s = make_tree_set(Value::nil());
  std::set<int64_t> model;
  for (int step = 0; step < 20000; ++step) {
    int64_t x = random() % 3000;
    bool removes = random() % 10 < (step < 10000 ? 3 : 7);
    s = removes ? disj(s, integer(x)) : conj(s, integer(x));
    if (removes) model.erase(x);
    else model.insert(x);
    if (step % 500 == 0) REQUIRE(checked_depth(cast<TreeSet>(s)->root) >= 0);
  }
  REQUIRE(count(s) == static_cast<int64_t>(model.size()));
  auto at = model.begin();
  CHECK(for_each(s, [&](Value v) { return as_long(v) == *at++; }));
  at = model.begin();
  int64_t left = static_cast<int64_t>(model.size());
  for (Value cell = seq(s); !cell.is_nil(); cell = next(cell), ++at, --left) {
    REQUIRE(as_long(first(cell)) == *at);
    REQUIRE(count(cell) == left);
  }
  CHECK(checked_depth(cast<TreeSet>(s)->root) <= 16);
}

TEST_CASE("sorted maps") {
  Runtime runtime;
  Value m = make_tree_map(Value::nil());
  for (int64_t i : {5, 1, 9, 3}) m = assoc(m, integer(i), integer(i * 10));
  CHECK(elements(keys(m)) == "1 3 5 9");
  CHECK(elements(vals(rseq(m))) == "90 50 30 10");
  CHECK(get(m, integer(3)) == integer(30));
  CHECK(contains(m, integer(9)));
  CHECK(elements(find(m, integer(5))) == "5 50");
  CHECK(elements(keys(dissoc(m, integer(5)))) == "1 3 9");
  CHECK(elements(keys(sorted_seq_from(m, integer(3), true))) == "3 5 9");
  CHECK(elements(keys(sorted_seq_from(m, integer(4), true))) == "5 9");
  CHECK(elements(keys(sorted_seq_from(m, integer(4), false))) == "3 1");
  CHECK(sorted_seq_from(m, integer(10), true).is_nil());
  CHECK(rseq(roots.empty_tree_map).is_nil());
  CHECK_FALSE(equiv(m, roots.empty_hash_map));
  Value hashed = roots.empty_array_map;
  hashed = conj(hashed, m);
  CHECK(equiv(m, hashed));
  CHECK(equiv(hashed, m));
  CHECK(hash_eq(m) == hash_eq(hashed));
}

TEST_CASE("comparators answer numbers or booleans") {
  Runtime runtime;
  Value greater = function([](Value* args, uint32_t) { return Value::boolean(num::less(args[1], args[0])); });
  Value difference = function([](Value* args, uint32_t) { return num::subtract(args[1], args[0]); });
  Value wrong = function([](Value*, uint32_t) { return make_string("x"); });
  Value nothing = function([](Value*, uint32_t) { return Value::nil(); });
  CHECK(elements(sorted_set({integer(1), integer(3), integer(2), integer(3)}, greater)) == "3 2 1");
  CHECK(elements(sorted_set({integer(1), integer(3), integer(2), integer(3)}, difference)) == "3 2 1");
  CHECK(thrown([&] { sorted_set({integer(1), integer(2)}, wrong); }).find("cannot be cast to class java.lang.Number") !=
        std::string::npos);
  CHECK(thrown([&] { sorted_set({integer(1), integer(2)}, nothing); }) ==
        "java.lang.NullPointerException: Cannot invoke \"java.lang.Number.intValue()\" because \"n\" is null");
  CHECK(sorted_comparator(empty(sorted_set({integer(1)}, greater))) == greater);
}

TEST_CASE("errors of sorted collections") {
  Runtime runtime;
  CHECK(thrown([&] { sorted_set({kw("a"), integer(1)}); }).find("java.lang.ClassCastException: class "
        "clojure.lang.Keyword cannot be cast to class java.lang.Number") == 0);
  CHECK(thrown([&] { get(sorted_set({integer(1)}), kw("a")); }).find("java.lang.ClassCastException: class "
        "java.lang.Long cannot be cast to class clojure.lang.Keyword") == 0);
  CHECK(get(roots.empty_tree_map, kw("a")).is_nil());
  CHECK(thrown([&] { sorted_set({roots.empty_array_map}); }) ==
        "java.lang.ClassCastException: Default comparator requires nil, Number, or Comparable: {}");
  CHECK(thrown([&] { sorted_seq(vec({}), true); }).find("clojure.lang.Sorted") != std::string::npos);
  CHECK_FALSE(equiv(sorted_set({integer(1), integer(2)}), set({integer(1), kw("a")})));
  CHECK_FALSE(equiv(set({integer(1), kw("a")}), sorted_set({integer(1), integer(2)})));
}
