#include <catch2/catch.hpp>

#include "clj/core/collections.h"
#include "clj/core/numbers.h"
#include "clj/core/print.h"
#include "support.h"

using namespace clj;

namespace {

Value pairs(int n, int keys) {
  gc::ValueList items;
  for (int i = 0; i < n; ++i) items.push_back(make_vector({make_long((i * 7919) % keys), make_long(i)}));
  return make_vector(items.data(), items.size());
}

}  // namespace

TEST_CASE("sort-by is stable at every length around a run") {
  Runtime runtime;
  for (int n : {0, 1, 2, 7, 8, 9, 15, 16, 17, 31, 33, 100, 1000}) {
    Value sorted = invoke(native("sort-by"), native("first"), pairs(n, 5));
    int64_t last_key = -1, last_index = -1, seen = 0;
    for_each(sorted, [&](Value pair) {
      int64_t key = as_long(nth(pair, 0)), index = as_long(nth(pair, 1));
      CHECK(key >= last_key);
      if (key == last_key) CHECK(index > last_index);
      last_key = key;
      last_index = index;
      ++seen;
      return true;
    });
    CHECK(seen == n);
  }
}

TEST_CASE("sort takes predicates and comparators that contradict themselves") {
  Runtime runtime;
  Value numbers = make_vector({make_long(3), make_long(1), make_long(2)});
  CHECK(print_text(invoke(native("sort"), native(">"), numbers)) == "(3 2 1)");
  CHECK(print_text(invoke(native("sort"), numbers)) == "(1 2 3)");
  // <= is no strict order: the merge notices, or all elements are there.
  gc::ValueList same;
  for (int i = 0; i < 500; ++i) same.push_back(make_long(i % 3));
  Value items = make_vector(same.data(), same.size());
  try {
    invoke(native("sort"), native("<="), items);
    FAIL("no exception");
  } catch (const ClojureThrow& thrown) {
    CHECK(to_utf8(cast<Throwable>(thrown.value)->message) == "Comparison method violates its general contract!");
  }
  CHECK(count(invoke(native("sort"), native("not="), items)) == 500);
}
