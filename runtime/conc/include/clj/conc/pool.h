// Threads that run Clojure functions: a pool that grows as needed and keeps idle threads.
//
// Tasks wait in a root of the heap (roots.waiting_tasks), so the collector sees them. A thread
// that has had nothing to do for a while ends. Each thread is a mutator with a C stack of
// kStackBytes (address space only, committed as used).
//
// Threads  Any.
// Errors   OutOfMemoryError when no thread can be made.
// Design   docs/threads.md
#pragma once
#include <cstddef>
#include <cstdint>

#include "clj/core/interruption.h"
#include "clj/value/value.h"

namespace clj::conc {

constexpr size_t kStackBytes = size_t{256} << 20;

// Has some thread call code(payload) with the calling thread's bindings. What it throws is lost.
void run_in_pool(void (*code)(Value payload), Value payload);

// Waits until no task is waiting or running: what ends a program whose main function has
// returned. Tasks marked daemon by their thread (become_daemon) are not waited for.
void wait_for_tasks();
void become_daemon();

// Sleeps for the time unless interrupted: InterruptedException "sleep interrupted".
void sleep(int64_t milliseconds, int32_t nanoseconds = 0);

using clj::current_thread_number;
using clj::interrupt;
using clj::is_interrupted;
// Threads of the pool count from 1; 0 for all others.
uint64_t pool_thread_index();

}  // namespace clj::conc
