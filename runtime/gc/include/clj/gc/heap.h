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
#include <string>

#include "clj/gc/metadata.h"
#include "clj/value/object.h"

namespace clj::gc {

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
  // A word of the interpreter's that is set to 0 along with safepoint_requested, so that one
  // comparison at a call checks for both; or nullptr.
  std::atomic<uintptr_t>* poll_word = nullptr;
  RootRange* root_ranges = nullptr;
  const char* stack_limit = nullptr;  // C stack address below which StackOverflowError is due
  void* internal = nullptr;           // the collector's own
};

extern constinit thread_local Mutator* current_mutator;
inline Mutator& mutator() { return *current_mutator; }

// Whether there has been a second mutator; it turns true while the world is stopped. As long as
// it is false, a read-modify-write between two safepoints needs no atomic instruction.
extern constinit std::atomic<bool> several_threads;

// Slow path; returns zeroed memory. May collect. Throws OutOfMemoryError.
// Precondition: `bytes` is a multiple of kGranule.
void* allocate_slow(Mutator& mutator, size_t bytes);

// Records the extent of a small object in the side metadata. Precondition: as allocate_slow.
inline void note_allocation(void* start, size_t bytes) {
  uint8_t* first = metadata_of(start);
  size_t granules = bytes / kGranule;
  first[granules - 1] = kMetaEnd;
  first[0] = granules == 1 ? kMetaStart | kMetaEnd : kMetaStart;
}

// Zeroed memory for an object of `bytes` (header included), header still to be filled in.
inline void* allocate_bytes(Mutator& mutator, size_t bytes) {
  bytes = (bytes + kGranule - 1) & ~(kGranule - 1);
  char* start = mutator.bump;
  if (static_cast<size_t>(mutator.limit - start) < bytes) [[unlikely]] return allocate_slow(mutator, bytes);
  mutator.bump = start + bytes;
  note_allocation(start, bytes);
  return start;
}

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

// The same, or nullptr when the hole in use is too small: for code that must not call anything.
template <class T>
T* try_make_with_slots(Mutator& mutator, size_t extra_slots) {
  size_t bytes = (sizeof(T) + extra_slots * sizeof(Value) + kGranule - 1) & ~(kGranule - 1);
  char* start = mutator.bump;
  if (static_cast<size_t>(mutator.limit - start) < bytes) [[unlikely]] return nullptr;
  mutator.bump = start + bytes;
  note_allocation(start, bytes);
  auto* object = reinterpret_cast<T*>(start);
  object->kind = T::kKind;
  object->slots = static_cast<uint16_t>(T::kSlots + extra_slots);
  return object;
}

// What a site that makes the same kind of object again and again keeps of it, in 48 bits: the first four bytes of its header,
// and above them its size in bytes. Precondition: the size fits into 16 bits.
template <class T>
constexpr uint64_t allocation_shape(size_t extra_slots) {
  uint64_t bytes = (sizeof(T) + extra_slots * sizeof(Value) + kGranule - 1) & ~(kGranule - 1);
  return static_cast<uint64_t>(T::kKind) | (T::kSlots + extra_slots) << 16 | bytes << 32;
}

// As try_make_with_slots; what `shape` has above its 48 bits is ignored. Precondition: it is of more than one granule.
template <class T>
T* try_make_shaped(Mutator& mutator, uint64_t shape) {
  size_t bytes = static_cast<uint16_t>(shape >> 32);
  char* start = mutator.bump;
  if (static_cast<size_t>(mutator.limit - start) < bytes) [[unlikely]] return nullptr;
  mutator.bump = start + bytes;
  uint8_t* first = metadata_of(start);
  first[bytes / kGranule - 1] = kMetaEnd;
  first[0] = kMetaStart;
  auto header = static_cast<uint32_t>(shape);
  std::memcpy(start, &header, sizeof header);
  return reinterpret_cast<T*>(start);
}

// Call after (or before) a store into a slot of an object that is already published, with no
// allocation or safepoint between the two.
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
// Inside, no heap access and no allocation. May nest. No effect on a thread without a Mutator.
class BlockingRegion {
 public:
  BlockingRegion();
  ~BlockingRegion();
  BlockingRegion(const BlockingRegion&) = delete;
};

// Makes the calling thread a mutator for the scope. `stack_bytes` is how much C stack the
// thread may use before StackOverflowError; `stack_base` is the end of its stack if that is not the thread's own. An
// inner scope on the same thread has no effect.
class ThreadScope {
 public:
  explicit ThreadScope(size_t stack_bytes, const char* stack_base = nullptr);
  ~ThreadScope();
  ThreadScope(const ThreadScope&) = delete;

