// Forms of a body, the last one excepted, that can have no effect: constants, names, functions,
// and calls of pure functions of clojure.core.
#include <unordered_set>

#include "../bodies.h"
#include "../rule.h"
#include "clj/core/roots.h"

namespace clj::lint {
namespace {

bool is_pure(Value op) {
  static const std::unordered_set<std::string> names = {
#define CLJ_PURE(name) name,
#include "../pure.def"
#undef CLJ_PURE
  };
  auto* var = try_cast<Var>(op);
  return var != nullptr && var->ns == roots.core_ns && names.count(symbol_text(var->symbol)) != 0;
}

class UnusedValue : public Rule {
 public:
  void list(Context& context, const List& list) override {
    if (!list.written) return;
    if (dropped_[context.file].erase(list.entry->index) != 0 && (is_pure(list.op) || list.is_core("fn") || list.is_core("quote"))) {
      report(context, *list.entry);
    }
    for_each_body(list, [&](const Body& body) {
      for (size_t i = body.from; i + 1 < body.items->size(); ++i) {
        Value form = (*body.items)[i];
        // A list is judged when the analyzer says what it calls. Nil and strings are
        // left alone: they stand for a comment, or misplaced-docstring has them.
        Entry* entry = is_symbol(form) ? context.file.find(form) : context.file.find_written(form);
        if (is_seq(form) && entry != nullptr) dropped_[context.file].insert(entry->index);
        bool literal = is_symbol(form) || is_vector(form) || is_map(form) || is_set(form);
        if (literal && entry != nullptr && !is_condition_map(body, i)) report(context, *entry);
        if (is_keyword(form) || (!form.is_object() && !form.is_nil())) report(context, *list.entry);
      }
    });
  }
  void form_end(Context& context) override { dropped_.take(context.file); }

 private:
  void report(Context& context, const Entry& entry) {
    if (!context.file.has_conditional(entry.place)) context.report(*this, entry, "The value of this form is not used.");
  }
  // {:pre …} at the head of a function's body.
  static bool is_condition_map(const Body& body, size_t i) {
    Value form = (*body.items)[i];
    return i == body.from && is_map(form) &&
           (contains(form, make_keyword("", "pre")) || contains(form, make_keyword("", "post")));
  }
  OfForm<std::unordered_set<uint32_t>> dropped_;  // entries of lists whose value nothing uses
};

}  // namespace
CLJ_LINT_DEFINE(unused_value, UnusedValue)
}  // namespace clj::lint
