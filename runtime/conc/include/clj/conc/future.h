// Promises and futures: values that another thread supplies.
//
// A future's function runs in the pool (pool.h) with the bindings of the thread that made it.
// Waiters share a few process-wide condition variables chosen by the object's address, so the
// objects have no native parts.
//
// Threads  Any.
// Errors   From awaiting a future: ExecutionException whose cause is what its function threw,
//          CancellationException when it was cancelled.
// Design   docs/threads.md
#pragma once
#include <cstdint>

#include "clj/value/object.h"

namespace clj::conc {

struct Promise : Object {
  static constexpr Kind kKind = Kind::kPromise;
  static constexpr uint16_t kSlots = 1;
  static constexpr uint8_t kDone = kFlagA;
  AtomicValue value;
};

struct Future : Object {
  static constexpr Kind kKind = Kind::kFuture;
  static constexpr uint16_t kSlots = 2;
  static constexpr uint8_t kDone = kFlagA, kFailed = kFlagB, kCancelled = kFlagC;
  AtomicValue function;  // nil once it has started
  AtomicValue value;     // or the exception it threw
  std::atomic<uint64_t> thread_number;  // of the thread that runs it
};

Value make_promise();
// The promise, or nil when it had its value already.
Value deliver(Value promise, Value v);
Value start_future(Value f);
// True when this call cancelled it. A running function is interrupted, as Java does.
bool cancel(Value future);
bool is_done(Value promise_or_future);  // cancelled ones are done
bool is_cancelled(Value future);

Value await(Value promise_or_future);
Value await(Value promise_or_future, int64_t timeout_ms, Value timeout_value);

}  // namespace clj::conc
