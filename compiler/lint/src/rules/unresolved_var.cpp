// A qualified name that its namespace does not have. Referred names that are absent are reported
// by the engine, which makes them exist so that the rest of the ns form is checked.
#include "../rule.h"

namespace clj::lint {
namespace {

class UnresolvedVar : public Rule {
 public:
  bool failure(Context& context, const Failure& failure) override {
    for (std::string_view start : {"No such var: ", "Unable to resolve var: "}) {
      if (!failure.message.starts_with(start)) continue;
      std::string name = failure.message.substr(start.size());
      name = name.substr(0, name.find(" in this context"));
      context.report(*this, failure.place, "There is no var " + name + "." + failure.question);
      return true;
    }
    return false;
  }
};

}  // namespace
CLJ_LINT_DEFINE(unresolved_var, UnresolvedVar)
}  // namespace clj::lint
