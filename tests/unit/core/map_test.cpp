#include "clj/core/map.h"

#include "clj/core/seqs.h"
#include "collections_support.h"

using namespace clj;
using namespace clj::test;

namespace {

Value numbered(int64_t n, bool hashed = false) {
  Value m = hashed ? roots.empty_hash_map : roots.empty_array_map;
  for (int64_t i = 0; i < n; ++i) m = assoc(m, integer(i), integer(i * i));
  return m;
}

}  // namespace

TEST_CASE("array maps keep insertion order and become hash maps beyond 8 entries") {
  Runtime runtime;
  Value m = map({kw("c"), integer(1), kw("a"), integer(2)});
  CHECK(is_kind(m, Kind::kArrayMap));
  m = assoc(m, kw("b"), integer(3));
  CHECK(elements(vals(m)) == "1 2 3");
  m = assoc(m, kw("c"), integer(9));
  CHECK(elements(vals(m)) == "9 2 3");
  CHECK(elements(vals(dissoc(m, kw("a")))) == "9 3");
  CHECK(is_kind(numbered(8), Kind::kArrayMap));
  CHECK(is_kind(numbered(9), Kind::kHashMap));
  CHECK(is_kind(assoc(numbered(8), integer(3), integer(0)), Kind::kArrayMap));
  CHECK(is_kind(dissoc(numbered(9), integer(0)), Kind::kHashMap));
  gc::ValueList pairs;
  for (int64_t i = 0; i < 40; ++i) pairs.push_back(integer(i));
  CHECK(is_kind(make_array_map(pairs.data(), 40), Kind::kArrayMap));
  CHECK(is_kind(make_map(pairs.data(), 40), Kind::kHashMap));
  CHECK(is_kind(assoc(make_array_map(pairs.data(), 40), integer(2), integer(0)), Kind::kArrayMap));
  CHECK(is_kind(assoc(make_array_map(pairs.data(), 40), integer(1), integer(0)), Kind::kHashMap));
}

TEST_CASE("later keys win; checked constructors refuse duplicates") {
  Runtime runtime;
  Value items[] = {kw("a"), integer(1), kw("a"), integer(2)};
  CHECK(equiv(make_map(items, 4), map({kw("a"), integer(2)})));
  CHECK(count(make_hash_map(items, 4)) == 1);
  CHECK(thrown([&] { make_map_checked(items, 4); }) == "java.lang.IllegalArgumentException: Duplicate key: :a");
  Value strings[] = {str("x"), str("x")};
  CHECK(thrown([&] { make_set_checked(strings, 2); }) == "java.lang.IllegalArgumentException: Duplicate key: x");
  CHECK(count(make_set_checked(strings, 1)) == 1);
}

TEST_CASE("lookup finds what is there and nothing else") {
  Runtime runtime;
  for (int64_t n : {0, 1, 8, 9, 100, 5000}) {
    Value m = numbered(n);
    CHECK(count(m) == n);
    for (int64_t i = 0; i < n; ++i) REQUIRE(get(m, integer(i)) == integer(i * i));
    CHECK(get(m, integer(n)).is_nil());
    CHECK(get(m, integer(-1), kw("x")) == kw("x"));
    CHECK(get(m, Value::nil(), kw("x")) == kw("x"));
    CHECK_FALSE(contains(m, str("1")));
  }
}

TEST_CASE("keys are compared with =") {
  Runtime runtime;
  for (bool hashed : {false, true}) {
    Value m = hashed ? roots.empty_hash_map : roots.empty_array_map;
    m = assoc(m, integer(1), kw("long"));
    m = assoc(m, make_double(1), kw("double"));
    m = assoc(m, Value::nil(), kw("nil"));
    m = assoc(m, vec({integer(1)}), kw("vector"));
    CHECK(count(m) == 4);
    CHECK(get(m, parse_number("1N")) == kw("long"));
    CHECK(get(m, make_double(1)) == kw("double"));
    CHECK(get(m, Value::nil()) == kw("nil"));
    CHECK(get(m, make_list({integer(1)})) == kw("vector"));
    CHECK(first(find(m, make_list({integer(1)}))) == first(find(m, vec({integer(1)}))));
    CHECK(is_vector(first(find(m, make_list({integer(1)})))));
    CHECK(count(dissoc(m, Value::nil())) == 3);
    Value nan = make_double(__builtin_nan(""));
    CHECK(get(assoc(m, nan, integer(1)), nan).is_nil());
  }
}

TEST_CASE("nil comes first, in a Cons") {
  Runtime runtime;
  Value m = assoc(assoc(roots.empty_hash_map, kw("a"), integer(1)), Value::nil(), integer(2));
  CHECK(is_kind(seq(m), Kind::kCons));
  CHECK(first(first(m)).is_nil());
  CHECK(is_kind(rest(m), Kind::kHashMapSeq));
  CHECK(elements(vals(m)) == "2 1");
  CHECK(find(m, Value::nil()).is_object());
}

