// Calls: windows, intrinsics, keyword lookups, very wide calls, outlining.
#include <algorithm>

#include "clj/core/error.h"
#include "clj/core/numbers.h"
#include "clj/core/text.h"
#include "clj/core/var.h"
#include "function_emitter.h"
#include "intrinsics.h"

namespace clj::emit {

using namespace analyze;

namespace {

constexpr uint32_t kMaxArguments = 60;  // wider calls go through apply

bool fits_imm8(const Node* node, int64_t& n) {
  if (node->kind != NodeKind::kConst || !as<ConstNode>(node).value.is_inline_long()) return false;
  n = as<ConstNode>(node).value.as_inline_long();
  return n >= -127 && n <= 127;
}

bool is_number_constant(const Node* node) {
  return node->kind == NodeKind::kConst && is_number(as<ConstNode>(node).value);
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

bool is_nil_constant(const Node* node) {
  return node->kind == NodeKind::kConst && as<ConstNode>(node).value.is_nil();
}

bool is_constant_keyword(const Node* node) {
  return node->kind == NodeKind::kConst && is_keyword(as<ConstNode>(node).value);
}

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

bool MethodEmitter::emit_intrinsic(const InvokeNode& node, uint32_t reg, bool wanted) {
  const char* name = core_function_name(node.fn);
  const Intrinsic* row = name == nullptr ? nullptr : find_intrinsic(name, node.args.size);
  if (row == nullptr) return false;
  if (row->shape == Shape::kOrNil && !is_nil_constant(node.args[2])) return false;
  if (row->op == Op::kJumpUnlessInstance && !is_class_constant(node.args[0])) return false;
  if (row->shape == Shape::kTest) return emit_test(node, reg), true;
  if (row->op == Op::kGet && is_constant_keyword(node.args[1])) return emit_keyword_get(node, node.args[1], node.args[0], reg), true;
  bool exchanged = node.args.size >= 2 && commutes(row->op) && is_number_constant(node.args[0]);
  uint32_t first = operand(node.args[exchanged ? 1 : 0]);
  auto imm = [&](Op with_number, int64_t number) {
    note_position(&node);
    op(with_number, reg, first, static_cast<uint32_t>(number) & 0xFF);
  };
  if (row->shape == Shape::kAddOne) return imm(row->op, 1), true;
  if (row->shape == Shape::kAddMinusOne) return imm(row->op, -1), true;
  if (row->shape == Shape::kPredicate) {
    note_position(&node);
    op(row->op, reg, first, bytecode::find_predicate(name));
    return true;
  }
  if (row->shape == Shape::kUnary || row->shape == Shape::kInt) {
    note_position(&node);
    op(row->op, reg, first);
    if (row->shape == Shape::kInt) op(Op::kBoxInt, reg, reg);
    return true;
  }
  if (row->shape == Shape::kStore) {
    uint32_t second = operand(node.args[1]);
    uint32_t value = operand(node.args[2]);
    note_position(&node);
    op(row->op, first, second, value);
    if (wanted) op(Op::kArrayGet, reg, first, second);  // as the array holds it
    return true;
  }
  if (row->shape == Shape::kSwapped) {
    uint32_t second = operand(node.args[1]);
    note_position(&node);
    op(row->op, reg, second, first);
    return true;
  }
  const Node* second = node.args[exchanged ? 0 : 1];
  for (uint32_t i = 2; row->shape == Shape::kFold && i < node.args.size; ++i) {  // not into `reg`, which later arguments may read
    uint32_t partial = allocate();
    emit_binary(node, row->op, partial, first, second);
    first = partial;
    second = node.args[i];
  }
  emit_binary(node, row->op, reg, first, second);
  return true;
}

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
  if (emit_intrinsic(node, reg, dest.mode != Dest::kEffect)) return finish(dest, reg);
  if (is_constant_keyword(node.fn) && node.args.size == 1) {
    emit_keyword_get(node, node.fn, node.args[0], reg);
    return finish(dest, reg);
  }
  if (is_constant_keyword(node.fn) && node.args.size == 2) {
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
