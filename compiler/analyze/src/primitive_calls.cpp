// Calls of clojure.core's functions as the primitive operations that JVM Clojure inlines them into.
#include <algorithm>

#include <vector>

#include "analyzer.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/var.h"
#include "primitive.h"

namespace clj::analyze {

// A call of an arithmetic function as the operation that it is inlined into.
InvokeNode* Analyzer::with_primitive_operation(InvokeNode* call) {
  if (has_floating_index(*call)) call->args[1] = core_call("-floating-to-int", {call->args[1]});
  // Java's cast of a double to a char goes by an int.
  bool casts_to_char = is_core_var(call->fn, "unchecked-char") && call->args.size == 1 && is_primitive_floating(call->args[0]);
  if (casts_to_char) call->args[0] = core_call("unchecked-int", {call->args[0]});
  for (uint32_t i = 0; i < call->args.size; ++i) {
    if (is_primitive_int(call->args[i]) && takes_long(*call, i)) call->args[i] = int_as_long(call->args[i]);
    // The larger of two floats is a double, that of two shorts a long.
    bool chooses = call->args.size > 1 && (is_core_var(call->fn, "max") || is_core_var(call->fn, "min"));
    if (chooses && is_primitive_float(call->args[i])) call->args[i] = converted(call->args[i], Primitive::kDouble);
    bool widens = chooses || is_core_var(call->fn, "num");
    if (widens && (is_primitive_int(call->args[i]) || narrow_primitive(call->args[i]) != Primitive::kNone)) call->args[i] = converted(call->args[i], Primitive::kLong);
  }
  const char* name = primitive_operation(call->fn, call->args);
  if (name == nullptr) name = unchecked_operation(call->fn, call->args);
  if (name != nullptr) {
    call->fn = core_var(name);
    return call;
  }
  if (const char* cast = floating_cast(*call)) {
    bool makes_int = is_core_var(call->fn, "int");
    call->fn = core_var(cast);
    return makes_int ? core_call("-boxed-int", {call}) : call;
  }
  // (+ a b c) is (+ (+ a b) c), which tells where one of the two is another operation.
  if (call->args.size < 3) return call;
  NodeList pair = unit_.make_list(std::vector<Node*>{call->args[0], call->args[1]});
  bool divides_floating = is_core_var(call->fn, "/") && std::any_of(call->args.begin(), call->args.end(), is_primitive_floating);
  if (unchecked_operation(call->fn, pair) == nullptr && !divides_floating) return call;
  auto* inner = node<InvokeNode>(Place{});
  inner->fn = call->fn;
  inner->args = pair;
  std::vector<Node*> rest{with_primitive_operation(inner)};
  for (uint32_t i = 2; i < call->args.size; ++i) rest.push_back(call->args[i]);
  auto* outer = node<InvokeNode>(Place{});
  outer->fn = call->fn;
  outer->args = unit_.make_list(rest);
  return with_primitive_operation(outer);
}

// An expression of an int as one of a long, where it says itself how; else as it is.
Node* Analyzer::int_as_long(Node* value) {
  if (value->kind != NodeKind::kInvoke) return value;
  auto* call = static_cast<InvokeNode*>(value);
  if (is_core_var(call->fn, "-boxed-int")) return call->args[0];
  if (const char* name = long_form(*call)) call->fn = core_var(name);
  return call;
}

// The value as (long value) or (double value) where the type asks for that and it isn't known to be.
Node* Analyzer::converted(Node* value, Primitive type) {
  if (type == Primitive::kLong && is_primitive_int(value)) value = int_as_long(value);
  bool known = type == Primitive::kNone || (type == Primitive::kLong ? is_primitive_long(value) : is_primitive_double(value));
  return known ? value : core_call(type == Primitive::kLong ? "long" : "double", {value});
}

VarRefNode* Analyzer::core_var(const char* name) {
  auto* made = node<VarRefNode>();
  made->var = intern(roots.core_ns, make_symbol("", name));
  return made;
}

InvokeNode* Analyzer::core_call(const char* name, const std::vector<Node*>& args) {
  auto* made = node<InvokeNode>();
  made->fn = core_var(name);
  made->args = unit_.make_list(args);
  return made;
}

}  // namespace clj::analyze
