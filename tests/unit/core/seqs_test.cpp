#include "clj/core/seqs.h"

#include <atomic>
#include <thread>
#include <vector>

#include "clj/core/array.h"
#include "clj/core/cursor.h"
#include "clj/core/refs.h"
#include "clj/core/vector.h"
#include "collections_support.h"

using namespace clj;
using namespace clj::test;

namespace {

std::atomic<int> calls;

// A lazy seq whose thunk counts its calls and answers 1..3.
Value counting_lazy_seq() {
  calls = 0;
  return make_lazy_seq(function([](Value*, uint32_t) {
    ++calls;
    return longs(1, 4);
  }));
}

Value failing_function() {
  return function([](Value*, uint32_t) -> Value { throw_error(Error::kIllegalState, "x"); });
}

std::string first_elements(Value coll, int n) {
  std::string text;
  for (Value s = seq(coll); n > 0 && !s.is_nil(); s = next(s), --n) text += elements(vec({first(s)})) + (n > 1 ? " " : "");
  return text;
}

Value inc_function() {
  return function([](Value* args, uint32_t) { return num::inc(args[0]); });
}

}  // namespace

TEST_CASE("a lazy seq runs its thunk once") {
  Runtime runtime;
  Value s = counting_lazy_seq();
  CHECK_FALSE(is_realized(cast<LazySeq>(s)));
  CHECK(is_seq(s));
  CHECK(calls == 0);
  CHECK(elements(s) == "1 2 3");
  CHECK(elements(s) == "1 2 3");
  CHECK(count(s) == 3);
  CHECK(calls == 1);
  CHECK(is_realized(cast<LazySeq>(s)));
  CHECK(equiv(s, longs(1, 4)));
  CHECK(hash_eq(s) == hash_eq(longs(1, 4)));
}

TEST_CASE("a thunk that throws is called again, a seq that cannot be made is empty from then on") {
  Runtime runtime;
  Value s = make_lazy_seq(failing_function());
  CHECK(thrown([&] { first(s); }) == "java.lang.IllegalStateException: x");
  CHECK(thrown([&] { first(s); }) == "java.lang.IllegalStateException: x");
  CHECK_FALSE(is_realized(cast<LazySeq>(s)));
  Value no_seq = make_lazy_seq(function([](Value*, uint32_t) { return integer(1); }));
  CHECK(thrown([&] { first(no_seq); }) ==
        "java.lang.IllegalArgumentException: Don't know how to create ISeq from: java.lang.Long");
  CHECK(first(no_seq).is_nil());
  Value nested = make_lazy_seq(function([](Value*, uint32_t) { return make_lazy_seq(failing_function()); }));
  CHECK(thrown([&] { first(nested); }) == "java.lang.IllegalStateException: x");
  CHECK(first(nested).is_nil());
}

TEST_CASE("nested lazy seqs are unwrapped without recursion") {
  Runtime runtime;
  calls = 0;
  // Each thunk answers another lazy seq with the same thunk.
  static NativeCode self = [](Value*, uint32_t) -> Value {
    return ++calls == 200000 ? longs(7, 8) : make_lazy_seq(function(self));
  };
  CHECK(elements(make_lazy_seq(function(self))) == "7");
}

TEST_CASE("threads that want the same lazy seq get one answer") {
  Runtime runtime;
  calls = 0;
  for (int round = 0; round < 50; ++round) {
    Value s = make_lazy_seq(function([](Value*, uint32_t) {
      ++calls;
      std::this_thread::yield();
      return longs(0, 3);
    }));
    std::vector<std::thread> threads;
    std::atomic<int> right{0};
    for (int t = 0; t < 4; ++t) {
      threads.emplace_back([&] {
        gc::ThreadScope scope(1 << 20);
        if (count(s) == 3) ++right;
      });
    }
    {
      gc::BlockingRegion region;
      for (auto& thread : threads) thread.join();
    }
    REQUIRE(right == 4);
    REQUIRE(calls == round + 1);
  }
}

