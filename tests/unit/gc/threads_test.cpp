// Several mutators: each allocates and collects while the others do.
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

#include "support.h"

using namespace gc_test;
namespace gc = clj::gc;

namespace {

#if defined(__SANITIZE_THREAD__) || defined(__SANITIZE_ADDRESS__)
constexpr int kScale = 1;
#else
constexpr int kScale = 10;
#endif

// Keeps a list of `length` cells correct through `rounds` rounds of garbage.
bool work(int id, int rounds, int length) {
  for (int round = 0; round < rounds; ++round) {
    Value head;
    for (int i = 0; i < length; ++i) {
      Object* cell = array(3);
      slot(cell, 0) = Value::inline_long(id * 1000000 + i);
      slot(cell, 1) = head;
      head = Value::object(cell);
      bytes(static_cast<size_t>(i % 300));
    }
    if (round % 7 == id) gc::collect(round % 2);
    int i = length;
    for (Value v = head; v.is_object(); v = slot(v.as_object(), 1)) {
      if (slot(v.as_object(), 0) != Value::inline_long(id * 1000000 + --i)) return false;
    }
    if (i != 0) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("four threads allocate and collect") {
  TestHeap heap;
  std::atomic<int> good{0};
  std::vector<std::thread> threads;
  for (int id = 0; id < 4; ++id) {
    threads.emplace_back([&good, id] {
      gc::ThreadScope scope(1 << 20);
      if (work(id, 8 * kScale, 3000)) ++good;
    });
  }
  gc::BlockingRegion blocked;
  for (auto& t : threads) t.join();
  REQUIRE(good == 4);
}

TEST_CASE("four threads under stress") {
  gc::Options options;
  options.stress = options.verify = true;
  TestHeap heap(options);
  std::atomic<int> good{0};
  std::vector<std::thread> threads;
  for (int id = 0; id < 4; ++id) {
    threads.emplace_back([&good, id] {
      gc::ThreadScope scope(1 << 20);
      if (work(id, 2, 40 * kScale)) ++good;
    });
  }
  gc::BlockingRegion blocked;
  for (auto& t : threads) t.join();
  REQUIRE(good == 4);
}

TEST_CASE("a blocked thread does not hold up a collection, and its locals survive") {
  TestHeap heap;
  std::mutex mutex;
  std::condition_variable condition;
  bool entered = false, leave = false;
  std::atomic<bool> intact{false};
  std::thread other([&] {
    gc::ThreadScope scope(1 << 20);
    Object* a = array(1);
    slot(a, 0) = Value::inline_long(99);
    Object* b = array(1);
    slot(b, 0) = Value::object(a);
    {
      gc::BlockingRegion region;
      gc::BlockingRegion nested;
      std::unique_lock lock(mutex);
      entered = true;
      condition.notify_all();
      condition.wait(lock, [&] { return leave; });
    }
    intact = slot(child(b, 0), 0) == Value::inline_long(99);
  });
  {
    gc::BlockingRegion region;
    std::unique_lock lock(mutex);
    condition.wait(lock, [&] { return entered; });
  }
  for (int i = 0; i < 5; ++i) {
    gc::collect(i % 2);
    for (int k = 0; k < 10000; ++k) array(1);
  }
  {
    std::lock_guard lock(mutex);
    leave = true;
  }
  condition.notify_all();
  {
    gc::BlockingRegion region;
    other.join();
  }
  REQUIRE(intact);
}

TEST_CASE("a thread that does not allocate polls and is stopped") {
  TestHeap heap;
  std::atomic<bool> done{false}, started{false};
  std::thread spinner([&] {
    gc::ThreadScope scope(1 << 20);
    Object* local = array(1);
    slot(local, 0) = Value::inline_long(5);
    started = true;
    while (!done) gc::safepoint(gc::mutator());
    if (slot(local, 0) != Value::inline_long(5)) std::abort();
  });
  while (!started) gc::safepoint(gc::mutator());
  for (int i = 0; i < 20; ++i) gc::collect(i % 3 == 0);
  done = true;
  gc::BlockingRegion region;
  spinner.join();
}

TEST_CASE("what a thread remembered before it ended is not lost") {
  TestHeap heap;
  Object* old = array(1);
  gc::collect(true);
  std::thread other([&] {
    gc::ThreadScope scope(1 << 20);
    Object* young = array(1);
    slot(young, 0) = Value::inline_long(12);
    store(old, 0, Value::object(young));
  });
  {
    gc::BlockingRegion region;
    other.join();
  }
  gc::collect(false);
  for (int i = 0; i < 10000; ++i) slot(array(1), 0) = Value::inline_long(0);
  REQUIRE(slot(child(old, 0), 0) == Value::inline_long(12));
}