 private:
  Mutator mutator_;
};

// Values in memory the collector does not manage, scanned conservatively: a word that is no
// live object's address does no harm. Linked into the creating thread's mutator; a scope.
struct RootRange {
  RootRange(Value* begin, size_t count);
  ~RootRange();
  RootRange(const RootRange&) = delete;
  Value* begin;
  size_t count;
  // Nobody can have changed a value that is in it, only added some. So a minor collection need not
  // look at the `settled` ones that were there at the last collection: what they refer to is old.
  bool grows_only = false;
  size_t settled = 0;
  RootRange* next;
  RootRange** link;
};

// A growable list of Values that the collector sees: std::vector<Value> for the stack.
// Threads  Belongs to the thread that made it, destroyed in any order.
class ValueList {
 public:
  ValueList() : range_(nullptr, 0) { range_.grows_only = true; }
  ~ValueList() { delete[] data_; }
  ValueList(const ValueList&) = delete;
  void push_back(Value v) {
    if (size_ == capacity_) grow(capacity_ ? capacity_ * 2 : 8);
    data_[size_++] = v;
    range_.count = size_;
  }
  void pop_back() { shrink(size_ - 1); }
  void resize(size_t n) {
    if (n > capacity_) grow(n);
    if (n < size_) shrink(n);
    for (size_t i = size_; i < n; ++i) data_[i] = Value::nil();
    range_.count = size_ = n;
  }
  void clear() { shrink(0); }
  Value operator[](size_t i) const { return data_[i]; }
  size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  // Through these the values can be changed, at any time later.
  Value& operator[](size_t i) { return values()[i]; }
  Value& back() { return values()[size_ - 1]; }
  Value* data() { return values(); }
  Value* begin() { return values(); }
  Value* end() { return values() + size_; }

 private:
  void grow(size_t capacity) {
    auto* data = new Value[capacity];
    for (size_t i = 0; i < size_; ++i) data[i] = data_[i];
    delete[] data_;
    data_ = data;
    capacity_ = capacity;
    range_.begin = data;
  }
  void shrink(size_t n) {
    range_.count = size_ = n;
    if (range_.settled > n) range_.settled = n;
  }
  Value* values() {
    range_.grows_only = false;
    return data_;
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

// Runs the finalizer upcall once after `object` becomes unreachable. Until the upcall returns
// the object and all it refers to are alive. Not run for what is alive when the process ends.
void register_finalizer(Object* object);

// What the collector calls up for; set once at start, before the second thread.
struct Upcalls {
  // Visits the live registers of a thread's interpreter frames (exec).
  void (*visit_vm_stack)(Mutator&, void (*visit)(void* context, Value), void* context) = nullptr;
  // Runs after the pause on the thread that collected, so inside some allocation: it must not
  // take a lock that a thread may hold while it allocates.
  void (*finalize)(Object*) = nullptr;
  // Runs on a thread that a request brought to a safepoint, when it goes on; may throw. For who
  // sets safepoint_requested and poll_word of a mutator without stopping the world.
  void (*came_to_safepoint)(Mutator&) = nullptr;
  // Throws OutOfMemoryError. Must not allocate more than a few hundred bytes.
  void (*out_of_memory)() = nullptr;
};
extern Upcalls upcalls;

struct Options {
#define CLJ_GC_OPTION(type, name, initial, help) type name = initial;
#include "clj/gc/options.def"
#undef CLJ_GC_OPTION
};
// Call before the first ThreadScope; without it the defaults hold. A later call, while no
// thread is a mutator, changes the options and keeps the heap.
void initialize(const Options& options);
// Reads "log,verify,max_heap_bytes=512m" (names of options.def, sizes with k, m or g) into
// `options`. False and a sentence in `error` when a name or a number is wrong.
bool parse_options(const char* text, Options& options, std::string& error);
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
// across full collections. `metadata` has a byte per granule of [base, base + bytes),
// and 7 readable bytes after them.
// At most one image; call before the first collection.
void adopt_image(void* base, size_t bytes, const uint8_t* metadata);

// Calls `visit` on every object reachable from the roots given, or from the static roots, once
// each, depth first in the order of roots and slots: the same heap gives the same order. The
// world is stopped meanwhile.
void visit_reachable(const Value* roots, size_t count, void (*visit)(void* context, Object*), void* context);
void visit_reachable(void (*visit)(void* context, Object*), void* context);
// The bytes of the object's allocation, header included.
size_t object_bytes(const Object* object);

}  // namespace clj::gc
