// Thread interruption, as Java's: a flag per thread that ends sleeping and waiting.
//
// Threads  Any.
#pragma once
#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <mutex>

namespace clj {

// A number that identifies a thread for interrupt(); 0 is no thread.
uint64_t current_thread_number();
void interrupt(uint64_t thread_number);
// Who runs in a thread for a while has its number in a cell, 0 before and after. A thread is used
// again, so that an interruption must not come late: interrupt_holder does nothing after
// leave_thread, and before it the thread is interrupted.
void interrupt_holder(const std::atomic<uint64_t>& cell);
void leave_thread(std::atomic<uint64_t>& cell);
bool is_interrupted(bool clear);

// While one exists, interrupt() wakes those that wait on the condition variable. It is made
// before the mutex is locked and destroyed after that was unlocked; interrupted() is for the
// predicate of the wait.
class InterruptibleWait {
 public:
  InterruptibleWait(std::mutex& mutex, std::condition_variable& condition);
  ~InterruptibleWait();
  InterruptibleWait(const InterruptibleWait&) = delete;
  bool interrupted() const;
  // Throws InterruptedException, the flag cleared, when it is set; a null message is none.
  void check(const char* message = nullptr) const;
};

}  // namespace clj
