// Closures: making, calling, naming, freeing; and the frames that stack traces are made of.
#include <alloca.h>

#include <string>

#include "clj/analyze/analyze.h"
#include "clj/core/call.h"
#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/function_arities.h"
#include "clj/core/host.h"
#include "clj/core/munge.h"
#include "clj/core/numbers.h"
#include "clj/core/roots.h"
#include "clj/core/seqs.h"
#include "clj/core/stack_trace.h"
#include "clj/core/text.h"
#include "clj/tree/tree.h"
#include "frame.h"

namespace clj::tree {

thread_local Frame* top_frame = nullptr;

Frame::Frame(const FnNode* fn, const Unit* unit, Value function, Value* slots)
    : fn(fn), unit(unit), function(function), slots(slots), outer(top_frame) {
  if (!function.is_nil()) unit_holder = cast<TreeFn>(function)->unit;
  top_frame = this;
}
Frame::~Frame() { top_frame = outer; }

Value& Frame::captured(const Local* local) {
  uint32_t i = 0;
  while (fn->captures[i] != local) ++i;
  return cast<TreeFn>(function)->captures()[i];
}

namespace {

Value* zeroed(void* memory, size_t count) {
  auto* values = static_cast<Value*>(memory);
  for (size_t i = 0; i < count; ++i) values[i] = Value::nil();
  return values;
}
// Nil slots on the caller's stack.
#define CLJ_STACK_VALUES(count) zeroed(alloca((count) * sizeof(Value)), count)

uint32_t fixed_params(const FnMethodNode& method) { return method.params.size - method.variadic; }

const FnMethodNode* variadic_method(const FnNode& fn) {
  if (fn.methods.size == 0) return nullptr;
  auto& last = analyze::as<FnMethodNode>(fn.methods[fn.methods.size - 1]);
  return last.variadic ? &last : nullptr;
}

const FnMethodNode& find_method(Value function, const Value* args, uint32_t count) {
  const FnNode& fn = *cast<TreeFn>(function)->node();
  for (const Node* node : fn.methods) {
    auto& method = analyze::as<FnMethodNode>(node);
    if (method.variadic ? count >= fixed_params(method) : count == method.params.size) return method;
  }
  throw_wrong_arity(function, to_utf8(fn.name), args, count);
}

Value converted(Value tag, Value v) {
  switch (analyze::primitive_of_tag(tag)) {
    case analyze::Primitive::kLong: return make_long(to_long_parameter(v));
    case analyze::Primitive::kDouble: return Value::dbl(to_double(v));
    default: return v;
  }
}

// Runs the method with the parameters already in the frame's slots.
Value run_method(const FnMethodNode& method, Frame& frame) {
  if (frame.fn->self != nullptr) frame.at(frame.fn->self) = frame.function;
  if (method.primitive) {
    for (const analyze::Local* param : method.params) frame.at(param) = converted(param->tag, frame.at(param));
  }
  frame.line = method.line;
  for (;;) {
    gc::safepoint(gc::mutator());
    Value result = eval(method.body, frame);
    // recur has stored the parameters and answers absent().
    if (result.is_absent()) continue;
    bool is_void = !method.result_tag.is_nil() && analyze::primitive_of_tag(method.result_tag) == analyze::Primitive::kNone;
    return is_void ? Value::nil() : converted(method.result_tag, result);
  }
}

Value invoke_tree(Value function, Value* args, uint32_t count) {
  check_stack();
  const FnNode& fn = *cast<TreeFn>(function)->node();
  const FnMethodNode& method = find_method(function, args, count);
  auto* slots = CLJ_STACK_VALUES(static_cast<size_t>(fn.slots));
  Frame frame(&fn, cast<TreeUnit>(cast<TreeFn>(function)->unit)->owner->get(), function, slots);
  uint32_t fixed = fixed_params(method);
  if (method.variadic) slots[method.params[fixed]->slot] = make_rest_args(args + fixed, count - fixed);
  for (uint32_t i = 0; i < fixed; ++i) slots[method.params[i]->slot] = args[i];
  // The arguments are the callee's: the caller's copy must not keep the head of a seq.
  for (uint32_t i = 0; i < count; ++i) args[i] = Value::nil();
  return run_method(method, frame);
}

Value invoke_tree_rest(Value function, Value* args, uint32_t count, Value rest) {
  check_stack();
  const FnNode& fn = *cast<TreeFn>(function)->node();
  const FnMethodNode& method = *variadic_method(fn);
  auto* slots = CLJ_STACK_VALUES(static_cast<size_t>(fn.slots));
  Frame frame(&fn, cast<TreeUnit>(cast<TreeFn>(function)->unit)->owner->get(), function, slots);
  for (uint32_t i = 0; i < count; ++i) slots[method.params[i]->slot] = args[i];
  slots[method.params[count]->slot] = rest;
  return run_method(method, frame);
}

Value unit_holder(Frame& frame, const std::shared_ptr<Unit>& unit) {
  auto* holder = gc::make<TreeUnit>();
  holder->owner = new std::shared_ptr<Unit>(unit);
  gc::register_finalizer(holder);
  frame.unit_holder = Value::object(holder);
  return frame.unit_holder;
}

// The hooks of the other evaluator, which these stand in front of.
CoreUpcalls other_evaluator;
FunctionArities (*arities_of_closure)(Value f);

}  // namespace

Value make_function(const FnNode& node, Frame& frame) {
  auto slots = static_cast<uint16_t>(TreeFn::kSlots + node.captures.size);
  auto* function = static_cast<TreeFn*>(
      gc::allocate_object(Kind::kTreeFn, slots, sizeof(Object) + slots * sizeof(Value) + sizeof(const FnNode*)));
  function->name = node.name;
  function->unit = frame.unit_holder;
  function->node() = &node;
  return Value::object(function);
}

void fill_captures(Value value, Frame& frame) {
  auto* function = cast<TreeFn>(value);
  const FnNode* node = function->node();
  for (uint32_t i = 0; i < node->captures.size; ++i) function->captures()[i] = frame.at(node->captures[i]);
  gc::write_barrier(function);
}

void give_up_taken(const FnNode& node, Frame& frame) {
  for (const Local* taken : node.taken) frame.at(taken) = Value::nil();
}

Value run(const std::shared_ptr<Unit>& unit) {
  check_stack();
  auto* slots = CLJ_STACK_VALUES(static_cast<size_t>(unit->root_slots));
  Frame frame(nullptr, unit.get(), Value::nil(), slots);
  unit_holder(frame, unit);
  return eval(unit->root, frame);
}

void finalize(Object* object) {
  if (object->kind != Kind::kTreeUnit) return;
  auto* holder = static_cast<TreeUnit*>(object);
  delete holder->owner;
  holder->owner = nullptr;
}

void install() {
  if (core_upcalls.invoke_tree == invoke_tree) return;
  other_evaluator = core_upcalls;
  arities_of_closure = compiled_arities;
  core_upcalls.invoke_tree = invoke_tree;
  core_upcalls.variadic_required = [](Value f) {
    if (!is_kind(f, Kind::kTreeFn)) return other_evaluator.variadic_required(f);
    const FnMethodNode* method = variadic_method(*cast<TreeFn>(f)->node());
    return method == nullptr ? -1 : static_cast<int>(fixed_params(*method));
  };
  compiled_arities = [](Value f) {
    if (!is_kind(f, Kind::kTreeFn)) return arities_of_closure(f);
    const FnNode& fn = *cast<TreeFn>(f)->node();
    FunctionArities declared;
    declared.captures = fn.captures.size > 0;
    for (const Node* node : fn.methods) {
      const FnMethodNode& method = analyze::as<FnMethodNode>(node);
      if (method.variadic) {
        declared.required = static_cast<int>(fixed_params(method));
      } else {
        declared.fixed |= 1u << method.params.size;
      }
    }
    return declared;
  };
  core_upcalls.invoke_rest = [](Value f, Value* args, uint32_t count, Value rest) {
    return is_kind(f, Kind::kTreeFn) ? invoke_tree_rest(f, args, count, rest)
                                     : other_evaluator.invoke_rest(f, args, count, rest);
  };
  core_upcalls.closure_name = [](Value f) {
    return is_kind(f, Kind::kTreeFn) ? cast<TreeFn>(f)->name : other_evaluator.closure_name(f);
  };
  if (core_upcalls.eval == nullptr) core_upcalls.eval = [](Value form) { return analyze::eval_top_level(form, run); };
  if (core_upcalls.macroexpand_1 == nullptr) core_upcalls.macroexpand_1 = analyze::macroexpand_1;
  if (core_upcalls.macroexpand == nullptr) core_upcalls.macroexpand = analyze::macroexpand;
  if (core_upcalls.capture_stack == nullptr) core_upcalls.capture_stack = capture_stack;
}

Value capture_stack() {
  gc::ValueList frames;
  for (Frame* frame = top_frame; frame != nullptr; frame = frame->outer) {
    Value name = frame->fn != nullptr ? frame->fn->name : frame->unit->name;
    bool converts_parameters = frame->fn != nullptr && frame->line == 0;  // on the JVM the caller does
    if (name.is_nil() || converts_parameters) continue;
    bool closure = frame->fn != nullptr && frame->fn->captures.size > 0;
    FrameNames names = frame_names(to_utf8(name), closure ? "invoke" : "invokeStatic");
    frames.push_back(
        make_vector({make_string(names.class_name), make_string(names.method), frame->unit->file, make_long(frame->line)}));
  }
  return make_vector(frames.data(), frames.size());
}

}  // namespace clj::tree
