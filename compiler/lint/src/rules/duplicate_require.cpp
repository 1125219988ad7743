#include "../rule.h"

namespace clj::lint {
namespace {

class DuplicateRequire : public Rule {
 public:
  void required(Context& context, size_t first) override {
    const auto& all = context.file.requirements;
    for (size_t i = first; i < all.size(); ++i) {
      for (size_t j = 0; j < i; ++j) {
        if (all[i].ns != all[j].ns) continue;
        context.report(*this, context.file.entries[all[i].entry], "The namespace " + all[i].ns + " is required twice.");
        break;
      }
    }
  }
};

}  // namespace
CLJ_LINT_DEFINE(duplicate_require, DuplicateRequire)
}  // namespace clj::lint
