#include "large_space.h"

#include <sys/mman.h>

#include <algorithm>
#include <cstdlib>

namespace clj::gc {

namespace {

// From here on the system's zero pages are cheaper than clearing, and surely returned.
constexpr size_t kMapFrom = size_t{256} << 10;

Object* find_in(const std::vector<LargeHeader*>& sorted, const void* address) {
  auto above = std::upper_bound(sorted.begin(), sorted.end(), address,
                                [](const void* a, LargeHeader* h) { return a < static_cast<void*>(h); });
  if (above == sorted.begin()) return nullptr;
  LargeHeader* header = *(above - 1);
  auto* object = reinterpret_cast<const char*>(header->object());
  auto* p = static_cast<const char*>(address);
  return p >= object && p <= object + header->bytes ? header->object() : nullptr;
}

}  // namespace

void* LargeSpace::allocate(size_t bytes) {
  size_t total = bytes + sizeof(LargeHeader);
  void* memory;
  if (total >= kMapFrom) {
    memory = mmap(nullptr, total, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) return nullptr;
  } else {
    memory = std::calloc(1, total);
    if (!memory) return nullptr;
  }
  auto* header = static_cast<LargeHeader*>(memory);
  header->bytes = bytes;
  header->mapped = total >= kMapFrom ? total : 0;
  bytes_.fetch_add(bytes, std::memory_order_relaxed);
  std::lock_guard lock(mutex_);
  young_.push_back(header);
  return header->object();
}

void LargeSpace::prepare(bool full) {
  std::sort(young_.begin(), young_.end());
  if (full) {
    for (LargeHeader* header : old_) header->marked = false;
  }
}

Object* LargeSpace::find(const void* address) const {
  Object* object = find_in(young_, address);
  return object ? object : find_in(old_, address);
}

size_t LargeSpace::free_unmarked(std::vector<LargeHeader*>& list) {
  size_t freed = 0;
  std::erase_if(list, [&](LargeHeader* header) {
    if (header->marked) return false;
    freed += header->bytes;
    std::free(header->cards.load(std::memory_order_relaxed));
    if (header->mapped) {
      munmap(header, header->mapped);
    } else {
      std::free(header);
    }
    return true;
  });
  return freed;
}

void LargeSpace::sweep(bool full) {
  size_t freed = free_unmarked(young_);
  if (full) freed += free_unmarked(old_);
  auto middle = static_cast<ptrdiff_t>(old_.size());
  old_.insert(old_.end(), young_.begin(), young_.end());
  std::inplace_merge(old_.begin(), old_.begin() + middle, old_.end());
  young_.clear();
  bytes_.fetch_sub(freed, std::memory_order_relaxed);
}

}  // namespace clj::gc
