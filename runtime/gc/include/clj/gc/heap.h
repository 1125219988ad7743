// The collected heap: allocation, write barrier, roots, safepoints.
//
// A mark-region collector (Immix): blocks with free lines, bump allocation per thread, side
// metadata of a byte per 16-byte granule, generational by sticky mark bits, stop-the-world at
// safepoints. The heap is precise (value/object.h); C++ stacks and registers are scanned
// conservatively, so C++ code holds plain Values in locals, with no handles. Values must NOT
// be kept in malloc'ed memory (std::vector<Value>, captured lambdas on the heap): use
// gc::ValueList, or register the range.
//
// Threads  A thread that touches the heap owns a Mutator: ThreadScope makes one. Every
//          allocation is a safepoint: it may collect, and objects never move.
// Errors   OutOfMemoryError (thrown through the out_of_memory upcall) above the heap limit.
// Design   docs/gc.md
#pragma once
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <new>

#include "clj/value/object.h"

namespace clj::gc {

constexpr size_t kGranule = 16;  // bytes; every object starts on a granule

struct RootRange;

// What one thread brings to the heap. The first fields are the allocation fast path.
// Components above hang their own per-thread state off `vm` (exec) and `bindings` (core).
struct Mutator {
  char* bump = nullptr;    // free zeroed memory [bump, limit) of the current hole
  char* limit = nullptr;
  // Set by a thread that wants the world stopped. Poll it in loops that do not allocate.
  std::atomic<bool> safepoint_requested{false};
  Value bindings;          // thread bindings frame of dynamic vars (core/var.h)
  Value pending_exception; // the Value of a C++ exception in flight
  Value thread_object;     // java.lang.Thread, made when asked for
  void* vm = nullptr;      // the interpreter's stack (exec)
  RootRange* root_ranges = nullptr;
  const char* stack_limit = nullptr;  // C stack address below which StackOverflowError is due
  void* internal = nullptr;           // the collector's own
};

extern thread_local Mutator* current_mutator;
inline Mutator& mutator() { return *current_mutator; }

// Slow path; returns zeroed memory. May collect. Throws OutOfMemoryError.
void* allocate_slow(Mutator& mutator, size_t bytes);
// Records an object's extent in the side metadata, inlined where it is hot.
void note_allocation(void* start, size_t bytes);

// Zeroed memory for an object of `bytes` (header included), header still to be filled in.
void* allocate_bytes(Mutator& mutator, size_t bytes);

inline Object* allocate_object(Kind kind, uint16_t slots, size_t bytes) {
  auto* object = static_cast<Object*>(allocate_bytes(mutator(), bytes));
  object->kind = kind;
  object->slots = slots;
  return object;
}

// A new T, all slots nil and all raw bytes zero. T derives from Object and declares kKind and
// kSlots (its leading Value members); `extra_bytes` follow the struct.
template <class T>
T* make(size_t extra_bytes = 0) {
  return static_cast<T*>(allocate_object(T::kKind, T::kSlots, sizeof(T) + extra_bytes));
}

// A new T whose trailing slots are as many as asked: T declares kSlots fixed ones.
// Precondition: kSlots + extra_slots < Object::kManySlots.
template <class T>
T* make_with_slots(size_t extra_slots) {
  return static_cast<T*>(allocate_object(T::kKind, static_cast<uint16_t>(T::kSlots + extra_slots),
                                         sizeof(T) + extra_slots * sizeof(Value)));
}

// Call after (or before) a store into a slot of an object that is already published.
// Stores into an object that was just allocated, before any other allocation, need none.
void remember(Object* object);
inline void write_barrier(Object* object) {
  if (object->has_flag(kFlagOld)) [[unlikely]] remember(object);
}

// Lets a pending stop-the-world proceed.
void safepoint_slow(Mutator& mutator);
inline void safepoint(Mutator& m) {
  if (m.safepoint_requested.load(std::memory_order_relaxed)) [[unlikely]] safepoint_slow(m);
}

// Brackets a call that blocks (I/O, locks, waits): a collection proceeds without this thread.
// Inside, no heap access and no allocation.
class BlockingRegion {
 public:
  BlockingRegion();
  ~BlockingRegion();
  BlockingRegion(const BlockingRegion&) = delete;
};

// Makes the calling thread a mutator for the scope. `stack_bytes` is how much C stack the
// thread may use before StackOverflowError.
class ThreadScope {
 public:
  explicit ThreadScope(size_t stack_bytes);
  ~ThreadScope();
  ThreadScope(const ThreadScope&) = delete;

