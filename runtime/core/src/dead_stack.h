// Clearing the dead part of the C++ stack.
//
// The stack is scanned conservatively. What a returned function leaves below the stack pointer
// comes to life again when a later frame covers it without writing every slot; when that frame
// belongs to a long walk over a lazy seq, a cell that was left there keeps everything after it
// alive. So walks start over a clean stack, and thunks leave one behind now and then.
#pragma once
#include <cstring>

#include "clj/core/collections.h"
#include "clj/value/object.h"

namespace clj {

// Enough for the frames between a walk and the evaluator's loop; 15 ns.
constexpr int kDeadStackBytes = 1024;

[[gnu::noinline]] inline void clear_dead_stack() {
  char dead[kDeadStackBytes];
  std::memset(dead, 0, sizeof(dead));
  asm volatile("" : : "r"(dead) : "memory");
}

// After a thunk. What is left behind by one of the last few thunks keeps only a few cells alive.
inline void clear_dead_stack_sometimes() {
  constexpr uint32_t kPeriod = 32;
  static constinit thread_local uint32_t calls = 0;
  if (++calls % kPeriod == 0) [[unlikely]] clear_dead_stack();
}

// A function that has something to do between getting a collection and walking it would keep the
// head in a register of its own meanwhile. It puts the collection into a slot, says so here, and
// has the walk take it from there (for_each_taking).
inline void leave_in_memory(Value& slot) { asm volatile("" : "+m"(slot)); }

// Before the last call of a function that hands `coll` on to a walk: what is cleared then
// includes the place of the walk's own frame.
inline void prepare_walk(Value coll) {
  if (is_kind(coll, Kind::kLazySeq) || is_kind(coll, Kind::kCons) || is_kind(coll, Kind::kChunkedCons))
    clear_dead_stack();
}

// for_each over the collection in `slot`, which is cleared.
bool for_each_taking_slot(Value& slot, Step step, void* context);

}  // namespace clj
