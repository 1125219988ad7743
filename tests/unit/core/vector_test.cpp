#include "clj/core/vector.h"

#include <random>
#include <vector>

#include "clj/core/seqs.h"
#include "collections_support.h"

using namespace clj;
using namespace clj::test;

namespace {

void check_same(Value v, const std::vector<int64_t>& model) {
  REQUIRE(count(v) == static_cast<int64_t>(model.size()));
  size_t i = 0;
  bool all_equal = for_each(v, [&](Value x) { return as_long(x) == model[i++]; });
  REQUIRE(all_equal);
  for (size_t k = 0; k < model.size(); k += 1 + model.size() / 97) REQUIRE(as_long(nth(v, static_cast<int64_t>(k))) == model[k]);
}

}  // namespace

TEST_CASE("vectors of every size around the trie's borders hold their elements") {
  Runtime runtime;
  for (int64_t n : {0, 1, 31, 32, 33, 63, 64, 65, 1023, 1024, 1055, 1056, 1057, 2048, 32768, 32800, 32801, 33825, 100000}) {
    INFO(n);
    std::vector<int64_t> model;
    Value grown = roots.empty_vector;
    for (int64_t i = 0; i < n; ++i) {
      model.push_back(i);
      grown = conj(grown, integer(i));
    }
    Value built = longs(0, n);
    check_same(grown, model);
    check_same(built, model);
    CHECK(equiv(grown, built));
    Value t = transient(roots.empty_vector);
    for (int64_t i = 0; i < n; ++i) t = conj_transient(t, integer(i));
    check_same(persistent(t), model);
    // The forms mix: a persistent conj and pop on each.
    CHECK(count(conj(built, integer(1))) == n + 1);
    if (n > 0) {
      Value shorter = n > 1500 ? pop(built) : built;
      for (int64_t left = count(shorter); n <= 1500 && left > 0; --left) shorter = pop(shorter);
      CHECK(count(shorter) == (n > 1500 ? n - 1 : 0));
    }
  }
}

TEST_CASE("random changes of persistent and transient vectors match a model") {
  Runtime runtime;
  std::mt19937 random(7);
  for (bool is_transient : {false, true}) {
    Value v = longs(0, 1000);
    std::vector<int64_t> model;
    for (int64_t i = 0; i < 1000; ++i) model.push_back(i);
    Value before = v;
    if (is_transient) v = transient(v);
    for (int step = 0; step < 60000; ++step) {
      // Long phases of growing and of shrinking cross the borders of the trie.
      bool grows = step / 8000 % 2 == 0;
      auto dice = random() % 10;
      if (model.empty() || dice < (grows ? 6u : 2u)) {
        v = is_transient ? conj_transient(v, integer(step)) : conj(v, integer(step));
        model.push_back(step);
      } else if (dice < 8) {
        v = is_transient ? pop_transient(v) : pop(v);
        model.pop_back();
      } else {
        size_t at = random() % model.size();
        v = is_transient ? assoc_transient(v, integer(static_cast<int64_t>(at)), integer(-step))
                         : assoc(v, integer(static_cast<int64_t>(at)), integer(-step));
        model[at] = -step;
      }
    }
    check_same(is_transient ? persistent(v) : v, model);
    CHECK(equiv(before, longs(0, 1000)));
  }
}

TEST_CASE("errors of vectors are the JVM's") {
  Runtime runtime;
  Value v = vec({integer(1)});
  CHECK(thrown([&] { nth(v, 1); }) == "java.lang.IndexOutOfBoundsException: null");
  CHECK(thrown([&] { nth(v, -1); }) == "java.lang.IndexOutOfBoundsException: null");
  CHECK(thrown([&] { assoc(v, integer(3), integer(0)); }) == "java.lang.IndexOutOfBoundsException: null");
  CHECK(thrown([&] { assoc(v, kw("a"), integer(0)); }) == "java.lang.IllegalArgumentException: Key must be integer");
  CHECK(thrown([&] { pop(roots.empty_vector); }) == "java.lang.IllegalStateException: Can't pop empty vector");
  CHECK(thrown([&] { subvec(longs(0, 3), 2, 1); }) == "java.lang.IndexOutOfBoundsException: null");
  CHECK(thrown([&] { subvec(longs(0, 3), 1, 5); }) == "java.lang.IndexOutOfBoundsException: null");
  CHECK(peek(roots.empty_vector).is_nil());
}

TEST_CASE("vector keys are truncated as Java's intValue does") {
  Runtime runtime;
  Value v = longs(1, 3);
  CHECK(get(v, integer(int64_t{1} << 32)) == integer(1));
  CHECK(get(v, make_double(0)).is_nil());
  CHECK(get(v, parse_number("1N")) == integer(2));
  CHECK(contains(v, parse_number("1N")));
  CHECK_FALSE(contains(v, integer(2)));
}

