// Blocking on a condition with one process-wide condition variable: for host objects that are
// waited for now and then (latches, queues, executors).
#pragma once
#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>

#include "clj/core/interruption.h"
#include "clj/gc/heap.h"
#include "clj/value/value.h"

namespace clj::builtins::host {

// Longer would overflow the clock.
constexpr std::chrono::nanoseconds kLongestWait{int64_t{1} << 61};

extern std::mutex wait_mutex;
extern std::condition_variable state_changed;

// Wakes every waiter to look again. Not called with wait_mutex held.
void announce_change();

// Tells the calling thread's handler of uncaught exceptions, or standard error, of one.
void report_uncaught(Value thrown);

// Throws InterruptedException, the flag cleared, where the thread was interrupted before it waits.
void refuse_interruption();

// Waits until done() holds, called with wait_mutex held: it must not touch the heap. False when
// the time ran out; a negative time is for ever. Throws InterruptedException. What done() has seen
// may be over again on return: others change it without the mutex.
template <class Done>
bool wait_until(std::chrono::nanoseconds time, Done done) {
  InterruptibleWait interruptible(wait_mutex, state_changed);
  bool succeeded = false;
  {
    gc::BlockingRegion blocking;
    std::unique_lock lock(wait_mutex);
    auto awake = [&] { return (succeeded = done()) || interruptible.interrupted(); };
    if (time.count() < 0) state_changed.wait(lock, awake);
    else state_changed.wait_for(lock, std::min(time, kLongestWait), awake);
  }
  if (!succeeded) interruptible.check();
  return succeeded;
}

// The duration of `amount` of a java.util.concurrent.TimeUnit.
std::chrono::nanoseconds duration(Value amount, Value unit);

}  // namespace clj::builtins::host
