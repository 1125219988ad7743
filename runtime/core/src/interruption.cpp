#include "clj/core/interruption.h"

#include <atomic>
#include <unordered_map>

#include "clj/core/error.h"
#include "clj/core/text.h"
#include "clj/core/type.h"

namespace clj {
namespace {

struct Interruption {
  std::mutex mutex;  // guards what is waited on
  std::mutex* waiting_mutex = nullptr;
  std::condition_variable* waiting_on = nullptr;
  std::atomic<bool> interrupted{false};
};

// Never destroyed: other threads may end while the process exits.
std::mutex& threads_mutex = *new std::mutex;
std::unordered_map<uint64_t, Interruption*>& threads = *new std::unordered_map<uint64_t, Interruption*>;  // by number
std::atomic<uint64_t> next_thread_number{1};

// This thread's, registered when first asked for.
class ThreadEntry {
 public:
  ThreadEntry() : number(next_thread_number.fetch_add(1)) {
    std::lock_guard lock(threads_mutex);
    threads[number] = &interruption;
  }
  ~ThreadEntry() {
    std::lock_guard lock(threads_mutex);
    threads.erase(number);
  }
  const uint64_t number;
  Interruption interruption;
};

ThreadEntry& this_thread() {
  thread_local ThreadEntry entry;
  return entry;
}

}  // namespace

uint64_t current_thread_number() { return this_thread().number; }

void interrupt(uint64_t thread_number) {
  std::lock_guard lock(threads_mutex);
  auto found = threads.find(thread_number);
  if (found == threads.end()) return;
  Interruption& other = *found->second;
  other.interrupted.store(true);
  std::lock_guard other_lock(other.mutex);
  if (!other.waiting_on) return;
  // Under its mutex, so that a waiter that has just looked at the flag is not missed.
  std::lock_guard waiting_lock(*other.waiting_mutex);
  other.waiting_on->notify_all();
}

namespace {
std::mutex& holders_mutex = *new std::mutex;  // while a cell is read and its thread interrupted
}

void interrupt_holder(const std::atomic<uint64_t>& cell) {
  std::lock_guard lock(holders_mutex);
  if (uint64_t number = cell.load()) interrupt(number);
}

void leave_thread(std::atomic<uint64_t>& cell) {
  std::lock_guard lock(holders_mutex);
  cell.store(0);
}

bool is_interrupted(bool clear) {
  std::atomic<bool>& flag = this_thread().interruption.interrupted;
  return clear ? flag.exchange(false) : flag.load();
}

InterruptibleWait::InterruptibleWait(std::mutex& mutex, std::condition_variable& condition) {
  Interruption& own = this_thread().interruption;
  std::lock_guard lock(own.mutex);
  own.waiting_mutex = &mutex;
  own.waiting_on = &condition;
}

InterruptibleWait::~InterruptibleWait() {
  Interruption& own = this_thread().interruption;
  std::lock_guard lock(own.mutex);
  own.waiting_mutex = nullptr;
  own.waiting_on = nullptr;
}

bool InterruptibleWait::interrupted() const { return this_thread().interruption.interrupted.load(); }

void InterruptibleWait::check(const char* message) const {
  if (!is_interrupted(true)) return;
  Value text = message ? make_string(message) : Value::nil();
  throw_value(make_throwable(error_class(Error::kInterrupted), text, Value::nil(), Value::nil()));
}

}  // namespace clj
