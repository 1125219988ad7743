// A let without bindings, or one that is the whole body of another let.
#include "../rule.h"

namespace clj::lint {
namespace {

class RedundantLet : public Rule {
 public:
  void list(Context& context, const List& list) override {
    if (!list.written || !list.is_core("let") || list.items.size() < 2 || !is_vector(list.items[1])) return;
    if (context.file.has_conditional(list.entry->place)) return;
    if (count(list.items[1]) == 0) context.report(*this, *list.entry, "This let binds nothing.");
    if (list.items.size() != 3 || !is_seq(list.items[2])) return;
    Value op = first(list.items[2]);
    Entry* inner = context.file.find_written(list.items[2]);
    if (inner == nullptr || !is_symbol(op) || symbol_text(op) != "let") return;
    Value bindings = next(list.items[2]).is_nil() ? Value::nil() : first(next(list.items[2]));
    if (is_vector(bindings) && count(bindings) > 0) {
      context.report(*this, *inner, "The bindings of this let could stand in the let around it.");
    }
  }
};

}  // namespace
CLJ_LINT_DEFINE(redundant_let, RedundantLet)
}  // namespace clj::lint
