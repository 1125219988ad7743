#include "../rule.h"

namespace clj::lint {
namespace {

class ReferAll : public Rule {
 public:
  void required(Context& context, size_t first) override {
    for (size_t i = first; i < context.file.requirements.size(); ++i) {
      const Requirement& requirement = context.file.requirements[i];
      if (!requirement.refers_all) continue;
      context.report(*this, context.file.entries[requirement.entry],
                     "Every name of " + requirement.ns + " is referred: use :as or :refer [names].");
    }
  }
};

}  // namespace
CLJ_LINT_DEFINE(refer_all, ReferAll)
}  // namespace clj::lint
