// Caller: one function, called many times with the same number of arguments.
//
// What `invoke` finds out at every call (what kind of function, does the arity fit, where is the
// interpreter's stack) is found out once. It lives on the C++ stack of the native function that
// made it and must not outlive that call; calls may nest.
//
//   Caller step(f, 2);
//   for (…) result = step(result, x);
//
// Threads  Belongs to the thread that made it.
// Errors   As invoke's.
#pragma once
#include <memory>

#include "clj/core/call.h"

namespace clj {

class Caller {
 public:
  Caller(Value f, uint32_t count);
  Caller(const Caller&) = delete;

  Value operator()(Value a) {
    Value args[] = {a};
    return call(args);
  }
  Value operator()(Value a, Value b) {
    Value args[] = {a, b};
    return call(args);
  }
  Value operator()(Value a, Value b, Value c) {
    Value args[] = {a, b, c};
    return call(args);
  }
  // `args`: as many as the constructor was told. They belong to the callee.
  Value call(Value* args) { return native ? native(args, count) : enter(*this, args); }

  // For the evaluators, which prepare calls of their functions (CoreUpcalls::prepare_closure).
  Value function;
  NativeCode native = nullptr;  // a native function that takes `count` arguments
  Value (*enter)(Caller& caller, Value* args);
  uint32_t count;
  void* thread = nullptr;
  Value* frame = nullptr;
  const void* arity = nullptr;
  std::shared_ptr<void> chain;  // of transducer steps (transducers.cpp)
};

}  // namespace clj
