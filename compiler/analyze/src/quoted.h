// The values of quoted forms.
#pragma once
#include "clj/value/value.h"

namespace clj::analyze {

// The form with lists in place of all seqs: what JVM Clojure's compiler makes of ''a, whose (quote a) is a Cons for the
// reader, and of the lazy seqs that macros quote. Sorted maps become unsorted ones, as there. The form itself when it has none.
Value with_lists(Value form);

}  // namespace clj::analyze
