// Objects survive as long as something refers to them, whatever is collected in between.
#include <random>
#include <utility>
#include <vector>

#include "clj/gc/cards.h"
#include "support.h"

using namespace gc_test;
namespace gc = clj::gc;

TEST_CASE("a list reachable from a local survives minor and full collections") {
  TestHeap heap;
  Object* head = nullptr;
  for (int i = 0; i < 10000; ++i) {
    Object* cell = array(2);
    slot(cell, 0) = Value::inline_long(i);
    slot(cell, 1) = head ? Value::object(head) : Value::nil();
    head = cell;
  }
  for (int round = 0; round < 4; ++round) {
    gc::collect(round % 2 == 0);
    for (int i = 0; i < 20000; ++i) array(3);
    Object* cell = head;
    for (int i = 9999; i >= 0; --i) {
      REQUIRE(slot(cell, 0).as_inline_long() == i);
      cell = slot(cell, 1).is_nil() ? nullptr : child(cell, 1);
    }
    REQUIRE(cell == nullptr);
  }
}

TEST_CASE("a list of values keeps what was added before collections and what is put into its places later") {
  TestHeap heap;
  gc::ValueList list;
  auto numbered = [](int64_t n) {
    Object* object = array(1);
    slot(object, 0) = Value::inline_long(n);
    return Value::object(object);
  };
  auto collect_and_use_memory = [](bool full) {
    gc::collect(full);
    for (int i = 0; i < 30000; ++i) array(1);
    gc::collect(full);
  };
  auto number_at = [&](size_t i) { return slot(std::as_const(list)[i].as_object(), 0).as_inline_long(); };
  for (int64_t n = 0; n < 3000; ++n) {
    list.push_back(numbered(n));
    if (n % 1000 == 999) collect_and_use_memory(n == 1999);
  }
  // Fewer, and others in the places of those that went.
  for (int i = 0; i < 500; ++i) list.pop_back();
  for (int64_t n = 0; n < 500; ++n) list.push_back(numbered(10000 + n));
  collect_and_use_memory(false);
  for (size_t i = 0; i < 3000; ++i) REQUIRE(number_at(i) == static_cast<int64_t>(i < 2500 ? i : 10000 + i - 2500));
  // Through a pointer that was taken before.
  Value* values = list.data();
  collect_and_use_memory(false);
  for (int64_t n = 0; n < 3000; ++n) values[n] = numbered(-n);
  collect_and_use_memory(false);
  for (size_t i = 0; i < 3000; ++i) REQUIRE(number_at(i) == -static_cast<int64_t>(i));
}

TEST_CASE("memory is zeroed when it is allocated again") {
  TestHeap heap;
  for (int round = 0; round < 40; ++round) {
    for (int i = 0; i < 5000; ++i) {
      size_t n = static_cast<size_t>(i * 37 + round) % 3000;
      Object* o = bytes(n);
      auto* raw = reinterpret_cast<unsigned char*>(o + 1);
      bool zero = o->aux.load() == 0;
      for (size_t k = 0; k < n; ++k) zero = zero && raw[k] == 0;
      if (!zero) REQUIRE(zero);
      for (size_t k = 0; k < n; ++k) raw[k] = 0xFF;
      o->aux.store(~0u);
    }
    gc::collect(round % 5 == 0);
  }
}

TEST_CASE("short-lived objects need constant memory") {
  gc::Options options;
  TestHeap heap(options);
  for (int i = 0; i < 3000000; ++i) bytes(72);
  REQUIRE(gc::statistics().heap_bytes < (size_t{48} << 20));
}

TEST_CASE("an interior pointer and an end pointer keep an object alive") {
  TestHeap heap;
  for (size_t n : {size_t{1}, size_t{5}, size_t{500}, size_t{5000}}) {
    uintptr_t inside, at_end;
    {
      Object* a = n < 5000 ? array(static_cast<uint16_t>(n)) : large_array(n);
      slot(a, n - 1) = Value::inline_long(41);
      inside = reinterpret_cast<uintptr_t>(&slot(a, n - 1)) + 3;
      Object* b = n < 5000 ? array(static_cast<uint16_t>(n)) : large_array(n);
      slot(b, n - 1) = Value::inline_long(42);
      at_end = reinterpret_cast<uintptr_t>(&slot(b, 0) + n);
    }
    clear_stack();
    gc::collect(false);
    gc::collect(true);
    // What is not marked is overwritten now. (From here on an object may start at `at_end`.)
    for (int i = 0; i < 1000; ++i) bytes(n * 8 % 4000);
    REQUIRE((reinterpret_cast<Value*>(at_end) - 1)->as_inline_long() == 42);
    for (int round = 0; round < 4; ++round) {
      gc::collect(round % 2);
      for (int i = 0; i < 10000; ++i) bytes(n * 8 % 4000);
    }
    REQUIRE(reinterpret_cast<Value*>(inside - 3)->as_inline_long() == 41);
  }
}

