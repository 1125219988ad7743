#include "../rule.h"

namespace clj::lint {
namespace {

class UnresolvedSymbol : public Rule {
 public:
  bool failure(Context& context, const Failure& failure) override {
    static constexpr std::string_view kStart = "Unable to resolve symbol: ", kEnd = " in this context";
    bool symbol = failure.message.starts_with(kStart);
    bool class_name = failure.message.starts_with("Unable to resolve classname: ");
    if (!symbol && !class_name) return false;
    std::string name = failure.message.substr(failure.message.find(": ") + 2);
    if (name.ends_with(kEnd)) name.resize(name.size() - kEnd.size());
    std::string finding = (class_name ? "Nothing defines the class " : "Nothing defines ") + name + ".";
    context.report(*this, failure.place, finding + failure.question);
    return true;
  }
};

}  // namespace
CLJ_LINT_DEFINE(unresolved_symbol, UnresolvedSymbol)
}  // namespace clj::lint
