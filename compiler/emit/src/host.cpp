// Host interop, fields, types, monitors.
#include "clj/core/collections.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "function_emitter.h"

namespace clj::emit {

using namespace analyze;

namespace {

bool is_hinted_string(const Node* target) {
  Value tag = target->tag;
  if (tag.is_nil() && target->kind == NodeKind::kLocalRef) tag = as<LocalRefNode>(target).local->tag;
  if (is_kind(tag, Kind::kClass)) tag = cast<Class>(tag)->name;
  if (is_string(tag)) return to_utf8(tag) == "java.lang.String";
  return is_symbol(tag) && (symbol_text(tag) == "String" || symbol_text(tag) == "java.lang.String");
}

}  // namespace

uint32_t MethodEmitter::emit_window(const NodeList& nodes) {
  uint32_t first = top_;
  for (Node* node : nodes) {
    uint32_t reg = allocate();
    emit(node, Dest::value(reg));
  }
  return first;
}

void MethodEmitter::emit_host_call(const HostCallNode& call, uint32_t reg) {
  if (call.field_only) {
    uint32_t target = operand(call.target);
    note_position(&call);
    op(Op::kHostField, reg, target);
    return word(cached_constants(Op::kHostField, 0, {call.member}));
  }
  if (call.args.size == 1 && symbol_text(call.member) == "charAt" && is_hinted_string(call.target)) {
    uint32_t text = operand(call.target), index = operand(call.args[0]);
    note_position(&call);
    return op(Op::kCharAt, reg, text, index);
  }
  uint32_t window = allocate(bytecode::kFrameHeaderWords), first = allocate();
  if (call.args.size == 0) {
    uint32_t target = operand(call.target);
    note_position(&call);
    op(Op::kHostMember, window, target);
    return word(cached_constants(Op::kHostMember, 0, {call.member}) | reg << 24);
  }
  emit(call.target, Dest::value(first));
  emit_window(call.args);
  note_position(&call);
  op(Op::kHostCall, window, call.args.size + 1);
  word(cached_constants(Op::kHostCall, call.args.size + 1, {call.member}) | reg << 24);
}

void MethodEmitter::emit_deftype(const DeftypeNode& type, uint32_t reg) {
  Value description = make_vector({type.name, type.fields, type.interfaces, type.method_names});
  // A bundle's constant becomes the class that its name means when it is first read: what was compiled
  // before this form means the class before this one.
  Value replaced = find_class(to_utf8(type.name));
  if (is_kind(replaced, Kind::kClass)) op_d(Op::kLoadConst, reg, constant16(replaced));
  uint32_t first = emit_window(type.methods);
  note_position(&type);
  op(Op::kDefineType, first, type.methods.size, reg);
  word(constant16(description));
}

void MethodEmitter::emit_reify(const ReifyNode& type, uint32_t reg) {
  Value description = make_vector({type.name, type.interfaces, type.method_names});
  uint32_t first = allocate();
  if (type.meta != nullptr) emit(type.meta, Dest::value(first));
  else op(Op::kLoadNil, first);
  emit_window(type.methods);
  note_position(&type);
  op(Op::kReify, first, type.methods.size, reg);
  word(constant16(description) | constant16(type.site) << 16);
}

void MethodEmitter::emit_host(const Node* node, uint32_t reg) {
  switch (node->kind) {
    case NodeKind::kHostCall: return emit_host_call(as<HostCallNode>(node), reg);
    case NodeKind::kStaticCall: {
      const auto& call = as<StaticCallNode>(node);
      uint32_t window = allocate(bytecode::kFrameHeaderWords);
      emit_window(call.args);
      note_position(node);
      op(Op::kStaticCall, window, call.args.size);
      word(cached_constants(Op::kStaticCall, call.args.size, {call.cls, call.member}) | reg << 24);
      return;
    }
    case NodeKind::kStaticField: {
      const auto& field = as<StaticFieldNode>(node);
      note_position(node);
      op(Op::kStaticMember, reg);
      word(cached_constants(Op::kStaticMember, 0, {field.cls, field.member}));
      return;
    }
    case NodeKind::kNew: {
      const auto& make = as<NewNode>(node);
      uint32_t first = emit_window(make.args);
      note_position(node);
      op(Op::kNew, first, make.args.size);
      word(cached_constants(Op::kNew, make.args.size, {make.cls}) | reg << 24);
      return;
    }
    case NodeKind::kSetHostField: {
      const auto& set = as<SetHostFieldNode>(node);
      uint32_t target = operand(set.target), value = operand(set.value);
      note_position(node);
      op(Op::kSetHostField, target, value);
      word(constant(set.member) | reg << 24);
      return;
    }
    case NodeKind::kFieldRef: {
      const auto& field = as<FieldRefNode>(node);
      op(Op::kGetField, reg, local_register(field.instance), static_cast<uint32_t>(field.index));
      return;
    }
    case NodeKind::kSetField: {
      const auto& field = as<SetFieldNode>(node);
      emit(field.value, Dest::value(reg));
      op(Op::kSetField, local_register(field.instance), static_cast<uint32_t>(field.index), reg);
      return;
    }
    case NodeKind::kImport:
      op_d(Op::kImport, reg, constant16(as<ImportNode>(node).name));
      return;
    case NodeKind::kDeftype: return emit_deftype(as<DeftypeNode>(node), reg);
    case NodeKind::kReify: return emit_reify(as<ReifyNode>(node), reg);
    case NodeKind::kMonitorEnter:
      op(Op::kMonitorEnter, operand(as<MonitorEnterNode>(node).target));
      op(Op::kLoadNil, reg);
      return;
    case NodeKind::kMonitorExit:
      op(Op::kMonitorExit, operand(as<MonitorExitNode>(node).target));
      op(Op::kLoadNil, reg);
      return;
    default: return;  // every other kind is handled in expressions.cpp
  }
}

}  // namespace clj::emit
