// Bring-up heap: bump allocation, no collection. Replaced by the mark-region collector.
#include "clj/gc/heap.h"

#include <cstdlib>

namespace clj::gc {

thread_local Mutator* current_mutator = nullptr;
Upcalls upcalls;

void* allocate_slow(Mutator& m, size_t bytes) {
  size_t chunk = bytes > (1 << 20) ? bytes : (1 << 20);
  m.bump = static_cast<char*>(std::calloc(1, chunk + kGranule));
  m.bump += (kGranule - reinterpret_cast<uintptr_t>(m.bump) % kGranule) % kGranule;
  m.limit = m.bump + chunk;
  void* p = m.bump;
  m.bump += bytes;
  return p;
}
void note_allocation(void*, size_t) {}
void* allocate_bytes(Mutator& m, size_t bytes) {
  bytes = (bytes + kGranule - 1) & ~(kGranule - 1);
  if (static_cast<size_t>(m.limit - m.bump) < bytes) return allocate_slow(m, bytes);
  void* p = m.bump;
  m.bump += bytes;
  return p;
}
void remember(Object*) {}
void safepoint_slow(Mutator&) {}
BlockingRegion::BlockingRegion() {}
BlockingRegion::~BlockingRegion() {}
ThreadScope::ThreadScope(size_t stack_bytes) {
  mutator_.stack_limit = static_cast<const char*>(__builtin_frame_address(0)) - stack_bytes;
  current_mutator = &mutator_;
}
ThreadScope::~ThreadScope() { current_mutator = nullptr; }
RootRange::RootRange(Value* begin, size_t count) : begin(begin), count(count), next(nullptr), link(nullptr) {}
RootRange::~RootRange() {}
void add_conservative_range(const void*, size_t) {}
void remove_conservative_range(const void*) {}
void add_static_roots(Value*, size_t) {}
void register_finalizer(Object*) {}
void initialize(const Options&) {}
void collect(bool) {}
Statistics statistics() { return {}; }
void adopt_image(void*, size_t) {}

}  // namespace clj::gc
