// A referred name that nothing in the file uses; of a namespace that nothing uses, one finding
// says so (unused-namespace).
#include "../rule.h"
#include "../usage.h"

namespace clj::lint {
namespace {

class UnusedReferredVar : public Rule {
 public:
  void file_end(Context& context) override {
    if (context.file.loads_parts) return;
    for (const Requirement& requirement : context.file.requirements) {
      if (requirement.referred.empty() || !uses_namespace(context.file, requirement)) continue;
      for (uint32_t referred : requirement.referred) {
        if (uses_referred(context.file, requirement, referred)) continue;
        const Entry& entry = context.file.entries[referred];
        context.report(*this, entry,
                       "Nothing uses " + requirement.ns + "/" + symbol_text(context.file.form(entry)) + ", which is referred.");
      }
    }
  }
};

}  // namespace
CLJ_LINT_DEFINE(unused_referred_var, UnusedReferredVar)
}  // namespace clj::lint