 private:
  Mutator mutator_;
};

// Values in memory the collector does not manage. `precise` ranges hold only Values;
// others are scanned conservatively. Linked into the creating thread's mutator; a scope.
struct RootRange {
  RootRange(Value* begin, size_t count);
  ~RootRange();
  RootRange(const RootRange&) = delete;
  Value* begin;
  size_t count;
  RootRange* next;
  RootRange** link;
};

// A growable list of Values that the collector sees: std::vector<Value> for the stack.
// Threads  Belongs to the thread that made it, destroyed in any order.
class ValueList {
 public:
  ValueList() : range_(nullptr, 0) {}
  ~ValueList() { delete[] data_; }
  ValueList(const ValueList&) = delete;
  void push_back(Value v) {
    if (size_ == capacity_) grow(capacity_ ? capacity_ * 2 : 8);
    data_[size_++] = v;
    range_.count = size_;
  }
  void pop_back() { range_.count = --size_; }
  void resize(size_t n) {
    if (n > capacity_) grow(n);
    for (size_t i = size_; i < n; ++i) data_[i] = Value::nil();
    range_.count = size_ = n;
  }
  void clear() { range_.count = size_ = 0; }
  Value& operator[](size_t i) { return data_[i]; }
  Value operator[](size_t i) const { return data_[i]; }
  Value& back() { return data_[size_ - 1]; }
  size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  Value* data() { return data_; }
  Value* begin() { return data_; }
  Value* end() { return data_ + size_; }

 private:
  void grow(size_t capacity) {
    auto* data = new Value[capacity];
    for (size_t i = 0; i < size_; ++i) data[i] = data_[i];
    delete[] data_;
    data_ = data;
    capacity_ = capacity;
    range_.begin = data;
  }
  Value* data_ = nullptr;
  size_t size_ = 0, capacity_ = 0;
  RootRange range_;
};

// Memory scanned conservatively until removed (arenas of AST nodes, any thread).
void add_conservative_range(const void* begin, size_t bytes);
void remove_conservative_range(const void* begin);
// Process-wide precise roots, never removed (the Roots struct of core).
void add_static_roots(Value* begin, size_t count);

// Runs the kind's finalizer upcall once after `object` becomes unreachable.
void register_finalizer(Object* object);

// What the collector calls up for; set once at start, before the second thread.
struct Upcalls {
  // Visits the live registers of a thread's interpreter frames (exec).
  void (*visit_vm_stack)(Mutator&, void (*visit)(void* context, Value), void* context) = nullptr;
  // Runs on some mutator thread at a safepoint after the collection that found it dead.
  void (*finalize)(Object*) = nullptr;
  // Throws OutOfMemoryError. Must not allocate more than a few hundred bytes.
  void (*out_of_memory)() = nullptr;
};
extern Upcalls upcalls;

struct Options {
  size_t max_heap_bytes = 0;  // 0: three quarters of the machine's memory
  bool stress = false;        // collect at every allocation
  bool verify = false;        // walk the heap after every collection
  bool log = false;           // one line per collection on stderr
};
// Call once, before the first ThreadScope.
void initialize(const Options& options);
void collect(bool full);  // System/gc is collect(true)

struct Statistics {
  uint64_t collections_full, collections_minor;
  uint64_t live_bytes;       // after the last collection
  uint64_t allocated_bytes;  // since start, all threads, block granularity
  uint64_t heap_bytes;       // mapped now
  uint64_t pause_max_us, pause_total_us;
};
Statistics statistics();

// Objects of a mapped boot image: immortal, outside the blocks, never traced as a whole; the
// write barrier (all of them carry kFlagOld) puts the changed ones in a remembered set kept
// across full collections.
void adopt_image(void* base, size_t bytes);

// Calls `visit` on every object reachable from static roots and the given value, once each.
// The world is stopped meanwhile. (Image writer, heap verifier, reachability tools.)
void visit_reachable(void (*visit)(void* context, Object*), void* context);
// The bytes of the object's allocation, header included.
size_t object_bytes(const Object* object);

}  // namespace clj::gc
