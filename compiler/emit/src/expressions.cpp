// An expression by its kind; bindings, definitions, if.
#include "clj/core/error.h"
#include "clj/core/numbers.h"
#include "clj/core/roots.h"
#include "clj/core/var.h"
#include "function_emitter.h"

namespace clj::emit {

using namespace analyze;

uint32_t MethodEmitter::operand(const Node* node) {
  if (node->kind == NodeKind::kLocalRef) {
    return local_register(as<LocalRefNode>(node).local, as<LocalRefNode>(node).last);
  }
  if (uint32_t kept = kept_register(node); kept != UINT32_MAX) return kept;
  uint32_t reg = allocate();
  emit(node, Dest::value(reg));
  return reg;
}

namespace {
// Nesting above this many registers moves into a closure of its own.
constexpr uint32_t kOutlineAbove = 160;
}  // namespace

void MethodEmitter::emit(const Node* node, Dest dest) {
  check_stack();
  if (top_ > kOutlineAbove && node->kind != NodeKind::kConst && node->kind != NodeKind::kLocalRef &&
      node->kind != NodeKind::kVarRef && node->kind != NodeKind::kRecur && can_outline(node)) {
    Scope scope(*this);
    uint32_t reg = target(dest);
    outline(node, reg);
    finish(dest, reg);
    return;
  }
  emit_expression(node, dest);
}

void MethodEmitter::emit_expression(const Node* node, Dest dest) {
  Scope scope(*this);
  switch (node->kind) {
    case NodeKind::kConst: {
      if (dest.mode == Dest::kEffect) return;
      uint32_t reg = target(dest);
      load_constant(as<ConstNode>(node).value, reg);
      return finish(dest, reg);
    }
    case NodeKind::kLocalRef: return emit_local(as<LocalRefNode>(node), dest);
    case NodeKind::kVarRef: return emit_var(as<VarRefNode>(node), dest);
    case NodeKind::kTheVar: {
      uint32_t reg = target(dest);
      op_d(Op::kLoadConst, reg, constant16(as<TheVarNode>(node).var));
      return finish(dest, reg);
    }
    case NodeKind::kDo: {
      const NodeList& body = as<DoNode>(node).body;
      for (uint32_t i = 0; i + 1 < body.size; ++i) emit(body[i], Dest::effect());
      return emit(body[body.size - 1], dest);
    }
    case NodeKind::kDef: return emit_def(as<DefNode>(node), dest);
    case NodeKind::kIf: return emit_if(as<IfNode>(node), dest);
    case NodeKind::kLet: return emit_let(as<LetNode>(node), dest);
    case NodeKind::kLoop: return emit_loop(as<LoopNode>(node), dest);
    case NodeKind::kRecur: return emit_recur(as<RecurNode>(node));
    case NodeKind::kLetfn: return emit_letfn(as<LetfnNode>(node), dest);
    case NodeKind::kCase: return emit_case(as<CaseNode>(node), dest);
    case NodeKind::kTry: return emit_try(as<TryNode>(node), dest);
    case NodeKind::kInvoke: return emit_invoke(as<InvokeNode>(node), dest);
    case NodeKind::kFn: {
      uint32_t reg = target(dest);
      emit_fn(as<FnNode>(node), reg);
      return finish(dest, reg);
    }
    case NodeKind::kThrow: {
      uint32_t reg = operand(as<ThrowNode>(node).exception);
      note_position(node);
      op(Op::kThrow, reg);
      note_reason_of_nil(as<ThrowNode>(node).exception);
      return;
    }
    case NodeKind::kSetVar: {
      const auto& set = as<SetVarNode>(node);
      uint32_t reg = target(dest);
      emit(set.value, Dest::value(reg));
      note_position(node);
      op_d(Op::kSetVar, reg, constant16(set.var));
      return finish(dest, reg);
    }
    case NodeKind::kVector:
    case NodeKind::kMap:
    case NodeKind::kSet:
    case NodeKind::kWithMeta: {
      uint32_t reg = target(dest);
      emit_collection(node, reg);
      return finish(dest, reg);
    }
    default: {
      uint32_t reg = target(dest), kept = kept_register(node);
      if (kept == UINT32_MAX) emit_host(node, reg);
      else op(Op::kMove, reg, kept);
      return finish(dest, reg);
    }
  }
}

void MethodEmitter::emit_local(const LocalRefNode& node, Dest dest) {
  if (dest.mode == Dest::kEffect) return;
  auto found = registers_.find(node.local);
  if (found == registers_.end()) {
    uint32_t reg = target(dest);
    load_outer(node.local, node.last, reg);
    return finish(dest, reg);
  }
  if (dest.mode == Dest::kReturn) return finish(dest, found->second);
  if (found->second != dest.reg) op(Op::kMove, dest.reg, found->second);
}

void MethodEmitter::emit_var(const VarRefNode& node, Dest dest) {
  auto* var = cast<Var>(node.var);
  uint32_t reg = target(dest);
  note_position(&node);
  bool checked = reads_are_checked() && var->ns != roots.core_ns;
  op_d(checked || var->is_dynamic() ? Op::kGetDynamic : Op::kGetVar, reg, constant16(node.var));
  finish(dest, reg);
}

void MethodEmitter::emit_if(const IfNode& node, Dest dest) {
  Label otherwise, done;
  size_t kept = kept_reads_.size();
  if (const HostCallNode* read = shared_read(node)) {
    uint32_t reg = allocate();
    emit(read, Dest::value(reg));
    kept_reads_.push_back({read, reg});
  }
  branch(node.test, otherwise);
  for (auto& [loop, head] : heads_) {
    if (head->body != &node) continue;
    bind(head->then);
    head->otherwise = &otherwise;
  }
  emit(node.then, dest);
  if (dest.mode != Dest::kReturn) {
    op(Op::kJump);
    jump(done);
  }
  bind(otherwise);
  emit(node.otherwise, dest);
  bind(done);
  kept_reads_.resize(kept);
}

void MethodEmitter::emit_let(const LetNode& node, Dest dest) {
  for (uint32_t i = 0; i < node.locals.size; ++i) {
    const Node* init = node.inits[i];
    if (init->kind == NodeKind::kLocalRef) {  // another name for the same register
      const Local* source = as<LocalRefNode>(init).local;
      auto found = registers_.find(source);
      if (found != registers_.end() && !source->rebound) {
        registers_[node.locals[i]] = found->second;
        continue;
      }
    }
    uint32_t reg = allocate();
    emit(init, Dest::value(reg));
    registers_[node.locals[i]] = reg;
  }
  emit(node.body, dest);
}

void MethodEmitter::emit_def(const DefNode& node, Dest dest) {
  uint32_t var = constant16(node.var);
  {
    Scope scope(*this);
    auto emit_meta = [&] {
      uint32_t meta = allocate();
      emit(node.meta, Dest::value(meta));
      note_position(&node);
      op_d(Op::kSetVarMeta, meta, var);
    };
    if (node.meta != nullptr && node.inner) emit_meta();
    if (node.init != nullptr) {
      uint32_t init = allocate();
      bool function = node.init->kind == NodeKind::kFn && as<FnNode>(node.init).meta == nullptr;
      if (function) emit_closure(as<FnNode>(node.init), init, nullptr, 0, node.var);
      else emit(node.init, Dest::value(init));
      note_position(&node);
      op_d(Op::kDefineVar, init, var);
    }
    // Metadata of a top-level form sees the var's new value.
    if (node.meta != nullptr && !node.inner) emit_meta();
    if (node.make_static != nullptr) emit(node.make_static, Dest::effect());
  }
  if (dest.mode == Dest::kEffect) return;
  uint32_t reg = target(dest);
  op_d(Op::kLoadConst, reg, var);
  finish(dest, reg);
}

}  // namespace clj::emit
