#include "assignment.h"

#include <bitset>
#include <vector>

#include "clj/bytecode/opcode.h"

namespace clj::bytecode {
namespace {

// Compiled code needs a pass for each level of nested loops, and an instruction is covered by as many exception ranges as there
// are `try`s around it. What has more was made to take time.
constexpr int kMostPasses = 250;
constexpr uint64_t kMostCovering = 250;

// For code of at most `kRegisters`.
template <size_t kRegisters>
class Assignment {
 public:
  Assignment(const ArityRecord& arity, const uint32_t* code)
      : arity_(arity), code_(code), exceptions_(code + arity.exceptions), states_(arity.code_words), reached_(arity.code_words) {}

  std::string fault() {
    uint64_t covered = 0;
    for (uint32_t i = 0; i < arity_.exception_count; ++i) covered += exceptions_[4 * i + 1] - exceptions_[4 * i];
    if (covered > kMostCovering * arity_.code_words) return "too many exception ranges";
    Registers parameters;
    for (uint32_t i = 0; i < uint32_t{arity_.params} + arity_.variadic; ++i) parameters.set(i);
    flow(0, parameters);
    int passes = 0;
    while (changed_) {
      if (++passes > kMostPasses) return "loops are nested too deeply";
      changed_ = false;
      pass();
    }
    for (uint32_t pc = 0; pc < arity_.code_words; pc += instruction_words(code_ + pc)) {
      bool assigned = true;
      for_each_register(code_ + pc, [&](uint32_t r) { assigned = assigned && states_[pc][r]; }, [](uint32_t) {});
      if (reached_[pc] && !assigned) return "a register is read that may not be written";
    }
    return "";
  }

 private:
  using Registers = std::bitset<kRegisters>;

  void pass() {
    for (uint32_t pc = 0; pc < arity_.code_words; pc += instruction_words(code_ + pc)) {
      if (reached_[pc]) instruction(pc);
    }
    for (uint32_t i = 0; i < arity_.exception_count; ++i) exception_range(exceptions_ + 4 * i);
  }

  // Only what is assigned on all ways to `pc` is.
  void flow(int64_t to, const Registers& assigned) {
    auto pc = static_cast<size_t>(to);
    Registers state = reached_[pc] ? states_[pc] & assigned : assigned;
    if (reached_[pc] && state == states_[pc]) return;
    states_[pc] = state;
    reached_[pc] = true;
    changed_ = true;
  }

  // What is left of `state` when the instruction has begun to call.
  Registers without_window(uint32_t pc, Registers state) const {
    Op op = op_of(code_[pc]);
    if (is_call(op) || op == Op::kHostMember) {
      state &= ~(Registers().set() << a_of(code_[pc]));
    }
    return state;
  }

  void instruction(uint32_t pc) {
    const uint32_t* at = code_ + pc;
    Op op = op_of(*at);
    Registers state = without_window(pc, states_[pc]);
    for_each_register(at, [](uint32_t) {}, [&](uint32_t r) { state.set(r); });
    uint32_t after = pc + instruction_words(at);
    switch (info(op).extra) {
      case Extra::kJump:
        flow(int64_t{after} + static_cast<int32_t>(at[1]), state);
        if (op != Op::kJump && op != Op::kLoop) flow(after, state);
        break;
      case Extra::kTable:
        for (uint32_t i = 0; i <= at[1]; ++i) flow(int64_t{pc} + 3 + i + static_cast<int32_t>(at[2 + i]), state);
        break;
      default:
        if (op != Op::kReturn && op != Op::kThrow) flow(after, state);
    }
  }

  // `entry`: from, to, handler, register. An exception may leave from before an instruction's writes.
  void exception_range(const uint32_t* entry) {
    for (uint32_t pc = entry[0]; pc < entry[1]; pc += instruction_words(code_ + pc)) {
      if (!reached_[pc]) continue;
      Registers state = without_window(pc, states_[pc]);
      state.set(entry[3]);
      flow(entry[2], state);
    }
  }

  const ArityRecord& arity_;
  const uint32_t* code_;
  const uint32_t* exceptions_;
  std::vector<Registers> states_;  // before the instruction at a word, if that is reached
  std::vector<bool> reached_;
  bool changed_ = false;
};

}  // namespace

std::string assignment_fault(const ArityRecord& arity, const uint32_t* code) {
  return arity.registers <= 64 ? Assignment<64>(arity, code).fault() : Assignment<256>(arity, code).fault();
}

}  // namespace clj::bytecode
