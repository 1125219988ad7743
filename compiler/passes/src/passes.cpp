#include "clj/passes/passes.h"

namespace clj::passes {

#define CLJ_PASS(name, doc) void name(analyze::Unit& unit);
#include "passes.def"
#undef CLJ_PASS

const std::vector<Pass>& all() {
  static const std::vector<Pass> passes = {
#define CLJ_PASS(name, doc) {#name, doc, name},
#include "passes.def"
#undef CLJ_PASS
  };
  return passes;
}

void run(analyze::Unit& unit) {
  for (const Pass& pass : all()) pass.run(unit);
}

}  // namespace clj::passes
