// A do with at most one form, or one that stands in a body anyway.
#include "../bodies.h"
#include "../rule.h"
#include "clj/core/roots.h"

namespace clj::lint {
namespace {

bool is_do(Value form) {
  if (!is_seq(form)) return false;
  Value op = first(form);
  return is_symbol(op) && symbol_text(op) == "do";
}

class RedundantDo : public Rule {
 public:
  void list(Context& context, const List& list) override {
    if (!list.written) return;
    if (list.is_core("do") && list.items.size() <= 2) report(context, *list.entry);
    for_each_body(list, [&](const Body& body) {
      for (size_t i = body.from; i < body.items->size(); ++i) {
        Value form = (*body.items)[i];
        Entry* entry = is_do(form) ? context.file.find_written(form) : nullptr;
        if (entry != nullptr) report(context, *entry);
      }
    });
  }

 private:
  // What other platforms read may need the do; #(do x) is the short way to write a function.
  void report(Context& context, const Entry& entry) {
    std::string_view line = context.file.line_text(entry.place.line);
    size_t column = entry.place.column;
    if (column >= 2 && column <= line.size() && line[column - 2] == '#') return;
    if (!context.file.has_conditional(entry.place)) context.report(*this, entry, "This do changes nothing.");
  }
};

}  // namespace
CLJ_LINT_DEFINE(redundant_do, RedundantDo)
}  // namespace clj::lint
