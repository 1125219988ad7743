// Calls of constants that can't be called.
#include "../rule.h"
#include "clj/core/call.h"
#include "clj/core/print.h"
#include "clj/core/roots.h"

namespace clj::lint {
namespace {

using namespace analyze;

class NotAFunction : public Rule {
 public:
  void node(Context& context, const Node& node, const NodePath&) override {
    if (node.kind != NodeKind::kInvoke) return;
    const Node* fn = as<InvokeNode>(&node).fn;
    if (fn->kind != NodeKind::kConst || is_callable(as<ConstNode>(fn).value)) return;
    // nil stands where an error has been reported already.
    if (as<ConstNode>(fn).value.is_nil()) return;
    context.report(*this, context.place_of(node),
                   print_text(as<ConstNode>(fn).value) + " is called, but it is no function.");
  }
  bool failure(Context& context, const Failure& failure) override {
    if (!failure.message.starts_with("Can't call nil")) return false;
    context.report(*this, failure.place, "nil is called, but it is no function.");
    return true;
  }

 private:
  // Functions, and what stands for one: keywords, symbols, maps, sets, vectors, vars.
  static bool is_callable(Value value) { return is_ifn(value) || is_kind(value, Kind::kClass); }
};

}  // namespace
CLJ_LINT_DEFINE(not_a_function, NotAFunction)
}  // namespace clj::lint
