#include "../rule.h"

namespace clj::lint {
namespace {

class UnexpectedRecur : public Rule {
 public:
  bool failure(Context& context, const Failure& failure) override {
    if (failure.message != "Can only recur from tail position" && failure.message != "Cannot recur across try") return false;
    context.report(*this, failure.place, failure.message + ".");
    return true;
  }
};

}  // namespace
CLJ_LINT_DEFINE(unexpected_recur, UnexpectedRecur)
}  // namespace clj::lint
