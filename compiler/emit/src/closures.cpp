// fn and letfn.
#include <algorithm>

#include "function_emitter.h"

namespace clj::emit {

using namespace analyze;

void MethodEmitter::emit_fn(const FnNode& node, uint32_t reg) {
  if (node.meta == nullptr) return emit_closure(node, reg, nullptr, 0);
  uint32_t fn = allocate(), meta = allocate();
  emit_closure(node, fn, nullptr, 0);
  emit(node.meta, Dest::value(meta));
  op(Op::kWithMeta, reg, fn, meta);
}

// In a letfn `group`, captures of functions that do not exist yet are filled in afterwards.
void MethodEmitter::emit_closure(const FnNode& node, uint32_t reg, const LetfnNode* group, uint32_t group_index, Value var) {
  FunctionEmitter inner(function_.unit_, node.name);
  Value proto = inner.compile_fn(node, this, var);
  op_d(Op::kClosure, reg, constant16(proto));
  word(node.captures.size);
  for (const Local* captured : node.captures) {
    bool pending = false;
    for (uint32_t j = group_index; group != nullptr && j < group->locals.size; ++j) {
      pending = pending || group->locals[j] == captured;
    }
    bool taken = std::find(node.taken.begin(), node.taken.end(), captured) != node.taken.end();
    word(pending ? bytecode::encode_capture(bytecode::CaptureSource::kNone, 0) : capture_word(captured, taken));
  }
}

void MethodEmitter::emit_letfn(const LetfnNode& node, Dest dest) {
  for (Local* local : node.locals) registers_[local] = allocate();
  for (uint32_t i = 0; i < node.inits.size; ++i) {
    emit_closure(as<FnNode>(node.inits[i]), registers_.at(node.locals[i]), &node, i);
  }
  for (uint32_t i = 0; i < node.inits.size; ++i) {
    const auto& fn = as<FnNode>(node.inits[i]);
    for (uint32_t c = 0; c < fn.captures.size; ++c) {
      for (uint32_t j = i; j < node.locals.size; ++j) {
        if (fn.captures[c] == node.locals[j]) {
          op(Op::kSetCapture, registers_.at(node.locals[i]), c, registers_.at(node.locals[j]));
        }
      }
    }
  }
  emit(node.body, dest);
}

}  // namespace clj::emit