TEST_CASE("object_bytes is the extent of the allocation") {
  TestHeap heap;
  REQUIRE(gc::object_bytes(bytes(0)) == 16);
  REQUIRE(gc::object_bytes(bytes(8)) == 16);
  REQUIRE(gc::object_bytes(bytes(9)) == 32);
  REQUIRE(gc::object_bytes(bytes(1000)) == 1008);
  REQUIRE(gc::object_bytes(bytes(100000)) == 100016);
}

namespace {

// Random stores among objects of all sizes, mirrored in malloc'ed memory; ends by comparing.
void mutate_graph(uint32_t seed, int steps, int collect_every) {
  std::mt19937 random(seed);
  struct Shadow {
    Object* object;
    std::vector<int> slots;  // index of the shadow object, -1 nil, below -1 a long
  };
  constexpr int kObjects = 300;
  std::vector<Shadow> shadow(kObjects);
  gc::ValueList keep;  // the collector's view of `shadow[i].object`
  keep.resize(kObjects);
  auto fresh = [&](int i) {
    uint32_t roll = random() % 100;
    uint64_t n = roll < 90 ? 1 + random() % 12 : roll < 98 ? 100 + random() % 700 : 1100 + random() % 2000;
    Object* o = n < 1000 ? array(static_cast<uint16_t>(n)) : large_array(n);
    shadow[static_cast<size_t>(i)] = {o, std::vector<int>(n, -1)};
    keep[static_cast<size_t>(i)] = Value::object(o);
  };
  for (int i = 0; i < kObjects; ++i) fresh(i);
  for (int step = 0; step < steps; ++step) {
    int i = static_cast<int>(random() % kObjects);
    Shadow& s = shadow[static_cast<size_t>(i)];
    uint32_t what = random() % 20;
    if (what == 0) {
      // A new object takes the place of an old one, which lives on where it is referred to.
      for (auto& other : shadow) {
        for (size_t k = 0; k < other.slots.size(); ++k) {
          if (other.slots[k] == i) {
            other.slots[k] = -1;
            store(other.object, k, Value::nil());
          }
        }
      }
      fresh(i);
    } else {
      size_t k = random() % s.slots.size();
      int to = what < 15 ? static_cast<int>(random() % kObjects) : -1 - static_cast<int>(random() % 1000);
      s.slots[k] = to;
      store(s.object, k,
            to >= 0   ? Value::object(shadow[static_cast<size_t>(to)].object)
            : to == -1 ? Value::nil()
                       : Value::inline_long(to));
    }
    if (what < 3) bytes(random() % 200);
    if (step % collect_every == 0) {
      gc::collect(random() % 4 == 0);
      // Only one object is a root while a collection runs, now and then.
      if (random() % 3 == 0) {
        Object* all = array(kObjects);
        for (int j = 0; j < kObjects; ++j) slot(all, static_cast<uint64_t>(j)) = keep[static_cast<size_t>(j)];
        keep.clear();
        keep.push_back(Value::object(all));
        gc::collect(false);
        gc::collect(true);
        keep.resize(kObjects);
        for (int j = 0; j < kObjects; ++j) keep[static_cast<size_t>(j)] = slot(all, static_cast<uint64_t>(j));
      }
    }
  }
  for (auto& s : shadow) {
    for (size_t k = 0; k < s.slots.size(); ++k) {
      Value v = slot(s.object, k);
      int to = s.slots[k];
      bool same = to >= 0    ? v == Value::object(shadow[static_cast<size_t>(to)].object)
                  : to == -1 ? v.is_nil()
                             : v == Value::inline_long(to);
      if (!same) REQUIRE(same);
    }
  }
}

}  // namespace

TEST_CASE("a random object graph equals its shadow") {
  TestHeap heap;
  for (uint32_t seed = 1; seed <= 6; ++seed) mutate_graph(seed, 6000, 97);
}

