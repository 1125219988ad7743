// try, catch, finally.
//
//   body                      covered by the catches, or by the finally copy when there are none
//   finally (copy), jump done
//   handler: a test per catch, catch body covered by the finally copy, finally, jump done
//   no catch matched: finally, throw again
//   finally handler: finally, throw again
//
// Tables list inner tries first, so the first entry that covers an address is the right one.
#include "function_emitter.h"

namespace clj::emit {

using namespace analyze;

void MethodEmitter::emit_try(const TryNode& node, Dest dest) {
  uint32_t result = target(dest);
  Dest value = Dest::value(result);
  Label done;
  struct Range {
    uint32_t from, to;
  };
  std::vector<Range> guarded_by_finally;
  auto here = [&] { return static_cast<uint32_t>(words_.size()); };
  auto emit_finally = [&] {
    if (node.finally != nullptr) emit(node.finally, Dest::effect());
    };

  Range body{here(), 0};
  emit(node.body, value);
  body.to = here();
  emit_finally();
  op(Op::kJump);
  jump(done);

  if (node.catches.size == 0) {
    guarded_by_finally.push_back(body);
  } else {
    Scope scope(*this);
    uint32_t exception = allocate();
    exceptions_.push_back({body.from, body.to, here(), exception});
    for (Node* clause : node.catches) {
      const auto& c = as<CatchNode>(clause);
      Label next;
      op_d(Op::kJumpUnlessInstance, exception, constant16(c.cls));
      jump(next);
      registers_[c.local] = exception;
      Range range{here(), 0};
      emit(c.body, value);
      range.to = here();
      guarded_by_finally.push_back(range);
      emit_finally();
      op(Op::kJump);
      jump(done);
      bind(next);
    }
    emit_finally();
    op(Op::kThrow, exception);
  }
  if (node.finally != nullptr) {
    Scope scope(*this);
    uint32_t exception = allocate();
    for (Range range : guarded_by_finally) {
      if (range.from != range.to) exceptions_.push_back({range.from, range.to, here(), exception});
    }
    emit_finally();
    op(Op::kThrow, exception);
  }
  bind(done);
  finish(dest, result);
}

}  // namespace clj::emit
