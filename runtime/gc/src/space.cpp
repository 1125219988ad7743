#include "space.h"

#include <sys/mman.h>

#include <algorithm>
#include <cstring>

namespace clj::gc {

namespace {

constexpr uint64_t kStarts = 0x0101010101010101u * kMetaStart;
constexpr uint64_t kEnds = 0x0101010101010101u * kMetaEnd;
// A partial block is worth sweeping when an eighth of it is free.
constexpr size_t kWorthSweeping = kGranulesPerBlock / 8;
// Slabs from this offset on ask for huge pages: a program that stays below has no use for two megabytes more.
constexpr size_t kHugePagesFrom = kSlabBytes;

uint64_t load_word(const uint8_t* bytes) {
  uint64_t word;
  std::memcpy(&word, bytes, 8);
  return word;
}
void store_word(uint8_t* bytes, uint64_t word) { std::memcpy(bytes, &word, 8); }

}  // namespace

size_t granules_from(const uint8_t* first) {
  // Reading past a block's metadata is harmless: other metadata or the slab's data follow.
  for (size_t n = 0;; n += 8) {
    uint64_t ends = load_word(first + n) & kEnds;
    if (ends) return n + static_cast<size_t>(__builtin_ctzll(ends)) / 8 + 1;
  }
}

void Space::reserve(size_t bytes) {
  // PROT_NONE memory counts against no limit but that of address space.
  for (bytes = (bytes + kSlabBytes - 1) & ~(kSlabBytes - 1); bytes >= kSlabBytes; bytes = (bytes / 2) & ~(kSlabBytes - 1)) {
    void* p = mmap(nullptr, bytes + kSlabBytes, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (p == MAP_FAILED) continue;
    base_ = (reinterpret_cast<uintptr_t>(p) + kSlabBytes - 1) & ~(kSlabBytes - 1);
    reserved_ = bytes;
    return;
  }
}

bool Space::add_slab() {
  size_t used = used_bytes();
  if (used == reserved_) return false;
  if (mprotect(reinterpret_cast<void*>(base_ + used), kSlabBytes, PROT_READ | PROT_WRITE) != 0) return false;
  char* slab = reinterpret_cast<char*>(base_ + used);
  // With small pages marking and the program itself miss the TLB at every other object.
  if (used >= kHugePagesFrom) madvise(slab, kSlabBytes, MADV_HUGEPAGE);
  for (size_t i = kBlocksPerSlab - 1; i >= kMetadataBlocks; --i) fresh_.push_back(slab + i * kBlockBytes);
  used_.store(used + kSlabBytes, std::memory_order_relaxed);
  return true;
}

Space::Claim Space::claim(bool whole, bool ignore_trigger, size_t limit, size_t large_bytes) {
  std::lock_guard lock(mutex_);
  if (!ignore_trigger && allocated.load(std::memory_order_relaxed) + large_allocated.load(std::memory_order_relaxed) >=
                             collect_at.load(std::memory_order_relaxed)) {
    return {Outcome::kTrigger, nullptr, BlockState::kFree};
  }
  char* block;
  if (!whole && !partial_.empty()) {
    block = partial_.back();
    partial_.pop_back();
    partial_free_bytes_ -= block_info(block).usable_granules() * kGranule;
  } else if (!free_.empty()) {
    block = free_.back();
    free_.pop_back();
  } else {
    if (resident_bytes() + kBlockBytes + large_bytes > limit || (fresh_.empty() && !add_slab())) {
      return {Outcome::kLimit, nullptr, BlockState::kFree};
    }
    block = fresh_.back();
    fresh_.pop_back();
    ++resident_blocks_;
  }
  BlockInfo& info = block_info(block);
  BlockState previous = info.state;
  info.state = BlockState::kSwept;
  return {Outcome::kClaimed, block, previous};
}

Object* Space::resolve(const void* address) const {
  const BlockInfo& info = block_info(address);
  if (info.state <= BlockState::kFree) return nullptr;
  auto bits = reinterpret_cast<uintptr_t>(address);
  if ((bits & (kSlabBytes - 1)) / kBlockBytes < kMetadataBlocks) return nullptr;
  const uint8_t* lowest = metadata_of(block_of(address));
  const uint8_t* here = metadata_of(address);
  const uint8_t* start = here;
  if (!(*start & kMetaStart)) {
    do {
      if (start == lowest) return nullptr;
      --start;
      if (*start & kMetaEnd) return nullptr;
    } while (!(*start & kMetaStart));
  }
  if (info.state == BlockState::kUnswept && !(*start & kMetaMark)) return nullptr;
  uintptr_t object = (bits & ~(kGranule - 1)) - static_cast<size_t>(here - start) * kGranule;
  return reinterpret_cast<Object*>(object);
}

void Space::clear_marks() {
  each_block([](char* block, BlockInfo& info) {
    info.live_granules = info.lost_granules = 0;
    if (info.state == BlockState::kFree) return;
    uint8_t* meta = metadata_of(block);
    if (info.state == BlockState::kUnswept) {
      // A start without a mark died in an earlier collection. An end left without its start
      // is harmless: whoever looks for an end or a start meets the right one first.
      for (size_t i = 0; i < kGranulesPerBlock; i += 8) {
        uint64_t word = load_word(meta + i);
        store_word(meta + i, ((word >> 2) & word & kStarts) | (word & kEnds));
      }
      info.state = BlockState::kSwept;
    } else {
      for (size_t i = 0; i < kGranulesPerBlock; i += 8) store_word(meta + i, load_word(meta + i) & (kStarts | kEnds));
    }
  });
}

void Space::classify() {
  partial_.clear();
  half_free_.clear();
  free_.clear();
  live_bytes_ = partial_free_bytes_ = 0;
  each_block([this](char* block, BlockInfo& info) {
    if (info.live_granules == 0) {
      info.state = BlockState::kFree;
      info.lost_granules = 0;
      free_.push_back(block);
      return;
    }
    info.state = BlockState::kUnswept;
    live_bytes_ += info.live_granules * kGranule;
    size_t usable = info.usable_granules();
    if (usable >= kWorthSweeping) {
      (usable >= kGranulesPerBlock / 2 ? half_free_ : partial_).push_back(block);
      partial_free_bytes_ += usable * kGranule;
    }
  });
  // Low addresses are claimed first, so that the top of the heap empties; but where half is free, sweeping
  // costs least.
  std::reverse(partial_.begin(), partial_.end());
  std::reverse(half_free_.begin(), half_free_.end());
  partial_.insert(partial_.end(), half_free_.begin(), half_free_.end());
  std::reverse(free_.begin(), free_.end());
}

void Space::poison_dead() {
  constexpr int kPoison = 0xDD;
  each_block([](char* block, BlockInfo& info) {
    // In blocks of other states whatever is dead is poisoned already.
    if (info.state != BlockState::kSwept) return;
    uint8_t* meta = metadata_of(block);
    for (size_t i = 0; i < kGranulesPerBlock;) {
      if ((meta[i] & (kMetaStart | kMetaMark)) == (kMetaStart | kMetaMark)) {
        i += granules_from(meta + i);
      } else {
        meta[i] = 0;
        std::memset(block + i * kGranule, kPoison, kGranule);
        ++i;
      }
    }
  });
}

void Space::release_free(size_t keep) {
  std::lock_guard lock(mutex_);
  size_t keep_blocks = keep / kBlockBytes;
  if (free_.size() <= keep_blocks) return;
  // The highest addresses go. They stand first; neighbours are returned in one call.
  size_t release = free_.size() - keep_blocks;
  for (size_t i = 0; i < release;) {
    size_t run = 1;
    while (i + run < release && free_[i + run] == free_[i] - run * kBlockBytes) ++run;
    char* lowest = free_[i + run - 1];
    madvise(lowest, run * kBlockBytes, MADV_DONTNEED);
    for (size_t k = 0; k < run; ++k) {
      char* block = lowest + k * kBlockBytes;
      std::memset(metadata_of(block), 0, kGranulesPerBlock);
      block_info(block).state = BlockState::kFresh;
    }
    for (size_t k = 0; k < run; ++k) fresh_.push_back(free_[i + k]);
    i += run;
  }
  free_.erase(free_.begin(), free_.begin() + static_cast<ptrdiff_t>(release));
  resident_blocks_ -= release;
}

}  // namespace clj::gc
