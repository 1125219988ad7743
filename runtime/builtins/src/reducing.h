// Reduction over anything Clojure can reduce, shared by the native functions that consume
// collections.
#pragma once
#include <type_traits>

#include "native.h"

namespace clj::builtins {

// (reduce f init coll): built-in collections by internal iteration, everything else through
// its own `reduce` method or clojure.core.protocols/coll-reduce.
Value reduce_any(Value f, Value init, Value coll);

// The same of the collection in `slot`, which is cleared: the caller has no copy of the head of
// a lazy seq in a register, where the collector would find it.
Value reduce_taking(Value f, Value init, Value& slot);

// A vector of the elements of an IReduceInit. What the reduction returns counts for nothing, as in (vec coll).
Value vector_by_reduction(Value coll);

// for_each over the seq of the collection in `slot`, which is cleared in the same way.
bool walk_taking(Value& slot, Step step, void* context);
template <class F>
bool walk_taking(Value& slot, F&& f) {
  using Function = std::remove_reference_t<F>;
  return walk_taking(slot, [](void* c, Value v) -> bool { return (*static_cast<Function*>(c))(v); }, &f);
}

// The same, but what reduces itself is reduced. That must end as a reduction into a vector ends: an eduction
// with halt-when throws ClassCastException, as on the JVM.
bool for_each_taking(Value& slot, Step step, void* context);
template <class F>
bool for_each_taking(Value& slot, F&& f) {
  using Function = std::remove_reference_t<F>;
  return for_each_taking(slot, [](void* c, Value v) -> bool { return (*static_cast<Function*>(c))(v); }, &f);
}

// True when `coll` has a transient.
bool is_editable(Value coll);

}  // namespace clj::builtins
