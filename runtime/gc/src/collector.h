// The collector: spaces, roots, policy, and the cycle that ties them together.
//
// Threads  Fields are guarded by world.mutex unless they say otherwise.
// Design   docs/gc.md
#pragma once
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <unordered_map>
#include <vector>

#include "clj/gc/heap.h"
#include "large_space.h"
#include "space.h"
#include "world.h"

// For the functions that read other threads' stacks and other memory by words.
#define CLJ_NO_SANITIZE __attribute__((no_sanitize("address"), no_sanitize("thread")))

namespace clj::gc {

class Marker;
struct WeakCell;

// The mapped boot image.
struct Image {
  uintptr_t base = 0;
  size_t bytes = 0;
  const uint8_t* metadata = nullptr;  // a byte per granule
  std::vector<Object*> remembered;    // changed image objects, for good

  bool contains(const void* address) const { return reinterpret_cast<uintptr_t>(address) - base < bytes; }
  const uint8_t* metadata_at(const void* address) const {
    return metadata + (reinterpret_cast<uintptr_t>(address) - base) / kGranule;
  }
};

enum class Request {
  kPolicy,    // minor or full, as the policy wants
  kMinor,
  kFull,
  kLastResort,  // full, and soft references are cleared
};

struct Collector {
  Options options;
  size_t limit = 0;  // options.max_heap_bytes or its default; set while nothing runs
  Space space;
  LargeSpace large;
  World world;
  Image image;

  // Roots; `roots_mutex` guards them against each other, the stopped world against marking.
  std::mutex roots_mutex;
  struct StaticRange {
    Value* begin;
    size_t count;
  };
  std::vector<StaticRange> static_roots;
  std::unordered_map<const void*, size_t> conservative_ranges;

  // Finalizers; same mutex.
  std::vector<Object*> finalizable_young, finalizable_old;
  std::vector<Object*> finalize_pending;  // found dead, upcall not yet made: roots

  // References that keep nothing alive (weak.cpp); same mutex.
  std::vector<WeakCell*> weak_young, weak_old;
  std::vector<Value> weak_cleared;  // owners of cells that were cleared, not yet taken: roots

  // Policy.
  size_t live_bytes = 0;         // after the last collection
  size_t allocating_threads = 1;
  size_t affordable_nursery = SIZE_MAX / 2;  // bytes after which a minor collection is short enough
  size_t next_full_at = 0;       // live bytes from which the next collection is a full one
  size_t live_after_full = 0;
  size_t minors_since_full = 0;
  size_t wasted_by_minor = 0;    // bytes that each minor collection kept and the full one behind it found dead
  std::atomic<size_t> available{0};  // allocatable below the limit, after the last collection

  // Statistics.
  uint64_t collections_full = 0, collections_minor = 0;
  uint64_t allocated_before = 0;  // up to the last collection
  uint64_t pause_max_us = 0, pause_total_us = 0;

  // Applies `options`; reserves the block space the first time. Idempotent.
  void start();
  // Collects unless another thread does so meanwhile and the request is kPolicy, then runs
  // finalizers. The calling thread is a running mutator.
  void collect(Request request);
  // The same where the stack is visible already.
  void collect_visible(Request request);
  // As ThreadScope allocates. Throws OutOfMemoryError.
  void* allocate_small(Mutator& m, MutatorState& state, size_t bytes);
  void* allocate_large(Mutator& m, MutatorState& state, size_t bytes);

  size_t extent(const Object* object) const;
  // The body of the thread that waits for the program to idle (idle.cpp).
  void watch_for_idleness();

 private:
  void stop_and_collect(Request request);
  void cycle(bool full, bool clears_soft = false);
  void mark_roots(Marker& marker, bool full);
  void find_dead_weak(Marker& marker, bool full, bool clears_soft);
  void mark_soft(Marker& marker, bool full);
  void clear_dead_weak(Marker& marker, std::vector<WeakCell*>& cells);
  void find_dead_finalizable(Marker& marker, bool full);
  void run_finalizers();
  void set_policy(bool full);
  void note_waste(bool full, size_t live_before);
  bool wants_full() const;
  void start_idle_watch();
  [[noreturn]] void out_of_memory(MutatorState& state);
  Space::Claim claim_block(MutatorState& state, bool whole);
  void make_room(MutatorState& state, Request& tried);

  std::mutex start_mutex_;
  bool started_ = false;
  bool minor_next_ = false;  // stress mode alternates
  bool watching_ = false;    // a thread waits for the program to idle
  uint64_t allocated_at_idle_ = 0;

  friend void initialize(const Options&);
};

// Never destroyed: threads may outlive main.
Collector& collector();

// Ends the use of the claimed blocks: what is left of them is swept. Under world.mutex.
void retire_allocation(MutatorState& state);

// Walks the heap; prints what is wrong and aborts. World stopped, after classify.
void verify_heap(const Collector& c);
// Why `v`, an object, is no good as a reference, or nullptr.
const char* fault_of(const Collector& c, Value v);
// Prints and aborts: a slot of the holder refers to something that is no object.
[[noreturn]] void report_bad_reference(const char* fault, const void* holder, uint64_t slot, Value value);

}  // namespace clj::gc
