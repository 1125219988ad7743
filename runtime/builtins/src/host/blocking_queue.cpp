// java.util.concurrent's queues: a persistent queue under the object's monitor; those that wait
// for elements or room share one condition variable.
#include <atomic>

#include "clj/core/collections.h"
#include "host_support.h"
#include "iterators.h"
#include "lists.h"
#include "waiting.h"
#include "to_array.h"

namespace clj::builtins::host {
namespace {

struct Queue : HostObject {
  static constexpr uint16_t kSlots = 2;
  AtomicValue elements;
  std::atomic<int64_t> size;
  int64_t capacity;
};

Queue* self(Value* args) { return static_cast<Queue*>(args[0].as_object()); }

bool try_add(Value* args, Value x) {
  if (x.is_nil()) throw_named("java.lang.NullPointerException", Value::nil());
  Queue* queue = self(args);
  {
    MonitorScope scope(args[0]);
    if (queue->size.load() >= queue->capacity) return false;
    queue->elements.store(conj(queue->elements.load(), x));
    gc::write_barrier(queue);
    queue->size.fetch_add(1);
  }
  announce_change();
  return true;
}

Value try_take(Value* args) {
  Queue* queue = self(args);
  Value x;
  {
    MonitorScope scope(args[0]);
    if (queue->size.load() == 0) return Value::absent();
    x = peek(queue->elements.load());
    queue->elements.store(pop(queue->elements.load()));
    gc::write_barrier(queue);
    queue->size.fetch_sub(1);
  }
  announce_change();
  return x;
}

constexpr std::chrono::nanoseconds kForEver{-1};

// What is left of a time to wait, which others may make one wait for more than once.
class TimeLeft {
 public:
  explicit TimeLeft(std::chrono::nanoseconds time)
      : end_(time.count() < 0 ? Clock::time_point::max() : Clock::now() + std::min(time, kLongestWait)) {}
  std::chrono::nanoseconds get() const {
    if (end_ == Clock::time_point::max()) return kForEver;
    return std::max<std::chrono::nanoseconds>(end_ - Clock::now(), std::chrono::nanoseconds(0));
  }

