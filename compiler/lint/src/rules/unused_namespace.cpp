// A required namespace that nothing in the file uses. One without options is there for what its
// loading does.
#include "../rule.h"
#include "../usage.h"

namespace clj::lint {
namespace {

class UnusedNamespace : public Rule {
 public:
  void file_end(Context& context) override {
    if (context.file.loads_parts) return;
    for (const Requirement& requirement : context.file.requirements) {
      if (!requirement.has_options || uses_namespace(context.file, requirement)) continue;
      context.report(*this, context.file.entries[requirement.entry], "Nothing uses the namespace " + requirement.ns + ".");
    }
  }
};

}  // namespace
CLJ_LINT_DEFINE(unused_namespace, UnusedNamespace)
}  // namespace clj::lint
