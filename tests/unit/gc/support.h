// What the collector's tests share: a heap with options, and objects without meaning.
#pragma once
#include <catch2/catch.hpp>

#include "clj/gc/heap.h"

namespace gc_test {

using clj::Kind;
using clj::Object;
using clj::Value;

// A mutator under the given options; the next test sets its own.
class TestHeap {
 public:
  explicit TestHeap(clj::gc::Options options = defaults()) : applied_((clj::gc::initialize(options), true)), scope_(4 << 20) {}
  static clj::gc::Options defaults() {
    clj::gc::Options options;
    options.verify = true;
    return options;
  }

 private:
  bool applied_;
  clj::gc::ThreadScope scope_;
};

inline Object* array(uint16_t slots) {
  return clj::gc::allocate_object(Kind::kObjectArray, slots, sizeof(Object) + slots * sizeof(Value));
}
inline Object* large_array(uint64_t slots) {
  Object* o = clj::gc::allocate_object(Kind::kObjectArray, Object::kManySlots, sizeof(Object) + 8 + slots * sizeof(Value));
  *reinterpret_cast<uint64_t*>(o + 1) = slots;
  return o;
}
inline Object* bytes(size_t n) { return clj::gc::allocate_object(Kind::kByteArray, 0, sizeof(Object) + n); }
inline Value& slot(Object* o, uint64_t i) { return o->slot_array()[i]; }
inline void store(Object* o, uint64_t i, Value v) {
  slot(o, i) = v;
  clj::gc::write_barrier(o);
}
inline Object* child(Object* o, uint64_t i) { return slot(o, i).as_object(); }

// Overwrites the part of the C stack that calls just left, so that no stale word keeps alive
// what a test wants dead.
[[gnu::noinline]] inline void clear_stack() {
  volatile char junk[16384];
  for (auto& c : junk) c = 0;
}

}  // namespace gc_test
