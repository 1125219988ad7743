// java.lang.Thread, over the thread pool; CountDownLatch.
//
// A Thread runs in a thread of the pool, which is made when none is idle, so a program cannot
// tell. Those that wait share one condition variable, as futures do.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <thread>

#include "clj/conc/pool.h"
#include "clj/core/array.h"
#include "clj/core/scalar.h"
#include "host_support.h"
#include "iterators.h"
#include "waiting.h"

namespace clj::builtins::host {
namespace {

enum class State : uint32_t { kNew, kRunning, kTerminated };

struct ThreadObject : HostObject {
  static constexpr uint16_t kSlots = 5;
  Value runnable;
  Value group;  // java.lang.ThreadGroup; nil for the main one
  AtomicValue name;
  AtomicValue handler;  // of uncaught exceptions
  std::atomic<State> state;
  std::atomic<uint64_t> number;  // conc's, once it runs
  int64_t id;
  std::atomic<bool> daemon, interrupted_early;
  std::atomic<int32_t> priority;
};

struct Latch : HostObject {
  std::atomic<int64_t> count;
};

ThreadObject* self(Value* args) { return static_cast<ThreadObject*>(args[0].as_object()); }

int64_t next_thread_id() {
  static std::atomic<int64_t> last{1};
  return last.fetch_add(1) + 1;
}

ThreadObject* make_thread(Value runnable, Value name, int64_t id) {
  auto* thread = make_host_object<ThreadObject>("java.lang.Thread");
  thread->runnable = runnable;
  thread->name.store(name);
  thread->id = id;
  thread->priority.store(5);
  return thread;
}

// For the threads without a handler of their own; a root from its first setting on.
AtomicValue default_handler;

void tell_handler(ThreadObject* thread, Value thrown) {
  Value handler = thread->handler.load();
  if (handler.is_nil()) handler = default_handler.load();
  if (!handler.is_nil()) {
    Value call[] = {Value::object(thread), thrown};
    call_functional(handler, "uncaughtException", call, 2);
    return;
  }
  std::string text = "Exception in thread \"" + to_utf8(thread->name.load()) + "\" ";
  Value print[] = {deref(cast<Var>(roots.var_err)), make_string(text)};
  call_host_method(make_symbol("", "write"), print, 2);
  Value trace[] = {thrown};
  call_host_method(make_symbol("", "printStackTrace"), trace, 1);
}

void run_thread(Value payload) {
  auto* thread = static_cast<ThreadObject*>(payload.as_object());
  if (thread->daemon.load()) conc::become_daemon();
  // A new Java thread sees the root values of dynamic vars.
  gc::mutator().bindings = Value::nil();
  gc::mutator().thread_object = payload;
  thread->number.store(conc::current_thread_number());
  if (thread->interrupted_early.exchange(false)) interrupt_holder(thread->number);
  try {
    Value run[] = {payload};
    call_host_method(make_symbol("", "run"), run, 1);
  } catch (const ClojureThrow& thrown) {
    report_uncaught(thrown.value);
  }
  gc::mutator().thread_object = Value::nil();
  leave_thread(thread->number);
  thread->state.store(State::kTerminated);
  announce_change();
}

Value current_thread() {
  gc::Mutator& mutator = gc::mutator();
  if (mutator.thread_object.is_nil()) {
    uint64_t index = conc::pool_thread_index();
    Value name = make_string(index ? "clojure-agent-send-off-pool-" + std::to_string(index - 1) : "main");
    ThreadObject* thread = make_thread(Value::nil(), name, index ? next_thread_id() : 1);
    thread->state.store(State::kRunning);
    thread->number.store(conc::current_thread_number());
    mutator.thread_object = Value::object(thread);
  }
  return mutator.thread_object;
}

// java.util.concurrent.TimeUnit is a class in Clojure: its fields are name, ordinal and
// nanoseconds.
int64_t nanoseconds_of(Value unit) {
  if (!is_instance(roots.class_time_unit, unit)) {
    throw_bad_argument(unit, "java.util.concurrent.TimeUnit");
  }
  return to_long(cast<Instance>(unit)->fields()[2]);
}

constexpr int64_t kMillisecond = 1000000;

}  // namespace

void report_uncaught(Value thrown) {
  try {
    tell_handler(static_cast<ThreadObject*>(current_thread().as_object()), thrown);
  } catch (const ClojureThrow&) {
    // A handler that fails is ignored, as on the JVM.
  }
}

std::mutex wait_mutex;
std::condition_variable state_changed;

void refuse_interruption() {
  if (is_interrupted(false)) InterruptibleWait(wait_mutex, state_changed).check();
}

void announce_change() {
  std::lock_guard lock(wait_mutex);
  state_changed.notify_all();
}

std::chrono::nanoseconds duration(Value amount, Value unit) {
  int64_t result;
  if (__builtin_mul_overflow(to_long(amount), nanoseconds_of(unit), &result)) result = INT64_MAX / 4;
  return std::chrono::nanoseconds(result);
}

CLJ_FN(thread_new) {
  static std::atomic<int64_t> unnamed{0};
  // Any of group, runnable and name, in this order; then the size of the stack, which is the pool's.
  Value group, runnable, name, runnable_class = find_class("java.lang.Runnable");
  for (uint32_t i = 0; i < std::min(count, 3u); ++i) {
    if (is_string(args[i])) name = args[i];
    else if (i == 0 && is_instance(roots.class_thread_group, args[i])) group = args[i];
    else if (!args[i].is_nil()) runnable = args[i];
  }
  require_constructor_argument(runnable.is_nil() || is_instance(runnable_class, runnable), "java.lang.Thread");
  if (count > 2 && name.is_nil()) throw_error(Error::kNullPointer, "name cannot be null");
  if (name.is_nil()) name = make_string("Thread-" + std::to_string(unnamed.fetch_add(1)));
  ThreadObject* thread = make_thread(runnable, name, next_thread_id());
  thread->group = group;
  return Value::object(thread);
}
CLJ_FN(thread_sleep) {
  int64_t time = to_long(args[0]);
  if (time < 0) throw_error(Error::kIllegalArgument, "timeout value is negative");
  conc::sleep(time, count > 1 ? int_arg(args[1]) : 0);
  return Value::nil();
}
CLJ_FN(thread_current) { return current_thread(); }
CLJ_FN(thread_yield) {
  std::this_thread::yield();
  gc::safepoint(gc::mutator());
  return Value::nil();
}
CLJ_FN(thread_interrupted) { return boolean(conc::is_interrupted(true)); }
CLJ_FN(thread_start) {
  State expected = State::kNew;
  if (!self(args)->state.compare_exchange_strong(expected, State::kRunning)) {
    throw_named("java.lang.IllegalThreadStateException", Value::nil());
  }
  conc::run_in_pool(run_thread, args[0]);
  return Value::nil();
}
CLJ_FN(thread_run) {
  Value runnable = self(args)->runnable;
  if (!runnable.is_nil()) call_functional(runnable, "run", nullptr, 0);
  return Value::nil();
}
CLJ_FN(thread_join) {
  ThreadObject* thread = self(args);
  int64_t time = count > 1 ? to_long(args[1]) * kMillisecond : 0;
  if (thread->state.load() == State::kNew) return Value::nil();
  wait_until(std::chrono::nanoseconds(time == 0 ? -1 : time), [&] { return thread->state.load() == State::kTerminated; });
  return Value::nil();
}
CLJ_FN(thread_is_alive) { return boolean(self(args)->state.load() == State::kRunning); }
CLJ_FN(thread_interrupt) {
  ThreadObject* thread = self(args);
  // One that was started and does not run yet finds the mark when it does.
  thread->interrupted_early.store(true);
  if (thread->number.load() != 0 && thread->interrupted_early.exchange(false)) interrupt_holder(thread->number);
  return Value::nil();
}
CLJ_FN(thread_is_interrupted) {
  return boolean(self(args)->number.load() == conc::current_thread_number() && conc::is_interrupted(false));
}
CLJ_FN(thread_get_name) { return self(args)->name.load(); }
CLJ_FN(thread_set_name) {
  if (args[1].is_nil()) throw_error(Error::kNullPointer, "name cannot be null");
  self(args)->name.store(Value::object(string_arg(args[1])));
  gc::write_barrier(self(args));
  return Value::nil();
}
CLJ_FN(thread_get_id) { return make_long(self(args)->id); }
CLJ_FN(thread_is_daemon) { return boolean(self(args)->daemon.load()); }
CLJ_FN(thread_set_daemon) {
  if (self(args)->state.load() != State::kNew) throw_named("java.lang.IllegalThreadStateException", Value::nil());
  self(args)->daemon.store(args[1].truthy());
  return Value::nil();
}
CLJ_FN(thread_get_priority) { return integer(self(args)->priority.load()); }
CLJ_FN(thread_set_priority) {
  int32_t priority = int_arg(args[1]);
  if (priority < 1 || priority > 10) throw_named("java.lang.IllegalArgumentException", Value::nil());
  self(args)->priority.store(priority);
  return Value::nil();
}
CLJ_FN(thread_get_state) {
  static constexpr const char* kNames[] = {"NEW", "RUNNABLE", "TERMINATED"};
  const char* name = kNames[static_cast<uint32_t>(self(args)->state.load())];
  return static_member(find_class("java.lang.Thread$State"), make_symbol("", name));
}
CLJ_FN(thread_holds_lock) { return boolean(holds_monitor(args[0])); }
CLJ_FN(thread_ignore) { return Value::nil(); }
CLJ_FN(thread_set_handler) {
  self(args)->handler.store(args[1]);
  gc::write_barrier(self(args));
  return Value::nil();
}
CLJ_FN(thread_get_handler) { return self(args)->handler.load(); }
CLJ_FN(thread_set_default_handler) {
  static std::once_flag registered;
  std::call_once(registered, [] { gc::add_static_roots(reinterpret_cast<Value*>(&default_handler), 1); });
  default_handler.store(args[0]);
  return Value::nil();
}
CLJ_FN(thread_get_default_handler) { return default_handler.load(); }
CLJ_FN(thread_get_stack_trace) {
  Value thrown = make_throwable(error_class(Error::kThrowable), Value::nil(), Value::nil(), Value::nil());
  Value target[] = {thrown};
  return call_host_method(make_symbol("", "getStackTrace"), target, 1);
}
CLJ_FN(thread_own_group) { return self(args)->group; }
CLJ_FN(thread_to_string) {
  std::string name = to_utf8(self(args)->name.load());
  // A thread that has ended is in no group any more.
  Value own = self(args)->group;
  std::string group = self(args)->state.load() == State::kTerminated ? ""
                      : own.is_nil()                                 ? "main"
                                                                     : to_utf8(cast<Instance>(own)->fields()[0]);
  return make_string("Thread[" + name + "," + std::to_string(self(args)->priority.load()) + "," + group + "]");
}

CLJ_FN(latch_new) {
  int64_t n = int_arg(args[0]);
  if (n < 0) throw_error(Error::kIllegalArgument, "count < 0");
  auto* latch = make_host_object<Latch>("java.util.concurrent.CountDownLatch");
  latch->count.store(n);
  return Value::object(latch);
}
CLJ_FN(latch_count_down) {
  auto* latch = static_cast<Latch*>(args[0].as_object());
  int64_t n = latch->count.load();
  while (n > 0 && !latch->count.compare_exchange_weak(n, n - 1)) {
  }
  if (n == 1) announce_change();
  return Value::nil();
}
CLJ_FN(latch_get_count) { return make_long(static_cast<Latch*>(args[0].as_object())->count.load()); }
CLJ_FN(latch_to_string) {
  char hash[9];
  std::snprintf(hash, sizeof hash, "%x", identity_hash(args[0].as_object()));
  return make_string("java.util.concurrent.CountDownLatch@" + std::string(hash) +
                     "[Count = " + std::to_string(static_cast<Latch*>(args[0].as_object())->count.load()) + "]");
}
CLJ_FN(latch_await) {
  auto* latch = static_cast<Latch*>(args[0].as_object());
  auto time = count == 3 ? duration(args[1], args[2]) : std::chrono::nanoseconds(-1);
  refuse_interruption();
  bool done = wait_until(time, [&] { return latch->count.load() == 0; });
  return count == 3 ? boolean(done) : Value::nil();
}

}  // namespace clj::builtins::host
