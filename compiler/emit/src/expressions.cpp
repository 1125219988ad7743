// Control flow, bindings, functions, definitions.
#include <algorithm>

#include "clj/analyze/analyze.h"
#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/numbers.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/var.h"
#include "function_emitter.h"

namespace clj::emit {

using namespace analyze;

uint32_t MethodEmitter::allocate(uint32_t count) {
  uint32_t first = top_;
  top_ += count;
  if (top_ > max_) max_ = top_;
  if (top_ > bytecode::kMaxRegisters) {
    throw_error(Error::kIllegalState, "This function needs more than 250 registers: split it into smaller functions.");
  }
  return first;
}

void MethodEmitter::finish(Dest dest, uint32_t reg) {
  if (dest.mode == Dest::kReturn) op(Op::kReturn, reg);
}

void MethodEmitter::jump(Label& label) {
  label.uses.push_back(static_cast<uint32_t>(words_.size()));
  auto here = static_cast<uint32_t>(words_.size());
  word(label.position == UINT32_MAX ? 0 : label.position - (here + 1));
}

void MethodEmitter::bind(Label& label) {
  label.position = static_cast<uint32_t>(words_.size());
  for (uint32_t use : label.uses) words_[use] = label.position - (use + 1);
}

void MethodEmitter::note_position(const Node* node) {
  if (node->line == 0) return;
  auto pc = static_cast<uint32_t>(words_.size());
  auto last = std::find_if(lines_.rbegin(), lines_.rend(), [](const exec::LineEntry& entry) { return entry.line != 0; });
  if (last != lines_.rend() && last->line == node->line && last->column == node->column) return;
  if (!lines_.empty() && lines_.back().pc == pc) lines_.pop_back();
  lines_.push_back({pc, node->line, node->column});
}

void MethodEmitter::note_reason_of_nil(const Node* called) {
  std::string reason = analyze::hints_enabled ? analyze::reason_of_nil(called) : "";
  if (reason.empty()) return;
  auto [found, added] = function_.reason_index_.try_emplace(reason);
  if (added) {
    found->second = static_cast<uint32_t>(function_.reasons_.size());
    function_.reasons_.push_back(make_string(reason));
  }
  lines_.push_back({static_cast<uint32_t>(words_.size()) - 1, 0, found->second});
}

uint32_t MethodEmitter::constant(Value value) {
  auto [found, added] =
      function_.constant_index_.try_emplace(value.bits(), static_cast<uint32_t>(function_.constants_.size()));
  if (added) function_.constants_.push_back(value);
  return found->second;
}

uint32_t MethodEmitter::constant16(Value value) {
  uint32_t index = constant(value);
  if (index > 0xFFFF) {
    throw_error(Error::kIllegalState, "This function has more than 65536 constants: split it into smaller functions.");
  }
  return index;
}

uint32_t MethodEmitter::cached_constants(Op op, uint32_t count, std::initializer_list<Value> values) {
  uint32_t cache = bytecode::cache_constants(op);
  std::vector<uint64_t> key{static_cast<uint64_t>(op), count};
  for (Value value : values) key.push_back(value.bits());
  auto [found, added] =
      function_.cached_constants_index_.try_emplace(key, static_cast<uint32_t>(function_.constants_.size()));
  if (added) {
    for (Value value : values) function_.constants_.push_back(value);
    for (size_t i = values.size(); i < 1 + cache; ++i) function_.constants_.push_back(Value::nil());
  }
  return found->second;
}

void MethodEmitter::load_constant(Value value, uint32_t reg) {
  if (value.is_nil()) op(Op::kLoadNil, reg);
  else if (value.is_true()) op(Op::kLoadTrue, reg);
  else if (value.is_false()) op(Op::kLoadFalse, reg);
  else if (value.is_inline_long() && value.as_inline_long() >= INT16_MIN && value.as_inline_long() <= INT16_MAX)
    op_d(Op::kLoadInt, reg, static_cast<uint32_t>(value.as_inline_long()));
  else op_d(Op::kLoadConst, reg, constant16(value));
}

bool MethodEmitter::knows(const Local* local) const {
  if (registers_.count(local) != 0 || local == function_.self_) return true;
  for (const Local* captured : function_.captures_) {
    if (captured == local) return true;
  }
  return false;
}

uint32_t MethodEmitter::local_register(const Local* local, bool last) {
  auto found = registers_.find(local);
  if (found != registers_.end()) return found->second;
  uint32_t reg = allocate();
  load_outer(local, last, reg);
  return reg;
}

void MethodEmitter::load_outer(const Local* local, bool last, uint32_t reg) {
  if (local == function_.self_) return op(Op::kGetSelf, reg);
  for (size_t i = 0; i < function_.captures_.size(); ++i) {
    if (function_.captures_[i] == local) {
      return op_d(last ? Op::kTakeCapture : Op::kGetCapture, reg, static_cast<uint32_t>(i));
    }
  }
  throw_error(Error::kIllegalState, "internal: the emitter met a local that no scope binds");
}

uint32_t MethodEmitter::capture_word(const Local* local, bool taken) {
  auto found = registers_.find(local);
  if (found != registers_.end()) return bytecode::encode_capture(bytecode::CaptureSource::kRegister, found->second);
  if (local == function_.self_) return bytecode::encode_capture(bytecode::CaptureSource::kSelf, 0);
  for (size_t i = 0; i < function_.captures_.size(); ++i) {
    if (function_.captures_[i] == local) {
      auto source = taken ? bytecode::CaptureSource::kTakenCapture : bytecode::CaptureSource::kCapture;
      return bytecode::encode_capture(source, static_cast<uint32_t>(i));
    }
  }
  throw_error(Error::kIllegalState, "internal: the emitter met a captured local that no scope binds");
}

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
    case NodeKind::kLocalRef: {
      if (dest.mode == Dest::kEffect) return;
      const Local* local = as<LocalRefNode>(node).local;
      auto found = registers_.find(local);
      if (found == registers_.end()) {
        uint32_t reg = target(dest);
        load_outer(local, as<LocalRefNode>(node).last, reg);
        return finish(dest, reg);
      }
      if (dest.mode == Dest::kReturn) return finish(dest, found->second);
      if (found->second != dest.reg) op(Op::kMove, dest.reg, found->second);
      return;
    }
    case NodeKind::kVarRef: {
      Value var = as<VarRefNode>(node).var;
      uint32_t reg = target(dest);
      note_position(node);
      bool checked = reads_are_checked() && cast<Var>(var)->ns != roots.core_ns;
      op_d(checked || cast<Var>(var)->is_dynamic() ? Op::kGetDynamic : Op::kGetVar, reg, constant16(var));
      return finish(dest, reg);
    }
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

void MethodEmitter::emit_letfn(const LetfnNode& node, Dest dest) {
  for (Local* local : node.locals) registers_[local] = allocate();
  for (uint32_t i = 0; i < node.inits.size; ++i) {
    emit_closure(as<FnNode>(node.inits[i]), registers_.at(node.locals[i]), &node, i);
  }
  for (uint32_t i = 0; i < node.inits.size; ++i) {
    const auto& fn = as<FnNode>(node.inits[i]);
    for (uint32_t c = 0; c < fn.captures.size; ++c) {
      for (uint32_t j = i; j < node.locals.size; ++j) {
        if (fn.captures[c] == node.locals[j]) {
          op(Op::kSetCapture, registers_.at(node.locals[i]), c, registers_.at(node.locals[j]));
        }
      }
    }
  }
  emit(node.body, dest);
}

namespace {

// The constants of a case that are all ints, or all characters, and lie close together: the smallest, and for each number
// from there on the branch or -1.
struct CaseRange {
  Value first = Value::absent();
  std::vector<int64_t> branches;
};

CaseRange case_range(const CaseNode& node) {
  constexpr int64_t kAlwaysSlots = 256, kMostSlots = 1024;
  int64_t least = INT64_MAX, greatest = INT64_MIN, n = node.branches.size;
  bool characters = n > 0 && nth(node.keys, 0).is_character();
  for (int64_t i = 0; i < n; ++i) {
    Value key = widened(nth(node.keys, i));
    if (characters ? !key.is_character() : !key.is_inline_long()) return {};
    int64_t number = characters ? key.as_character() : key.as_inline_long();
    // As on the JVM, other constants than ints are compared by hash first (hashes_as_key).
    if (number != static_cast<int32_t>(number)) return {};
    least = std::min(least, number);
    greatest = std::max(greatest, number);
  }
  if (n < 2 || greatest - least >= std::clamp(n * 4, kAlwaysSlots, kMostSlots)) return {};
  CaseRange range{characters ? Value::character(static_cast<char16_t>(least)) : make_long(least),
                  std::vector<int64_t>(static_cast<size_t>(greatest - least + 1), -1)};
  for (int64_t i = 0; i < n; ++i) {
    Value key = widened(nth(node.keys, i));
    int64_t number = characters ? key.as_character() : key.as_inline_long();
    range.branches[static_cast<size_t>(number - least)] = i;
  }
  return range;
}

}  // namespace

void MethodEmitter::emit_case(const CaseNode& node, Dest dest) {
  CaseRange range = case_range(node);
  gc::ValueList entries;
  for (uint32_t i = 0; i < node.branches.size; ++i) {
    entries.push_back(nth(node.keys, i));
    entries.push_back(make_long(i));
  }
  bool by_range = !range.first.is_absent();
  Value table = by_range ? range.first : make_map(entries.data(), entries.size());
  {
    Scope scope(*this);
    uint32_t reg = operand(node.test);
    note_position(&node);
    op_d(by_range ? Op::kCaseRange : Op::kCase, reg, constant16(table));
  }
  std::vector<Label> labels(node.branches.size + 1);
  if (by_range) {
    word(static_cast<uint32_t>(range.branches.size()));
    for (int64_t branch : range.branches) jump(branch < 0 ? labels.back() : labels[static_cast<size_t>(branch)]);
    jump(labels.back());
  } else {
    word(node.branches.size);
    for (Label& label : labels) jump(label);
  }
  Label done;
  for (uint32_t i = 0; i < labels.size(); ++i) {
    bind(labels[i]);
    emit(i < node.branches.size ? node.branches[i] : node.otherwise, dest);
    if (dest.mode != Dest::kReturn) {
      op(Op::kJump);
      jump(done);
    }
  }
  bind(done);
}

void MethodEmitter::emit_fn(const FnNode& node, uint32_t reg) {
  if (node.meta == nullptr) return emit_closure(node, reg, nullptr, 0);
  uint32_t fn = allocate(), meta = allocate();
  emit_closure(node, fn, nullptr, 0);
  emit(node.meta, Dest::value(meta));
  op(Op::kWithMeta, reg, fn, meta);
}

// In a letfn `group`, captures of functions that do not exist yet are filled in afterwards.
void MethodEmitter::emit_closure(const FnNode& node, uint32_t reg, const LetfnNode* group, uint32_t group_index, Value var) {
  FunctionEmitter inner(function_.unit_, node.name);
  Value proto = inner.compile_fn(node, this, var);
  op_d(Op::kClosure, reg, constant16(proto));
  word(node.captures.size);
  for (const Local* captured : node.captures) {
    bool pending = false;
    for (uint32_t j = group_index; group != nullptr && j < group->locals.size; ++j) {
      pending = pending || group->locals[j] == captured;
    }
    bool taken = std::find(node.taken.begin(), node.taken.end(), captured) != node.taken.end();
    word(pending ? bytecode::encode_capture(bytecode::CaptureSource::kNone, 0) : capture_word(captured, taken));
  }
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
