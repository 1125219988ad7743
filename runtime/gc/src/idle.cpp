// Memory of a program that idles goes back to the system.
//
// A thread without a mutator watches while the heap is large. Once a second it looks whether every
// mutator is blocked and nothing was allocated since it looked last. Then nobody waits for a full
// collection, and what it frees, but for a little, is given back. The watcher ends, and the next
// collection that leaves a large heap makes a new one.
//
// Design   docs/gc.md
#include <malloc.h>
#include <time.h>

#include "clj/base/background_thread.h"
#include "collector.h"

namespace clj::gc {

namespace {

constexpr size_t kMiB = size_t{1} << 20;
constexpr size_t kWatchFrom = 64 * kMiB;   // of heap
constexpr size_t kWorthwhile = 32 * kMiB;  // allocated since the last such collection
constexpr size_t kKeep = 4 * kMiB;

void* watch(void* context) {
  static_cast<Collector*>(context)->watch_for_idleness();
  return nullptr;
}

}  // namespace

void Collector::start_idle_watch() {
  if (watching_ || options.stress || space.resident_bytes() + large.bytes() < kWatchFrom ||
      allocated_before - allocated_at_idle_ < kWorthwhile) {
    return;
  }
  watching_ = start_background_thread(watch, this);
}

void Collector::watch_for_idleness() {
  size_t seen = 0;
  for (;;) {
    timespec second{1, 0};
    nanosleep(&second, nullptr);
    std::lock_guard lock(world.mutex);
    size_t allocated = allocated_before + space.allocated.load(std::memory_order_relaxed) +
                       space.large_allocated.load(std::memory_order_relaxed);
    if (world.running != 0 || world.stopping || allocated != seen) {
      seen = allocated;
      continue;
    }
    // Who wants to run waits for the lock.
    cycle(true);
    space.release_free(kKeep);
    malloc_trim(0);
    allocated_at_idle_ = allocated_before;
    watching_ = false;
    return;
  }
}

}  // namespace clj::gc
