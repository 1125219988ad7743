// Which registers a function still needs, at every instruction: backward data flow over the
// bytecode, computed when a collection meets a frame.
//
// This is what keeps the head of a lazy seq from being retained by a register that is never
// read again, at no cost to the running program (JVM Clojure clears locals instead).
#pragma once
#include <cstdint>
#include <vector>

#include "clj/exec/proto.h"

namespace clj::exec {

class Liveness {
 public:
  explicit Liveness(const Arity& arity);
  // Calls visit(register) for the registers a frame needs that will continue at word `pc`
  // after the call before it has written its result, or in a handler of that call.
  template <class Visit>
  void at_return(uint32_t pc, Visit&& visit) const {
    uint32_t result = code_[pc - 1] >> 24;
    const uint64_t* next = row(index_of(pc));
    std::vector<uint64_t> live(next, next + row_words_);
    live[result / 64] &= ~(uint64_t{1} << (result % 64));
    add_handlers(index_of(pc - 1), live.data());
    for (uint32_t r = 0; r < registers_; ++r) {
      if (live[r / 64] >> (r % 64) & 1) visit(r);
    }
  }
  // The same for a frame that is in the middle of the instruction that contains word `pc` - 1:
  // what the instruction still reads, and what is live after it or in its exception handlers.
  template <class Visit>
  void inside(uint32_t pc, Visit&& visit) const {
    std::vector<uint64_t> live = live_inside(index_of(pc - 1));
    for (uint32_t r = 0; r < registers_; ++r) {
      if (live[r / 64] >> (r % 64) & 1) visit(r);
    }
  }

 private:
  uint32_t index_of(uint32_t word) const;  // of the instruction that contains it
  const uint64_t* row(uint32_t index) const { return live_in_.data() + size_t{index} * row_words_; }
  std::vector<uint64_t> live_inside(uint32_t index) const;
  void add_successors(uint32_t index, uint64_t* live) const;
  void add_handlers(uint32_t index, uint64_t* live) const;

  const uint32_t* code_;
  uint32_t code_words_, registers_, row_words_;
  std::vector<uint32_t> starts_;          // word of each instruction
  std::vector<uint64_t> live_in_;         // row_words_ per instruction
  const ExceptionEntry* exceptions_;
  uint32_t exception_count_;
};

}  // namespace clj::exec
