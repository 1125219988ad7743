// Memory of a program that idles goes back to the system.
//
// A thread without a mutator watches while the heap is large. Once a second it looks whether every
// mutator is blocked and nothing was allocated since it looked last. Then nobody waits for a full
// collection, and what it frees, but for a little, is given back. The watcher ends, and the next
// collection that leaves a large heap makes a new one.
//
// Design   docs/gc.md
#include <malloc.h>
#include <pthread.h>
#include <time.h>

#include <csignal>

#include "collector.h"

namespace clj::gc {

namespace {

constexpr size_t kMiB = size_t{1} << 20;
constexpr size_t kWatchFrom = 64 * kMiB;   // of heap
constexpr size_t kWorthwhile = 32 * kMiB;  // allocated since the last such collection
constexpr size_t kKeep = 4 * kMiB;
constexpr size_t kStackBytes = size_t{256} << 10;

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
  // Signals are for the program's threads; faults belong to the thread that has them.
  sigset_t all, before;
  sigfillset(&all);
  for (int fault : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT}) sigdelset(&all, fault);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_attr_setstacksize(&attributes, kStackBytes);
  pthread_t thread;
  watching_ = pthread_create(&thread, &attributes, watch, this) == 0;
  pthread_attr_destroy(&attributes);
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
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
