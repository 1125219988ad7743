// Why a call of nil fails, in the words of the JVM, whose NullPointerException tells where the nil came from.
#include "clj/analyze/ast.h"
#include "clj/core/call.h"
#include "clj/core/host.h"
#include "clj/core/munge.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/core/var.h"
#include "primitive.h"

namespace clj::analyze {
namespace {

std::string quoted(const std::string& name) { return "\"" + name + "\""; }
std::string result_of(const std::string& method) { return "the return value of " + quoted(method); }

std::string invocation(uint32_t count) { return "clojure.lang.IFn.invoke(" + std::string(ifn_parameters(count)) + ")"; }

// Functions of clojure.core that are put in line as a call of a static method.
constexpr struct {
  std::string_view name;
  uint32_t count;
  const char* method;
} kInlined[] = {
    {"get", 2, "clojure.lang.RT.get(Object, Object)"},
    {"get", 3, "clojure.lang.RT.get(Object, Object, Object)"},
    {"nth", 2, "clojure.lang.RT.nth(Object, int)"},
    {"nth", 3, "clojure.lang.RT.nth(Object, int, Object)"},
    {"aget", 2, "clojure.lang.RT.aget(Object[], int)"},
};

std::string reason_of_call(const InvokeNode& call) {
  if (is_core_var(call.fn, "ex-info")) return "";  // what programs throw most, and never nil
  // A keyword and a protocol's function have several ways to an answer.
  if (call.fn->kind == NodeKind::kConst && is_keyword(as<ConstNode>(call.fn).value) && call.args.size == 1) return "";
  if (call.fn->kind == NodeKind::kVarRef && is_kind(cast<Var>(as<VarRefNode>(call.fn).var)->root.load(), Kind::kProtocolFn)) return "";
  for (const auto& row : kInlined) {
    if (call.args.size == row.count && is_core_var(call.fn, row.name)) return result_of(row.method);
  }
  return result_of(invocation(call.args.size));
}

// What makes the value: the JVM knows the class of a local by it.
const Node* origin(const Node* value) {
  while (value->kind == NodeKind::kLocalRef && as<LocalRefNode>(value).local->init != nullptr) value = as<LocalRefNode>(value).local->init;
  return value;
}

std::string reason_of_member(const HostCallNode& call) {
  Value tag = call.target->tag;
  Value cls = is_symbol(tag) ? find_class(symbol_text(tag)) : tag;
  if (is_kind(cls, Kind::kClass)) {
    std::string method = compiled_method(cls, call.member, call.args.size);
    return method.empty() ? method : result_of(method);
  }
  // Of other values it may know more than is known here: the class that is made, or what a method returns.
  NodeKind made = origin(call.target)->kind;
  if (!tag.is_nil() || (made != NodeKind::kInvoke && made != NodeKind::kVarRef)) return "";
  return result_of(call.args.size == 0 ? "clojure.lang.Reflector.invokeNoArgInstanceMember(Object, String, boolean)"
                                       : "clojure.lang.Reflector.invokeInstanceMethod(Object, String, Object[])");
}

}  // namespace

std::string reason_of_nil(const Node* called) {
  switch (called->kind) {
    case NodeKind::kLocalRef: {
      const auto& reference = as<LocalRefNode>(called);
      return quoted((reference.outer ? "this." : "") + munge(symbol_text(reference.local->name)));
    }
    case NodeKind::kFieldRef: return quoted("this." + munge(symbol_text(as<FieldRefNode>(called).name)));
    case NodeKind::kVarRef: return std::string(cast<Var>(as<VarRefNode>(called).var)->is_dynamic() ? kReasonOfDynamic : kReasonOfRoot);
    case NodeKind::kConst: return quoted("null");
    case NodeKind::kDo: {
      const NodeList& body = as<DoNode>(called).body;
      return reason_of_nil(body[body.size - 1]);
    }
    case NodeKind::kLet: return reason_of_nil(as<LetNode>(called).body);
    case NodeKind::kLetfn: return reason_of_nil(as<LetfnNode>(called).body);
    case NodeKind::kTry:  // both are functions of their own there
    case NodeKind::kLoop: return result_of(invocation(0));
    case NodeKind::kInvoke: return reason_of_call(as<InvokeNode>(called));
    case NodeKind::kHostCall: return reason_of_member(as<HostCallNode>(called));
    default: return "";
  }
}

}  // namespace clj::analyze
