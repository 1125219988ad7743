// Macro expansion, one step.
#pragma once
#include "clj/value/value.h"

namespace clj::analyze {

class Analyzer;

// The expansion of `form`, or `form` itself when it expands to nothing else. `analyzer` gives
// the locals in scope (&env); null outside of an analysis.
Value expand_1(Value form, Analyzer* analyzer);

}  // namespace clj::analyze