TEST_CASE("chunks") {
  Runtime runtime;
  Value buffer = make_chunk_buffer(32);
  for (int64_t i = 0; i < 5; ++i) chunk_append(buffer, integer(i));
  Value c = chunk(buffer);
  CHECK(count(c) == 5);
  CHECK(nth(c, 4) == integer(4));
  CHECK(thrown([&] { nth(c, 5); }) == "java.lang.IndexOutOfBoundsException: null");
  Value s = chunk_cons(c, longs(5, 8));
  CHECK(is_kind(s, Kind::kChunkedCons));
  CHECK(elements(s) == "0 1 2 3 4 5 6 7");
  CHECK(elements(next(next(s))) == "2 3 4 5 6 7");
  CHECK(count(chunk_first(next(s))) == 4);
  CHECK(first(chunk_next(s)) == integer(5));
  CHECK_FALSE(is_counted(s));
  Value tail = longs(0, 1);
  CHECK(chunk_cons(chunk(make_chunk_buffer(1)), tail) == tail);
  CHECK(chunk_rest(chunk_cons(c, Value::nil())) == roots.empty_list);
}

TEST_CASE("rest does not realise what next does") {
  Runtime runtime;
  Value lazy = counting_lazy_seq();
  rest(cons(integer(0), lazy));
  CHECK(calls == 0);
  next(cons(integer(0), lazy));
  CHECK(calls == 1);
}

TEST_CASE("ranges of longs") {
  Runtime runtime;
  Value r = make_long_range(0, 100, 7);
  CHECK(is_kind(r, Kind::kLongRange));
  CHECK(count(r) == 15);
  CHECK(nth(r, 14) == integer(98));
  CHECK(thrown([&] { nth(r, 15); }) == "java.lang.IndexOutOfBoundsException: null");
  CHECK(elements(make_long_range(3, 1, -1)) == "3 2");
  CHECK(make_long_range(5, 1, 1) == roots.empty_list);
  CHECK(make_long_range(5, 5, 0) == roots.empty_list);
  CHECK(first_elements(make_long_range(5, 6, 0), 2) == "5 5");
  CHECK(elements(next(make_long_range(0, 3, 1))) == "1 2");
  CHECK(count(chunk_first(r)) == 15);
  CHECK(count(chunk_first(make_long_range(0, 100, 1))) == 32);
  CHECK(first(chunk_next(make_long_range(0, 100, 1))) == integer(32));
  int64_t low = INT64_MIN, high = INT64_MAX;
  CHECK(count(make_long_range(low, high, high)) == 3);
  CHECK(count(make_long_range(high - 2, high, 5)) == 1);
  CHECK(identical(nth(make_long_range(low, high, 1), 1), make_long(low + 1)));
}

TEST_CASE("ranges of other numbers add up as on the JVM") {
  Runtime runtime;
  Value r = make_range(integer(0), integer(1), make_double(0.1));
  CHECK(is_kind(r, Kind::kRange));
  CHECK(count(r) == 11);
  CHECK(nth(r, 3).as_double() == 0.30000000000000004);
  CHECK(nth(r, 10).as_double() == 0.9999999999999999);
  CHECK(make_range(make_double(1), make_double(1), integer(0)) == roots.empty_list);
  CHECK(count(make_range(integer(0), integer(100), make_double(1.0))) == 100);
  CHECK(count(chunk_first(make_range(integer(0), integer(100), make_double(1.0)))) == 32);
  CHECK(first(chunk_next(make_range(integer(0), integer(100), make_double(1.0)))).as_double() == 32.0);
}

TEST_CASE("iterate, cycle and repeat") {
  Runtime runtime;
  CHECK(first_elements(make_iterate(inc_function(), integer(5)), 4) == "5 6 7 8");
  CHECK(first_elements(make_cycle(longs(0, 3)), 7) == "0 1 2 0 1 2 0");
  CHECK(make_cycle(Value::nil()) == roots.empty_list);
  CHECK(elements(make_repeat(3, integer(4))) == "4 4 4");
  CHECK(make_repeat(0, integer(4)) == roots.empty_list);
  CHECK(first_elements(make_repeat(-1, integer(4)), 3) == "4 4 4");
  CHECK(elements(next(make_repeat(2, integer(4)))) == "4");
  Value sum_to_100 = function([](Value* a, uint32_t) {
    return as_long(a[0]) > 100 ? make_reduced(a[0]) : num::add(a[0], a[1]);
  });
  CHECK(reduce(sum_to_100, integer(0), make_iterate(inc_function(), integer(1))) == integer(105));
  CHECK(reduce(sum_to_100, integer(0), make_cycle(longs(1, 5))) == integer(101));
  CHECK(reduce(sum_to_100, integer(0), make_repeat(-1, integer(30))) == integer(120));
}

