#include "liveness.h"

#include <algorithm>

#include "clj/bytecode/opcode.h"

namespace clj::exec {

using bytecode::Extra;
using bytecode::Op;

Liveness::Liveness(const Arity& arity)
    : code_(arity.code),
      code_words_(arity.code_words),
      registers_(arity.registers),
      row_words_((arity.registers + 63u) / 64u + 1),
      exceptions_(reinterpret_cast<const ExceptionEntry*>(arity.code + arity.exceptions)),
      exception_count_(arity.exception_count) {
  for (uint32_t pc = 0; pc < code_words_; pc += bytecode::instruction_words(code_ + pc)) starts_.push_back(pc);
  live_in_.assign(starts_.size() * row_words_, 0);
  std::vector<uint64_t> live(row_words_);
  bool changed = true;
  while (changed) {
    changed = false;
    for (uint32_t i = static_cast<uint32_t>(starts_.size()); i-- > 0;) {
      std::fill(live.begin(), live.end(), 0);
      add_successors(i, live.data());
      auto set = [&](uint32_t r) { live[r / 64] |= uint64_t{1} << (r % 64); };
      auto clear = [&](uint32_t r) { live[r / 64] &= ~(uint64_t{1} << (r % 64)); };
      const uint32_t* at = code_ + starts_[i];
      bytecode::for_each_register(at, [](uint32_t) {}, clear);
      bytecode::for_each_register(at, set, [](uint32_t) {});
      // An exception may leave from before the write: handlers come after the kills.
      add_handlers(i, live.data());
      uint64_t* mine = live_in_.data() + size_t{i} * row_words_;
      if (!std::equal(live.begin(), live.end(), mine)) {
        std::copy(live.begin(), live.end(), mine);
        changed = true;
      }
    }
  }
}

uint32_t Liveness::index_of(uint32_t word) const {
  auto next = std::upper_bound(starts_.begin(), starts_.end(), word);
  return static_cast<uint32_t>(next - starts_.begin()) - (next == starts_.begin() ? 0 : 1);
}

// Adds what is live at the start of every instruction that may come after instruction `index`.
void Liveness::add_successors(uint32_t index, uint64_t* live) const {
  auto add = [&](uint32_t word) {
    if (word >= code_words_) return;
    const uint64_t* other = row(index_of(word));
    for (uint32_t w = 0; w < row_words_; ++w) live[w] |= other[w];
  };
  const uint32_t* at = code_ + starts_[index];
  uint32_t after = starts_[index] + bytecode::instruction_words(at);
  Op op = bytecode::op_of(*at);
  switch (bytecode::info(op).extra) {
    case Extra::kJump:
      add(after + at[1]);
      if (op != Op::kJump && op != Op::kLoop) add(after);
      break;
    case Extra::kTable:
      for (uint32_t i = 0; i <= at[1]; ++i) add(starts_[index] + 3 + i + at[2 + i]);
      break;
    default:
      if (op != Op::kReturn && op != Op::kThrow) add(after);
  }
}

// Adds what the exception handlers around instruction `index` need.
void Liveness::add_handlers(uint32_t index, uint64_t* live) const {
  for (uint32_t e = 0; e < exception_count_; ++e) {
    if (starts_[index] < exceptions_[e].from || starts_[index] >= exceptions_[e].to) continue;
    const uint64_t* handler = row(index_of(exceptions_[e].handler));
    for (uint32_t w = 0; w < row_words_; ++w) {
      uint64_t bits = handler[w];
      if (exceptions_[e].reg / 64 == w) bits &= ~(uint64_t{1} << (exceptions_[e].reg % 64));
      live[w] |= bits;
    }
  }
}

// Whether the instruction's handler has read its registers, each once, before it calls what may
// collect: the walk of a lazy seq by `count` or `=` must not keep the head in the operand.
static bool reads_before_it_collects(Op op) {
  switch (op) {
    case Op::kHostMember:
    case Op::kFirst:
    case Op::kNext:
    case Op::kRest:
    case Op::kSeq:
    case Op::kCount:
    case Op::kNth:
    case Op::kNthImm:
    case Op::kEqual:
    case Op::kJumpUnlessEqual:
    case Op::kJumpUnlessEqualConst: return true;
    default: return false;
  }
}

std::vector<uint64_t> Liveness::live_inside(uint32_t index) const {
  std::vector<uint64_t> live(row_words_);
  uint32_t word = code_[starts_[index]];
  if (!reads_before_it_collects(bytecode::op_of(word))) std::copy(row(index), row(index) + row_words_, live.begin());
  if (bytecode::op_of(word) == Op::kHostMember) {  // moved to the window
    uint32_t target = bytecode::a_of(word) + bytecode::kFrameHeaderWords;
    live[target / 64] |= uint64_t{1} << target % 64;
  }
  add_successors(index, live.data());
  add_handlers(index, live.data());
  return live;
}

}  // namespace clj::exec
