// A private var that no file of the project uses; its own recursion counts as a use.
#include <unordered_set>

#include "../rule.h"

namespace clj::lint {
namespace {

class UnusedPrivateVar : public Rule {
 public:
  void list(Context& context, const List& list) override {
    if (!list.is_core("def") || list.items.size() < 2 || !is_symbol(list.items[1])) return;
    Entry* name = context.file.find(list.items[1]);
    Value m = meta(list.items[1]);
    if (name == nullptr || m.is_nil() || !get(m, make_keyword("", "private")).truthy()) return;
    Value symbol = make_symbol(Value::nil(), cast<Symbol>(list.items[1])->name);
    private_.push_back({&context.file, name->index, intern(current_ns(), symbol).bits()});
  }
  void resolved(Context&, const Entry&, Value what) override {
    if (is_kind(what, Kind::kVar)) used_.insert(what.bits());
  }
  void project_end(Engine& engine) override {
    for (const Private& candidate : private_) {
      SourceFile& file = *candidate.file;
      if (used_.count(candidate.var) != 0 || is_met_nowhere(file, candidate.entry)) continue;
      const Entry& entry = file.entries[candidate.entry];
      Context(engine, file).report(*this, entry, "Nothing uses the private var " + symbol_text(file.form(entry)) + ".");
    }
  }

 private:
  struct Private {
    SourceFile* file;
    uint32_t entry;
    uint64_t var;
  };
  // Whether the analyzer did not meet some symbol of that name: quoted, or in a macro's template.
  static bool is_met_nowhere(const SourceFile& file, uint32_t name) {
    Value wanted = file.form(file.entries[name]);
    for (const Entry& entry : file.entries) {
      Value form = file.form(entry);
      if (entry.use != Entry::Use::kUnseen || !is_symbol(form)) continue;
      if (to_utf8(cast<Symbol>(form)->name) == to_utf8(cast<Symbol>(wanted)->name)) return true;
    }
    return false;
  }

  std::vector<Private> private_;
  std::unordered_set<uint64_t> used_;
};

}  // namespace
CLJ_LINT_DEFINE(unused_private_var, UnusedPrivateVar)
}  // namespace clj::lint
