#include "clj/emit/emit.h"

#include "clj/core/call.h"
#include "clj/core/text.h"
#include "clj/exec/vm.h"
#include "function_emitter.h"

namespace clj::emit {

using namespace analyze;

void MethodEmitter::emit_hinted_conversion(Value tag, uint32_t reg) {
  bool is_long = primitive_of_tag(tag) == Primitive::kLong;
  op(is_long ? Op::kToLong : Op::kToDouble, reg, reg, is_long ? 1 : 0);
}

void MethodEmitter::emit_method(const FnMethodNode& method) {
  emit_parameters_and_body(method);
  emit_calls_instead();
}

void MethodEmitter::emit_parameters_and_body(const FnMethodNode& method) {
  method_ = &method;
  for (Local* param : method.params) registers_[param] = allocate();
  if (method.primitive) {
    for (Local* param : method.params) {
      uint32_t reg = registers_[param];
      if (primitive_of_tag(param->tag) != Primitive::kNone) emit_hinted_conversion(param->tag, reg);
    }
  }
  // What is before the first entry of the table is the caller's affair: the JVM's callers convert.
  if (method.primitive || !method.result_tag.is_nil()) note_position(&method);
  LoopHead head(method.body);
  bind(head.start);
  heads_[&method] = &head;
  if (method.result_tag.is_nil()) return emit(method.body, Dest::ret());
  uint32_t result = allocate();
  if (primitive_of_tag(method.result_tag) == Primitive::kNone) {  // void
    emit(method.body, Dest::effect());
    op(Op::kLoadNil, result);
  } else {
    emit(method.body, Dest::value(result));
    emit_hinted_conversion(method.result_tag, result);
  }
  op(Op::kReturn, result);
}

void MethodEmitter::emit_body(const Node* body) { emit(body, Dest::ret()); }

exec::ArityCode MethodEmitter::take(uint8_t params, bool variadic) {
  exec::ArityCode code;
  code.params = params;
  code.variadic = variadic;
  code.registers = static_cast<uint16_t>(max_ + 1);
  code.words = std::move(words_);
  code.exceptions = std::move(exceptions_);
  code.lines = std::move(lines_);
  return code;
}

Value FunctionEmitter::finish(std::vector<exec::ArityCode> arities) {
  for (exec::ArityCode& arity : arities) {
    for (exec::LineEntry& entry : arity.lines) {
      if (entry.line == 0) entry.column += static_cast<uint32_t>(constants_.size());
    }
  }
  for (Value reason : reasons_) constants_.push_back(reason);
  return exec::make_proto(name_, unit_.file, static_cast<uint16_t>(captures_.size()), arities, constants_.data(),
                          constants_.size());
}

Value FunctionEmitter::compile_fn(const FnNode& fn, MethodEmitter* outer, Value var) {
  self_ = fn.self;
  var_ = var;
  captures_.assign(fn.captures.begin(), fn.captures.end());
  std::vector<exec::ArityCode> arities;
  for (Node* node : fn.methods) {
    const auto& method = as<FnMethodNode>(node);
    MethodEmitter emitter(*this, outer);
    emitter.emit_method(method);
    auto params = static_cast<uint8_t>(method.params.size - (method.variadic ? 1 : 0));
    arities.push_back(emitter.take(params, method.variadic));
  }
  return finish(arities);
}

Value FunctionEmitter::compile_thunk(const Node* body, std::vector<const Local*> captures, MethodEmitter* outer) {
  captures_ = std::move(captures);
  MethodEmitter emitter(*this, outer);
  emitter.emit_body(body);
  return finish({emitter.take(0, false)});
}

Value compile(const Unit& unit) {
  FunctionEmitter emitter(unit, make_string("user/eval"));
  return emitter.compile_thunk(unit.root, {}, nullptr);
}

namespace {
bool checked_vars_wanted = false;   // set once, before the first form of a build
thread_local bool checked_vars = false;
}  // namespace

bool reads_are_checked() { return checked_vars; }
void set_checked_vars(bool checked) { checked_vars_wanted = checked; }

Value run(const std::shared_ptr<Unit>& unit) {
  bool outer = checked_vars;
  checked_vars = checked_vars_wanted;
  Value proto;
  try {
    proto = compile(*unit);
  } catch (...) {
    checked_vars = outer;
    throw;
  }
  checked_vars = outer;
  return invoke(exec::make_closure(proto));
}

}  // namespace clj::emit
