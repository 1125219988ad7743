// Calls of clojure.core's functions that are instructions (intrinsics.def).
#include "constant_nodes.h"
#include "function_emitter.h"
#include "intrinsics.h"

namespace clj::emit {

using namespace analyze;

namespace {

bool fits_imm8(const Node* node, int64_t& n) {
  Value value = constant_of(node);
  if (!value.is_inline_long()) return false;
  n = value.as_inline_long();
  return n >= -127 && n <= 127;
}

// The instruction with a constant as second operand; kOpCount: there is none.
Op with_constant(Op op) {
  switch (op) {
#define CLJ_CONSTANT_FORM(name) case Op::k##name: return Op::k##name##Const;
    CLJ_CONSTANT_FORM(Add)
    CLJ_CONSTANT_FORM(Subtract)
    CLJ_CONSTANT_FORM(Multiply)
    CLJ_CONSTANT_FORM(Divide)
    CLJ_CONSTANT_FORM(DivideDoubles)
    CLJ_CONSTANT_FORM(Quot)
    CLJ_CONSTANT_FORM(Rem)
    CLJ_CONSTANT_FORM(Mod)
    CLJ_CONSTANT_FORM(UncheckedMultiply)
    CLJ_CONSTANT_FORM(Max)
    CLJ_CONSTANT_FORM(Min)
    CLJ_CONSTANT_FORM(BitAnd)
    CLJ_CONSTANT_FORM(BitOr)
    CLJ_CONSTANT_FORM(BitXor)
    CLJ_CONSTANT_FORM(ShiftLeft)
    CLJ_CONSTANT_FORM(ShiftRight)
    CLJ_CONSTANT_FORM(UnsignedShiftRight)
#undef CLJ_CONSTANT_FORM
    default: return Op::kOpCount;
  }
}

// Whether the operands may change places: also in what goes wrong and what is said then.
bool commutes(Op op) { return op == Op::kAdd || op == Op::kMultiply; }

}  // namespace

bool MethodEmitter::small_constant(Value value, uint32_t& index) {
  constexpr uint32_t kNamed = 256;
  if (function_.constants_.size() >= kNamed && function_.constant_index_.count(value.bits()) == 0) return false;
  index = constant(value);
  return index < kNamed;
}

// reg = first `o` second.
void MethodEmitter::emit_binary(const InvokeNode& node, Op o, uint32_t reg, uint32_t first, const Node* second) {
  int64_t n = 0;
  if ((o == Op::kAdd || o == Op::kSubtract) && fits_imm8(second, n)) {
    note_position(&node);
    return op(Op::kAddImm, reg, first, static_cast<uint32_t>(o == Op::kAdd ? n : -n) & 0xFF);
  }
  if ((o == Op::kNth || o == Op::kNthOrNil) && fits_imm8(second, n) && n >= 0) {
    note_position(&node);
    return op(o == Op::kNth ? Op::kNthImm : Op::kNthOrNilImm, reg, first, static_cast<uint32_t>(n));
  }
  Op constant_form = with_constant(o);
  uint32_t index = 0;
  if (constant_form != Op::kOpCount && is_number_constant(second) && small_constant(as<ConstNode>(second).value, index)) {
    note_position(&node);
    return op(constant_form, reg, first, index);
  }
  uint32_t other = operand(second);
  note_position(&node);
  op(o, reg, first, other);
}

void MethodEmitter::emit_intrinsic(const InvokeNode& node, const Intrinsic& row, uint32_t reg, bool wanted) {
  if (row.shape == Shape::kTest) return emit_test(node, row, reg);
  if (row.op == Op::kGet && is_keyword_constant(node.args[1])) return emit_keyword_get(node, node.args[1], node.args[0], reg);
  bool exchanged = node.args.size >= 2 && commutes(row.op) && is_number_constant(node.args[0]);
  uint32_t first = operand(node.args[exchanged ? 1 : 0]);
  // The operands are in registers: the instruction, where the call is written.
  auto instruction = [&](uint32_t a, uint32_t b, uint32_t c = 0) {
    note_position(&node);
    op(row.op, a, b, c);
  };
  switch (row.shape) {
    case Shape::kAddOne: return instruction(reg, first, 1);
    case Shape::kAddMinusOne: return instruction(reg, first, 0xFF);
    case Shape::kPredicate: return instruction(reg, first, bytecode::find_predicate(row.name));
    case Shape::kUnary: return instruction(reg, first);
    case Shape::kInt:
      instruction(reg, first);
      return op(Op::kBoxInt, reg, reg);
    case Shape::kStore: {
      uint32_t index = operand(node.args[1]);
      uint32_t value = operand(node.args[2]);
      instruction(first, index, value);
      if (wanted) op(Op::kArrayGet, reg, first, index);  // as the array holds it
      return;
    }
    case Shape::kSwapped: {
      uint32_t second = operand(node.args[1]);
      return instruction(reg, second, first);
    }
    case Shape::kTest:
    case Shape::kBinary:
    case Shape::kOrNil:
    case Shape::kFold: break;
  }
  const Node* second = node.args[exchanged ? 0 : 1];
  for (uint32_t i = 2; row.shape == Shape::kFold && i < node.args.size; ++i) {  // not into `reg`, which later arguments may read
    uint32_t partial = allocate();
    emit_binary(node, row.op, partial, first, second);
    first = partial;
    second = node.args[i];
  }
  emit_binary(node, row.op, reg, first, second);
}

}  // namespace clj::emit
