// Blocking on a condition with one process-wide condition variable: for host objects that are
// waited for now and then (latches, queues, executors).
#pragma once
#include <chrono>
#include <condition_variable>
#include <mutex>

#include "clj/gc/heap.h"
#include "clj/value/value.h"

namespace clj::builtins::host {

extern std::mutex wait_mutex;
extern std::condition_variable state_changed;

// Wakes every waiter to look again. Not called with wait_mutex held.
void announce_change();

// Waits until done() holds, called with wait_mutex held: it must not touch the heap. False when
// the time ran out; a negative time is for ever.
template <class Done>
bool wait_until(std::chrono::nanoseconds time, Done done) {
  gc::BlockingRegion blocking;
  std::unique_lock lock(wait_mutex);
  if (time.count() < 0) {
    state_changed.wait(lock, done);
    return true;
  }
  return state_changed.wait_for(lock, time, done);
}

// The duration of `amount` of a java.util.concurrent.TimeUnit.
std::chrono::nanoseconds duration(Value amount, Value unit);

}  // namespace clj::builtins::host
