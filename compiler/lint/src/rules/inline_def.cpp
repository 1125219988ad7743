#include <map>

#include "../rule.h"

namespace clj::lint {
namespace {

using namespace analyze;

class InlineDef : public Rule {
 public:
  // A def that a macro makes of its own has a name that is not written here.
  void list(Context& context, const List& list) override {
    if (!list.is_core("def") || list.items.size() < 2 || !is_symbol(list.items[1])) return;
    if (Entry* name = context.file.find(list.items[1])) written_[context.file][symbol_text(list.items[1])] = name->index;
  }
  void node(Context& context, const Node& node, const NodePath& path) override {
    if (node.kind != NodeKind::kDef || !path.inside(NodeKind::kFn)) return;
    auto& names = written_[context.file];
    auto written = names.find(symbol_text(cast<Var>(as<DefNode>(&node).var)->symbol));
    if (written == names.end()) return;
    context.report(*this, context.file.entries[written->second], written->first + " is defined inside a function.");
  }
  void form_end(Context& context) override { written_.take(context.file); }

 private:
  OfForm<std::map<std::string, uint32_t>> written_;  // names that the form defines, and their entries
};

}  // namespace
CLJ_LINT_DEFINE(inline_def, InlineDef)
}  // namespace clj::lint
