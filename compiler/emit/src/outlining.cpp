// Code that would need too many registers, as a function of its own that is called where it stands.
#include <algorithm>

#include "clj/core/error.h"
#include "function_emitter.h"

namespace clj::emit {

using namespace analyze;

namespace {

struct Outline {
  const MethodEmitter* method;
  std::vector<const Local*> captures;
  std::vector<const Node*> targets;  // loops and methods inside the outlined code
  bool leaves = false;               // a recur to a loop outside
};

void add_capture(Outline& outline, const Local* local) {
  if (local == nullptr || !outline.method->knows(local)) return;
  if (std::find(outline.captures.begin(), outline.captures.end(), local) == outline.captures.end()) {
    outline.captures.push_back(local);
  }
}

void scan(const Node* node, Outline& outline) {
  check_stack();
  switch (node->kind) {
    case NodeKind::kLocalRef: add_capture(outline, as<LocalRefNode>(node).local); return;
    case NodeKind::kFieldRef: add_capture(outline, as<FieldRefNode>(node).instance); return;
    case NodeKind::kSetField: add_capture(outline, as<SetFieldNode>(node).instance); break;
    case NodeKind::kFn:
      for (const Local* captured : as<FnNode>(node).captures) add_capture(outline, captured);
      if (as<FnNode>(node).meta != nullptr) scan(as<FnNode>(node).meta, outline);
      return;  // a recur inside stays inside
    case NodeKind::kLoop: outline.targets.push_back(node); break;
    case NodeKind::kRecur: {
      const Node* target = as<RecurNode>(node).target;
      if (std::find(outline.targets.begin(), outline.targets.end(), target) == outline.targets.end()) {
        outline.leaves = true;
      }
      break;
    }
    default: break;
  }
  for_each_child(node, [](void* context, Node* child) { scan(child, *static_cast<Outline*>(context)); }, &outline);
}

}  // namespace

bool MethodEmitter::can_outline(const Node* node) {
  Outline outline{this, {}, {}, false};
  scan(node, outline);
  return !outline.leaves;
}

void MethodEmitter::outline(const Node* node, uint32_t reg) {
  Outline outline{this, {}, {}, false};
  scan(node, outline);
  FunctionEmitter inner(function_.unit_, function_.name_);
  Value proto = inner.compile_thunk(node, outline.captures, this);
  uint32_t window = allocate(1 + bytecode::kFrameHeaderWords);
  op_d(Op::kClosure, window, constant16(proto));
  word(static_cast<uint32_t>(outline.captures.size()));
  for (const Local* local : outline.captures) word(capture_word(local, false));
  note_position(node);
  op(Op::kCall, window, 0, reg);
}

}  // namespace clj::emit
