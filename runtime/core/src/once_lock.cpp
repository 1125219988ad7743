#include "once_lock.h"

#include <condition_variable>
#include <mutex>

#include "clj/gc/heap.h"

namespace clj {
namespace {

constexpr uint32_t kWaited = 1u << 31;

struct WaitingRoom {
  std::mutex mutex;
  std::condition_variable released;
};

WaitingRoom& room_of(const Object* object) {
  static WaitingRoom rooms[64];
  return rooms[reinterpret_cast<uintptr_t>(object) / gc::kGranule % 64];
}

uint32_t thread_number() {
  static std::atomic<uint32_t> last{0};
  static constinit thread_local uint32_t number = 0;
  if (number == 0) [[unlikely]] number = last.fetch_add(1, std::memory_order_relaxed) + 1;
  return number;
}

// Returns when the lock has been released at least once.
void wait(Object* object) {
  gc::BlockingRegion region;
  WaitingRoom& room = room_of(object);
  std::unique_lock lock(room.mutex);
  uint32_t word = object->aux.load(std::memory_order_relaxed);
  while (word != 0 && !(word & kWaited))
    if (object->aux.compare_exchange_weak(word, word | kWaited)) word |= kWaited;
  // The releaser takes the room's mutex before it notifies, so the wake-up cannot be missed.
  if (word != 0) room.released.wait(lock);
}

}  // namespace

OnceLock::OnceLock(Object* object) : object_(object) {
  uint32_t self = thread_number();
  if (!gc::several_threads.load(std::memory_order_relaxed)) {
    is_nested_ = object->aux.load(std::memory_order_relaxed) == self;
    object->aux.store(self, std::memory_order_relaxed);
    return;
  }
  for (;;) {
    uint32_t word = 0;
    if (object->aux.compare_exchange_strong(word, self, std::memory_order_acquire)) return;
    if ((word & ~kWaited) == self) {
      is_nested_ = true;
      return;
    }
    wait(object);
  }
}

OnceLock::~OnceLock() {
  if (is_nested_) return;
  if (!gc::several_threads.load(std::memory_order_relaxed)) {
    object_->aux.store(0, std::memory_order_relaxed);
    return;
  }
  if (object_->aux.exchange(0, std::memory_order_release) & kWaited) {
    WaitingRoom& room = room_of(object_);
    { std::lock_guard lock(room.mutex); }
    room.released.notify_all();
  }
}

}  // namespace clj
