// The nodes: one `eval` overload per row of ast.def, in its order.
//
// absent() is the value of recur: it passes unchanged through the tail positions up to the
// loop or method that recur aims at, whose locals are stored already.
#include <alloca.h>

#include <utility>

#include "clj/core/call.h"
#include "clj/core/case_match.h"
#include "clj/core/collections.h"
#include "clj/core/equality.h"
#include "clj/core/error.h"
#include "clj/core/host.h"
#include "clj/core/map.h"
#include "clj/core/numbers.h"
#include "clj/core/print.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/core/var.h"
#include "frame.h"

namespace clj::tree {

using namespace analyze;

namespace {

// The values of `nodes` in memory of the caller's stack, with `spare` nil words before them.
Value* eval_all(const NodeList& nodes, Frame& frame, void* memory, uint32_t spare) {
  auto* values = static_cast<Value*>(memory);
  for (uint32_t i = 0; i < spare + nodes.size; ++i) values[i] = Value::nil();
  for (uint32_t i = 0; i < nodes.size; ++i) values[spare + i] = eval(nodes[i], frame);
  return values;
}
#define CLJ_EVAL_ALL(nodes, spare) eval_all(nodes, frame, alloca(((nodes).size + (spare)) * sizeof(Value)), spare)

Value eval(const ConstNode& node, Frame&) { return node.value; }
Value eval(const LocalRefNode& node, Frame& frame) {
  Value& place = frame.at(node.local);
  return node.last ? std::exchange(place, Value::nil()) : place;
}
Value eval(const VarRefNode& node, Frame&) { return deref(cast<Var>(node.var)); }
Value eval(const TheVarNode& node, Frame&) { return node.var; }

Value eval(const DefNode& node, Frame& frame) {
  auto* var = cast<Var>(node.var);
  if (node.meta != nullptr && node.inner) set_var_meta(var, eval(node.meta, frame));
  Value init = node.init == nullptr ? Value::absent() : eval(node.init, frame);
  define_var(var, init, node.dynamic);
  if (node.meta != nullptr && !node.inner) set_var_meta(var, eval(node.meta, frame));
  if (node.make_static != nullptr) eval(node.make_static, frame);
  return node.var;
}

Value eval(const IfNode& node, Frame& frame) {
  return eval(eval(node.test, frame).truthy() ? node.then : node.otherwise, frame);
}

Value eval(const DoNode& node, Frame& frame) {
  uint32_t last = node.body.size - 1;
  for (uint32_t i = 0; i < last; ++i) eval(node.body[i], frame);
  return eval(node.body[last], frame);
}

Value eval(const LetNode& node, Frame& frame) {
  for (uint32_t i = 0; i < node.locals.size; ++i) frame.at(node.locals[i]) = eval(node.inits[i], frame);
  return eval(node.body, frame);
}

Value eval(const LoopNode& node, Frame& frame) {
  for (uint32_t i = 0; i < node.locals.size; ++i) frame.at(node.locals[i]) = eval(node.inits[i], frame);
  for (;;) {
    gc::safepoint(gc::mutator());
    Value result = eval(node.body, frame);
    if (!result.is_absent()) return result;
  }
}

Value eval(const RecurNode& node, Frame& frame) {
  Value* values = CLJ_EVAL_ALL(node.args, 0);
  for (uint32_t i = 0; i < node.locals.size; ++i) frame.at(node.locals[i]) = values[i];
  return Value::absent();
}

Value eval(const LetfnNode& node, Frame& frame) {
  // First every function, then what they capture, which may be each other.
  for (uint32_t i = 0; i < node.locals.size; ++i) {
    frame.at(node.locals[i]) = make_function(as<FnNode>(node.inits[i]), frame);
  }
  for (const Local* local : node.locals) fill_captures(frame.at(local), frame);
  for (const Node* init : node.inits) give_up_taken(as<FnNode>(init), frame);
  return eval(node.body, frame);
}

Value eval(const FnNode& node, Frame& frame) {
  Value function = make_function(node, frame);
  fill_captures(function, frame);
  give_up_taken(node, frame);
  return node.meta == nullptr ? function : with_form_meta(function, eval(node.meta, frame));
}

Value eval(const FnMethodNode&, Frame&) { return Value::nil(); }  // run by its Fn, see function.cpp

Value eval(const InvokeNode& node, Frame& frame) {
  Value function = eval(node.fn, frame);
  Value* args = CLJ_EVAL_ALL(node.args, 0);
  frame.line = node.line;
  if (function.is_nil()) throw_call_of_nil(node.args.size, reason_of_nil(node.fn));
  return invoke(function, args, node.args.size);
}

// The handler for `thrown`, or null. A class that was unknown to the analyzer may exist now.
const CatchNode* find_handler(const TryNode& node, Value thrown) {
  for (const Node* child : node.catches) {
    auto& handler = as<CatchNode>(child);
    Value cls = is_string(handler.cls) ? find_class(to_utf8(handler.cls)) : handler.cls;
    if (!cls.is_nil() && is_instance(cls, thrown)) return &handler;
  }
  return nullptr;
}

// The body and the handlers, without `finally`. The value of the exception is copied out of
// C++ exception memory, which the collector does not see, before anything else happens.
Value eval_handled(const TryNode& node, Frame& frame) {
  Value thrown;
  try {
    return eval(node.body, frame);
  } catch (const ClojureThrow& exception) {
    thrown = exception.value;
  }
  const CatchNode* handler = find_handler(node, thrown);
  if (handler == nullptr) throw_value(thrown);
  frame.at(handler->local) = thrown;
  return eval(handler->body, frame);
}

Value eval(const TryNode& node, Frame& frame) {
  if (node.finally == nullptr) return eval_handled(node, frame);
  Value result, thrown;
  try {
    result = eval_handled(node, frame);
  } catch (const ClojureThrow& exception) {
    thrown = exception.value;
  }
  eval(node.finally, frame);
  if (!thrown.is_nil()) throw_value(thrown);
  return result;
}

Value eval(const CatchNode&, Frame&) { return Value::nil(); }  // run by its Try

Value eval(const ThrowNode& node, Frame& frame) {
  Value exception = eval(node.exception, frame);
  frame.line = node.line;
  if (exception.is_nil()) throw_nil(reason_of_nil(node.exception));
  throw_value(exception);
}

Value eval(const NewNode& node, Frame& frame) {
  Value* args = CLJ_EVAL_ALL(node.args, 0);
  frame.line = node.line;
  return construct(node.cls, args, node.args.size);
}

Value eval(const HostCallNode& node, Frame& frame) {
  Value target = eval(node.target, frame);
  Value* args = CLJ_EVAL_ALL(node.args, 1);
  args[0] = target;
  frame.line = node.line;
  if (node.field_only) return host_field(target, node.member);
  return call_host_method(node.member, args, 1 + node.args.size);
}

Value eval(const StaticCallNode& node, Frame& frame) {
  Value* args = CLJ_EVAL_ALL(node.args, 0);
  frame.line = node.line;
  return call_static(node.cls, node.member, args, node.args.size);
}

Value eval(const StaticFieldNode& node, Frame& frame) {
  frame.line = node.line;
  return static_member(node.cls, node.member);
}

Value eval(const SetVarNode& node, Frame& frame) {
  Value value = eval(node.value, frame);
  frame.line = node.line;
  set_var(cast<Var>(node.var), value);
  return value;
}

Value eval(const FieldRefNode& node, Frame& frame) {
  return cast<Instance>(frame.at(node.instance))->fields()[node.index];
}

Value eval(const SetFieldNode& node, Frame& frame) {
  Value value = eval(node.value, frame);
  auto* instance = cast<Instance>(frame.at(node.instance));
  instance->fields()[node.index] = value;
  gc::write_barrier(instance);
  return value;
}

Value eval(const SetHostFieldNode& node, Frame& frame) {
  Value target = eval(node.target, frame);
  Value value = eval(node.value, frame);
  frame.line = node.line;
  return set_host_field(target, node.member, value);
}

Value eval(const VectorNode& node, Frame& frame) { return make_vector(CLJ_EVAL_ALL(node.items, 0), node.items.size); }

// The first of `count` values, `step` apart, that equals one before it.
void check_unique(const Value* values, uint32_t count, uint32_t step) {
  Value seen = roots.empty_hash_set;
  for (uint32_t i = 0; i < count; i += step) {
    if (contains(seen, values[i])) throw_duplicate_key(values[i]);
    seen = conj(seen, values[i]);
  }
}

Value eval(const MapNode& node, Frame& frame) {
  Value* values = CLJ_EVAL_ALL(node.entries, 0);
  Value map = make_map(values, node.entries.size);
  if (static_cast<uint64_t>(count(map)) * 2 != node.entries.size) check_unique(values, node.entries.size, 2);
  return map;
}

Value eval(const SetNode& node, Frame& frame) {
  Value* values = CLJ_EVAL_ALL(node.items, 0);
  Value set = make_set(values, node.items.size);
  if (static_cast<uint64_t>(count(set)) != node.items.size) check_unique(values, node.items.size, 1);
  return set;
}

Value eval(const WithMetaNode& node, Frame& frame) {
  Value target = eval(node.target, frame);
  return with_meta(target, eval(node.meta, frame));
}

Value eval(const CaseNode& node, Frame& frame) {
  Value constant = case_constant(node.keys, eval(node.test, frame));
  for (uint32_t i = 0; i < node.branches.size && !constant.is_absent(); ++i) {
    if (nth(node.keys, i) == constant) return eval(node.branches[i], frame);
  }
  return eval(node.otherwise, frame);
}

Value eval(const ImportNode& node, Frame&) { return import_named(node.name); }

// Interfaces by name may be known by now.
Value known_classes(Value interfaces) {
  gc::ValueList classes;
  for_each(interfaces, [&](Value cls) {
    Value known = is_string(cls) ? find_class(to_utf8(cls)) : cls;
    classes.push_back(known.is_nil() ? cls : known);
    return true;
  });
  return make_vector(classes.data(), classes.size());
}

Value eval(const DeftypeNode& node, Frame& frame) {
  Value* functions = CLJ_EVAL_ALL(node.methods, 0);
  return define_type(node.name, node.fields, known_classes(node.interfaces), node.method_names, functions,
                     node.methods.size);
}

Value eval(const ReifyNode& node, Frame& frame) {
  Value* functions = CLJ_EVAL_ALL(node.methods, 0);
  Value meta = node.meta == nullptr ? Value::nil() : eval(node.meta, frame);
  auto* site = cast<Box>(node.site);
  Value cls = site->value.load();
  if (cls.is_nil()) {
    cls = define_reify_class(node.name, known_classes(node.interfaces), node.method_names);
    site->value.store(cls);
    gc::write_barrier(site);
  }
  return make_reify_instance(cls, meta, functions, node.methods.size);
}

Value eval(const MonitorEnterNode& node, Frame& frame) {
  monitor_enter(eval(node.target, frame));
  return Value::nil();
}

Value eval(const MonitorExitNode& node, Frame& frame) {
  monitor_exit(eval(node.target, frame));
  return Value::nil();
}

}  // namespace

Value eval(const Node* node, Frame& frame) {
  switch (node->kind) {
#define CLJ_NODE(name, op) \
  case NodeKind::k##name:  \
    return eval(as<name##Node>(node), frame);
#include "clj/analyze/ast.def"
    case NodeKind::kCount:
      break;
  }
  return Value::nil();
}

}  // namespace clj::tree
