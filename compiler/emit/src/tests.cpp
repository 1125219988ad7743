// Conditions: code that falls through when an expression is truthy and jumps when it is not,
// without making a boolean where an instruction compares and branches.
#include <cstring>

#include "clj/core/numbers.h"
#include "function_emitter.h"
#include "intrinsics.h"

namespace clj::emit {

using namespace analyze;

// How a comparison of two arguments becomes a jump. `swapped` exchanges the registers; the
// Imm forms compare with a constant second argument. Op::kOpCount: there is none.
struct Test {
  const char* name;
  Op jump_unless;
  bool swapped;
  Op jump_unless_imm;
};

namespace {

const Local* local_of(const Node* node) {
  return node->kind == NodeKind::kLocalRef ? as<LocalRefNode>(node).local : nullptr;
}

bool small_number(const Node* node, int32_t& number) {
  if (node->kind != NodeKind::kConst) return false;
  Value value = as<ConstNode>(node).value;
  if (!value.is_inline_long()) return false;
  int64_t n = value.as_inline_long();
  if (n < INT16_MIN || n > INT16_MAX) return false;
  number = static_cast<int32_t>(n);
  return true;
}

constexpr size_t kEqualTest = 4;
constexpr Test kTests[] = {
    {"<", Op::kJumpUnlessLess, false, Op::kJumpUnlessLessImm},
    {"<=", Op::kJumpUnlessLessEqual, false, Op::kJumpUnlessLessEqualImm},
    {">", Op::kJumpUnlessLess, true, Op::kJumpUnlessGreaterImm},
    {">=", Op::kJumpUnlessLessEqual, true, Op::kJumpUnlessGreaterEqualImm},
    {"=", Op::kJumpUnlessEqual, false, Op::kJumpUnlessEqualImm},
    {"==", Op::kJumpUnlessNumEqual, false, Op::kJumpUnlessNumEqualImm},
    {"identical?", Op::kJumpUnlessIdentical, false, Op::kOpCount},
};
// Tests of one number; those that compare do so with zero.
struct NumberTest {
  const char* name;
  Op op;
};
constexpr NumberTest kNumberTests[] = {{"zero?", Op::kJumpUnlessNumEqualImm},
                                       {"pos?", Op::kJumpUnlessGreaterImm},
                                       {"neg?", Op::kJumpUnlessLessImm},
                                       {"even?", Op::kJumpUnlessEven},
                                       {"odd?", Op::kJumpUnlessOdd}};

}  // namespace

// Falls through when the comparison of the two arguments holds.
void MethodEmitter::emit_comparison(const InvokeNode& node, const Test& test, Label& if_false) {
  uint32_t first = operand(node.args[0]);
  int32_t number;
  if (test.jump_unless_imm != Op::kOpCount && small_number(node.args[1], number)) {
    note_position(&node);
    op_d(test.jump_unless_imm, first, static_cast<uint32_t>(number));
  } else {
    uint32_t second = operand(node.args[1]);
    note_position(&node);
    op(test.jump_unless, test.swapped ? second : first, test.swapped ? first : second);
  }
  jump(if_false);
}

bool MethodEmitter::branch_intrinsic(const InvokeNode& node, Label& if_false) {
  const char* name = core_function_name(node.fn);
  if (name == nullptr) return false;
  if (node.args.size == 1) {
    if (std::strcmp(name, "nil?") == 0 || std::strcmp(name, "some?") == 0) {
      uint32_t reg = operand(node.args[0]);
      op(name[0] == 'n' ? Op::kJumpIfNotNil : Op::kJumpIfNil, reg);
      jump(if_false);
      return true;
    }
    if (std::strcmp(name, "not") == 0) {
      Label truthy;
      branch(node.args[0], truthy);
      op(Op::kJump);
      jump(if_false);
      bind(truthy);
      return true;
    }
    for (const NumberTest& test : kNumberTests) {
      if (std::strcmp(name, test.name) != 0) continue;
      uint32_t reg = operand(node.args[0]);
      note_position(&node);
      op_d(test.op, reg, 0);
      jump(if_false);
      return true;
    }
    return false;
  }
  if (node.args.size != 2) return false;
  if (std::strcmp(name, "not=") == 0) {
    Label different;
    emit_comparison(node, kTests[kEqualTest], different);
    op(Op::kJump);
    jump(if_false);
    bind(different);
    return true;
  }
  for (const Test& test : kTests) {
    if (std::strcmp(name, test.name) != 0) continue;
    emit_comparison(node, test, if_false);
    return true;
  }
  return false;
}

void MethodEmitter::emit_test(const InvokeNode& node, uint32_t reg) {
  Label no, done;
  branch_intrinsic(node, no);
  op(Op::kLoadTrue, reg);
  op(Op::kJump);
  jump(done);
  bind(no);
  op(Op::kLoadFalse, reg);
  bind(done);
}

void MethodEmitter::branch(const Node* test, Label& if_false) {
  Scope scope(*this);
  if (test->kind == NodeKind::kConst) {
    if (as<ConstNode>(test).value.truthy()) return;
    op(Op::kJump);
    return jump(if_false);
  }
  if (test->kind == NodeKind::kInvoke && branch_intrinsic(as<InvokeNode>(test), if_false)) return;
  if (test->kind == NodeKind::kLet && as<LetNode>(test).locals.size == 1 &&
      as<LetNode>(test).body->kind == NodeKind::kIf) {
    // What `and` and `or` expand to.
    const auto& let = as<LetNode>(test);
    const auto& choice = as<IfNode>(let.body);
    const Local* local = let.locals[0];
    if (local_of(choice.test) == local && !local->captured) {
      if (local_of(choice.otherwise) == local && local_of(choice.then) != local) {
        branch(let.inits[0], if_false);
        return branch(choice.then, if_false);
      }
      if (local_of(choice.then) == local) {
        Label second, truthy;
        branch(let.inits[0], second);
        op(Op::kJump);
        jump(truthy);
        bind(second);
        branch(choice.otherwise, if_false);
        bind(truthy);
        return;
      }
    }
  }
  uint32_t reg = operand(test);
  op(Op::kJumpIfNot, reg);
  jump(if_false);
}

}  // namespace clj::emit
