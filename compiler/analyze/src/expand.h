// Macro expansion, one step.
#pragma once
#include <cstdint>

#include "clj/value/value.h"

namespace clj::analyze {

class Analyzer;

// The expansion of `form`, or `form` itself when it expands to nothing else. `analyzer` gives
// the locals in scope (&env); null outside of an analysis.
Value expand_1(Value form, Analyzer* analyzer);

// What the :inline function of the var that is called makes of the call, to stand in its place; absent() when it has none
// for so many arguments.
Value inlined_call(Value form, Analyzer& analyzer);

// What an Observer is told of the list's operator.
Value operator_of(Value form, Analyzer* analyzer);

// Where the top-level form stands that this thread evaluates; 0 when it does not say.
void top_level_position(uint32_t& line, uint32_t& column);

}  // namespace clj::analyze
