// What can't be read, expanded or compiled and is no other rule's.
#include "../rule.h"

namespace clj::lint {
namespace {

class Syntax : public Rule {
 public:
  void unclaimed(Context& context, const Failure& failure) override {
    context.report(*this, failure.place, failure.message);
  }
};

}  // namespace
CLJ_LINT_DEFINE(syntax, Syntax)
}  // namespace clj::lint
