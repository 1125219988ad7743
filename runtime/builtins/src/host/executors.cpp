// java.util.concurrent's Future and executors.
//
// An executor counts what it was given and has the thread pool run it; one with n threads lets
// n tasks run at a time and keeps the rest in order.
#include <atomic>

#include "clj/conc/future.h"
#include "clj/conc/pool.h"
#include "clj/core/collections.h"
#include "host_support.h"
#include "lists.h"
#include "waiting.h"

namespace clj::builtins::host {
namespace {

struct Executor : HostObject {
  static constexpr uint16_t kSlots = 2;
  AtomicValue waiting;  // queue of tasks; changed under the object's monitor
  int64_t limit;
  int64_t running;      // under the monitor
  std::atomic<int64_t> unfinished;
  std::atomic<bool> shut_down;
};

Executor* self(Value* args) { return static_cast<Executor*>(args[0].as_object()); }

class MonitorScope {
 public:
  explicit MonitorScope(Value v) : value_(v) { monitor_enter(v); }
  ~MonitorScope() { monitor_exit(value_); }
  MonitorScope(const MonitorScope&) = delete;

 private:
  Value value_;
};

Value make_executor(int64_t limit) {
  Value type = find_class("java.util.concurrent.ThreadPoolExecutor");
  auto* executor = gc::make<Executor>();
  executor->type = type;
  executor->waiting.store(roots.empty_queue);
  executor->limit = limit;
  return Value::object(executor);
}

Value take_task(Executor* executor) {
  MonitorScope scope(Value::object(executor));
  Value queue = executor->waiting.load();
  if (seq(queue).is_nil()) {
    --executor->running;
    return Value::absent();
  }
  executor->waiting.store(pop(queue));
  gc::write_barrier(executor);
  return peek(queue);
}

// Tasks see the root values of dynamic vars, as in a new Java thread.
// A task of `execute` is queued as [future]: nobody will ask the future what went wrong.
Value future_of(Value task) { return is_vector(task) ? nth(task, 0) : task; }

void run_task(Value task) {
  Value future = future_of(task);
  conc::run_future(future);
  if (future == task || conc::is_cancelled(future)) return;
  try {
    conc::await(future);
  } catch (const ClojureThrow& thrown) {
    Value cause = cast<Throwable>(thrown.value)->cause;
    report_uncaught(cause.is_nil() ? thrown.value : cause);
  }
}

void work(Value payload) {
  gc::mutator().bindings = Value::nil();
  auto* executor = static_cast<Executor*>(payload.as_object());
  for (;;) {
    Value task = take_task(executor);
    if (task.is_absent()) return;
    run_task(task);
    if (executor->unfinished.fetch_sub(1) == 1) announce_change();
  }
}

void enqueue(Value target, Value task) {
  auto* executor = static_cast<Executor*>(target.as_object());
  if (executor->shut_down.load()) {
    throw_named("java.util.concurrent.RejectedExecutionException", make_string("Executor has been shut down"));
  }
  executor->unfinished.fetch_add(1);
  bool start;
  {
    MonitorScope scope(target);
    executor->waiting.store(conj(executor->waiting.load(), task));
    gc::write_barrier(executor);
    start = executor->running < executor->limit;
    if (start) ++executor->running;
  }
  if (start) conc::run_in_pool(work, target);
}

// A function of no arguments that runs a Callable or Runnable.
Value task_function(Value task) {
  for (const char* name : {"call", "run"}) {
    Value method = make_symbol("", name);
    if (find_method(task, method).is_absent()) continue;
    auto* member = gc::make<HostFn>();
    member->member = method;
    return invoke(deref(cast<Var>(intern_var("clojure.core", "partial"))), Value::object(member), task);
  }
  return task;
}

Value submit(Value executor, Value task) {
  Value future = conc::make_future(task_function(task));
  enqueue(executor, future);
  return future;
}

}  // namespace

CLJ_FN(future_get) {
  if (count == 1) return conc::await(args[0]);
  int64_t milliseconds = duration(args[1], args[2]).count() / 1000000;
  Value result = conc::await(args[0], milliseconds, Value::absent());
  if (result.is_absent()) throw_named("java.util.concurrent.TimeoutException", Value::nil());
  return result;
}
CLJ_FN(future_cancel_member) { return boolean(conc::cancel(args[0])); }
CLJ_FN(future_is_done) { return boolean(conc::is_done(args[0])); }
CLJ_FN(future_is_cancelled_member) { return boolean(conc::is_cancelled(args[0])); }

CLJ_FN(executor_new_fixed) {
  int64_t n = int_arg(args[0]);
  if (n <= 0) throw_named("java.lang.IllegalArgumentException", Value::nil());
  return make_executor(n);
}
CLJ_FN(executor_new_cached) { return make_executor(INT32_MAX); }
CLJ_FN(executor_new_single) { return make_executor(1); }
CLJ_FN(executor_submit) { return submit(args[0], args[1]); }
CLJ_FN(executor_execute) {
  Value future[] = {conc::make_future(task_function(args[1]))};
  enqueue(args[0], make_vector(future, 1));
  return Value::nil();
}
CLJ_FN(executor_invoke_all) {
  gc::ValueList tasks, futures;
  append_elements(args[1], tasks);
  for (Value task : tasks) futures.push_back(submit(args[0], task));
  for (Value future : futures) {
    try {
      conc::await(future);
    } catch (const ClojureThrow&) {
      // Its get throws it again.
    }
  }
  return make_array_list(futures.data(), futures.size());
}
CLJ_FN(executor_shutdown) {
  self(args)->shut_down.store(true);
  announce_change();
  return Value::nil();
}
CLJ_FN(executor_shutdown_now) {
  Executor* executor = self(args);
  executor->shut_down.store(true);
  gc::ValueList left;
  {
    MonitorScope scope(args[0]);
    append_elements(executor->waiting.load(), left);
    executor->waiting.store(roots.empty_queue);
    gc::write_barrier(executor);
  }
  for (Value& task : left) task = future_of(task);
  executor->unfinished.fetch_sub(static_cast<int64_t>(left.size()));
  announce_change();
  return make_array_list(left.data(), left.size());
}
CLJ_FN(executor_await_termination) {
  Executor* executor = self(args);
  return boolean(wait_until(duration(args[1], args[2]),
                            [&] { return executor->shut_down.load() && executor->unfinished.load() == 0; }));
}
CLJ_FN(executor_close) {
  Executor* executor = self(args);
  executor_shutdown(args, count);
  wait_until(std::chrono::nanoseconds(-1), [&] { return executor->unfinished.load() == 0; });
  return Value::nil();
}
CLJ_FN(executor_is_shutdown) { return boolean(self(args)->shut_down.load()); }
CLJ_FN(executor_is_terminated) {
  return boolean(self(args)->shut_down.load() && self(args)->unfinished.load() == 0);
}

}  // namespace clj::builtins::host
