#include "clj/core/seqs.h"
#include "clj/core/vector.h"
#include "collections_support.h"

using namespace clj;
using namespace clj::test;

TEST_CASE("metadata of every kind is replaced in a copy that is equal") {
  Runtime runtime;
  Value m = map({kw("m"), integer(1)}), pair = longs(1, 3), entries = map({integer(1), integer(2)});
  Value hashed = assoc(roots.empty_hash_map, integer(1), integer(2));
  Value sorted = assoc(roots.empty_tree_map, integer(1), integer(2));
  for (Value v : {roots.empty_list, make_list({integer(1)}), cons(integer(1), pair), seq(pair), rseq(pair),
                  seq(subvec(pair, 0, 1)), seq(str("ab")), seq(entries), seq(hashed), seq(sorted), keys(entries),
                  vals(hashed), make_long_range(0, 3, 1), make_range(integer(0), integer(1), make_double(0.5)),
                  make_repeat(2, integer(1)), pair, subvec(pair, 0, 1), entries, hashed, sorted, set({integer(1)}),
                  conj(roots.empty_tree_set, integer(1)), conj(roots.empty_queue, integer(1)),
                  make_symbol("", "s"), make_rest_args(&pair, 1), conj(make_primitive_vector(Kind::kIntArray), integer(1))}) {
    INFO(info(v.as_object()->kind).name);
    CHECK(supports_meta(v));
    Value with = with_meta(v, m);
    CHECK(meta(with) == m);
    CHECK(meta(v).is_nil());
    CHECK(with.as_object()->kind == v.as_object()->kind);
    CHECK(equiv(v, with));
    CHECK(hash_eq(v) == hash_eq(with));
    CHECK(meta(with_meta(with, Value::nil())).is_nil());
  }
}

TEST_CASE("which operations keep metadata") {
  Runtime runtime;
  Value m = map({kw("m"), integer(1)});
  auto with = [&](Value v) { return with_meta(v, m); };
  CHECK(meta(conj(with(longs(0, 1)), integer(1))) == m);
  CHECK(meta(pop(with(longs(0, 2)))) == m);
  CHECK(meta(pop(with(longs(0, 1)))) == m);
  CHECK(meta(assoc(with(longs(0, 2)), integer(0), integer(7))) == m);
  CHECK(meta(conj(with(make_list({integer(1)})), integer(2))) == m);
  CHECK(meta(pop(with(make_list({integer(1)})))) == m);
  CHECK(meta(pop(with(make_list({integer(1), integer(2)})))).is_nil());
  CHECK(meta(cons(integer(1), with(make_list({integer(1)})))).is_nil());
  CHECK(meta(seq(with(longs(0, 2)))).is_nil());
  CHECK(meta(empty(with(longs(0, 2)))) == m);
  CHECK(meta(empty(with(make_list({integer(1)})))) == m);
  Value grown = with(roots.empty_array_map);
  for (int64_t i = 0; i < 20; ++i) grown = assoc(grown, integer(i), integer(i));
  CHECK(meta(grown) == m);
  for (int64_t i = 0; i < 20; ++i) grown = dissoc(grown, integer(i));
  CHECK(meta(grown) == m);
  CHECK(meta(dissoc(with(map({integer(1), integer(1)})), integer(1))) == m);
  CHECK(meta(conj(with(set({integer(1)})), integer(2))) == m);
  CHECK(meta(assoc(with(roots.empty_tree_map), integer(2), integer(1))) == m);
  CHECK(meta(persistent(transient(with(longs(0, 2))))).is_nil());
}

TEST_CASE("with-meta of functions and of what has none") {
  Runtime runtime;
  Value m = map({kw("m"), integer(1)});
  Value f = with_meta(function([](Value* args, uint32_t) { return args[0]; }), m);
  CHECK(meta(f) == m);
  CHECK(invoke(f, integer(3)) == integer(3));
  CHECK(is_fn(f));
  CHECK(meta(integer(1)).is_nil());
  CHECK(thrown([&] { with_meta(integer(1), m); }).find("clojure.lang.IObj") != std::string::npos);
  CHECK(thrown([&] { with_meta(roots.empty_vector, integer(1)); }).find("clojure.lang.IPersistentMap") !=
        std::string::npos);
  Value lazy = make_lazy_seq(function([](Value*, uint32_t) { return longs(1, 3); }));
  Value with = with_meta(lazy, m);
  CHECK(is_kind(with, Kind::kLazySeq));
  CHECK(elements(with) == "1 2");
}