TEST_CASE("an iterate step is computed when asked for, and once") {
  Runtime runtime;
  calls = 0;
  Value f = function([](Value* args, uint32_t) {
    ++calls;
    return num::inc(args[0]);
  });
  Value s = next(make_iterate(f, integer(0)));
  CHECK(calls == 0);
  CHECK(first(s) == integer(1));
  CHECK(first(s) == integer(1));
  CHECK(calls == 1);
  CHECK(next(s) == next(s));
}

TEST_CASE("array seqs and rest arguments") {
  Runtime runtime;
  Value items[] = {integer(1), integer(2), integer(3)};
  Value s = make_rest_args(items, 3);
  CHECK(is_kind(s, Kind::kArraySeq));
  CHECK(count(next(s)) == 2);
  CHECK(elements(next(s)) == "2 3");
  CHECK(make_rest_args(items, 0).is_nil());
  Value array = make_array(Kind::kIntArray, 3);
  array_put(array, 1, integer(5));
  CHECK(count(seq(array)) == 3);
  CHECK(nth(seq(array), 1) == make_int(5));
}

TEST_CASE("reduce and reduced") {
  Runtime runtime;
  Value add = function([](Value* args, uint32_t n) { return n == 0 ? integer(0) : num::add(args[0], args[1]); });
  CHECK(reduce(add, integer(1), longs(0, 1000)) == integer(499501));
  CHECK(reduce(add, longs(0, 1000)) == integer(499500));
  CHECK(reduce(add, Value::nil()) == integer(0));
  CHECK(reduce(add, longs(5, 6)) == integer(5));
  CHECK(reduce(add, integer(0), make_long_range(0, 10, 1)) == integer(45));
  CHECK(reduce(add, integer(0), set({integer(1), integer(2)})) == integer(3));
  CHECK(thrown([&] { reduce(add, integer(1)); }) ==
        "java.lang.IllegalArgumentException: Don't know how to create ISeq from: java.lang.Long");
  Value stop = function([](Value* args, uint32_t) { return make_reduced(args[1]); });
  CHECK(reduce(stop, integer(0), longs(5, 9)) == integer(5));
  Value kv = function([](Value* args, uint32_t) { return num::add(args[0], num::add(args[1], args[2])); });
  CHECK(reduce_kv(kv, integer(0), map({integer(1), integer(2)})) == integer(3));
  CHECK(reduce_kv(kv, integer(0), vec({integer(1), integer(2)})) == integer(4));
  CHECK(reduce_kv(kv, integer(0), Value::nil()) == integer(0));
}

TEST_CASE("what is counted") {
  Runtime runtime;
  Value pair = vec({integer(1), integer(2)});
  for (Value v : {pair, seq(pair), rseq(pair), subvec(pair, 1, 2), seq(subvec(pair, 1, 2)), seq(str("ab")),
                  make_long_range(0, 3, 1), transient(pair), roots.empty_list, cons(integer(1), Value::nil()),
                  seq(map({integer(1), integer(2)})), make_map_entry(integer(1), integer(2)), roots.empty_queue})
    CHECK(is_counted(v));
  for (Value v : {Value::nil(), str("ab"), cons(integer(1), pair), keys(map({integer(1), integer(2)})),
                  seq(assoc(roots.empty_hash_map, integer(1), integer(2))), make_repeat(3, integer(1)),
                  seq(assoc(roots.empty_tree_map, integer(1), integer(2))), make_lazy_seq(Value::nil())})
    CHECK_FALSE(is_counted(v));
}

TEST_CASE("a cursor walks every kind of sequence") {
  Runtime runtime;
  Value chunked = chunk_cons(chunk_first(seq(longs(0, 3))), longs(3, 5));
  for (Value v : {longs(0, 5), seq(longs(0, 5)), subvec(longs(-2, 9), 2, 7), seq(subvec(longs(-2, 9), 2, 7)), chunked,
                  cons(integer(0), longs(1, 5)), make_long_range(0, 5, 1), array_from_seq(Kind::kObjectArray, longs(0, 5)),
                  array_from_seq(Kind::kLongArray, longs(0, 5)), next(seq(longs(-1, 5)))}) {
    CHECK(elements(v) == "0 1 2 3 4");
    ElementCursor cursor(v);
    Value x;
    int64_t n = 0;
    while (cursor.next(x)) REQUIRE(as_long(x) == n++);
    CHECK_FALSE(cursor.next(x));
    CHECK(n == 5);
  }
}
