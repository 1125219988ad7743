#include "../rule.h"

namespace clj::lint {
namespace {

class DeprecatedVar : public Rule {
 public:
  void resolved(Context& context, const Entry& entry, Value what) override {
    auto* var = try_cast<Var>(what);
    if (var == nullptr || !is_deprecated(var)) return;
    std::string name = symbol_text(cast<Namespace>(var->ns)->name) + "/" + symbol_text(var->symbol);
    Value since = get(var->meta.load(), make_keyword("", "deprecated"));
    noted_[context.file].uses.push_back({entry.index, name + " is deprecated" + (is_string(since) ? " since " + to_utf8(since) : "") + "."});
  }
  // A deprecated function may use its like.
  void list(Context& context, const List& list) override {
    if (!list.is_core("def") || list.items.size() < 2 || !is_symbol(list.items[1])) return;
    Value m = meta(list.items[1]);
    if (!m.is_nil() && get(m, make_keyword("", "deprecated")).truthy()) noted_[context.file].in_deprecated = true;
  }
  void form_end(Context& context) override {
    Noted noted = noted_.take(context.file);
    if (noted.in_deprecated) return;
    for (const Use& use : noted.uses) context.report(*this, context.file.entries[use.entry], use.message);
  }

 private:
  struct Use {
    uint32_t entry;
    std::string message;
  };
  struct Noted {
    std::vector<Use> uses;
    bool in_deprecated = false;  // the form defines a deprecated function
  };
  static bool is_deprecated(Var* var) {
    Value m = var->meta.load();
    return !m.is_nil() && get(m, make_keyword("", "deprecated")).truthy();
  }
  OfForm<Noted> noted_;
};

}  // namespace
CLJ_LINT_DEFINE(deprecated_var, DeprecatedVar)
}  // namespace clj::lint
