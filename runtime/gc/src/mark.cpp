#include "mark.h"

#include <sys/mman.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace clj::gc {

namespace {
// Stack entries with this bit are an object to scan from the slot given by the entry below.
constexpr uintptr_t kContinue = 1;
constexpr uint64_t kEndOfEach = 0x0101010101010101u * kMetaEnd;
}  // namespace

Marker::Marker(Collector& c)
    : c_(c),
      space_base_(c.space.base()),
      image_base_(c.image.base),
      space_bytes_(c.space.used_bytes()),
      image_bytes_(c.image.bytes),
      verify_(c.options.verify) {}

Marker::~Marker() {
  if (stack_) munmap(stack_, capacity_ * sizeof(uintptr_t));
}

void Marker::grow() {
  size_t capacity = capacity_ ? capacity_ * 2 : 8192;
  void* stack = stack_ ? mremap(stack_, capacity_ * sizeof(uintptr_t), capacity * sizeof(uintptr_t), MREMAP_MAYMOVE)
                       : mmap(nullptr, capacity * sizeof(uintptr_t), PROT_READ | PROT_WRITE,
                              MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (stack == MAP_FAILED) {
    std::fputs("cljvm: no memory for the collector's mark stack\n", stderr);
    std::_Exit(70);
  }
  stack_ = static_cast<uintptr_t*>(stack);
  capacity_ = capacity;
}

bool Marker::find_and_push(uintptr_t word) {
  if (word - Value::kFirstObject >= Value::kImmediateTag - Value::kFirstObject) return false;
  auto* address = reinterpret_cast<const void*>(word);
  Object* object;
  if (word - space_base_ < space_bytes_) {
    object = c_.space.resolve(address);
  } else if (word - image_base_ < image_bytes_) {
    return true;
  } else {
    object = c_.large.find(address);
  }
  if (object) push(reinterpret_cast<uintptr_t>(object));
  return object != nullptr;
}

CLJ_NO_SANITIZE void Marker::add_memory(const void* begin, const void* end) {
  auto* from = reinterpret_cast<const volatile uintptr_t*>((reinterpret_cast<uintptr_t>(begin) + 7) & ~uintptr_t{7});
  for (auto* p = from; p + 1 <= end; ++p) {
    uintptr_t word = *p;
    if (word - Value::kFirstObject >= Value::kImmediateTag - Value::kFirstObject) continue;
    if (!find_and_push(word) && word % kGranule == 0) find_and_push(word - 1);
  }
}

inline bool Marker::mark(Object* object) {
  if (reinterpret_cast<uintptr_t>(object) - space_base_ < space_bytes_) [[likely]] {
    uint8_t* byte = metadata_of(object);
    if (*byte & kMetaMark) return false;
    // Most objects end within eight granules.
    uint64_t word;
    std::memcpy(&word, byte, 8);
    uint64_t ends = word & kEndOfEach;
    size_t granules = ends != 0 ? static_cast<size_t>(__builtin_ctzll(ends)) / 8 + 1 : granules_from(byte);
    *byte |= kMetaMark;
    BlockInfo& info = block_info(object);
    info.live_granules = static_cast<uint16_t>(info.live_granules + granules);
    return true;
  }
  LargeHeader* header = LargeHeader::of(object);
  if (header->marked) return false;
  header->marked = true;
  return true;
}

bool Marker::is_marked(const Object* object) const {
  auto bits = reinterpret_cast<uintptr_t>(object);
  if (bits - space_base_ < space_bytes_) return *metadata_of(object) & kMetaMark;
  if (bits - image_base_ < image_bytes_) return true;
  return LargeHeader::of(object)->marked;
}

void Marker::check(Object* holder, uint64_t slot, Value v) const {
  if (!v.is_object()) return;
  if (const char* fault = fault_of(c_, v)) report_bad_reference(fault, holder, slot, v);
}

// All slots of an object of no more than kPiece.
inline void Marker::scan_short(Object* object) {
  if (top_ + kPiece > capacity_) [[unlikely]] grow();
  const Value* slots = reinterpret_cast<const Value*>(object + 1);
  uintptr_t* top = stack_ + top_;
  for (uint64_t i = object->slots; i > 0; --i) {
    Value v = slots[i - 1];
    // Without a jump that is hard to predict: what is no reference into the heap is overwritten by the next one.
    *top = v.bits();
    top += static_cast<int>(v.is_object()) & static_cast<int>(v.bits() - image_base_ >= image_bytes_);
  }
  top_ = static_cast<size_t>(top - stack_);
}

void Marker::scan(Object* object, uint64_t from) {
  uint64_t count = object->slot_count();
  uint64_t to = std::min(count, from + kPiece);
  if (to < count) {
    push(to);
    push(reinterpret_cast<uintptr_t>(object) | kContinue);
  }
  Value* slots = object->slot_array();
  if (verify_) [[unlikely]] {
    for (uint64_t i = from; i < to; ++i) check(object, i, slots[i]);
  }
  // Backwards: the first slot is visited first, so that along a list (first, rest) nothing piles up.
  for (uint64_t i = to; i > from; --i) add(slots[i - 1]);
}

void Marker::rescan(Object* object) { scan(object, 0); }

void Marker::rescan(Object* object, uint64_t from, uint64_t to) {
  Value* slots = object->slot_array();
  for (uint64_t i = from; i < to; ++i) add(slots[i]);
}

void Marker::drain() {
  Object* visited[kQueue];    // their metadata is on its way
  Object* scanned[kQueue];    // newly marked, the objects themselves are
  size_t visited_at = 0, to_visit = 0, scanned_at = 0, to_scan = 0;
  for (;;) {
    while (to_visit < kQueue && top_ > 0) {
      uintptr_t entry = stack_[--top_];
      if (entry & kContinue) [[unlikely]] {
        uint64_t from = stack_[--top_];
        scan(reinterpret_cast<Object*>(entry & ~kContinue), from);
        continue;
      }
      auto* object = reinterpret_cast<Object*>(entry);
      __builtin_prefetch(metadata_of(object), 1);
      visited[(visited_at + to_visit++) % kQueue] = object;
    }
    if (to_visit > 0) {
      Object* object = visited[visited_at];
      visited_at = (visited_at + 1) % kQueue;
      --to_visit;
      ++visits_;
      if (!mark(object)) continue;
      __builtin_prefetch(object, 1);
      scanned[(scanned_at + to_scan++) % kQueue] = object;
      if (to_scan < kQueue) continue;
    } else if (to_scan == 0) {
      // What is left here would be found on the stack by a later collection, in a frame that does not fill its place.
      std::memset(visited, 0, sizeof visited);
      std::memset(scanned, 0, sizeof scanned);
      asm volatile("" : : "r"(visited), "r"(scanned) : "memory");
      return;
    }
    Object* object = scanned[scanned_at];
    scanned_at = (scanned_at + 1) % kQueue;
    --to_scan;
    if (object->slots == 0) continue;
    // Objects without slots are never stored into: they stay clean.
    uint8_t flags = object->flags.load(std::memory_order_relaxed);
    if (!(flags & kFlagOld)) object->flags.store(flags | kFlagOld, std::memory_order_relaxed);
    if (object->slots <= kPiece && !verify_) [[likely]] {
      scan_short(object);
    } else {
      scan(object, 0);
    }
  }
}

}  // namespace clj::gc
