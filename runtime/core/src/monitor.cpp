// Object monitors, for `locking`, alter-var-root, and Object's wait and notify.
//
// An object carries no lock word: the few objects that are locked at a time stand in one
// table. A contended monitor makes its waiters share one condition variable; those that wait to
// be notified share another.
#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <list>
#include <mutex>
#include <thread>
#include <unordered_map>

#include "clj/core/error.h"
#include "clj/core/host.h"
#include "clj/core/interruption.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/gc/heap.h"

namespace clj {
namespace {

struct Monitor {
  std::thread::id owner;
  uint64_t depth = 0;
};

struct Waiter {
  uint64_t key;
  bool notified = false;
};

// Never destroyed: other threads may wait while the process exits.
std::mutex& table_mutex = *new std::mutex;
std::condition_variable &released = *new std::condition_variable, &notified = *new std::condition_variable;
// Keyed by the word of the value; objects never move, and a locked one is referenced.
std::unordered_map<uint64_t, Monitor>& table = *new std::unordered_map<uint64_t, Monitor>;
std::list<Waiter*>& waiters = *new std::list<Waiter*>;  // in the order they came

bool try_enter(uint64_t key, uint64_t depth = 1) {
  auto [entry, fresh] = table.try_emplace(key);
  auto self = std::this_thread::get_id();
  if (!fresh && entry->second.owner != self) return false;
  entry->second.owner = self;
  entry->second.depth += depth;
  return true;
}

bool owns(uint64_t key) {
  auto entry = table.find(key);
  return entry != table.end() && entry->second.owner == std::this_thread::get_id();
}

[[noreturn]] void throw_not_owner(Value message) {
  throw_value(
      make_throwable(find_class("java.lang.IllegalMonitorStateException"), message, Value::nil(), Value::nil()));
}

}  // namespace

void monitor_enter(Value v) {
  if (v.is_nil()) throw_error(Error::kNullPointer, "Cannot enter synchronized block because \"locklocal\" is null");
  {
    std::lock_guard lock(table_mutex);
    if (try_enter(v.bits())) return;
  }
  gc::BlockingRegion blocking;
  std::unique_lock lock(table_mutex);
  released.wait(lock, [&] { return try_enter(v.bits()); });
}

void monitor_exit(Value v) {
  // monitor-enter has thrown; its exception goes on.
  if (v.is_nil()) return;
  bool owned;
  {
    std::lock_guard lock(table_mutex);
    auto entry = table.find(v.bits());
    owned = entry != table.end() && entry->second.owner == std::this_thread::get_id();
    if (owned && --entry->second.depth == 0) table.erase(entry);
  }
  if (!owned) throw_not_owner(Value::nil());
  released.notify_all();
}

bool holds_monitor(Value v) {
  std::lock_guard lock(table_mutex);
  return owns(v.bits());
}

bool monitor_wait(Value v, int64_t nanoseconds) {
  uint64_t key = v.bits();
  if (!holds_monitor(v)) throw_not_owner(make_string("current thread is not owner"));
  InterruptibleWait interruptible(table_mutex, notified);
  interruptible.check();
  Waiter self{key};
  {
    gc::BlockingRegion blocking;
    std::unique_lock lock(table_mutex);
    uint64_t depth = table[key].depth;
    table.erase(key);
    waiters.push_back(&self);
    released.notify_all();
    auto done = [&] { return self.notified || interruptible.interrupted(); };
    // A century is for ever, and does not overflow the clock.
    if (nanoseconds <= 0) notified.wait(lock, done);
    else notified.wait_for(lock, std::chrono::nanoseconds(std::min(nanoseconds, int64_t{1} << 61)), done);
    waiters.remove(&self);
    released.wait(lock, [&] { return try_enter(key, depth); });
  }
  if (!self.notified) interruptible.check();
  return self.notified;
}

void monitor_notify(Value v, bool all) {
  if (!holds_monitor(v)) throw_not_owner(make_string("current thread is not owner"));
  std::lock_guard lock(table_mutex);
  for (Waiter* waiter : waiters) {
    if (waiter->key != v.bits() || waiter->notified) continue;
    waiter->notified = true;
    if (!all) break;
  }
  notified.notify_all();
}

}  // namespace clj
