// Clearing the dead part of the C++ stack.
//
// The stack is scanned conservatively. What a returned function leaves below the stack pointer
// comes to life again when a later frame covers it without writing every slot; when that frame
// belongs to a long walk over a lazy seq, a cell that was left there keeps everything after it
// alive. So walks start over a clean stack, and every call of a thunk leaves one.
#pragma once
#include <cstring>

#include "clj/value/object.h"

namespace clj {

// Enough for the frames between a walk and the evaluator's loop; 15 ns.
constexpr int kDeadStackBytes = 1024;

[[gnu::noinline]] inline void clear_dead_stack() {
  char dead[kDeadStackBytes];
  std::memset(dead, 0, sizeof(dead));
  asm volatile("" : : "r"(dead) : "memory");
}

// Before the last call of a function that hands `coll` on to a walk: what is cleared then
// includes the place of the walk's own frame.
inline void prepare_walk(Value coll) {
  if (is_kind(coll, Kind::kLazySeq) || is_kind(coll, Kind::kCons) || is_kind(coll, Kind::kChunkedCons))
    clear_dead_stack();
}

}  // namespace clj
