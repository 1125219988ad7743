// What the emission of every expression needs: registers, instructions and jumps, constants, positions, locals.
#include <algorithm>

#include "clj/analyze/analyze.h"
#include "clj/core/error.h"
#include "clj/core/text.h"
#include "function_emitter.h"

namespace clj::emit {

using namespace analyze;

uint32_t MethodEmitter::allocate(uint32_t count) {
  uint32_t first = top_;
  top_ += count;
  if (top_ > max_) max_ = top_;
  if (top_ > bytecode::kMaxRegisters) {
    throw_error(Error::kIllegalState, "This function needs more than 250 registers: split it into smaller functions.");
  }
  return first;
}

void MethodEmitter::finish(Dest dest, uint32_t reg) {
  if (dest.mode == Dest::kReturn) op(Op::kReturn, reg);
}

void MethodEmitter::jump(Label& label) {
  label.uses.push_back(static_cast<uint32_t>(words_.size()));
  auto here = static_cast<uint32_t>(words_.size());
  word(label.position == UINT32_MAX ? 0 : label.position - (here + 1));
}

void MethodEmitter::bind(Label& label) {
  label.position = static_cast<uint32_t>(words_.size());
  for (uint32_t use : label.uses) words_[use] = label.position - (use + 1);
}

void MethodEmitter::note_position(const Node* node) {
  if (node->line == 0) return;
  auto pc = static_cast<uint32_t>(words_.size());
  auto last = std::find_if(lines_.rbegin(), lines_.rend(), [](const exec::LineEntry& entry) { return entry.line != 0; });
  if (last != lines_.rend() && last->line == node->line && last->column == node->column) return;
  if (!lines_.empty() && lines_.back().pc == pc) lines_.pop_back();
  lines_.push_back({pc, node->line, node->column});
}

void MethodEmitter::note_reason_of_nil(const Node* called) {
  std::string reason = analyze::hints_enabled ? analyze::reason_of_nil(called) : "";
  if (reason.empty()) return;
  auto [found, added] = function_.reason_index_.try_emplace(reason);
  if (added) {
    found->second = static_cast<uint32_t>(function_.reasons_.size());
    function_.reasons_.push_back(make_string(reason));
  }
  lines_.push_back({static_cast<uint32_t>(words_.size()) - 1, 0, found->second});
}

uint32_t MethodEmitter::constant(Value value) {
  auto [found, added] =
      function_.constant_index_.try_emplace(value.bits(), static_cast<uint32_t>(function_.constants_.size()));
  if (added) function_.constants_.push_back(value);
  return found->second;
}

uint32_t MethodEmitter::constant16(Value value) {
  uint32_t index = constant(value);
  if (index > 0xFFFF) {
    throw_error(Error::kIllegalState, "This function has more than 65536 constants: split it into smaller functions.");
  }
  return index;
}

uint32_t MethodEmitter::cached_constants(Op op, uint32_t count, std::initializer_list<Value> values) {
  uint32_t cache = bytecode::cache_constants(op);
  std::vector<uint64_t> key{static_cast<uint64_t>(op), count};
  for (Value value : values) key.push_back(value.bits());
  auto [found, added] =
      function_.cached_constants_index_.try_emplace(key, static_cast<uint32_t>(function_.constants_.size()));
  if (added) {
    for (Value value : values) function_.constants_.push_back(value);
    for (size_t i = values.size(); i < 1 + cache; ++i) function_.constants_.push_back(Value::nil());
  }
  return found->second;
}

void MethodEmitter::load_constant(Value value, uint32_t reg) {
  if (value.is_nil()) op(Op::kLoadNil, reg);
  else if (value.is_true()) op(Op::kLoadTrue, reg);
  else if (value.is_false()) op(Op::kLoadFalse, reg);
  else if (value.is_inline_long() && value.as_inline_long() >= INT16_MIN && value.as_inline_long() <= INT16_MAX)
    op_d(Op::kLoadInt, reg, static_cast<uint32_t>(value.as_inline_long()));
  else op_d(Op::kLoadConst, reg, constant16(value));
}

bool MethodEmitter::knows(const Local* local) const {
  if (registers_.count(local) != 0 || local == function_.self_) return true;
  for (const Local* captured : function_.captures_) {
    if (captured == local) return true;
  }
  return false;
}

uint32_t MethodEmitter::local_register(const Local* local, bool last) {
  auto found = registers_.find(local);
  if (found != registers_.end()) return found->second;
  uint32_t reg = allocate();
  load_outer(local, last, reg);
  return reg;
}

void MethodEmitter::load_outer(const Local* local, bool last, uint32_t reg) {
  if (local == function_.self_) return op(Op::kGetSelf, reg);
  for (size_t i = 0; i < function_.captures_.size(); ++i) {
    if (function_.captures_[i] == local) {
      return op_d(last ? Op::kTakeCapture : Op::kGetCapture, reg, static_cast<uint32_t>(i));
    }
  }
  throw_error(Error::kIllegalState, "internal: the emitter met a local that no scope binds");
}

uint32_t MethodEmitter::capture_word(const Local* local, bool taken) {
  auto found = registers_.find(local);
  if (found != registers_.end()) return bytecode::encode_capture(bytecode::CaptureSource::kRegister, found->second);
  if (local == function_.self_) return bytecode::encode_capture(bytecode::CaptureSource::kSelf, 0);
  for (size_t i = 0; i < function_.captures_.size(); ++i) {
    if (function_.captures_[i] == local) {
      auto source = taken ? bytecode::CaptureSource::kTakenCapture : bytecode::CaptureSource::kCapture;
      return bytecode::encode_capture(source, static_cast<uint32_t>(i));
    }
  }
  throw_error(Error::kIllegalState, "internal: the emitter met a captured local that no scope binds");
}

}  // namespace clj::emit
