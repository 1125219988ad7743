// Marking: an explicit stack, never recursion.
//
// References wait in a short queue between the stack and the look at their metadata, which is
// prefetched, and objects that were not marked yet in a second one until they are scanned, so that
// the misses of several objects overlap. The stack holds at most one entry per reference to an
// object, and long objects are scanned in pieces, so it stays below the heap's own size.
//
// Threads  World stopped.
// Design   docs/gc.md
#pragma once
#include <cstddef>
#include <cstdint>

#include "collector.h"

namespace clj::gc {

class Marker {
 public:
  explicit Marker(Collector& c);
  ~Marker();
  Marker(const Marker&) = delete;

  // A precise reference.
  void add(Value v) {
    if (v.is_object() && v.bits() - image_base_ >= image_bytes_) push(v.bits());
  }
  // Any word: marks the object it points to or into, if there is one.
  void add_word(uintptr_t word) { find_and_push(word); }
  // A hint that add_word(word) comes soon.
  void prefetch(uintptr_t word) const {
    if (word - space_base_ < space_bytes_) __builtin_prefetch(metadata_of(reinterpret_cast<const void*>(word)));
  }
  // As add_word for the words of [begin, end). A word that points to no object but to the end of
  // one counts for that one, because a compiler may keep the end of a range alone. (Not if an
  // object starts there: else whoever refers to it would keep its neighbour, too.)
  void add_memory(const void* begin, const void* end);
  // Marks from the slots of an object that is marked already.
  void rescan(Object* object);
  void rescan(Object* object, uint64_t from, uint64_t to);
  void drain();
  bool is_marked(const Object* object) const;
  // References followed so far.
  size_t visits() const { return visits_; }

 private:
  static constexpr size_t kQueue = 16;       // power of two
  static constexpr uint64_t kPiece = 256;    // slots scanned at a time

  void push(uintptr_t entry) {
    if (top_ == capacity_) grow();
    stack_[top_++] = entry;
  }
  // The object at a word, if any, goes onto the stack.
  bool find_and_push(uintptr_t word);
  void grow();
  bool mark(Object* object);
  void scan(Object* object, uint64_t from);
  void scan_short(Object* object);
  void check(Object* holder, uint64_t slot, Value v) const;

  Collector& c_;
  const uintptr_t space_base_, image_base_;
  const size_t space_bytes_, image_bytes_;
  const bool verify_;
  uintptr_t* stack_ = nullptr;
  size_t top_ = 0, capacity_ = 0;
  size_t visits_ = 0;
};

}  // namespace clj::gc
