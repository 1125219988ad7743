// Expected values are recorded from JVM Clojure 1.11.1.
#include "clj/core/equality.h"

#include <thread>

#include "clj/core/tagged.h"
#include "collections_support.h"

using namespace clj;
using namespace clj::test;

namespace {

int32_t hash(Value v) { return static_cast<int32_t>(hash_eq(v)); }
int32_t java_hash_of(Value v) { return static_cast<int32_t>(java_hash_code(v)); }

}  // namespace

TEST_CASE("hashes are Clojure's") {
  Runtime runtime;
  CHECK(hash(set({Value::nil()})) == -1684229222);
  CHECK(hash(vec({Value::nil()})) == 965192274);
  CHECK(hash(roots.empty_array_map) == -15128758);
  CHECK(hash(roots.empty_vector) == -2017569654);
  CHECK(hash(roots.empty_list) == -2017569654);
  CHECK(hash(roots.empty_hash_set) == -15128758);
  CHECK(hash(map({kw("a"), integer(1)})) == 1772842048);
  CHECK(hash(Value::nil()) == 0);
  CHECK(hash(Value::boolean(true)) == 1231);
  CHECK(hash(Value::character('a')) == 97);
  CHECK(hash(make_symbol("", "a")) == -482876059);
  CHECK(hash(kw("a")) == -2123407586);
  CHECK(hash(make_keyword("a", "b")) == 1482224565);
  CHECK(hash(str("a")) == 1455541201);
  CHECK(hash(integer(1)) == 1392991556);
  CHECK(hash(integer(-1)) == 1651860712);
  CHECK(hash(make_double(1.5)) == 1073217536);
  CHECK(hash(make_map_entry(kw("a"), integer(1))) == -1809393901);
  CHECK(hash(longs(2, 4)) == -1504369821);
}

TEST_CASE("hashCodes are Java's") {
  Runtime runtime;
  CHECK(java_hash_of(vec({integer(1), str("a"), Value::nil()})) == 33759);
  CHECK(java_hash_of(map({kw("a"), integer(1)})) == 1013910568);
  CHECK(java_hash_of(set({integer(1), integer(2)})) == 3);
  CHECK(java_hash_of(kw("a")) == 1013910569);
  CHECK(java_hash_of(make_symbol("a", "b")) == -1640525104);
  CHECK(java_hash_of(roots.empty_list) == 1);
  CHECK(java_hash_of(longs(2, 3)) == 33);
}

TEST_CASE("= across kinds") {
  Runtime runtime;
  CHECK(equiv(longs(1, 3), make_list({integer(1), integer(2)})));
  CHECK(equiv(make_list({integer(1), integer(2)}), longs(1, 3)));
  CHECK_FALSE(equiv(longs(1, 3), longs(1, 4)));
  CHECK_FALSE(equiv(cons(integer(1), longs(2, 3)), longs(1, 4)));
  CHECK(equiv(roots.empty_vector, roots.empty_list));
  CHECK_FALSE(equiv(roots.empty_array_map, roots.empty_vector));
  CHECK_FALSE(equiv(roots.empty_hash_set, roots.empty_array_map));
  CHECK_FALSE(equiv(roots.empty_vector, Value::nil()));
  CHECK_FALSE(equiv(Value::nil(), roots.empty_vector));
  CHECK_FALSE(equiv(str("a"), vec({Value::character('a')})));
  CHECK_FALSE(equiv(vec({Value::character('a')}), str("a")));
  CHECK(equiv(str("ab"), str("ab")));
  CHECK_FALSE(equiv(integer(1), make_double(1)));
  CHECK(equiv(integer(1), parse_number("1N")));
  CHECK_FALSE(equiv(map({integer(1), Value::nil()}), map({integer(2), Value::nil()})));
  CHECK_FALSE(equiv(map({kw("a"), integer(1)}), map({kw("a"), make_double(1)})));
  CHECK(equiv(make_symbol("a", "b"), make_symbol("a", "b")));
  CHECK_FALSE(equiv(kw("a"), make_symbol("", "a")));
  Value nan = vec({make_double(__builtin_nan(""))});
  CHECK(equiv(nan, nan));
  CHECK_FALSE(equiv(nan, vec({make_double(__builtin_nan(""))})));
  CHECK(equiv(make_tagged_literal(make_symbol("", "t"), integer(1)), make_tagged_literal(make_symbol("", "t"), integer(1))));
}

TEST_CASE(".equals tells number classes apart") {
  Runtime runtime;
  CHECK_FALSE(java_equals(vec({integer(1)}), vec({parse_number("1N")})));
  CHECK(java_equals(vec({integer(1)}), make_list({integer(1)})));
  CHECK(java_equals(map({integer(1), integer(2)}), map({integer(1), integer(2)})));
  CHECK_FALSE(java_equals(integer(1), parse_number("1N")));
}

TEST_CASE("compare") {
  Runtime runtime;
  CHECK(compare(longs(1, 3), vec({integer(1), integer(3)})) == -1);
  CHECK(compare(longs(5, 6), longs(1, 3)) == -1);
  CHECK(compare(Value::boolean(true), Value::boolean(false)) == 1);
  CHECK(compare(Value::character('a'), Value::character('c')) == -2);
  CHECK(compare(str("a"), str("c")) == -2);
  CHECK(compare(str("ab"), str("abcd")) == -2);
  CHECK(compare(Value::nil(), integer(1)) == -1);
  CHECK(compare(integer(1), Value::nil()) == 1);
  CHECK(compare(make_keyword("a", "b"), kw("b")) == 1);
  auto cannot = [](Value a, Value b, const char* from, const char* to) {
    return thrown([&] { compare(a, b); })
               .find(std::string("java.lang.ClassCastException: class ") + from + " cannot be cast to class " + to) == 0;
  };
  CHECK(cannot(integer(1), str("a"), "java.lang.String", "java.lang.Number"));
  CHECK(cannot(str("a"), integer(1), "java.lang.Long", "java.lang.String"));
  CHECK(cannot(longs(1, 2), make_list({integer(1)}), "clojure.lang.PersistentList", "clojure.lang.IPersistentVector"));
  CHECK(cannot(kw("a"), make_symbol("", "a"), "clojure.lang.Symbol", "clojure.lang.Keyword"));
  CHECK(cannot(Value::boolean(true), integer(1), "java.lang.Long", "java.lang.Boolean"));
  CHECK(cannot(make_list({integer(1)}), make_list({integer(2)}), "clojure.lang.PersistentList", "java.lang.Comparable"));
}

TEST_CASE("equality and hashing of deep nesting end in StackOverflowError, not in a crash") {
  Runtime runtime;
  std::string on_equiv, on_hash;
  // A thread whose stack is known to be larger than what its scope allows.
  std::thread thread([&] {
    gc::ThreadScope scope(2 << 20);
    Value a, b;
    for (int i = 0; i < 1000000; ++i) {
      a = vec({a});
      b = vec({b});
    }
    on_equiv = thrown([&] { equiv(a, b); });
    on_hash = thrown([&] { hash_eq(a); });
  });
  {
    gc::BlockingRegion waiting;
    thread.join();
  }
  CHECK(on_equiv.find("java.lang.StackOverflowError") == 0);
  CHECK(on_hash.find("java.lang.StackOverflowError") == 0);
}
