// Object monitors, for `locking` and alter-var-root.
//
// An object carries no lock word: the few objects that are locked at a time stand in one
// table. A contended monitor makes its waiters share one condition variable.
#include <condition_variable>
#include <mutex>
#include <thread>
#include <unordered_map>

#include "clj/core/error.h"
#include "clj/core/host.h"
#include "clj/core/type.h"
#include "clj/gc/heap.h"

namespace clj {
namespace {

struct Monitor {
  std::thread::id owner;
  uint64_t depth = 0;
};

std::mutex table_mutex;
std::condition_variable released;
// Keyed by the word of the value; objects never move, and a locked one is referenced.
std::unordered_map<uint64_t, Monitor> table;

bool try_enter(uint64_t key) {
  auto [entry, fresh] = table.try_emplace(key);
  auto self = std::this_thread::get_id();
  if (!fresh && entry->second.owner != self) return false;
  entry->second.owner = self;
  ++entry->second.depth;
  return true;
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
  if (!owned) {
    throw_value(make_throwable(find_class("java.lang.IllegalMonitorStateException"), Value::nil(), Value::nil(),
                               Value::nil()));
  }
  released.notify_all();
}

}  // namespace clj
