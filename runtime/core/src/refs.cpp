#include "clj/core/refs.h"

#include "argument_list.h"
#include "clj/core/call.h"
#include "clj/core/collections.h"
#include "clj/core/equality.h"
#include "clj/core/error.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/gc/heap.h"
#include "once_lock.h"

namespace clj {
namespace {

// Stores a function of the slot's value, retried until no other thread came between.
template <class F>
void update(Object* owner, AtomicValue& slot, F&& change) {
  Value old = slot.load();
  while (!slot.compare_exchange(old, change(old))) {
  }
  gc::write_barrier(owner);
}

// compare-and-set of the value itself: numbers that are equal words or equal boxes match.
bool exchange(Atom* atom, Value expected, Value v) {
  Value current = expected;
  bool changed = atom->value.compare_exchange(current, v);
  while (!changed && identical(current, expected)) changed = atom->value.compare_exchange(current, v);
  if (changed) gc::write_barrier(atom);
  return changed;
}

Atom* as_atom(Value v) {
  if (auto* atom = try_cast<Atom>(v)) return atom;
  throw_class_cast(v, "clojure.lang.IAtom");
}

void changed(Atom* atom, Value old_value, Value new_value) {
  if (!atom->watches.load().is_nil()) notify_watches(Value::object(atom), atom->watches, old_value, new_value);
}

}  // namespace

Value make_reduced(Value v) {
  auto* reduced = gc::make<Reduced>();
  reduced->value = v;
  return Value::object(reduced);
}

Value make_volatile(Value v) {
  auto* vol = gc::make<Volatile>();
  vol->value.store(v);
  return Value::object(vol);
}

void volatile_reset(Value vol, Value v) {
  auto* target = try_cast<Volatile>(vol);
  if (!target) throw_class_cast(vol, "clojure.lang.Volatile");
  target->value.store(v);
  gc::write_barrier(target);
}

Value make_atom(Value v, Value meta, Value validator) {
  if (!meta.is_nil() && !is_map(meta)) throw_class_cast(meta, "clojure.lang.IPersistentMap");
  validate(validator, v);
  auto* atom = gc::make<Atom>();
  atom->value.store(v);
  atom->meta.store(meta);
  atom->validator.store(validator);
  return Value::object(atom);
}

Value atom_swap(Value atom_value, Value f, const Value* args, uint32_t count, Value* old) {
  Atom* atom = as_atom(atom_value);
  for (;;) {
    Value before = atom->value.load(), after;
    // The callee owns its argument slots, so they are filled anew each time.
    if (count == 0) {
      after = invoke(f, before);
    } else if (count == 1) {
      after = invoke(f, before, args[0]);
    } else {
      if (f.is_nil() && count > 2) throw_apply_of_nil("\"f\"");
      ArgumentList call;
      call.push_back(before);
      for (uint32_t i = 0; i < count; ++i) call.push_back(args[i]);
      after = invoke(f, call.data(), count + 1);
    }
    validate(atom->validator.load(), after);
    if (!exchange(atom, before, after)) continue;
    changed(atom, before, after);
    if (old) *old = before;
    return after;
  }
}

Value atom_reset(Value atom_value, Value v, Value* old) {
  Atom* atom = as_atom(atom_value);
  validate(atom->validator.load(), v);
  Value before = atom->value.load();
  while (!atom->value.compare_exchange(before, v)) {
  }
  gc::write_barrier(atom);
  changed(atom, before, v);
  if (old) *old = before;
  return v;
}

bool atom_compare_and_set(Value atom_value, Value expected, Value v) {
  Atom* atom = as_atom(atom_value);
  validate(atom->validator.load(), v);
  if (!exchange(atom, expected, v)) return false;
  changed(atom, expected, v);
  return true;
}

void add_watch(Object* owner, AtomicValue& watches, Value key, Value f) {
  update(owner, watches, [&](Value map) { return assoc(map.is_nil() ? roots.empty_hash_map : map, key, f); });
}

void remove_watch(Object* owner, AtomicValue& watches, Value key) {
  update(owner, watches, [&](Value map) {
    Value left = dissoc(map, key);
    return count(left) == 0 ? Value::nil() : left;
  });
}

void notify_watches(Value reference, const AtomicValue& watches, Value old_value, Value new_value) {
  for_each_kv(watches.load(), [&](Value key, Value f) {
    if (!f.is_nil()) invoke(f, key, reference, old_value, new_value);
    return true;
  });
}

void validate(Value validator, Value v) {
  if (validator.is_nil()) return;
  Value cause;
  try {
    if (invoke(validator, v).truthy()) return;
  } catch (const ClojureThrow& thrown) {
    // Errors that are RuntimeExceptions pass as they are.
    if (is_instance(error_class(Error::kRuntimeException), thrown.value)) throw;
    cause = thrown.value;
  }
  throw_value(make_throwable(error_class(Error::kIllegalState), make_string("Invalid reference state"), cause, Value::nil()));
}

Value make_delay(Value f) {
  auto* delay = gc::make<Delay>();
  delay->function.store(f);
  return Value::object(delay);
}

Value force_delay(Value delay_value) {
  auto* delay = try_cast<Delay>(delay_value);
  if (!delay) return delay_value;
  if (!(delay->flags.load(std::memory_order_acquire) & Delay::kForced)) {
    check_stack();
    OnceLock lock(delay);
    if (!delay->has_flag(Delay::kForced)) {
      Value v;
      uint8_t outcome = Delay::kForced;
      try {
        v = invoke(delay->function.load());
      } catch (const ClojureThrow& thrown) {
        v = thrown.value;
        outcome |= Delay::kFailed;
      }
      delay->value.store(v);
      delay->function.store(Value::nil());
      gc::write_barrier(delay);
      delay->flags.fetch_or(outcome, std::memory_order_release);
    }
  }
  if (delay->has_flag(Delay::kFailed)) throw_value(delay->value.load());
  return delay->value.load();
}

bool is_realized_delay(Value delay) { return cast<Delay>(delay)->flags.load(std::memory_order_acquire) & Delay::kForced; }

}  // namespace clj
