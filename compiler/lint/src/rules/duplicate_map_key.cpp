#include "../rule.h"
#include "clj/core/print.h"

namespace clj::lint {
namespace {

class DuplicateMapKey : public Rule {
 public:
  void duplicate(Context& context, const Entry& entry, bool in_set) override {
    if (!in_set) context.report(*this, entry, "The key " + print_text(context.file.form(entry)) + " stands twice in a map.");
  }
};

}  // namespace
CLJ_LINT_DEFINE(duplicate_map_key, DuplicateMapKey)
}  // namespace clj::lint
