// Object monitors, for `locking`, alter-var-root, and Object's wait and notify.
//
// An object carries no lock word: the few objects that are locked at a time stand in a table, whose shards
// are chosen by the object. In a shard the threads that wait for a monitor share one condition variable;
// those that wait to be notified share another.
#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

#include "clj/core/error.h"
#include "clj/core/host.h"
#include "clj/core/interruption.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/gc/heap.h"

namespace clj {
namespace {

// One that is held.
struct Monitor {
  uint64_t key;  // the word of the value; objects never move, and a locked one is referenced
  std::thread::id owner;
  uint64_t depth;
};

struct Waiter {
  uint64_t key;
  bool notified = false;
};

struct Shard {
  std::mutex mutex;
  std::condition_variable released, notified;
  std::vector<Monitor> held;     // a few at most
  std::vector<Waiter*> waiters;  // in the order they came
  size_t contenders = 0;         // that wait for `released`

  Monitor* find(uint64_t key) {
    for (Monitor& monitor : held) {
      if (monitor.key == key) return &monitor;
    }
    return nullptr;
  }
  Monitor* owned(uint64_t key) {
    Monitor* monitor = find(key);
    return monitor != nullptr && monitor->owner == std::this_thread::get_id() ? monitor : nullptr;
  }
  bool try_enter(uint64_t key, uint64_t depth = 1) {
    auto self = std::this_thread::get_id();
    Monitor* monitor = find(key);
    if (monitor == nullptr) {
      held.push_back({key, self, depth});
      return true;
    }
    if (monitor->owner != self) return false;
    monitor->depth += depth;
    return true;
  }
  void enter(std::unique_lock<std::mutex>& lock, uint64_t key, uint64_t depth = 1) {
    ++contenders;
    released.wait(lock, [&] { return try_enter(key, depth); });
    --contenders;
  }
  // Whether a contender has to be told.
  bool release(Monitor* monitor) {
    *monitor = held.back();
    held.pop_back();
    return contenders != 0;
  }
};

constexpr size_t kShards = 64;
Shard& shard_of(uint64_t key) {
  // Made for the first monitor, and never destroyed: other threads may wait while the process exits.
  static Shard* const shards = new Shard[kShards];
  return shards[(key * 0x9E3779B97F4A7C15) >> 58];
}

[[noreturn]] void throw_not_owner(Value message) {
  throw_value(
      make_throwable(find_class("java.lang.IllegalMonitorStateException"), message, Value::nil(), Value::nil()));
}

}  // namespace

void monitor_enter(Value v) {
  if (v.is_nil()) throw_error(Error::kNullPointer, "Cannot enter synchronized block because \"locklocal\" is null");
  Shard& shard = shard_of(v.bits());
  {
    std::lock_guard lock(shard.mutex);
    if (shard.try_enter(v.bits())) return;
  }
  gc::BlockingRegion blocking;
  std::unique_lock lock(shard.mutex);
  shard.enter(lock, v.bits());
}

bool leave_monitor(Value v) {
  Shard& shard = shard_of(v.bits());
  bool owned, tell = false;
  {
    std::lock_guard lock(shard.mutex);
    Monitor* monitor = shard.owned(v.bits());
    owned = monitor != nullptr;
    if (owned && --monitor->depth == 0) tell = shard.release(monitor);
  }
  if (tell) shard.released.notify_all();
  return owned;
}

void monitor_exit(Value v) {
  // monitor-enter has thrown; its exception goes on.
  if (v.is_nil()) return;
  if (!leave_monitor(v)) throw_not_owner(Value::nil());
}

bool holds_monitor(Value v) {
  Shard& shard = shard_of(v.bits());
  std::lock_guard lock(shard.mutex);
  return shard.owned(v.bits()) != nullptr;
}

bool monitor_wait(Value v, int64_t nanoseconds) {
  uint64_t key = v.bits();
  if (!holds_monitor(v)) throw_not_owner(make_string("current thread is not owner"));
  Shard& shard = shard_of(key);
  InterruptibleWait interruptible(shard.mutex, shard.notified);
  interruptible.check();
  Waiter self{key};
  {
    gc::BlockingRegion blocking;
    std::unique_lock lock(shard.mutex);
    Monitor* monitor = shard.owned(key);
    uint64_t depth = monitor->depth;
    shard.release(monitor);
    shard.waiters.push_back(&self);
    shard.released.notify_all();
    auto done = [&] { return self.notified || interruptible.interrupted(); };
    // A century is for ever, and does not overflow the clock.
    if (nanoseconds <= 0) shard.notified.wait(lock, done);
    else shard.notified.wait_for(lock, std::chrono::nanoseconds(std::min(nanoseconds, int64_t{1} << 61)), done);
    std::erase(shard.waiters, &self);
    shard.enter(lock, key, depth);
  }
  if (!self.notified) interruptible.check();
  return self.notified;
}

void monitor_notify(Value v, bool all) {
  if (!holds_monitor(v)) throw_not_owner(make_string("current thread is not owner"));
  Shard& shard = shard_of(v.bits());
  std::lock_guard lock(shard.mutex);
  for (Waiter* waiter : shard.waiters) {
    if (waiter->key != v.bits() || waiter->notified) continue;
    waiter->notified = true;
    if (!all) break;
  }
  shard.notified.notify_all();
}

}  // namespace clj
