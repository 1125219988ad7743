#include "../rule.h"

namespace clj::lint {
namespace {

class PrivateCall : public Rule {
 public:
  bool failure(Context& context, const Failure& failure) override {
    // A var that is called (#'a/b), or a symbol.
    static constexpr std::string_view kStart = "var: ", kVar = "#'", kEnd = " is not public";
    if (!failure.message.starts_with(kStart) || !failure.message.ends_with(kEnd)) return false;
    std::string name = failure.message.substr(kStart.size(), failure.message.size() - kStart.size() - kEnd.size());
    if (name.starts_with(kVar)) name.erase(0, kVar.size());
    context.report(*this, failure.place, "The var " + name + " is private.");
    return true;
  }
};

}  // namespace
CLJ_LINT_DEFINE(private_call, PrivateCall)
}  // namespace clj::lint
