#include "../rule.h"

namespace clj::lint {
namespace {

using namespace analyze;

class ShadowedVar : public Rule {
 public:
  void node(Context& context, const Node& node, const NodePath&) override {
    switch (node.kind) {
      case NodeKind::kLet: return check(context, as<LetNode>(&node).locals);
      case NodeKind::kLoop: return check(context, as<LoopNode>(&node).locals);
      case NodeKind::kFnMethod: return check(context, as<FnMethodNode>(&node).params);
      default: return;
    }
  }

 private:
  void check(Context& context, const LocalList& locals) {
    for (Local* local : locals) {
      Entry* entry = context.file.find(local->name);
      if (entry == nullptr) continue;
      Value symbol = make_symbol(Value::nil(), cast<Symbol>(local->name)->name);
      auto* var = try_cast<Var>(resolve_mapping(current_ns(), symbol));
      if (var != nullptr) context.report(*this, *entry, "The local " + symbol_text(symbol) + " hides " + var_text(var) + ".");
    }
  }
};

}  // namespace
CLJ_LINT_DEFINE(shadowed_var, ShadowedVar)
}  // namespace clj::lint