TEST_CASE("conj on maps") {
  Runtime runtime;
  Value m = roots.empty_array_map, one = vec({integer(1), integer(2)});
  CHECK(equiv(conj(m, one), map({integer(1), integer(2)})));
  CHECK(equiv(conj(m, make_map_entry(integer(1), integer(2))), map({integer(1), integer(2)})));
  CHECK(equiv(conj(m, map({integer(1), integer(2)})), map({integer(1), integer(2)})));
  CHECK(equiv(conj(m, seq(map({integer(1), integer(2)}))), map({integer(1), integer(2)})));
  CHECK(conj(m, Value::nil()) == m);
  CHECK(thrown([&] { conj(m, vec({integer(1)})); }) ==
        "java.lang.IllegalArgumentException: Vector arg to map conj must be a pair");
  CHECK(thrown([&] { conj(m, integer(1)); }) ==
        "java.lang.IllegalArgumentException: Don't know how to create ISeq from: java.lang.Long");
  CHECK(thrown([&] { conj(m, make_list({one})); }).find("java.lang.ClassCastException: class "
        "clojure.lang.PersistentVector cannot be cast to class java.util.Map$Entry") == 0);
}

TEST_CASE("keys and vals of seqs of entries") {
  Runtime runtime;
  Value m = map({integer(1), integer(2), integer(3), integer(4)});
  CHECK(elements(keys(m)) == "1 3");
  CHECK(elements(vals(seq(m))) == "2 4");
  CHECK(elements(keys(make_list({first(m)}))) == "1");
  CHECK(keys(roots.empty_array_map).is_nil());
  CHECK(is_kind(keys(m), Kind::kKeySeq));
  CHECK(is_kind(vals(m), Kind::kValSeq));
  CHECK(thrown([&] { first(keys(vec({integer(1)}))); }).find("java.lang.ClassCastException: class java.lang.Long cannot "
                                                             "be cast to class java.util.Map$Entry") == 0);
}

TEST_CASE("transient maps") {
  Runtime runtime;
  Value t = transient(roots.empty_array_map);
  for (int64_t i = 0; i < 8; ++i) t = assoc_transient(t, integer(i), integer(i));
  CHECK(is_kind(t, Kind::kTransientArrayMap));
  CHECK(get(t, integer(3)) == integer(3));
  CHECK(get(t, integer(30), kw("x")) == kw("x"));
  CHECK(contains(t, integer(7)));
  Value grown = assoc_transient(t, integer(8), integer(8));
  CHECK(is_kind(grown, Kind::kTransientHashMap));
  CHECK(count(grown) == 9);
  Value m = persistent(grown);
  CHECK(is_kind(m, Kind::kHashMap));
  Value again = transient(m);
  for (int64_t i = 0; i < 1000; ++i) again = assoc_transient(again, integer(i), integer(-i));
  for (int64_t i = 0; i < 500; ++i) again = dissoc_transient(again, integer(i));
  CHECK(get(again, integer(600)) == integer(-600));
  CHECK(get(m, integer(8)) == integer(8));
  CHECK(count(m) == 9);
  CHECK(count(persistent(again)) == 500);
  const char* used = "java.lang.IllegalAccessError: Transient used after persistent! call";
  CHECK(thrown([&] { assoc_transient(again, integer(1), integer(1)); }) == used);
  CHECK(thrown([&] { get(again, integer(1)); }) == used);
  CHECK(thrown([&] { count(again); }) == used);
  Value small = transient(map({kw("a"), integer(1)}));
  persistent(small);
  CHECK(thrown([&] { assoc_transient(small, integer(1), integer(1)); }) == used);
  CHECK(thrown([&] { count(small); }) == used);
  CHECK(thrown([&] { disj_transient(transient(m), integer(1)); }).find("clojure.lang.ITransientSet") != std::string::npos);
}

TEST_CASE("persistent changes never touch what transients made, and the other way round") {
  Runtime runtime;
  Value base = numbered(2000, true), t = transient(base);
  for (int64_t i = 0; i < 2000; i += 2) t = dissoc_transient(t, integer(i));
  for (int64_t i = 0; i < 2000; i += 3) t = assoc_transient(t, integer(i), kw("changed"));
  CHECK(equiv(base, numbered(2000)));
  Value m = persistent(t);
  uint32_t hash = hash_eq(m);
  Value other = m;
  for (int64_t i = 0; i < 2000; ++i) other = assoc(other, integer(i), integer(0));
  CHECK(hash == hash_eq(with_meta(m, roots.empty_array_map)));
}
