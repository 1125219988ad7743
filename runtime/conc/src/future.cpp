#include "clj/conc/future.h"

#include <chrono>
#include <condition_variable>
#include <mutex>

#include "clj/conc/pool.h"
#include "clj/core/call.h"
#include "clj/core/error.h"
#include "clj/core/interruption.h"
#include "clj/core/print.h"
#include "clj/core/type.h"
#include "clj/gc/heap.h"

namespace clj::conc {

namespace {

// What waiters wait on: chosen by address, shared by unrelated objects.
struct Gate {
  std::mutex mutex;
  std::condition_variable opened;
};
Gate gates[16];
Gate& gate_of(const Object* object) { return gates[(reinterpret_cast<uintptr_t>(object) >> 4) % 16]; }

constexpr uint8_t kDone = Promise::kDone;
static_assert(Future::kDone == kDone);

class GateLock {
 public:
  explicit GateLock(Gate& gate) : lock_(gate.mutex, std::try_to_lock) {
    if (lock_.owns_lock()) return;
    gc::BlockingRegion region;
    lock_.lock();
  }

 private:
  std::unique_lock<std::mutex> lock_;
};

// Sets value and flags unless it is done already; true when it did.
bool finish(Object* object, AtomicValue& slot, Value v, uint8_t flags) {
  Gate& gate = gate_of(object);
  GateLock lock(gate);
  if (object->has_flag(kDone)) return false;
  slot.store(v);
  gc::write_barrier(object);
  object->set_flag(static_cast<uint8_t>(flags | kDone));
  gate.opened.notify_all();
  return true;
}

// False when the time is up. Negative: no limit.
bool wait(Object* object, int64_t timeout_ms) {
  bool done_before = object->has_flag(kDone);
  // A promise refuses an interrupted thread in any case, as the JVM's latch does.
  if (done_before && (object->kind != Kind::kPromise || !is_interrupted(false))) return true;
  Gate& gate = gate_of(object);
  InterruptibleWait interruptible(gate.mutex, gate.opened);
  if (done_before) interruptible.check();
  {
    gc::BlockingRegion region;
    std::unique_lock lock(gate.mutex);
    auto done = [&] { return object->has_flag(kDone) || interruptible.interrupted(); };
    constexpr int64_t kLongestMs = int64_t{1000} * 60 * 60 * 24 * 365;
    if (timeout_ms < 0) gate.opened.wait(lock, done);
    else gate.opened.wait_for(lock, std::chrono::milliseconds(std::min(timeout_ms, kLongestMs)), done);
  }
  if (object->has_flag(kDone)) return true;
  interruptible.check();
  return false;
}

Value result(Value v) {
  if (auto* promise = try_cast<Promise>(v)) return promise->value.load();
  auto* future = cast<Future>(v);
  if (future->has_flag(Future::kCancelled)) throw_error(Error::kCancellation);
  Value value = future->value.load();
  if (!future->has_flag(Future::kFailed)) return value;
  throw_value(make_throwable(error_class(Error::kExecution), str_value(value), value, Value::nil()));
}

}  // namespace

Value make_promise() { return Value::object(gc::make<Promise>()); }

Value deliver(Value v, Value value) {
  auto* promise = cast<Promise>(v);
  return finish(promise, promise->value, value, 0) ? v : Value::nil();
}

namespace {

void run_future(Value v) {
  auto* future = cast<Future>(v);
  Value f = future->function.load();
  future->function.store(Value::nil());
  future->thread_number.store(current_thread_number());
  if (!future->has_flag(Future::kDone)) {
    try {
      finish(future, future->value, invoke(f), 0);
    } catch (ClojureThrow& thrown) {
      finish(future, future->value, thrown.value, Future::kFailed);
    }
  }
  leave_thread(future->thread_number);
}

}  // namespace

Value start_future(Value f) {
  auto* future = gc::make<Future>();
  future->function.store(f);
  run_in_pool(run_future, Value::object(future));
  return Value::object(future);
}

bool cancel(Value v) {
  auto* future = cast<Future>(v);
  if (!finish(future, future->value, Value::nil(), Future::kCancelled)) return false;
  interrupt_holder(future->thread_number);
  return true;
}

bool is_done(Value v) { return v.as_object()->has_flag(kDone); }
bool is_cancelled(Value v) { return v.as_object()->has_flag(Future::kCancelled); }

Value await(Value v) {
  wait(v.as_object(), -1);
  return result(v);
}

Value await(Value v, int64_t timeout_ms, Value timeout_value) {
  return wait(v.as_object(), std::max<int64_t>(timeout_ms, 0)) ? result(v) : timeout_value;
}

}  // namespace clj::conc
