// A prefix that names no namespace here. Required libraries that are nowhere are reported by the
// engine, when their loading fails.
#include "../rule.h"

namespace clj::lint {
namespace {

class UnresolvedNamespace : public Rule {
 public:
  bool failure(Context& context, const Failure& failure) override {
    static constexpr std::string_view kStart = "No such namespace: ", kClass = "Could not locate ";
    if (failure.message.starts_with(kStart)) {
      context.report(*this, failure.place,
                     "No namespace or alias " + failure.message.substr(kStart.size()) + " is required here." + failure.question);
      return true;
    }
    if (!failure.message.starts_with(kClass)) return false;
    context.report(*this, failure.place, failure.message);
    return true;
  }
};

}  // namespace
CLJ_LINT_DEFINE(unresolved_namespace, UnresolvedNamespace)
}  // namespace clj::lint
