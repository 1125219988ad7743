#include "clj/conc/pool.h"

#include <pthread.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>

#include "clj/core/call.h"
#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/numbers.h"
#include "clj/core/roots.h"
#include "clj/core/var.h"
#include "clj/gc/heap.h"

namespace clj::conc {

namespace {

constexpr std::chrono::seconds kIdleTime{10};
constexpr size_t kStackReserveBytes = size_t{1} << 20;  // kept below the limit for native code

// Guards roots.waiting_tasks and the counts. These are never destroyed: threads of the pool wait on
// them while the process exits.
std::mutex& pool_mutex = *new std::mutex;
std::condition_variable &work_arrived = *new std::condition_variable, &work_done = *new std::condition_variable;
size_t idle_threads = 0, unfinished_tasks = 0;

thread_local bool counts_as_unfinished = false;
thread_local uint64_t own_pool_index = 0;

class PoolLock {
 public:
  PoolLock() : lock_(pool_mutex, std::try_to_lock) {
    if (lock_.owns_lock()) return;
    gc::BlockingRegion region;
    lock_.lock();
  }
  std::unique_lock<std::mutex>& native() { return lock_; }

 private:
  std::unique_lock<std::mutex> lock_;
};

// A task is [code-as-long payload frame].
void run_task(Value task) {
  gc::mutator().bindings = nth(task, 2);
  auto code = reinterpret_cast<void (*)(Value)>(as_long(nth(task, 0)));
  code(nth(task, 1));
  gc::mutator().bindings = Value::nil();
}

// Takes tasks until none has come for kIdleTime. The caller has counted this thread as idle.
void work() {
  for (;;) {
    Value task;
    {
      PoolLock lock;
      auto deadline = std::chrono::steady_clock::now() + kIdleTime;
      while (seq(roots.waiting_tasks).is_nil()) {
        gc::BlockingRegion region;
        if (work_arrived.wait_until(lock.native(), deadline) == std::cv_status::timeout) break;
      }
      if (seq(roots.waiting_tasks).is_nil()) {
        --idle_threads;
        return;
      }
      task = peek(roots.waiting_tasks);
      roots.waiting_tasks = pop(roots.waiting_tasks);
      --idle_threads;
    }
    counts_as_unfinished = true;
    try {
      run_task(task);
    } catch (ClojureThrow&) {
    }
    task = Value::nil();
    is_interrupted(true);
    PoolLock lock;
    ++idle_threads;
    if (counts_as_unfinished && --unfinished_tasks == 0) work_done.notify_all();
  }
}

void* thread_main(void*) {
  static std::atomic<uint64_t> started{0};
  own_pool_index = started.fetch_add(1) + 1;
  gc::ThreadScope scope(kStackBytes - kStackReserveBytes);
  work();
  return nullptr;
}

void start_thread() {
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, kStackBytes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_t thread;
  int error = pthread_create(&thread, &attributes, thread_main, nullptr);
  pthread_attr_destroy(&attributes);
  if (error) throw_error(Error::kOutOfMemory, "unable to create native thread");
}

}  // namespace

void run_in_pool(void (*code)(Value payload), Value payload) {
  Value task = make_vector({make_long(reinterpret_cast<int64_t>(code)), payload, thread_binding_frame()});
  bool grow;
  {
    PoolLock lock;
    roots.waiting_tasks = conj(roots.waiting_tasks.is_nil() ? roots.empty_queue : roots.waiting_tasks, task);
    ++unfinished_tasks;
    grow = idle_threads < static_cast<size_t>(count(roots.waiting_tasks));
    if (grow) ++idle_threads;
    work_arrived.notify_one();
  }
  if (grow) start_thread();
}

void wait_for_tasks() {
  gc::BlockingRegion region;
  std::unique_lock lock(pool_mutex);
  work_done.wait(lock, [] { return unfinished_tasks == 0; });
}

void become_daemon() {
  if (!counts_as_unfinished) return;
  counts_as_unfinished = false;
  PoolLock lock;
  if (--unfinished_tasks == 0) work_done.notify_all();
}

void sleep(int64_t milliseconds, int32_t nanoseconds) {
  if (milliseconds < 0) throw_error(Error::kIllegalArgument, "timeout value is negative");
  thread_local std::mutex mutex;
  thread_local std::condition_variable never;
  InterruptibleWait wait(mutex, never);
  {
    gc::BlockingRegion region;
    std::unique_lock lock(mutex);
    auto time = std::chrono::milliseconds(milliseconds) + std::chrono::nanoseconds(nanoseconds);
    // Longer than a century is for ever.
    auto longest = std::chrono::hours(24 * 365 * 100);
    never.wait_for(lock, time < longest ? std::chrono::nanoseconds(time) : std::chrono::nanoseconds(longest),
                   [&] { return wait.interrupted(); });
  }
  wait.check("sleep interrupted");
}

uint64_t pool_thread_index() { return own_pool_index; }
}  // namespace clj::conc
