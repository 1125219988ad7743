// A name that is defined a second time in a file, or that hides one that was referred.
#include <map>

#include "../rule.h"

namespace clj::lint {
namespace {

using namespace analyze;

class RedefinedVar : public Rule {
 public:
  // Before the analysis, which interns the var.
  void list(Context& context, const List& list) override {
    if (!list.is_core("def") || list.items.size() < 2 || !is_symbol(list.items[1])) return;
    Entry* name = context.file.find(list.items[1]);
    if (name == nullptr) return;
    Value symbol = make_symbol(Value::nil(), cast<Symbol>(list.items[1])->name);
    auto* mapped = try_cast<Var>(resolve_mapping(current_ns(), symbol));
    if (mapped != nullptr && mapped->ns != current_ns() && !context.is_missing_namespace(mapped->ns)) {
      context.report(*this, *name, symbol_text(symbol) + " already refers to " + var_text(mapped) + ".");
    }
    // Only a def that is a whole top-level form: others may depend on a condition.
    Value form = context.file.form(context.file.entries[context.file.form_entry]);
    bool is_whole = is_seq(form) && !next(form).is_nil() && context.file.find(first(next(form))) == name;
    if (is_whole) written_[context.file][symbol_text(symbol)] = name->index;
  }
  void node(Context& context, const Node& node, const NodePath& path) override {
    if (node.kind != NodeKind::kDef || !path.ancestors.empty() || as<DefNode>(&node).init == nullptr) return;
    std::string name = symbol_text(cast<Var>(as<DefNode>(&node).var)->symbol);
    auto& names = written_[context.file];
    auto written = names.find(name);
    if (written == names.end()) return;
    const Entry& entry = context.file.entries[written->second];
    auto [first, is_new] = defined_.try_emplace({&context.file, name}, entry.place.line);
    if (is_new || first->second == entry.place.line) return;
    context.report(*this, entry, name + " is defined already, in line " + std::to_string(first->second) + ".");
  }
  // The analyzer's error, if the name is not clojure.core's: the list was told before.
  bool failure(Context&, const Failure& failure) override {
    return failure.message.find(" already refers to: #'") != std::string::npos;
  }
  void form_end(Context& context) override { written_.take(context.file); }

 private:
  OfForm<std::map<std::string, uint32_t>> written_;  // names that the form defines, and their entries
  std::map<std::pair<const SourceFile*, std::string>, uint32_t> defined_;
};

}  // namespace
CLJ_LINT_DEFINE(redefined_var, RedefinedVar)
}  // namespace clj::lint
