// Every process-wide heap reference of the runtime, in one place.
//
// C++ globals never hold Values: they would be missed by the collector and by the boot image.
// A field here is traced precisely, saved into the image and restored from it at start.
// Names the runtime itself mentions are rows of known_names.def (kw_x keywords, sym_x symbols, class_x classes).
#pragma once
#include "clj/value/value.h"

namespace clj {

struct Roots {
#define CLJ_ROOT(name, comment) Value name;
#include "clj/core/roots.def"
#undef CLJ_ROOT
#define CLJ_KEYWORD(name, ns, text) Value kw_##name;
#define CLJ_SYMBOL(name, ns, text) Value sym_##name;
#define CLJ_CLASS(name, text) Value class_##name;
#include "clj/core/known_names.def"
#undef CLJ_KEYWORD
#undef CLJ_SYMBOL
#undef CLJ_CLASS
};
extern Roots roots;

// Fills `roots` in a process without a boot image (stage 0 and unit tests): interns the known
// names, makes the namespace table, the host classes, the empty collections, clojure.core's
// native vars excepted (builtins). Call once, on a mutator thread.
void bootstrap_core();

}  // namespace clj
