// The C++ allocator, under the heap's limit.
//
// Natives gather what they need at once outside the heap: the arguments of apply, the elements that sort and to-array
// take from a seq, the text of str. A seq without end would take the machine's memory that way. A piece larger than
// the whole heap may be, or one that the system refuses, is an OutOfMemoryError as for objects of the heap. AddressSanitizer has
// an allocator of its own, which must see both ends of every piece.
#if defined(__SANITIZE_ADDRESS__)
#define CLJ_OWN_ALLOCATOR 0
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define CLJ_OWN_ALLOCATOR 0
#endif
#endif
#ifndef CLJ_OWN_ALLOCATOR
#define CLJ_OWN_ALLOCATOR 1
#endif

#if CLJ_OWN_ALLOCATOR
#include <cstdlib>
#include <new>

#include "collector.h"

namespace clj::gc {
namespace {

// Smaller pieces are not compared with the limit: they are many, and cannot matter.
constexpr size_t kLargeBytes = size_t{1} << 20;

void* allocate_native(size_t bytes) {
  bool fits = bytes < kLargeBytes || collector().limit == 0 || bytes <= collector().limit;
  if (void* memory = fits ? std::malloc(bytes == 0 ? 1 : bytes) : nullptr) return memory;
  if (upcalls.out_of_memory) upcalls.out_of_memory();
  throw std::bad_alloc();
}

}  // namespace
}  // namespace clj::gc

void* operator new(size_t bytes) { return clj::gc::allocate_native(bytes); }
void* operator new[](size_t bytes) { return clj::gc::allocate_native(bytes); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, size_t) noexcept { std::free(memory); }
#endif
