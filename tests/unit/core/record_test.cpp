// Expected values are recorded from JVM Clojure 1.11.1.
#include "clj/core/record.h"

#include "clj/core/host.h"
#include "clj/core/refs.h"
#include "collections_support.h"

using namespace clj;
using namespace clj::test;

namespace {

Value symbols(std::initializer_list<const char*> names) {
  gc::ValueList items;
  for (const char* name : names) items.push_back(make_symbol("", name));
  return make_vector(items.data(), items.size());
}

// (defrecord R [a b]) in namespace user, made anew.
Value record_class() {
  Value interfaces = vec({find_class("clojure.lang.IRecord")});
  return define_type(str("user.R"), symbols({"a", "b"}), interfaces, roots.empty_vector, nullptr, 0);
}

Value make_record(Value cls, Value a, Value b) {
  auto* r = gc::make_with_slots<Instance>(4);
  r->type = cls;
  r->fields()[0] = a;
  r->fields()[1] = b;
  return Value::object(r);
}

}  // namespace

TEST_CASE("records are maps of their fields") {
  Runtime runtime;
  Value cls = record_class(), r = make_record(cls, integer(1), integer(2)), plain = map({kw("a"), integer(1), kw("b"), integer(2)});
  CHECK(is_map(r));
  CHECK(is_record(r));
  CHECK(is_coll(r));
  CHECK(is_associative(r));
  CHECK(is_counted(r));
  CHECK(count(r) == 2);
  CHECK(get(r, kw("a")) == integer(1));
  CHECK(get(r, kw("c"), kw("x")) == kw("x"));
  CHECK(get(r, make_symbol("", "a")).is_nil());
  CHECK(contains(r, kw("b")));
  CHECK(elements(vals(r)) == "1 2");
  CHECK(equiv(find(r, kw("a")), vec({kw("a"), integer(1)})));
  CHECK(static_cast<int32_t>(hash_eq(r)) == 1318173134);
  CHECK(static_cast<int32_t>(java_hash_code(r)) == 2027821078);
  CHECK_FALSE(equiv(r, plain));
  CHECK_FALSE(equiv(plain, r));
  CHECK(java_equals(r, plain));
  CHECK(java_equals(plain, r));
  CHECK(equiv(r, make_record(cls, integer(1), integer(2))));
  CHECK_FALSE(equiv(r, make_record(record_class(), integer(1), integer(2))));
}

TEST_CASE("changing records") {
  Runtime runtime;
  Value r = make_record(record_class(), integer(1), integer(2));
  Value wider = assoc(r, kw("z"), integer(3));
  CHECK(is_record(wider));
  CHECK(count(wider) == 3);
  CHECK(elements(vals(wider)) == "1 2 3");
  CHECK(get(wider, kw("z")) == integer(3));
  CHECK(equiv(dissoc(wider, kw("z")), r));
  CHECK(is_kind(dissoc(wider, kw("a")), Kind::kArrayMap));
  CHECK(count(dissoc(wider, kw("a"))) == 2);
  CHECK(get(conj(r, vec({kw("a"), integer(5)})), kw("a")) == integer(5));
  CHECK(get(conj(r, map({kw("c"), integer(5)})), kw("c")) == integer(5));
  CHECK(get(r, kw("a")) == integer(1));
  Value m = map({kw("m"), integer(1)});
  CHECK(meta(with_meta(wider, m)) == m);
  CHECK(meta(assoc(with_meta(r, m), kw("q"), integer(1))) == m);
  CHECK(thrown([&] { empty(r); }) == "java.lang.UnsupportedOperationException: Can't create empty: user.R");
  CHECK(thrown([&] { nth(r, 0); }) == "java.lang.UnsupportedOperationException: nth not supported on this type: R");
  Value sum = function([](Value* args, uint32_t) { return num::add(args[0], args[2]); });
  CHECK(reduce_kv(sum, integer(0), wider) == integer(6));
}

TEST_CASE("a deftype answers through its methods") {
  Runtime runtime;
  Value interfaces = vec({find_class("clojure.lang.ILookup"), find_class("clojure.lang.Counted"),
                          find_class("clojure.lang.Seqable"), find_class("clojure.lang.IPersistentCollection")});
  Value methods[] = {
      function([](Value* args, uint32_t n) { return n == 2 ? args[1] : args[2]; }),
      function([](Value*, uint32_t) { return make_long(17); }),
      function([](Value*, uint32_t) { return seq(make_vector({make_long(4), make_long(5)})); }),
      function([](Value* args, uint32_t) { return make_vector({args[1]}); }),
      function([](Value* args, uint32_t) { return Value::boolean(is_vector(args[1])); }),
      function([](Value*, uint32_t) { return make_long(99); }),
  };
  Value names = symbols({"valAt", "count", "seq", "cons", "equiv", "hasheq"});
  Value cls = define_type(str("user.T"), symbols({"f"}), interfaces, names, methods, 6);
  auto* instance = gc::make_with_slots<Instance>(1);
  instance->type = cls;
  Value v = Value::object(instance);
  CHECK(get(v, kw("k")) == kw("k"));
  CHECK(get(v, kw("k"), kw("x")) == kw("x"));
  CHECK(count(v) == 17);
  CHECK(is_counted(v));
  CHECK(is_coll(v));
  CHECK_FALSE(is_map(v));
  CHECK(elements(v) == "4 5");
  CHECK(first(v) == integer(4));
  CHECK(elements(rest(v)) == "5");
  CHECK(elements(conj(v, integer(8))) == "8");
  CHECK(equiv(v, roots.empty_vector));
  CHECK_FALSE(equiv(v, roots.empty_list));
  CHECK(hash_eq(v) == 99);
  CHECK(thrown([&] { assoc(v, kw("a"), integer(1)); }).find("clojure.lang.Associative") != std::string::npos);
  CHECK(thrown([&] { nth(v, 0); }) == "java.lang.UnsupportedOperationException: nth not supported on this type: T");
}
