// (defn f [x] "doc" …): the string is a form of the body.
#include "../rule.h"

namespace clj::lint {
namespace {

class MisplacedDocstring : public Rule {
 public:
  void list(Context& context, const List& list) override {
    if (!list.written || !(list.is_core("defn") || list.is_core("defn-") || list.is_core("defmacro"))) return;
    for (size_t i = 1; i + 2 < list.items.size(); ++i) {
      if (!is_vector(list.items[i])) continue;
      if (is_string(list.items[i + 1])) {
        context.report(*this, *list.entry, "The docstring stands after the parameters, where it is a form of the body.");
      }
      return;
    }
  }
};

}  // namespace
CLJ_LINT_DEFINE(misplaced_docstring, MisplacedDocstring)
}  // namespace clj::lint
