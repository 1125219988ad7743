#include "../rule.h"
#include "clj/core/print.h"

namespace clj::lint {
namespace {

class DuplicateSetKey : public Rule {
 public:
  void duplicate(Context& context, const Entry& entry, bool in_set) override {
    if (in_set) context.report(*this, entry, "The element " + print_text(context.file.form(entry)) + " stands twice in a set.");
  }
};

}  // namespace
CLJ_LINT_DEFINE(duplicate_set_key, DuplicateSetKey)
}  // namespace clj::lint