 private:
  using Clock = std::chrono::steady_clock;
  Clock::time_point end_;
};

// Waits for room; false when the time ran out.
bool add_within(Value* args, Value x, std::chrono::nanoseconds time) {
  Queue* queue = self(args);
  TimeLeft left(time);
  while (!try_add(args, x)) {
    if (!wait_until(left.get(), [&] { return queue->size.load() < queue->capacity; })) return false;
  }
  return true;
}

Value take_within(Value* args, std::chrono::nanoseconds time) {
  Queue* queue = self(args);
  TimeLeft left(time);
  for (;;) {
    Value x = try_take(args);
    if (!x.is_absent()) return x;
    if (!wait_until(left.get(), [&] { return queue->size.load() > 0; })) return Value::nil();
  }
}

Value make_queue_of(const char* class_name, Value* args, uint32_t count) {
  auto* queue = make_host_object<Queue>(class_name);
  queue->elements.store(roots.empty_queue);
  queue->capacity = count > 0 && is_int(args[0]) ? int_arg(args[0]) : INT32_MAX;
  if (queue->capacity < 1) throw_error(Error::kIllegalArgument);
  Value made = Value::object(queue);
  if (count > 0 && !is_int(args[0])) {
    for_each(args[0], [&](Value x) { return try_add(&made, x); });
  }
  return made;
}

}  // namespace

CLJ_FN(blocking_queue_new) { return make_queue_of("java.util.concurrent.LinkedBlockingQueue", args, count); }
CLJ_FN(array_blocking_queue_new) {
  Value made = make_queue_of("java.util.concurrent.ArrayBlockingQueue", args, 1);
  if (count < 3) return made;
  require_collection(args[2]);
  for_each(args[2], [&](Value x) {
    if (!try_add(&made, x)) throw_error(Error::kIllegalArgument);
    return true;
  });
  return made;
}
CLJ_FN(concurrent_queue_new) { return make_queue_of("java.util.concurrent.ConcurrentLinkedQueue", args, count); }

CLJ_FN(queue_put) {
  refuse_interruption();
  add_within(args, args[1], kForEver);
  return Value::nil();
}
CLJ_FN(queue_add) {
  if (!try_add(args, args[1])) throw_error(Error::kIllegalState, "Queue full");
  return boolean(true);
}
CLJ_FN(queue_add_all) {
  require_collection(args[1]);
  gc::ValueList added;
  append_elements(args[1], added);
  for (Value v : added) {
    Value one[] = {args[0], v};
    queue_add(one, 2);
  }
  return boolean(!added.empty());
}
CLJ_FN(queue_offer) {
  if (count == 2) return boolean(try_add(args, args[1]));
  refuse_interruption();
  return boolean(add_within(args, args[1], duration(args[2], args[3])));
}
CLJ_FN(queue_take) {
  refuse_interruption();
  return take_within(args, kForEver);
}
CLJ_FN(queue_poll_member) {
  if (count == 3) {
    refuse_interruption();
    return take_within(args, duration(args[1], args[2]));
  }
  Value x = try_take(args);
  return x.is_absent() ? Value::nil() : x;
}
CLJ_FN(queue_peek_member) { return peek(self(args)->elements.load()); }
CLJ_FN(queue_element) {
  Value elements = self(args)->elements.load();
  if (seq(elements).is_nil()) throw_named("java.util.NoSuchElementException", Value::nil());
  return peek(elements);
}
CLJ_FN(queue_size) { return integer(static_cast<int32_t>(self(args)->size.load())); }
CLJ_FN(queue_is_empty) { return boolean(self(args)->size.load() == 0); }
CLJ_FN(queue_clear) {
  while (!try_take(args).is_absent()) {
  }
  return Value::nil();
}
CLJ_FN(queue_remaining_capacity) {
  return integer(static_cast<int32_t>(self(args)->capacity - self(args)->size.load()));
}
CLJ_FN(queue_drain_to) {
  if (args[1].is_nil()) throw_error(Error::kNullPointer);
  if (args[1] == args[0]) throw_error(Error::kIllegalArgument);
  int32_t limit = count > 2 ? int_arg(args[2]) : INT32_MAX, n = 0;
  for (; n < limit; ++n) {
    Value x = try_take(args);
    if (x.is_absent()) break;
    Value call[] = {args[1], x};
    call_host_method(make_symbol("", "add"), call, 2);
  }
  return integer(n);
}
CLJ_FN(queue_contains) {
  bool absent = for_each(self(args)->elements.load(), [&](Value x) { return !java_equals(args[1], x); });
  return boolean(!absent);
}
// Without an argument, the head.
CLJ_FN(queue_remove) {
  if (count == 1) {
    Value x = try_take(args);
    if (x.is_absent()) throw_named("java.util.NoSuchElementException", Value::nil());
    return x;
  }
  Queue* queue = self(args);
  bool removed = false;
  {
    MonitorScope scope(args[0]);
    Value left = roots.empty_queue;
    for_each(queue->elements.load(), [&](Value x) {
      if (!removed && java_equals(args[1], x)) removed = true;
      else left = conj(left, x);
      return true;
    });
    queue->elements.store(left);
    gc::write_barrier(queue);
    if (removed) queue->size.fetch_sub(1);
  }
  if (removed) announce_change();
  return boolean(removed);
}
CLJ_FN(queue_iterator) { return make_owned_seq_iterator(seq(self(args)->elements.load()), args[0], nullptr); }
CLJ_FN(queue_to_array) {
  gc::ValueList all;
  append_elements(self(args)->elements.load(), all);
  return elements_to_array(all, args, count);
}
CLJ_FN(queue_to_string) { return make_string(java_list_text(self(args)->elements.load())); }

}  // namespace clj::builtins::host
