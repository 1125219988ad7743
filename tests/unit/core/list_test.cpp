#include "clj/core/list.h"

#include "collections_support.h"

using namespace clj;
using namespace clj::test;

TEST_CASE("lists") {
  Runtime runtime;
  Value list = make_list({integer(1), integer(2), integer(3)});
  CHECK(elements(list) == "1 2 3");
  CHECK(count(list) == 3);
  CHECK(elements(conj(list, integer(0))) == "0 1 2 3");
  CHECK(peek(list) == integer(1));
  CHECK(elements(pop(list)) == "2 3");
  CHECK(rest(list) == next(list));
  CHECK(is_list(rest(list)));
  CHECK(pop(make_list({integer(1)})) == roots.empty_list);
  CHECK(make_list(nullptr, 0) == roots.empty_list);
  CHECK(thrown([&] { pop(roots.empty_list); }) == "java.lang.IllegalStateException: Can't pop empty list");
  CHECK(peek(roots.empty_list).is_nil());
  CHECK(seq(roots.empty_list).is_nil());
  CHECK(rest(roots.empty_list) == roots.empty_list);
  CHECK(is_seq(roots.empty_list));
  CHECK(thrown([&] { nth(list, 3); }) == "java.lang.IndexOutOfBoundsException: null");
  CHECK(thrown([&] { nth(list, -1); }) == "java.lang.IndexOutOfBoundsException: null");
  CHECK(nth(list, 5, kw("x")) == kw("x"));
  CHECK(nth(list, 2) == integer(3));
  CHECK(get(list, integer(0)).is_nil());
}

TEST_CASE("cons") {
  Runtime runtime;
  CHECK(is_kind(cons(integer(1), Value::nil()), Kind::kList));
  CHECK(is_kind(conj(Value::nil(), integer(1)), Kind::kList));
  Value c = cons(integer(1), vec({integer(2)}));
  CHECK(is_kind(c, Kind::kCons));
  CHECK(elements(c) == "1 2");
  CHECK_FALSE(is_counted(c));
  CHECK(count(c) == 2);
  CHECK_FALSE(is_list(c));
  CHECK(rest(cons(integer(1), roots.empty_list)) == roots.empty_list);
  CHECK(thrown([&] { cons(integer(1), integer(2)); }) ==
        "java.lang.IllegalArgumentException: Don't know how to create ISeq from: java.lang.Long");
  CHECK(thrown([&] { peek(c); }).find("java.lang.ClassCastException: class clojure.lang.Cons cannot be cast to class "
                                      "clojure.lang.IPersistentStack") == 0);
  CHECK(empty(c) == roots.empty_list);
}

TEST_CASE("what is no collection") {
  Runtime runtime;
  Value n = integer(1);
  const char* no_seq = "java.lang.IllegalArgumentException: Don't know how to create ISeq from: java.lang.Long";
  CHECK(thrown([&] { seq(n); }) == no_seq);
  CHECK(thrown([&] { first(n); }) == no_seq);
  CHECK(thrown([&] { next(n); }) == no_seq);
  CHECK(thrown([&] { rest(n); }) == no_seq);
  CHECK(thrown([&] { keys(n); }) == no_seq);
  CHECK(thrown([&] { nth(n, 1); }) == "java.lang.UnsupportedOperationException: nth not supported on this type: Long");
  CHECK(thrown([&] { count(n); }) == "java.lang.UnsupportedOperationException: count not supported on this type: Long");
  CHECK(thrown([&] { count(kw("a")); }) ==
        "java.lang.UnsupportedOperationException: count not supported on this type: Keyword");
  CHECK(thrown([&] { contains(n, n); }) ==
        "java.lang.IllegalArgumentException: contains? not supported on type: java.lang.Long");
  CHECK(thrown([&] { find(n, n); }) == "java.lang.IllegalArgumentException: find not supported on type: java.lang.Long");
  CHECK(get(n, n, kw("x")) == kw("x"));
  auto cast_to = [](const std::string& error, const char* name) {
    return error.find(std::string("java.lang.ClassCastException: class java.lang.Long cannot be cast to class ") + name +
                      " ") == 0;
  };
  CHECK(cast_to(thrown([&] { conj(n, n); }), "clojure.lang.IPersistentCollection"));
  CHECK(cast_to(thrown([&] { assoc(n, n, n); }), "clojure.lang.Associative"));
  CHECK(cast_to(thrown([&] { dissoc(n, n); }), "clojure.lang.IPersistentMap"));
  CHECK(cast_to(thrown([&] { disj(n, n); }), "clojure.lang.IPersistentSet"));
  CHECK(cast_to(thrown([&] { pop(n); }), "clojure.lang.IPersistentStack"));
  CHECK(cast_to(thrown([&] { transient(n); }), "clojure.lang.IEditableCollection"));
  CHECK(empty(n).is_nil());
}

TEST_CASE("nil is an empty collection") {
  Runtime runtime;
  Value nil;
  CHECK(seq(nil).is_nil());
  CHECK(first(nil).is_nil());
  CHECK(next(nil).is_nil());
  CHECK(rest(nil) == roots.empty_list);
  CHECK(count(nil) == 0);
  CHECK(nth(nil, 5).is_nil());
  CHECK(nth(nil, 5, kw("x")) == kw("x"));
  CHECK(get(nil, integer(1), kw("x")) == kw("x"));
  CHECK_FALSE(contains(nil, integer(1)));
  CHECK(find(nil, integer(1)).is_nil());
  CHECK(dissoc(nil, integer(1)).is_nil());
  CHECK(disj(nil, integer(1)).is_nil());
  CHECK(peek(nil).is_nil());
  CHECK(pop(nil).is_nil());
  CHECK(keys(nil).is_nil());
  CHECK(equiv(assoc(nil, kw("a"), integer(1)), map({kw("a"), integer(1)})));
}

TEST_CASE("strings are seqable, counted and indexed") {
  Runtime runtime;
  Value s = str("abc");
  CHECK(count(s) == 3);
  CHECK(first(s) == Value::character('a'));
  CHECK(nth(s, 1) == Value::character('b'));
  CHECK(count(next(seq(s))) == 2);
  CHECK(thrown([&] { nth(s, 5); }) == "java.lang.StringIndexOutOfBoundsException: String index out of range: 5");
  CHECK(get(s, integer(1)) == Value::character('b'));
  CHECK(get(s, make_double(1.5)) == Value::character('b'));
  CHECK(get(s, integer(7), kw("x")) == kw("x"));
  CHECK(contains(s, integer(1)));
  CHECK(thrown([&] { contains(s, kw("a")); }) ==
        "java.lang.IllegalArgumentException: contains? not supported on type: java.lang.String");
  CHECK(seq(str("")).is_nil());
}
