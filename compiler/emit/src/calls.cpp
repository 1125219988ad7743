// Calls: windows, keyword lookups, very wide calls.
#include <algorithm>

#include "clj/core/numbers.h"
#include "clj/core/var.h"
#include "constant_nodes.h"
#include "function_emitter.h"
#include "intrinsics.h"

namespace clj::emit {

using namespace analyze;

namespace {

constexpr uint32_t kMaxArguments = 60;  // wider calls go through apply

}  // namespace

void MethodEmitter::emit_keyword_get(const InvokeNode& node, const Node* keyword, const Node* map, uint32_t reg) {
  uint32_t from = operand(map);
  note_position(&node);
  op(Op::kGetKeyword, reg, from);
  word(cached_constants(Op::kGetKeyword, 0, {as<ConstNode>(keyword).value}));
}

// (:key map default): a call of get.
void MethodEmitter::emit_keyword_get_or(const InvokeNode& node, uint32_t reg) {
  uint32_t window = allocate(bytecode::kFrameHeaderWords);
  uint32_t map = allocate(), key = allocate(), otherwise = allocate();
  emit(node.args[0], Dest::value(map));
  load_constant(as<ConstNode>(node.fn).value, key);
  emit(node.args[1], Dest::value(otherwise));
  note_position(&node);
  emit_call_of_var(intern_var("clojure.core", "get"), window, 3, reg);
}

void MethodEmitter::emit_invoke(const InvokeNode& node, Dest dest) {
  uint32_t reg = target(dest);
  if (const Intrinsic* row = find_intrinsic(node)) {
    emit_intrinsic(node, *row, reg, dest.mode != Dest::kEffect);
    return finish(dest, reg);
  }
  if (is_keyword_constant(node.fn) && node.args.size == 1) {
    emit_keyword_get(node, node.fn, node.args[0], reg);
    return finish(dest, reg);
  }
  if (is_keyword_constant(node.fn) && node.args.size == 2) {
    emit_keyword_get_or(node, reg);
    return finish(dest, reg);
  }
  if (node.args.size > kMaxArguments) {
    emit_wide_call(node, reg);
    return finish(dest, reg);
  }
  if (is_unrolled(node)) return emit_unrolled(node, reg, dest);
  bool through_var = node.fn->kind == NodeKind::kVarRef && !cast<Var>(as<VarRefNode>(node.fn).var)->is_dynamic();
  uint32_t window = allocate(1 + bytecode::kFrameHeaderWords);
  --top_;  // the header's words end where the arguments begin
  Op self_call = call_of_self(node);
  if (!through_var && self_call == Op::kOpCount) emit(node.fn, Dest::value(window));
  top_ = window + bytecode::kFrameHeaderWords;
  for (uint32_t i = 0; i < node.args.size; ++i) {
    const Node* arg = node.args[i];
    uint32_t slot = allocate();
    if (i == 0 && (through_var || self_call != Op::kOpCount) && arg->kind == NodeKind::kInvoke && !may_be_unrolled(as<InvokeNode>(arg))) {
      // Its own window may start where this one does: nothing is in it yet, and a call writes
      // its result register last. Not so a body in a call's place.
      top_ = window;
      emit(arg, Dest::value(slot));
      top_ = slot + 1;
      max_ = std::max(max_, top_);
    } else {
      emit(arg, Dest::value(slot));
    }
  }
  note_position(&node);
  if (self_call != Op::kOpCount) {
    emit_call_of_self(node, self_call, window, reg);
  } else if (through_var) {
    emit_call_of_var(as<VarRefNode>(node.fn).var, window, node.args.size, reg);
  } else {
    op(Op::kCall, window, node.args.size, reg);
    note_reason_of_nil(node.fn);
  }
  finish(dest, reg);
}

// The arguments are in the window. A root of any kind works with all of the instructions: they
// differ in what they cache.
void MethodEmitter::emit_call_of_var(Value var, uint32_t window, uint32_t count, uint32_t reg) {
  Value root = cast<Var>(var)->root.load();
  Op call = is_kind(root, Kind::kNativeFn)                    ? Op::kCallNative
            : is_kind(root, Kind::kProtocolFn) && count > 0   ? Op::kCallProtocol
                                                              : Op::kCallVar;
  op(call, window, count);
  word(cached_constants(call, count, {var}) | reg << 24);
}

Op MethodEmitter::call_of_self(const InvokeNode& node) const {
  if (method_ == nullptr || method_->variadic || method_->params.size != node.args.size) return Op::kOpCount;
  const Node* fn = node.fn;
  if (fn->kind == NodeKind::kLocalRef && as<LocalRefNode>(fn).local == function_.self_) return Op::kCallSelf;
  if (fn->kind != NodeKind::kVarRef || function_.var_.is_nil()) return Op::kOpCount;
  bool own = as<VarRefNode>(fn).var == function_.var_ && !cast<Var>(function_.var_)->is_dynamic();
  return own ? Op::kCallSelfVar : Op::kOpCount;
}

bool MethodEmitter::is_converted(const Node* argument, const Local* param) const {
  switch (primitive_of_tag(param->tag)) {
    case Primitive::kLong: return is_primitive_long(argument);
    case Primitive::kDouble: return is_primitive_double(argument);
    default: return true;
  }
}

bool MethodEmitter::are_converted(const NodeList& args) const {
  for (uint32_t i = 0; method_->primitive && i < args.size; ++i) {
    if (!is_converted(args[i], method_->params[i])) return false;
  }
  return true;
}

// Behind the conversions of parameters to primitives, when all such arguments are what they convert to.
void MethodEmitter::emit_call_of_self(const InvokeNode& node, Op call, uint32_t window, uint32_t reg) {
  uint32_t start = are_converted(node.args) ? heads_.at(method_)->start.position : 0, var = 0;
  auto back = static_cast<uint32_t>(words_.size()) + 2 - start;
  bool fits = back <= bytecode::kMaxCallBack && (call == Op::kCallSelf || small_constant(function_.var_, var));
  if (!fits && call == Op::kCallSelfVar) return emit_call_of_var(function_.var_, window, node.args.size, reg);
  if (!fits) {
    op(Op::kGetSelf, window);
    return op(Op::kCall, window, node.args.size, reg);
  }
  op(call, window, node.args.size, var);
  word(back | reg << 24);
}

// (f a b c …) with many arguments: (apply f [a b c …]).
void MethodEmitter::emit_wide_call(const InvokeNode& node, uint32_t reg) {
  uint32_t window = allocate(bytecode::kFrameHeaderWords);
  uint32_t fn = allocate(), args = allocate();
  emit(node.fn, Dest::value(fn));
  VectorNode vector{};
  vector.kind = NodeKind::kVector;
  vector.line = node.line;
  vector.column = node.column;
  vector.items = node.args;
  emit_collection(&vector, args);
  note_position(&node);
  emit_call_of_var(intern_var("clojure.core", "apply"), window, 2, reg);
}

}  // namespace clj::emit
