// Recursion unrolled: a small function's calls of itself are its body, to a few levels, and calls in the innermost copies only.
// So do compilers to machine code (HotSpot to one level: MaxRecursiveInlineLevel).
#include <algorithm>
#include <utility>

#include "clj/core/error.h"
#include "function_emitter.h"

namespace clj::emit {

using namespace analyze;

namespace {

constexpr int kMostLevels = 3;
constexpr uint32_t kMostCopied = 200;    // nodes of all copies
constexpr uint32_t kMostRegisters = 60;  // in use where a copy begins

struct BodySize {
  uint32_t nodes = 0;
  bool plain = true;  // made of nothing that has a place of its own in the function: a loop, a closure, a handler
};

void measure(const Node* node, BodySize& size) {
  ++size.nodes;
  switch (node->kind) {
    case NodeKind::kFn:
    case NodeKind::kLetfn:
    case NodeKind::kLoop:
    case NodeKind::kRecur:
    case NodeKind::kTry:
    case NodeKind::kDef: size.plain = false; break;
    case NodeKind::kLocalRef: size.plain = size.plain && !as<LocalRefNode>(node).last; break;
    default: break;
  }
  if (!size.plain || size.nodes > kMostCopied) return;
  for_each_child(node, [](void* context, Node* child) { measure(child, *static_cast<BodySize*>(context)); }, &size);
}

}  // namespace

uint32_t MethodEmitter::calls_of_self(const Node* node) const {
  check_stack();
  struct Count {
    const MethodEmitter* method;
    uint32_t calls;
  } count{this, node->kind == NodeKind::kInvoke && call_of_self(as<InvokeNode>(node)) != Op::kOpCount ? 1u : 0u};
  for_each_child(node, [](void* context, Node* child) {
    auto* counted = static_cast<Count*>(context);
    counted->calls += counted->method->calls_of_self(child);
  }, &count);
  return count.calls;
}

int MethodEmitter::unrolled_levels() const {
  if (!method_->result_tag.is_nil()) return 0;
  BodySize size;
  measure(method_->body, size);
  if (!size.plain) return 0;
  uint32_t calls = calls_of_self(method_->body), copies = calls, all = copies;
  int levels = 0;
  while (levels < kMostLevels && size.nodes * all <= kMostCopied) {
    ++levels;
    copies *= calls;
    all += copies;
  }
  return levels;
}

bool MethodEmitter::may_be_unrolled(const InvokeNode& node) {
  if (call_of_self(node) == Op::kOpCount) return false;
  if (most_levels_ < 0) most_levels_ = unrolled_levels();
  return level_ < most_levels_ && are_converted(node.args);
}

bool MethodEmitter::is_unrolled(const InvokeNode& node) { return top_ <= kMostRegisters && may_be_unrolled(node); }

void MethodEmitter::emit_unrolled(const InvokeNode& node, uint32_t reg, Dest dest) {
  std::vector<uint32_t> args;
  for (const Node* arg : node.args) args.push_back(operand(arg));  // no local here is rebound
  bool checked = call_of_self(node) == Op::kCallSelfVar;
  size_t instead = calls_instead_.size();
  if (checked) {
    op_d(Op::kJumpUnlessSelfVar, 0, constant16(function_.var_));
    CallInstead call{&node, args, top_, reg, dest.mode == Dest::kReturn, {}, {}};
    jump(call.start);
    max_ = std::max(max_, top_ + bytecode::kFrameHeaderWords + node.args.size);
    calls_instead_.push_back(std::move(call));
  }
  auto outside = registers_;
  auto kept = std::exchange(kept_reads_, {});
  for (uint32_t i = 0; i < args.size(); ++i) registers_[method_->params[i]] = args[i];
  ++level_;
  emit(method_->body, dest);
  --level_;
  registers_ = std::move(outside);
  kept_reads_ = std::move(kept);
  if (checked) bind(calls_instead_[instead].end);
}

// Behind the function's code, where they are in nobody's way.
void MethodEmitter::emit_calls_instead() {
  for (CallInstead& call : calls_instead_) {
    bind(call.start);
    uint32_t count = call.node->args.size, first = call.window + bytecode::kFrameHeaderWords;
    for (uint32_t i = 0; i < count; ++i) op(Op::kMove, first + i, call.args[i]);
    note_position(call.node);
    emit_call_of_var(function_.var_, call.window, count, call.reg);
    if (call.returns) {
      op(Op::kReturn, call.reg);
    } else {
      op(Op::kLoop);
      jump(call.end);
    }
  }
}

}  // namespace clj::emit