TEST_CASE("a random object graph equals its shadow under stress") {
  gc::Options options;
  options.stress = options.verify = true;
  TestHeap heap(options);
  mutate_graph(7, 2000, 11);
}

TEST_CASE("a chain of a million objects is marked without recursion") {
  gc::Options options;
  TestHeap heap(options);
  Value head;
  for (int i = 0; i < 1000000; ++i) {
    Object* cell = array(2);
    slot(cell, i % 2) = head;
    head = Value::object(cell);
  }
  gc::collect(true);
  gc::collect(true);
  int n = 0;
  for (Value v = head; v.is_object(); ++n) {
    Object* o = v.as_object();
    v = slot(o, 0).is_object() ? slot(o, 0) : slot(o, 1);
  }
  REQUIRE(n == 1000000);
}

TEST_CASE("an old object that is stored into keeps the young one alive") {
  TestHeap heap;
  Object* old = array(1);
  Object* old_large = large_array(3000);
  gc::collect(false);
  REQUIRE(old->has_flag(clj::kFlagOld));
  for (int round = 0; round < 10; ++round) {
    [&]() __attribute__((noinline)) {
      Object* young = array(1);
      slot(young, 0) = Value::inline_long(round);
      store(old, 0, Value::object(young));
      store(old_large, 2999, Value::object(young));
    }();
    REQUIRE_FALSE(old->has_flag(clj::kFlagOld));
    clear_stack();
    gc::collect(false);
    REQUIRE(old->has_flag(clj::kFlagOld));
    for (int i = 0; i < 5000; ++i) array(1);
    REQUIRE(slot(child(old, 0), 0).as_inline_long() == round);
    REQUIRE(slot(child(old_large, 2999), 0).as_inline_long() == round);
  }
}

// As a walk along a lazy seq does: each cell is stored into the one before, and only the last is held.
[[gnu::noinline]] static void walk_on(gc::ValueList& last, int cells) {
  for (int i = 0; i < cells; ++i) {
    Object* cell = array(2);
    store(last[0].as_object(), 0, Value::object(cell));
    last[0] = Value::object(cell);
  }
}

TEST_CASE("most collections of a walk along a chain are full ones, which find it dead") {
  TestHeap heap{gc::Options{}};
  gc::collect(true);
  gc::Statistics before = gc::statistics();
  gc::ValueList last;
  last.push_back(Value::object(array(2)));
  for (int i = 0; i < 16'000; ++i) {
    walk_on(last, 1000);
    clear_stack();
  }
  gc::Statistics after = gc::statistics();
  uint64_t full = after.collections_full - before.collections_full, minor = after.collections_minor - before.collections_minor;
  INFO(full << " full, " << minor << " minor");
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)  // their frames keep words that name a cell, and by it all that follow
  CHECK(full > minor);
#endif
  CHECK(full > 0);
}

TEST_CASE("of a large old object the places stored into are scanned") {
  TestHeap heap;
  constexpr uint64_t kSlots = 20000;
  Object* table = large_array(kSlots);
  gc::collect(false);
  for (int round = 0; round < 3; ++round) {
    for (uint64_t i = 0; i < kSlots; i += 997) {
      Object* young = array(1);
      slot(young, 0) = Value::inline_long(static_cast<int64_t>(i) + round);
      slot(table, i) = Value::object(young);
      gc::write_barrier_at(table, &slot(table, i));
    }
    gc::collect(round == 1);
    clear_stack();
    for (int n = 0; n < 100000; ++n) array(1);  // takes the places of what would have died
    for (uint64_t i = 0; i < kSlots; i += 997) {
      REQUIRE(slot(child(table, i), 0).as_inline_long() == static_cast<int64_t>(i) + round);
    }
  }
}

TEST_CASE("options are parsed from a list") {
  gc::Options options;
  std::string error;
  REQUIRE(gc::parse_options("log,max_heap_bytes=512m,stress_period=100", options, error));
  REQUIRE(options.log);
  REQUIRE(options.max_heap_bytes == (size_t{512} << 20));
  REQUIRE(options.stress_period == 100);
  REQUIRE_FALSE(gc::parse_options("max_heap_bytes=12q", options, error));
  REQUIRE(error.find("needs a number") != std::string::npos);
  REQUIRE_FALSE(gc::parse_options("nonsense", options, error));
  REQUIRE(error.find("There is no collector option 'nonsense'") == 0);
}
