// java.util.concurrent.atomic.
#include <atomic>

#include "host_support.h"
#include "iterators.h"

namespace clj::builtins::host {
namespace {

struct AtomicReference : HostObject {
  static constexpr uint16_t kSlots = 2;
  AtomicValue value;
};

struct AtomicNumber : HostObject {
  std::atomic<int64_t> value;
};

AtomicReference* reference(Value* args) { return static_cast<AtomicReference*>(args[0].as_object()); }
std::atomic<int64_t>& number(Value* args) { return static_cast<AtomicNumber*>(args[0].as_object())->value; }

Value make_reference(const char* class_name, Value v) {
  auto* object = make_host_object<AtomicReference>(class_name);
  object->value.store(v);
  return Value::object(object);
}

Value make_number(const char* class_name, int64_t n) {
  auto* object = make_host_object<AtomicNumber>(class_name);
  object->value.store(n);
  return Value::object(object);
}

// Java ints wrap around at 32 bits.
int64_t wrap_int(int64_t n) { return static_cast<int32_t>(n); }
Value int_result(int64_t n) { return integer(static_cast<int32_t>(n)); }

// Applies f(old, more…) until nobody interfered; yields the new value or the one before.
template <class Get, class Set>
Value update_with(Value* args, uint32_t count, const char* method, bool yield_new, Get load, Set exchange) {
  for (;;) {
    Value old = load();
    Value call[] = {old, count > 2 ? args[1] : Value::nil()};
    // accumulateAndGet takes (x, f), the others (f).
    Value updated = call_functional(args[count > 2 ? 2 : 1], method, call, count > 2 ? 2 : 1);
    if (exchange(old, updated)) return yield_new ? updated : old;
  }
}

Value update_reference(Value* args, bool yield_new) {
  AtomicReference* r = reference(args);
  return update_with(
      args, 2, "apply", yield_new, [&] { return r->value.load(); },
      [&](Value old, Value updated) {
        bool done = r->value.compare_exchange(old, updated);
        gc::write_barrier(r);
        return done;
      });
}

Value update_number(Value* args, uint32_t count, bool yield_new, bool is_long) {
  std::atomic<int64_t>& n = number(args);
  return update_with(
      args, count, is_long ? "applyAsLong" : "applyAsInt", yield_new,
      [&] { return is_long ? make_long(n.load()) : int_result(n.load()); },
      [&](Value old, Value updated) {
        int64_t expected = to_long(old);
        return n.compare_exchange_strong(expected, to_long(updated));
      });
}

}  // namespace

CLJ_FN(atomic_reference_new) {
  return make_reference("java.util.concurrent.atomic.AtomicReference", count ? args[0] : Value::nil());
}
CLJ_FN(atomic_boolean_new) {
  return make_reference("java.util.concurrent.atomic.AtomicBoolean", boolean(count && args[0].truthy()));
}
CLJ_FN(atomic_reference_get) { return reference(args)->value.load(); }
CLJ_FN(atomic_reference_set) {
  reference(args)->value.store(args[1]);
  gc::write_barrier(reference(args));
  return Value::nil();
}
CLJ_FN(atomic_reference_get_and_set) {
  AtomicReference* r = reference(args);
  Value old = r->value.load();
  while (!r->value.compare_exchange(old, args[1])) {
  }
  gc::write_barrier(r);
  return old;
}
CLJ_FN(atomic_reference_compare_and_set) {
  AtomicReference* r = reference(args);
  // Numbers that a Clojure program holds are compared by value: their boxes have no identity.
  Value current = r->value.load();
  if (!identical(current, args[1])) return boolean(false);
  bool done = r->value.compare_exchange(current, args[2]);
  gc::write_barrier(r);
  return boolean(done);
}
CLJ_FN(atomic_reference_update_and_get) { return update_reference(args, true); }
CLJ_FN(atomic_reference_get_and_update) { return update_reference(args, false); }
CLJ_FN(atomic_reference_to_string) {
  Value v = reference(args)->value.load();
  return v.is_nil() ? make_string("null") : str_value(v);
}
CLJ_FN(atomic_boolean_get) { return atomic_reference_get(args, count); }
CLJ_FN(atomic_boolean_set) {
  args[1] = boolean(args[1].truthy());
  return atomic_reference_set(args, count);
}
CLJ_FN(atomic_boolean_get_and_set) {
  args[1] = boolean(args[1].truthy());
  return atomic_reference_get_and_set(args, count);
}
CLJ_FN(atomic_boolean_compare_and_set) { return atomic_reference_compare_and_set(args, count); }

CLJ_FN(atomic_number_long_value) { return make_long(number(args).load()); }
CLJ_FN(atomic_number_int_value) { return int_result(number(args).load()); }
CLJ_FN(atomic_number_double_value) { return make_double(static_cast<double>(number(args).load())); }
CLJ_FN(atomic_number_to_string) { return make_string(std::to_string(number(args).load())); }
CLJ_FN(atomic_number_set) {
  number(args).store(to_long(args[1]));
  return Value::nil();
}
CLJ_FN(atomic_number_compare_and_set) {
  int64_t expected = to_long(args[1]);
  return boolean(number(args).compare_exchange_strong(expected, to_long(args[2])));
}

CLJ_FN(atomic_long_new) { return make_number("java.util.concurrent.atomic.AtomicLong", count ? to_long(args[0]) : 0); }
CLJ_FN(atomic_long_get) { return make_long(number(args).load()); }
CLJ_FN(atomic_long_increment_and_get) { return make_long(number(args).fetch_add(1) + 1); }
CLJ_FN(atomic_long_decrement_and_get) { return make_long(number(args).fetch_sub(1) - 1); }
CLJ_FN(atomic_long_get_and_increment) { return make_long(number(args).fetch_add(1)); }
CLJ_FN(atomic_long_get_and_decrement) { return make_long(number(args).fetch_sub(1)); }
CLJ_FN(atomic_long_add_and_get) {
  int64_t n = to_long(args[1]);
  return make_long(static_cast<int64_t>(static_cast<uint64_t>(number(args).fetch_add(n)) + static_cast<uint64_t>(n)));
}
CLJ_FN(atomic_long_get_and_add) { return make_long(number(args).fetch_add(to_long(args[1]))); }
CLJ_FN(atomic_long_get_and_set) { return make_long(number(args).exchange(to_long(args[1]))); }
CLJ_FN(atomic_long_update_and_get) { return update_number(args, count, true, true); }
CLJ_FN(atomic_long_get_and_update) { return update_number(args, count, false, true); }
CLJ_FN(atomic_long_accumulate_and_get) { return update_number(args, count, true, true); }

CLJ_FN(atomic_int_new) { return make_number("java.util.concurrent.atomic.AtomicInteger", count ? int_arg(args[0]) : 0); }
CLJ_FN(atomic_int_get) { return int_result(number(args).load()); }
CLJ_FN(atomic_int_increment_and_get) { return int_result(wrap_int(number(args).fetch_add(1) + 1)); }
CLJ_FN(atomic_int_decrement_and_get) { return int_result(wrap_int(number(args).fetch_sub(1) - 1)); }
CLJ_FN(atomic_int_get_and_increment) { return int_result(number(args).fetch_add(1)); }
CLJ_FN(atomic_int_get_and_decrement) { return int_result(number(args).fetch_sub(1)); }
CLJ_FN(atomic_int_add_and_get) {
  int32_t n = int_arg(args[1]);
  return int_result(number(args).fetch_add(n) + n);
}
CLJ_FN(atomic_int_get_and_add) { return int_result(number(args).fetch_add(int_arg(args[1]))); }
CLJ_FN(atomic_int_get_and_set) { return int_result(number(args).exchange(int_arg(args[1]))); }
CLJ_FN(atomic_int_update_and_get) { return update_number(args, count, true, false); }
CLJ_FN(atomic_int_get_and_update) { return update_number(args, count, false, false); }
CLJ_FN(atomic_int_accumulate_and_get) { return update_number(args, count, true, false); }

CLJ_FN(long_adder_new) { return make_number("java.util.concurrent.atomic.LongAdder", 0); }
CLJ_FN(long_adder_add) {
  number(args).fetch_add(to_long(args[1]));
  return Value::nil();
}
CLJ_FN(long_adder_increment) {
  number(args).fetch_add(1);
  return Value::nil();
}
CLJ_FN(long_adder_decrement) {
  number(args).fetch_sub(1);
  return Value::nil();
}
CLJ_FN(long_adder_reset) {
  number(args).store(0);
  return Value::nil();
}

}  // namespace clj::builtins::host
