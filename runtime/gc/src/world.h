// Threads and the stopping of them.
//
// A mutator is running, blocked (in a BlockingRegion) or stopped. A thread that wants the world
// sets safepoint_requested everywhere and waits until none but itself runs. What a thread had
// in registers when it stopped is on its stack above stack_top, or in frame_copy.
//
// Threads  `mutex` guards everything here.
// Design   docs/gc.md
#pragma once
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <vector>

#include "clj/gc/heap.h"
#include "live_bits.h"

namespace clj::gc {

// The collector's part of a Mutator.
struct MutatorState {
  explicit MutatorState(Mutator* m) : mutator(m) {}

  Mutator* mutator;
  MutatorState* next = nullptr;
  MutatorState** link = nullptr;

  // The C stack: [stack_top, stack_base) is scanned, and frame_copy, in which a BlockingRegion
  // keeps the registers it was entered with.
  const char* stack_top = nullptr;
  const char* stack_base = nullptr;
  static constexpr size_t kFrameWords = 256;
  uintptr_t frame_copy[kFrameWords];
  size_t frame_words = 0;
  uint32_t blocking_depth = 0;

  // The claimed block: swept up to granule `cursor`, the hole in use ends at hole_end, and
  // [mutator->bump, mutator->limit) is its part that is zeroed already.
  char* block = nullptr;
  size_t cursor = 0;
  LiveBits bits;  // of the claimed block, when it was unswept
  char* hole_end = nullptr;
  bool hole_is_zero = false;
  size_t taken_bytes = 0;  // of holes, not yet added to Space::allocated
  bool claimed_block = false;  // since the last collection
  // A second block for medium-sized objects that do not fit the hole in use.
  char* overflow_bump = nullptr;
  char* overflow_limit = nullptr;
  bool overflow_is_zero = false;
  // In stress mode the mutator's own fields stay empty and these keep them between allocations.
  char* stress_bump = nullptr;
  char* stress_limit = nullptr;
  uint32_t stress_count = 0;

  bool in_out_of_memory = false;      // may use the reserve
  std::vector<Object*> remembered;    // old objects changed since the last collection
  std::vector<Object*> carded;        // large ones of which only cards did
};

inline MutatorState& state_of(Mutator& m) { return *static_cast<MutatorState*>(m.internal); }

// Calls body(context) while everything the calling thread holds in registers is on its stack
// above state.stack_top.
void with_visible_stack(MutatorState& state, void (*body)(void*), void* context);

struct World {
  std::mutex mutex;
  std::condition_variable nobody_runs, resumed;
  MutatorState* mutators = nullptr;
  size_t running = 0;
  bool stopping = false;
  std::vector<Object*> orphaned_remembered, orphaned_carded;  // of threads that ended

  // Stops the others; the lock stays held. False when another thread was collecting: then it
  // has finished, and nothing is stopped. Precondition: visible stack, calling thread running.
  bool stop(std::unique_lock<std::mutex>& lock);
  void resume();
  // Waits, as not running, until no thread wants the world.
  void wait_while_stopping(std::unique_lock<std::mutex>& lock);
};

}  // namespace clj::gc
