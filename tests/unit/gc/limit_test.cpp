// The heap limit, large objects, and memory given back.
#include <vector>

#include "support.h"

using namespace gc_test;
namespace gc = clj::gc;

namespace {

struct TestOutOfMemory {};

gc::Options limited(size_t mib) {
  gc::Options options;
  options.max_heap_bytes = mib << 20;
  gc::upcalls.out_of_memory = [] { throw TestOutOfMemory{}; };
  return options;
}

}  // namespace

TEST_CASE("above the heap limit allocation throws, and the program goes on") {
  TestHeap heap(limited(64));
  for (int round = 0; round < 3; ++round) {
    bool thrown = false;
    [&]() __attribute__((noinline)) {
      gc::ValueList list;
      try {
        for (int i = 0; i < 100000000; ++i) list.push_back(Value::object(array(9)));
      } catch (TestOutOfMemory&) {
        thrown = true;
      }
      // About 60 MiB of 80-byte objects fitted.
      REQUIRE(list.size() > 600000);
      REQUIRE(list.size() < 900000);
    }();
    REQUIRE(thrown);
    clear_stack();
    for (int i = 0; i < 2000000; ++i) array(9);
    REQUIRE(gc::statistics().heap_bytes <= (size_t{66} << 20));
  }
  gc::upcalls.out_of_memory = nullptr;
}

TEST_CASE("a handler of the limit may allocate from the reserve") {
  TestHeap heap(limited(32));
  static int allocated;
  allocated = 0;
  gc::upcalls.out_of_memory = [] {
    for (int i = 0; i < 20; ++i, ++allocated) array(20);
    throw TestOutOfMemory{};
  };
  gc::ValueList list;
  REQUIRE_THROWS_AS(
      [&] {
        for (;;) list.push_back(Value::object(array(9)));
      }(),
      TestOutOfMemory);
  REQUIRE(allocated == 20);
  gc::upcalls.out_of_memory = nullptr;
}

TEST_CASE("a large object above the limit throws at once, and without an upcall std::bad_alloc") {
  TestHeap heap(limited(64));
  REQUIRE_THROWS_AS(large_array(uint64_t{1} << 40), TestOutOfMemory);
  REQUIRE_THROWS_AS(large_array(uint64_t{9} << 20), TestOutOfMemory);
  gc::upcalls.out_of_memory = nullptr;
  REQUIRE_THROWS_AS(large_array(uint64_t{1} << 40), std::bad_alloc);
}

TEST_CASE("garbage of large objects is collected below the limit") {
  TestHeap heap(limited(64));
  for (int i = 0; i < 300; ++i) {
    Object* o = large_array(size_t{1} << 20);
    REQUIRE(slot(o, (size_t{1} << 20) - 1).is_nil());
    slot(o, (size_t{1} << 20) - 1) = Value::inline_long(i);
  }
  // Small garbage makes room for large objects, too.
  for (int i = 0; i < 700000; ++i) array(9);
  for (int i = 0; i < 10; ++i) {
    bytes(size_t{40} << 20);
    // Frames of unoptimized code keep what the same call put there the last time.
    clear_stack();
  }
  gc::upcalls.out_of_memory = nullptr;
}

TEST_CASE("objects of every size are found from pointers into them") {
  TestHeap heap;
  std::vector<uintptr_t> hidden;
  gc::ValueList list;
  for (size_t n = 0; n < 40000; n = n * 5 / 4 + 3) {
    Object* o = bytes(n);
    REQUIRE(gc::object_bytes(o) >= n + 8);
    if (n) reinterpret_cast<char*>(o + 1)[n - 1] = 'x';
    list.push_back(Value::from_bits(reinterpret_cast<uintptr_t>(o) + (n + 7) / 2));
    hidden.push_back(~reinterpret_cast<uintptr_t>(o));
  }
  for (int round = 0; round < 4; ++round) {
    gc::collect(round % 2);
    for (int i = 0; i < 1000; ++i) bytes(static_cast<size_t>(i) * 9);
  }
  size_t i = 0;
  for (size_t n = 0; n < 40000; n = n * 5 / 4 + 3, ++i) {
    if (n) REQUIRE(reinterpret_cast<char*>(reinterpret_cast<Object*>(~hidden[i]) + 1)[n - 1] == 'x');
  }
}

TEST_CASE("a full collection gives memory back") {
  gc::Options options;
  TestHeap heap(options);
  [&]() __attribute__((noinline)) {
    gc::ValueList list;
    for (int i = 0; i < 1500000; ++i) list.push_back(Value::object(array(9)));
    REQUIRE(gc::statistics().heap_bytes > (size_t{100} << 20));
  }();
  clear_stack();
  gc::collect(true);
  REQUIRE(gc::statistics().heap_bytes < (size_t{40} << 20));
}

TEST_CASE("a heap of small holes makes progress") {
  // Live objects a hole apart from each other: no hole has room for what is allocated next.
  gc::Options options;
  options.nursery_bytes = size_t{1} << 20;
  TestHeap heap(options);
  gc::ValueList kept;
  for (int i = 0; i < 200000; ++i) {
    kept.push_back(Value::object(array(1)));
    array(3);
  }
  clear_stack();
  gc::collect(true);
  uint64_t before = gc::statistics().collections_minor;
  for (int i = 0; i < 20000; ++i) kept.push_back(Value::object(array(24)));
  REQUIRE(gc::statistics().collections_minor - before < 20);
}
