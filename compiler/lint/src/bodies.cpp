#include "bodies.h"

namespace clj::lint {

const BodyRow* body_row(const List& list) {
  static constexpr BodyRow rows[] = {
#define CLJ_BODY(name, first) {name, first, false},
#define CLJ_FN_BODIES(name, params) {name, params, true},
#include "bodies.def"
#undef CLJ_BODY
#undef CLJ_FN_BODIES
  };
  for (const BodyRow& row : rows) {
    if (list.is_core(row.name)) return &row;
  }
  return nullptr;
}

}  // namespace clj::lint
