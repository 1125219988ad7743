#include "../rule.h"

namespace clj::lint {
namespace {

class DeprecatedVar : public Rule {
 public:
  void resolved(Context&, const Entry& entry, Value what) override {
    auto* var = try_cast<Var>(what);
    if (var == nullptr || !is_deprecated(var)) return;
    std::string name = symbol_text(cast<Namespace>(var->ns)->name) + "/" + symbol_text(var->symbol);
    Value since = get(var->meta.load(), make_keyword("", "deprecated"));
    pending_.push_back({entry.index, name + " is deprecated" + (is_string(since) ? " since " + to_utf8(since) : "") + "."});
  }
  // A deprecated function may use its like.
  void list(Context&, const List& list) override {
    if (!list.is_core("def") || list.items.size() < 2 || !is_symbol(list.items[1])) return;
    Value m = meta(list.items[1]);
    in_deprecated_ = in_deprecated_ || (!m.is_nil() && get(m, make_keyword("", "deprecated")).truthy());
  }
  void form_end(Context& context) override {
    for (const Pending& pending : pending_) {
      if (!in_deprecated_) context.report(*this, context.file.entries[pending.entry], pending.message);
    }
    pending_.clear();
    in_deprecated_ = false;
  }

 private:
  struct Pending {
    uint32_t entry;
    std::string message;
  };
  static bool is_deprecated(Var* var) {
    Value m = var->meta.load();
    return !m.is_nil() && get(m, make_keyword("", "deprecated")).truthy();
  }
  std::vector<Pending> pending_;
  bool in_deprecated_ = false;
};

}  // namespace
CLJ_LINT_DEFINE(deprecated_var, DeprecatedVar)
}  // namespace clj::lint
