// loop and recur.
#include "function_emitter.h"

namespace clj::emit {

using namespace analyze;

void MethodEmitter::emit_loop(const LoopNode& node, Dest dest) {
  for (uint32_t i = 0; i < node.locals.size; ++i) {
    uint32_t reg = allocate();
    emit(node.inits[i], Dest::value(reg));
    registers_[node.locals[i]] = reg;
  }
  LoopHead head(node.body);
  bind(head.start);
  heads_[&node] = &head;
  emit(node.body, dest);
  heads_.erase(&node);
}

namespace {

bool mentions(const Node* node, const Local* local) {
  struct Search {
    const Local* local;
    bool found;
  } search{local, false};
  auto visit = [](void* context, Node* child) {
    auto* s = static_cast<Search*>(context);
    s->found = s->found || mentions(child, s->local);
  };
  switch (node->kind) {
    case NodeKind::kLocalRef: return as<LocalRefNode>(node).local == local;
    case NodeKind::kFieldRef: return as<FieldRefNode>(node).instance == local;
    case NodeKind::kSetField:
      if (as<SetFieldNode>(node).instance == local) return true;
      break;
    case NodeKind::kFn:
      for (const Local* captured : as<FnNode>(node).captures) {
        if (captured == local) return true;
      }
      return false;
    default: break;
  }
  for_each_child(node, visit, &search);
  return search.found;
}

}  // namespace

// All arguments are evaluated before any local changes. An argument goes straight to its
// local's register when nothing after it reads that local.
void MethodEmitter::emit_recur(const RecurNode& node) {
  std::vector<std::pair<uint32_t, uint32_t>> moves;  // (local, temporary)
  for (uint32_t i = 0; i < node.args.size; ++i) {
    uint32_t home = registers_.at(node.locals[i]);
    const Node* arg = node.args[i];
    if (arg->kind == NodeKind::kLocalRef && as<LocalRefNode>(arg).local == node.locals[i]) continue;
    bool direct = true;
    for (uint32_t j = i; j < node.args.size && direct; ++j) {
      // Its own reading is safe only where the instruction reads before it writes: one call or operation.
      if (j == i && arg->kind == NodeKind::kInvoke) continue;
      direct = !mentions(node.args[j], node.locals[i]);
    }
    if (direct) {
      emit(arg, Dest::value(home));
    } else {
      uint32_t reg = allocate();
      emit(arg, Dest::value(reg));
      moves.emplace_back(home, reg);
    }
  }
  for (auto [home, reg] : moves) op(Op::kMove, home, reg);
  LoopHead& head = *heads_.at(node.target);
  if (head.otherwise != nullptr && emit_loop_test(as<IfNode>(head.body).test, head)) return;
  note_position(&node);
  op(Op::kLoop);
  jump(head.start);
}

}  // namespace clj::emit
