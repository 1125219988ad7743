// Reduction over anything Clojure can reduce, shared by the native functions that consume
// collections.
#pragma once
#include "native.h"

namespace clj::builtins {

// (reduce f init coll): built-in collections by internal iteration, everything else through
// its own `reduce` method or clojure.core.protocols/coll-reduce.
Value reduce_any(Value f, Value init, Value coll);

// coll, or a vector of its elements when it can be reduced but not walked (eductions, types
// with a reduce method): something for_each takes.
Value walkable(Value coll);

// True when `coll` has a transient.
bool is_editable(Value coll);

}  // namespace clj::builtins
