// Conditions: code that falls through when an expression is truthy and jumps when it is not,
// without making a boolean where an instruction compares and branches.
#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "constant_nodes.h"
#include "function_emitter.h"
#include "intrinsics.h"

namespace clj::emit {

using namespace analyze;

// How a comparison of two arguments becomes a jump. `swapped` exchanges the registers; the
// Imm and Const forms compare with a constant second argument. `mirrored` is the row of the
// comparison with its arguments exchanged. Op::kOpCount: there is none.
struct Test {
  std::string_view name;
  Op jump_unless;
  bool swapped;
  Op jump_unless_imm, jump_unless_const;
  Op loop_if, loop_if_imm, loop_if_const;
  uint8_t mirrored;
};

namespace {

const Local* local_of(const Node* node) {
  return node->kind == NodeKind::kLocalRef ? as<LocalRefNode>(node).local : nullptr;
}

bool small_number(const Node* node, int32_t& number) {
  Value value = constant_of(node);
  if (!value.is_inline_long()) return false;
  int64_t n = value.as_inline_long();
  if (n < INT16_MIN || n > INT16_MAX) return false;
  number = static_cast<int32_t>(n);
  return true;
}

constexpr size_t kEqualTest = 4;
constexpr Test kTests[] = {
    {"<", Op::kJumpUnlessLess, false, Op::kJumpUnlessLessImm, Op::kJumpUnlessLessConst,
     Op::kLoopIfLess, Op::kLoopIfLessImm, Op::kLoopIfLessConst, 2},
    {"<=", Op::kJumpUnlessLessEqual, false, Op::kJumpUnlessLessEqualImm, Op::kJumpUnlessLessEqualConst,
     Op::kLoopIfLessEqual, Op::kLoopIfLessEqualImm, Op::kLoopIfLessEqualConst, 3},
    {">", Op::kJumpUnlessLess, true, Op::kJumpUnlessGreaterImm, Op::kJumpUnlessGreaterConst,
     Op::kLoopIfLess, Op::kLoopIfGreaterImm, Op::kLoopIfGreaterConst, 0},
    {">=", Op::kJumpUnlessLessEqual, true, Op::kJumpUnlessGreaterEqualImm, Op::kJumpUnlessGreaterEqualConst,
     Op::kLoopIfLessEqual, Op::kLoopIfGreaterEqualImm, Op::kLoopIfGreaterEqualConst, 1},
    {"=", Op::kJumpUnlessEqual, false, Op::kJumpUnlessEqualImm, Op::kJumpUnlessEqualConst,
     Op::kOpCount, Op::kOpCount, Op::kOpCount, 4},
    {"==", Op::kJumpUnlessNumEqual, false, Op::kJumpUnlessNumEqualImm, Op::kJumpUnlessNumEqualConst,
     Op::kOpCount, Op::kOpCount, Op::kOpCount, 5},
    {"identical?", Op::kJumpUnlessIdentical, false, Op::kOpCount, Op::kJumpUnlessIdenticalConst,
     Op::kOpCount, Op::kOpCount, Op::kOpCount, 6},
};
// Tests of one number; those that compare do so with zero.
struct NumberTest {
  std::string_view name;
  Op op, loop_if;
};
constexpr NumberTest kNumberTests[] = {{"zero?", Op::kJumpUnlessNumEqualImm, Op::kOpCount},
                                       {"pos?", Op::kJumpUnlessGreaterImm, Op::kLoopIfGreaterImm},
                                       {"neg?", Op::kJumpUnlessLessImm, Op::kLoopIfLessImm},
                                       {"even?", Op::kJumpUnlessEven, Op::kOpCount},
                                       {"odd?", Op::kJumpUnlessOdd, Op::kOpCount}};

// Constants whose equality is decided by what they are: not collections, which may be compared with
// what programs define.
bool is_plain_constant(const Node* node) {
  if (node->kind != NodeKind::kConst) return false;
  Value value = as<ConstNode>(node).value;
  return is_number(value) || value.is_nil() || value.is_boolean() || value.is_character() || is_keyword(value) || is_string(value);
}

// Null: there is none.
const Test* find_test(std::string_view name) {
  auto row = std::ranges::find(kTests, name, &Test::name);
  return row == std::end(kTests) ? nullptr : row;
}

const NumberTest* find_number_test(std::string_view name) {
  auto row = std::ranges::find(kNumberTests, name, &NumberTest::name);
  return row == std::end(kNumberTests) ? nullptr : row;
}

}  // namespace

bool MethodEmitter::stays(const Node* arg) const {
  const Local* local = local_of(arg);
  if (local == nullptr) return arg->kind == NodeKind::kConst;
  return !as<LocalRefNode>(arg).last || registers_.count(local) != 0;
}

// (< a b c) is (and (< a b) (< b c)) once all three are evaluated: those that do not stay where they are become locals.
void MethodEmitter::emit_comparisons(const InvokeNode& node, const Test& test, Label& if_false) {
  constexpr size_t kArgs = 3;
  Local locals[kArgs]{};
  LocalRefNode refs[kArgs]{};
  Node* args[kArgs];
  for (size_t i = 0; i < kArgs; ++i) {
    args[i] = node.args[i];
    if (stays(args[i])) continue;
    registers_[&locals[i]] = operand(args[i]);
    refs[i].kind = NodeKind::kLocalRef;
    refs[i].local = &locals[i];
    args[i] = &refs[i];
  }
  InvokeNode pair = node;
  for (size_t i = 0; i + 1 < kArgs; ++i) {
    pair.args = NodeList{args + i, 2};
    emit_comparison(pair, test, if_false);
  }
  for (const Local& local : locals) registers_.erase(&local);
}

// Falls through when the comparison of the two arguments holds.
void MethodEmitter::emit_comparison(const InvokeNode& node, const Test& test, Label& if_false) {
  const Node *left = node.args[0], *right = node.args[1];
  const Test* row = &test;
  // nil is equal to nil alone, whatever the other's `equiv` would say. What compares numbers names the first that is none.
  bool takes_all = test.jump_unless == Op::kJumpUnlessEqual || test.jump_unless == Op::kJumpUnlessIdentical;
  bool may_swap = takes_all ? is_plain_constant(left) && !as<ConstNode>(left).value.is_nil() : is_number_constant(left);
  if (may_swap && !is_plain_constant(right)) {
    std::swap(left, right);
    row = &kTests[test.mirrored];
  }
  uint32_t first = operand(left);
  int32_t number;
  if (row->jump_unless_imm != Op::kOpCount && small_number(right, number)) {
    note_position(&node);
    op_d(row->jump_unless_imm, first, static_cast<uint32_t>(number));
  } else if (is_plain_constant(right)) {
    note_position(&node);
    op_d(row->jump_unless_const, first, constant16(as<ConstNode>(right).value));
  } else {
    uint32_t second = operand(right);
    note_position(&node);
    op(row->jump_unless, row->swapped ? second : first, row->swapped ? first : second);
  }
  jump(if_false);
}

// Of locals in registers and numbers only: the test is made with the new values of the locals.
bool MethodEmitter::emit_loop_test(const Node* test, LoopHead& head) {
  if (test->kind != NodeKind::kInvoke) return false;
  const auto& node = as<InvokeNode>(test);
  const Intrinsic* intrinsic = find_intrinsic(node);
  if (intrinsic == nullptr || !(node.args.size == 1 ? emit_loop_test_of_number(node, *intrinsic) : emit_loop_comparison(node, *intrinsic))) return false;
  jump(head.then);
  op(head.otherwise->position == UINT32_MAX ? Op::kJump : Op::kLoop);
  jump(*head.otherwise);
  return true;
}

uint32_t MethodEmitter::home(const Node* operand) const {
  const Local* local = local_of(operand);
  auto found = local == nullptr ? registers_.end() : registers_.find(local);
  return found == registers_.end() ? UINT32_MAX : found->second;
}

bool MethodEmitter::emit_loop_test_of_number(const InvokeNode& node, const Intrinsic& intrinsic) {
  const NumberTest* row = find_number_test(intrinsic.name);
  uint32_t reg = home(node.args[0]);
  if (row == nullptr || row->loop_if == Op::kOpCount || reg == UINT32_MAX) return false;
  note_position(&node);
  op_d(row->loop_if, reg, 0);
  return true;
}

bool MethodEmitter::emit_loop_comparison(const InvokeNode& node, const Intrinsic& intrinsic) {
  const Test* row = find_test(intrinsic.name);
  if (node.args.size != 2 || row == nullptr || row->loop_if == Op::kOpCount) return false;
  const Node *left = node.args[0], *right = node.args[1];
  if (is_number_constant(left)) {
    row = &kTests[row->mirrored];
    std::swap(left, right);
  }
  uint32_t first = home(left), second = home(right);
  int32_t number;
  if (first == UINT32_MAX || (second == UINT32_MAX && !is_number_constant(right))) return false;
  note_position(&node);
  if (small_number(right, number)) op_d(row->loop_if_imm, first, static_cast<uint32_t>(number));
  else if (second == UINT32_MAX) op_d(row->loop_if_const, first, constant16(as<ConstNode>(right).value));
  else op(row->loop_if, row->swapped ? second : first, row->swapped ? first : second);
  return true;
}

bool MethodEmitter::branch_intrinsic(const InvokeNode& node, const Intrinsic& intrinsic, Label& if_false) {
  if (node.args.size == 1) return branch_on_one(node, intrinsic, if_false);
  const Test* test = find_test(intrinsic.name);
  if (node.args.size == 3) {
    if (test == nullptr || test->loop_if == Op::kOpCount) return false;
    emit_comparisons(node, *test, if_false);
    return true;
  }
  if (intrinsic.op == Op::kJumpUnlessInstance) {
    uint32_t reg = operand(node.args[1]);
    note_position(&node);
    op_d(intrinsic.op, reg, constant16(as<ConstNode>(node.args[0]).value));
    jump(if_false);
    return true;
  }
  if (intrinsic.name == std::string_view("not=")) {
    Label different;
    emit_comparison(node, kTests[kEqualTest], different);
    op(Op::kJump);
    jump(if_false);
    bind(different);
    return true;
  }
  if (test == nullptr || node.args.size != 2) return false;
  emit_comparison(node, *test, if_false);
  return true;
}

// The same for calls with one argument.
bool MethodEmitter::branch_on_one(const InvokeNode& node, const Intrinsic& intrinsic, Label& if_false) {
  if (intrinsic.op == Op::kNot) {
    Label truthy;
    branch(node.args[0], truthy);
    op(Op::kJump);
    jump(if_false);
    bind(truthy);
    return true;
  }
  bool is_some = intrinsic.name == std::string_view("some?");
  const NumberTest* of_number = find_number_test(intrinsic.name);
  if (!is_some && of_number == nullptr && intrinsic.op != Op::kIsNil && intrinsic.shape != Shape::kPredicate) return false;
  uint32_t reg = operand(node.args[0]);
  if (is_some || intrinsic.op == Op::kIsNil) {
    op(is_some ? Op::kJumpIfNil : Op::kJumpIfNotNil, reg);
  } else {
    note_position(&node);
    if (of_number != nullptr) op_d(of_number->op, reg, 0);
    else op(Op::kJumpUnlessPredicate, reg, bytecode::find_predicate(intrinsic.name));
  }
  jump(if_false);
  return true;
}

void MethodEmitter::emit_test(const InvokeNode& node, const Intrinsic& intrinsic, uint32_t reg) {
  Label no, done;
  branch_intrinsic(node, intrinsic, no);
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
  const Intrinsic* intrinsic = test->kind == NodeKind::kInvoke ? find_intrinsic(as<InvokeNode>(test)) : nullptr;
  if (intrinsic != nullptr && branch_intrinsic(as<InvokeNode>(test), *intrinsic, if_false)) return;
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
