#include "clj/value/kind.h"

namespace clj {

const KindInfo kind_table[static_cast<int>(Kind::kCount)] = {
#define CLJ_KIND(name, jvm_class, flags) {#name, jvm_class, flags},
#include "clj/value/kinds.def"
#undef CLJ_KIND
};

}  // namespace clj
