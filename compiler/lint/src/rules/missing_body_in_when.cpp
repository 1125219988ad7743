#include "../rule.h"

namespace clj::lint {
namespace {

class MissingBodyInWhen : public Rule {
 public:
  void list(Context& context, const List& list) override {
    if (!list.written || list.items.size() != 2) return;
    for (const char* name : {"when", "when-not", "when-let", "when-some", "when-first"}) {
      if (!list.is_core(name) || context.file.has_conditional(list.entry->place)) continue;
      context.report(*this, *list.entry, std::string("The ") + name + " has no body: it is always nil.");
    }
  }
};

}  // namespace
CLJ_LINT_DEFINE(missing_body_in_when, MissingBodyInWhen)
}  // namespace clj::lint
