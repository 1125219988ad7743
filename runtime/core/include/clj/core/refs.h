// Atoms, volatiles, delays, reduced.
//
// An atom changes by compare-and-set of one word; watches and the validator are called on the
// thread that changed it. A delay runs its function once and keeps the value or the exception.
//
// Threads  All operations are safe. Forcing a delay blocks the other threads that force it.
// Errors   IllegalStateException "Invalid reference state" from validators.
// Design   docs/threads.md
#pragma once
#include <cstdint>

#include "clj/value/object.h"

namespace clj {

struct Reduced : Object {
  static constexpr Kind kKind = Kind::kReduced;
  static constexpr uint16_t kSlots = 1;
  Value value;
};
Value make_reduced(Value v);
inline bool is_reduced(Value v) { return is_kind(v, Kind::kReduced); }

struct Volatile : Object {
  static constexpr Kind kKind = Kind::kVolatile;
  static constexpr uint16_t kSlots = 1;
  AtomicValue value;
};
Value make_volatile(Value v);
void volatile_reset(Value vol, Value v);

struct Atom : Object {
  static constexpr Kind kKind = Kind::kAtom;
  static constexpr uint16_t kSlots = 4;
  AtomicValue value;
  AtomicValue meta;
  AtomicValue watches;    // map of key to function, or nil
  AtomicValue validator;  // function or nil
};
// What atoms, refs and agents (conc) have in common: they begin with these slots.
struct Reference : Object {
  AtomicValue value;
  AtomicValue meta;
  AtomicValue watches;
  AtomicValue validator;
};
inline Reference* try_reference(Value v) {
  bool is_reference = is_kind(v, Kind::kAtom) || is_kind(v, Kind::kRef) || is_kind(v, Kind::kAgent);
  return is_reference ? static_cast<Reference*>(v.as_object()) : nullptr;
}
Value make_atom(Value v, Value meta = Value::nil(), Value validator = Value::nil());
// swap! with f called as (f old args…); returns the new value, through `old` the one before.
Value atom_swap(Value atom, Value f, const Value* args, uint32_t count, Value* old = nullptr);
Value atom_reset(Value atom, Value v, Value* old = nullptr);
bool atom_compare_and_set(Value atom, Value expected, Value v);

// Watches and validators of anything that has them: Atom, Var, …: the slots are passed.
void add_watch(Object* owner, AtomicValue& watches, Value key, Value f);
void remove_watch(Object* owner, AtomicValue& watches, Value key);
void notify_watches(Value reference, const AtomicValue& watches, Value old_value, Value new_value);
// Throws IllegalStateException when the validator (nil: none) rejects the value.
void validate(Value validator, Value v);

// aux is the lock word, as in LazySeq.
struct Delay : Object {
  static constexpr Kind kKind = Kind::kDelay;
  static constexpr uint16_t kSlots = 2;
  static constexpr uint8_t kForced = kFlagA, kFailed = kFlagB;
  AtomicValue function;  // nil once forced
  AtomicValue value;     // or the exception it threw
};
Value make_delay(Value f);
Value force_delay(Value delay);
bool is_realized_delay(Value delay);

}  // namespace clj