TEST_CASE("subvec is a view; a view of a view is one of the base") {
  Runtime runtime;
  Value base = longs(0, 100), sub = subvec(base, 10, 90), inner = subvec(sub, 5, 15);
  CHECK(cast<SubVector>(inner)->base == base);
  CHECK(elements(inner) == "15 16 17 18 19 20 21 22 23 24");
  CHECK(elements(conj(inner, integer(-1))) == "15 16 17 18 19 20 21 22 23 24 -1");
  CHECK(elements(assoc(inner, integer(0), integer(7))) == "7 16 17 18 19 20 21 22 23 24");
  CHECK(elements(base) == elements(longs(0, 100)));
  CHECK(peek(inner) == integer(24));
  CHECK(elements(pop(inner)) == "15 16 17 18 19 20 21 22 23");
  CHECK(subvec(base, 3, 3) == roots.empty_vector);
  CHECK(elements(seq(inner)) == elements(inner));
  CHECK(elements(rseq(inner)) == "24 23 22 21 20 19 18 17 16 15");
  CHECK(thrown([&] { nth(inner, 10); }) == "java.lang.IndexOutOfBoundsException: null");
  CHECK(get(inner, integer(10)).is_nil());
  CHECK(meta(subvec(with_meta(base, map({kw("a"), integer(1)})), 1, 2)).is_nil());
}

TEST_CASE("a map entry is a vector of two") {
  Runtime runtime;
  Value entry = make_map_entry(integer(1), integer(2));
  CHECK(is_vector(entry));
  CHECK(elements(entry) == "1 2");
  CHECK(elements(seq(entry)) == "1 2");
  CHECK(elements(conj(entry, integer(3))) == "1 2 3");
  CHECK(elements(assoc(entry, integer(1), integer(9))) == "1 9");
  CHECK(elements(pop(entry)) == "1");
  CHECK(equiv(entry, longs(1, 3)));
  CHECK(hash_eq(entry) == hash_eq(longs(1, 3)));
  CHECK(empty(entry).is_nil());
  CHECK(elements(rseq(entry)) == "2 1");
  CHECK(is_kind(conj(entry, integer(3)), Kind::kVector));
  CHECK(thrown([&] { with_meta(entry, roots.empty_array_map); }).find("java.lang.ClassCastException: class "
        "clojure.lang.MapEntry cannot be cast to class clojure.lang.IObj") == 0);
}

TEST_CASE("vector seqs walk, count and chunk") {
  Runtime runtime;
  Value v = longs(0, 70), s = seq(v);
  for (int64_t i = 0; i < 70; ++i, s = next(s)) {
    REQUIRE(first(s) == integer(i));
    REQUIRE(count(s) == 70 - i);
  }
  CHECK(s.is_nil());
  s = next(next(seq(v)));
  CHECK(count(chunk_first(s)) == 30);
  CHECK(first(chunk_next(s)) == integer(32));
  CHECK(count(chunk_first(chunk_next(chunk_next(s)))) == 6);
  CHECK(chunk_next(chunk_next(chunk_next(s))).is_nil());
  CHECK(chunk_rest(chunk_next(chunk_next(s))) == roots.empty_list);
}

TEST_CASE("transient vectors") {
  Runtime runtime;
  Value base = longs(0, 40), t = transient(base);
  assoc_transient(t, integer(0), integer(100));
  assoc_transient(t, integer(39), integer(101));
  CHECK(nth(t, 0) == integer(100));
  CHECK(get(t, integer(39)) == integer(101));
  CHECK(count(t) == 40);
  CHECK(thrown([&] { nth(t, 40); }) == "java.lang.IndexOutOfBoundsException: null");
  CHECK(get(t, integer(40)).is_nil());
  CHECK(thrown([&] { assoc_transient(t, integer(50), integer(1)); }) == "java.lang.IndexOutOfBoundsException: null");
  CHECK(thrown([&] { assoc_transient(t, kw("a"), integer(1)); }) ==
        "java.lang.IllegalArgumentException: Key must be integer");
  Value v = persistent(t);
  CHECK(nth(v, 0) == integer(100));
  CHECK(nth(base, 0) == integer(0));
  const char* used = "java.lang.IllegalAccessError: Transient used after persistent! call";
  CHECK(thrown([&] { conj_transient(t, integer(1)); }) == used);
  CHECK(thrown([&] { count(t); }) == used);
  CHECK(thrown([&] { nth(t, 0); }) == used);
  CHECK(thrown([&] { persistent(t); }) == used);
  CHECK(thrown([&] { pop_transient(transient(roots.empty_vector)); }) ==
        "java.lang.IllegalStateException: Can't pop empty vector");
  CHECK(persistent(transient(roots.empty_vector)) == roots.empty_vector);
}

TEST_CASE("vectors of primitives coerce") {
  Runtime runtime;
  Value v = conj(conj(make_primitive_vector(Kind::kIntArray), integer(1)), make_double(3.7));
  CHECK(nth(v, 1) == make_int(3));
  CHECK(equiv(v, vec({integer(1), integer(3)})));
  CHECK(is_vector(v));
  CHECK(is_kind(empty(v), Kind::kPrimitiveVector));
  CHECK(nth(conj(make_primitive_vector(Kind::kBooleanArray), integer(1)), 0) == Value::boolean(true));
  CHECK(nth(conj(make_primitive_vector(Kind::kCharArray), integer(97)), 0) == Value::character('a'));
  CHECK(nth(conj(make_primitive_vector(Kind::kDoubleArray), integer(1)), 0) == make_double(1));
  CHECK(thrown([&] { conj(make_primitive_vector(Kind::kByteArray), integer(1000)); }) ==
        "java.lang.IllegalArgumentException: Value out of range for byte: 1000");
  CHECK(thrown([&] { conj(make_primitive_vector(Kind::kLongArray), kw("a")); })
            .find("java.lang.ClassCastException: class clojure.lang.Keyword cannot be cast to class java.lang.Number") == 0);
}
