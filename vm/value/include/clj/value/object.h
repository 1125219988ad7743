// Object: the header of everything on the heap, and how the collector sees it.
//
// An object is a header word, then `slots` Values, then raw bytes that hold no Values and no
// pointers into the heap. That rule is all the collector and the image writer know: one loop
// traces any object. An object with more than 0xFFFE slots sets slots = kManySlots and keeps
// the count in its first payload word, the Values after it (arrays: core/array.h).
//
// Raw bytes hold no native pointers either, save in kinds whose row in kinds.def says
// `native`; those are recreated when an image is loaded, and may have a finalizer.
//
// Threads  Header flags are changed with relaxed atomics; `aux` caches are idempotent.
// Design   docs/value.md
#pragma once
#include <atomic>
#include <cstdint>

#include "clj/value/kind.h"
#include "clj/value/value.h"

namespace clj {

enum ObjectFlag : uint8_t {
  kFlagOld = 1,         // survived a collection and is not in the remembered set (write barrier)
  kFlagFinalizer = 2,   // registered with gc::register_finalizer
  kFlagE = 8,           // A to E: meaning belongs to the kind
  kFlagA = 16,
  kFlagB = 32,
  kFlagC = 64,
  kFlagD = 128,
};

struct Object {
  static constexpr uint16_t kManySlots = 0xFFFF;

  Kind kind;
  std::atomic<uint8_t> flags;
  uint16_t slots;
  std::atomic<uint32_t> aux;  // belongs to the kind: a cached hash, a length, …

  bool has_flag(uint8_t flag) const { return flags.load(std::memory_order_relaxed) & flag; }
  void set_flag(uint8_t flag) { flags.fetch_or(flag, std::memory_order_relaxed); }
  void clear_flag(uint8_t flag) { flags.fetch_and(static_cast<uint8_t>(~flag), std::memory_order_relaxed); }
  uint32_t cached_hash() const { return aux.load(std::memory_order_relaxed); }
  void cache_hash(uint32_t hash) { aux.store(hash, std::memory_order_relaxed); }

  Value* slot_array() { return reinterpret_cast<Value*>(this + 1) + (slots == kManySlots ? 1 : 0); }
  uint64_t slot_count() const {
    return slots == kManySlots ? *reinterpret_cast<const uint64_t*>(this + 1) : slots;
  }
};
static_assert(sizeof(Object) == 8);

// A Value slot that several threads read and write. Stores need a write barrier (gc/heap.h).
class AtomicValue {
 public:
  Value load() const { return Value::from_bits(bits_.load(std::memory_order_acquire)); }
  Value load_relaxed() const { return Value::from_bits(bits_.load(std::memory_order_relaxed)); }
  void store(Value v) { bits_.store(v.bits(), std::memory_order_release); }
  bool compare_exchange(Value& expected, Value desired) {
    uint64_t bits = expected.bits();
    bool ok = bits_.compare_exchange_strong(bits, desired.bits(), std::memory_order_acq_rel);
    if (!ok) expected = Value::from_bits(bits);
    return ok;
  }

 private:
  std::atomic<uint64_t> bits_{0};
};
static_assert(sizeof(AtomicValue) == 8);

// True when `v` is a heap object of this kind.
inline bool is_kind(Value v, Kind kind) { return v.is_object() && v.as_object()->kind == kind; }

// The object as its C++ type when it is of that type's kind, else nullptr.
template <class T>
T* try_cast(Value v) {
  return is_kind(v, T::kKind) ? static_cast<T*>(v.as_object()) : nullptr;
}
// Precondition: `v` is of T's kind.
template <class T>
T* cast(Value v) {
  return static_cast<T*>(v.as_object());
}

}  // namespace clj
