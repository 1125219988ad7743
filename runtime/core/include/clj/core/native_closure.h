// Native functions with values of their own: thunks of lazy seqs, transducers and their steps.
//
// What a NativeClosure does is a row of native_closures.def. `map`, `filter` and their kin make
// them instead of closures, so that a step of a lazy seq or of a transduction is a C++ call.
// A Caller of a chain of transducer steps runs the whole chain in one loop.
//
// Threads  The thunk of a lazy seq is called under the seq's lock; a step with a state belongs to
//          the one reduction it was made for, as on the JVM.
// Errors   ArityException; what the functions they call throw.
// Design   docs/collections.md
#pragma once
#include <cstdint>
#include <string>

#include "clj/value/object.h"

namespace clj {

class Caller;

enum class NativeClosureOp : uint32_t {
#define CLJ_NATIVE_CLOSURE(name, maker, function, arities, doc) k##name,
#include "clj/core/native_closures.def"
#undef CLJ_NATIVE_CLOSURE
  kCount
};

struct NativeClosure : Object {
  static constexpr Kind kKind = Kind::kNativeClosure;
  static constexpr uint16_t kSlots = 4;
  Value function;  // what it applies to elements
  Value target;    // thunk: the collection, nil once it is taken; step: the next reducing function
  Value state;     // what changes, or nil
  Value extra;
  NativeClosureOp op;
};

Value make_native_closure(NativeClosureOp op, Value function, Value target = Value::nil(), Value state = Value::nil(),
                          Value extra = Value::nil());
// `f`, or for nil what throws when it is called, naming the local of JVM Clojure that holds the nil ("\"this.pred\"", quoted as in a message).
Value function_in(Value f, const char* local);
// A LazySeq with that thunk.
Value make_native_lazy(NativeClosureOp op, Value function, Value target, Value state = Value::nil(),
                       Value extra = Value::nil());
// (sequence transducer coll)
Value make_lazy_sequence(Value transducer, Value coll);
Value invoke_native_closure(NativeClosure* f, Value* args, uint32_t count);
// "clojure.core/map/fn": as a closure of clojure.core's function would be called.
std::string native_closure_name(const NativeClosure* f);
// Makes a Caller with two arguments of a transducer's step run the chain of steps in one loop.
void prepare_native_closure(Caller& caller);

}  // namespace clj
