// The large-object space: objects above kMaxSmallBytes, each in its own allocation.
//
// A header in front of the object holds what the block space keeps in its metadata, so a
// precise reference needs no lookup. Addresses found on stacks are looked up in lists sorted
// by address.
//
// Threads  allocate() takes a lock; everything else runs with the world stopped.
// Design   docs/gc.md
#pragma once
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <vector>

#include "clj/value/object.h"

namespace clj::gc {

constexpr size_t kCardSlots = 8;  // a cache line

struct alignas(16) LargeHeader {
  size_t bytes;   // of the object
  size_t mapped;  // bytes of the mapping, 0 when it comes from malloc
  bool marked;
  std::atomic<bool> has_cards;  // some card is set, and the object is in a list of cards_of
  // A byte per kCardSlots slots, and up to a multiple of 8: something was stored there since the last
  // collection. Made when needed.
  std::atomic<uint8_t*> cards;

  Object* object() { return reinterpret_cast<Object*>(this + 1); }
  static LargeHeader* of(const Object* object) {
    return reinterpret_cast<LargeHeader*>(const_cast<Object*>(object)) - 1;
  }
};

class LargeSpace {
 public:
  // Zeroed memory, or nullptr when the system has none. Does not check the heap limit.
  void* allocate(size_t bytes);

  // World stopped, before marking: makes find() see what was allocated since.
  void prepare(bool full);
  // The object that holds `address` (its end counts as inside), or nullptr.
  Object* find(const void* address) const;
  // World stopped, after marking: frees what is not marked.
  void sweep(bool full);

  size_t bytes() const { return bytes_.load(std::memory_order_relaxed); }

  template <class F>
  void each(F f) const {
    for (LargeHeader* header : old_) f(header);
    for (LargeHeader* header : young_) f(header);
  }

 private:
  static size_t free_unmarked(std::vector<LargeHeader*>& list);

  std::mutex mutex_;
  std::vector<LargeHeader*> young_, old_;  // old_ is sorted, young_ after prepare
  std::atomic<size_t> bytes_{0};
};

}  // namespace clj::gc
