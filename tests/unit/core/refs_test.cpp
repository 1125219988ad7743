#include "clj/core/refs.h"

#include <atomic>
#include <thread>
#include <vector>

#include "collections_support.h"

using namespace clj;
using namespace clj::test;

namespace {

Value inc_function() {
  return function([](Value* args, uint32_t) { return num::inc(args[0]); });
}

std::atomic<int> runs;

}  // namespace

TEST_CASE("atoms") {
  Runtime runtime;
  Value a = make_atom(integer(1)), old;
  CHECK(atom_swap(a, inc_function(), nullptr, 0, &old) == integer(2));
  CHECK(old == integer(1));
  Value args[] = {integer(40)};
  CHECK(atom_swap(a, function([](Value* v, uint32_t) { return num::add(v[0], v[1]); }), args, 1) == integer(42));
  CHECK(atom_compare_and_set(a, integer(42), integer(1)));
  CHECK_FALSE(atom_compare_and_set(a, integer(42), integer(2)));
  CHECK(atom_reset(a, integer(9), &old) == integer(9));
  CHECK(old == integer(1));
  CHECK(thrown([&] { atom_reset(integer(1), integer(1)); }).find("clojure.lang.IAtom") != std::string::npos);
}

TEST_CASE("threads that swap lose no update") {
  Runtime runtime;
  Value a = make_atom(integer(0)), inc = inc_function();
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&] {
      gc::ThreadScope scope(1 << 20);
      for (int i = 0; i < 10000; ++i) atom_swap(a, inc, nullptr, 0);
    });
  }
  {
    gc::BlockingRegion region;
    for (auto& thread : threads) thread.join();
  }
  CHECK(cast<Atom>(a)->value.load() == integer(40000));
}

TEST_CASE("validators and watches") {
  Runtime runtime;
  Value positive = function([](Value* args, uint32_t) { return Value::boolean(num::is_positive(args[0])); });
  const char* invalid = "java.lang.IllegalStateException: Invalid reference state";
  CHECK(thrown([&] { make_atom(integer(-1), Value::nil(), positive); }) == invalid);
  Value a = make_atom(integer(1), Value::nil(), positive);
  CHECK(thrown([&] { atom_reset(a, integer(0)); }) == invalid);
  CHECK(cast<Atom>(a)->value.load() == integer(1));
  // The watch puts (key old new) into another atom, which is its key.
  Value seen = make_atom(Value::nil());
  Value watch = function([](Value* args, uint32_t) { return atom_reset(args[0], make_vector({args[2], args[3]})); });
  add_watch(cast<Atom>(a), cast<Atom>(a)->watches, seen, watch);
  atom_reset(a, integer(5));
  CHECK(elements(cast<Atom>(seen)->value.load()) == "1 5");
  remove_watch(cast<Atom>(a), cast<Atom>(a)->watches, seen);
  atom_reset(a, integer(6));
  CHECK(elements(cast<Atom>(seen)->value.load()) == "1 5");
  CHECK(thrown([&] { make_atom(integer(1), integer(5)); }).find("clojure.lang.IPersistentMap") != std::string::npos);
}

TEST_CASE("delays run once and keep what they threw") {
  Runtime runtime;
  runs = 0;
  Value d = make_delay(function([](Value*, uint32_t) {
    ++runs;
    return integer(7);
  }));
  CHECK_FALSE(is_realized_delay(d));
  CHECK(force_delay(d) == integer(7));
  CHECK(force_delay(d) == integer(7));
  CHECK(runs == 1);
  CHECK(is_realized_delay(d));
  CHECK(force_delay(integer(5)) == integer(5));
  Value failing = make_delay(function([](Value*, uint32_t) -> Value {
    ++runs;
    throw_error(Error::kIllegalState, "d");
  }));
  CHECK(thrown([&] { force_delay(failing); }) == "java.lang.IllegalStateException: d");
  CHECK(thrown([&] { force_delay(failing); }) == "java.lang.IllegalStateException: d");
  CHECK(runs == 2);
}

TEST_CASE("volatiles") {
  Runtime runtime;
  Value v = make_volatile(integer(1));
  volatile_reset(v, integer(2));
  CHECK(cast<Volatile>(v)->value.load() == integer(2));
}
