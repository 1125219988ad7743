// Locals whose name is written in the file and that nothing refers to.
//
// Macros bind one written name several times (loop with destructuring, for's two loops): a name
// is used when any of its locals is. A symbol that the analyzer never met, because a macro
// quoted or dropped it, counts as a use of every local of that name.
#include <map>

#include "../rule.h"

namespace clj::lint {
namespace {

using namespace analyze;

class UnusedBinding : public Rule {
 public:
  void node(Context& context, const Node& node, const NodePath&) override {
    switch (node.kind) {
      case NodeKind::kLet: return bind(context, as<LetNode>(&node).locals);
      case NodeKind::kLoop: return bind(context, as<LoopNode>(&node).locals);
      case NodeKind::kLetfn: return bind(context, as<LetfnNode>(&node).locals);
      case NodeKind::kFnMethod: return bind(context, as<FnMethodNode>(&node).params);
      case NodeKind::kCatch: return bind(context, as<CatchNode>(&node).local);
      case NodeKind::kLocalRef: return use(context, as<LocalRefNode>(&node).local);
      case NodeKind::kFieldRef: return use(context, as<FieldRefNode>(&node).instance);
      case NodeKind::kSetField: return use(context, as<SetFieldNode>(&node).instance);
      default: return;
    }
  }

  void form_end(Context& context) override {
    SourceFile& file = context.file;
    std::map<std::string, bool> unmet;
    for (size_t i = file.form_begin; i < file.entries.size(); ++i) {
      Value form = file.form(file.entries[i]);
      if (is_symbol(form) && file.entries[i].use == Entry::Use::kUnseen) unmet[symbol_text(form)] = true;
    }
    for (const auto& [index, used] : bound_.take(file)) {
      std::string name = symbol_text(file.form(file.entries[index]));
      if (used || name.starts_with("_") || name.starts_with("&") || unmet.count(name) != 0) continue;
      context.report(*this, file.entries[index], "Nothing uses the local " + name + ".");
    }
  }

 private:
  void bind(Context& context, const LocalList& locals) {
    for (Local* local : locals) bind(context, local);
  }
  void bind(Context& context, Local* local) {
    if (Entry* entry = context.file.find(local->name)) bound_[context.file].try_emplace(entry->index, false);
  }
  void use(Context& context, Local* local) {
    if (Entry* entry = context.file.find(local->name)) bound_[context.file][entry->index] = true;
  }

  OfForm<std::map<uint32_t, bool>> bound_;  // entries of the names that the form binds: used?
};

}  // namespace
CLJ_LINT_DEFINE(unused_binding, UnusedBinding)
}  // namespace clj::lint
