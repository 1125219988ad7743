#include "clj/core/set.h"

#include "collections_support.h"

using namespace clj;
using namespace clj::test;

TEST_CASE("hash sets") {
  Runtime runtime;
  Value s = set({integer(1), Value::nil(), kw("a")});
  CHECK(count(s) == 3);
  CHECK(first(s).is_nil());
  CHECK(get(s, integer(1)) == integer(1));
  CHECK(get(s, integer(2), kw("x")) == kw("x"));
  CHECK(contains(s, Value::nil()));
  CHECK(conj(s, integer(1)) == s);
  CHECK(disj(s, integer(7)) == s);
  CHECK(count(disj(s, Value::nil())) == 2);
  CHECK(is_kind(seq(s), Kind::kKeySeq));
  CHECK(empty(s) == roots.empty_hash_set);
}

TEST_CASE("a set keeps the element it has") {
  Runtime runtime;
  Value list = make_list({integer(1)}), vector = vec({integer(1)});
  Value s = set({list});
  CHECK(get(conj(s, vector), vector) == list);
  // A transient replaces what get finds, but not what seq shows, as on the JVM.
  Value t = persistent(conj_transient(transient(s), vector));
  CHECK(get(t, list) == vector);
  CHECK(first(t) == list);
}

TEST_CASE("transient sets") {
  Runtime runtime;
  Value t = transient(roots.empty_hash_set);
  for (int64_t i = 0; i < 3000; ++i) t = conj_transient(t, integer(i));
  for (int64_t i = 0; i < 3000; i += 3) t = disj_transient(t, integer(i));
  CHECK(contains(t, integer(1)));
  CHECK_FALSE(contains(t, integer(3)));
  CHECK(count(persistent(t)) == 2000);
  const char* used = "java.lang.IllegalAccessError: Transient used after persistent! call";
  CHECK(thrown([&] { conj_transient(t, integer(1)); }) == used);
  CHECK(thrown([&] { contains(t, integer(1)); }) == used);
  CHECK(thrown([&] { dissoc_transient(transient(roots.empty_hash_set), integer(1)); })
            .find("clojure.lang.ITransientMap") != std::string::npos);
}
