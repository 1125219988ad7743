// The block space: where objects up to kMaxSmallBytes live.
//
// One address range is reserved at start and filled slab by slab; "is this a small object" is
// one compare. A slab is 64 blocks, of which the first four hold metadata. A block is claimed
// by one mutator at a time (allocate.cpp), which sweeps it while it allocates: nothing is swept
// in the pause. What a byte of metadata means therefore depends on the block's state.
//
// Threads  Claims take a lock; everything else runs with the world stopped, save that the
//          owner of a claimed block reads and writes its metadata and memory.
// Design   docs/gc.md
#pragma once
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <vector>

#include "clj/gc/metadata.h"
#include "clj/value/object.h"

namespace clj::gc {

enum class BlockState : uint8_t {
  kFresh,    // memory and metadata are zero (never used, or given back to the system)
  kFree,     // no live object; memory and metadata hold old contents
  kUnswept,  // not claimed since the last collection: only marked objects are objects
  kSwept,    // claimed since the last collection: every kMetaStart is an object
};

struct BlockInfo {
  uint16_t live_granules;  // marked ones; exact after a collection
  uint16_t lost_granules;  // free ones in holes too small to use, since a full collection
  BlockState state;
  size_t usable_granules() const { return kBlockBytes / kGranule - live_granules - lost_granules; }
};

constexpr size_t kBlocksPerSlab = kSlabBytes / kBlockBytes;
constexpr size_t kMetadataBlocks = kSlabBytes / kGranule / kBlockBytes;
constexpr size_t kGranulesPerBlock = kBlockBytes / kGranule;

// Lies in the metadata bytes that describe the metadata blocks.
struct SlabHeader {
  BlockInfo blocks[kBlocksPerSlab];
};
static_assert(sizeof(SlabHeader) <= kMetadataBlocks * kGranulesPerBlock);

inline BlockInfo& block_info(const void* address) {
  auto bits = reinterpret_cast<uintptr_t>(address);
  auto* slab = reinterpret_cast<SlabHeader*>(bits & ~(kSlabBytes - 1));
  return slab->blocks[(bits & (kSlabBytes - 1)) / kBlockBytes];
}
inline char* block_of(const void* address) {
  return reinterpret_cast<char*>(reinterpret_cast<uintptr_t>(address) & ~(kBlockBytes - 1));
}
// Granules from an object's first metadata byte to its kMetaEnd.
size_t granules_from(const uint8_t* first);

class Space {
 public:
  // What a claim may come up against.
  enum class Outcome { kClaimed, kTrigger, kLimit };
  struct Claim {
    Outcome outcome;
    char* block;
    BlockState previous;  // kFresh, kFree or kUnswept; the state is kSwept now
  };

  // Reserves address space for `bytes` of blocks, less if the system grants less.
  void reserve(size_t bytes);

  bool contains(const void* address) const { return reinterpret_cast<uintptr_t>(address) - base_ < used_bytes(); }
  uintptr_t base() const { return base_; }
  size_t used_bytes() const { return used_.load(std::memory_order_relaxed); }

  // A block to allocate in, for the caller alone. `whole`: one without live objects.
  // kTrigger: as much was allocated as collect_at allows (never with `ignore_trigger`).
  // kLimit: `limit` bytes of blocks and `large_bytes` would be exceeded.
  Claim claim(bool whole, bool ignore_trigger, size_t limit, size_t large_bytes);

  // The object that holds `address`, when it is one; world stopped. See BlockState.
  Object* resolve(const void* address) const;

  // World stopped, before a full collection: no object is marked, every start is an object.
  void clear_marks();
  // World stopped, after marking: states, claim lists and live_bytes from the mark counts.
  void classify();
  // Clears the metadata of what died and overwrites its memory. World stopped, before classify.
  void poison_dead();
  // Gives free blocks back to the system, all but `keep` bytes. Any thread, any time.
  void release_free(size_t keep);

  size_t live_bytes() const { return live_bytes_; }
  // Memory in use by blocks: all but fresh ones.
  size_t resident_bytes() const { return resident_blocks_.load(std::memory_order_relaxed) * kBlockBytes; }
  // World stopped. What can be allocated in blocks already resident.
  size_t available_bytes() const { return partial_free_bytes_ + free_.size() * kBlockBytes; }
  // Handed to mutators since the last collection: the holes they found, not the blocks, or a
  // heap of holes too small to use would be collected again and again without progress.
  std::atomic<size_t> allocated{0};
  // The sum of both `allocated`s at which claim answers kTrigger.
  std::atomic<size_t> collect_at{SIZE_MAX};
  std::atomic<size_t> large_allocated{0};

  // Calls f(block, info) for the blocks that are not fresh.
  template <class F>
  void each_block(F f) const {
    for (uintptr_t slab = base_; slab < base_ + used_bytes(); slab += kSlabBytes) {
      auto* header = reinterpret_cast<SlabHeader*>(slab);
      for (size_t i = kMetadataBlocks; i < kBlocksPerSlab; ++i) {
        if (header->blocks[i].state != BlockState::kFresh) {
          f(reinterpret_cast<char*>(slab + i * kBlockBytes), header->blocks[i]);
        }
      }
    }
  }

 private:
  bool add_slab();

  uintptr_t base_ = 0;
  std::atomic<size_t> used_{0};
  size_t reserved_ = 0;
  std::mutex mutex_;
  // Candidates, the next to claim last. Partial ones are kUnswept with room worth a visit.
  std::vector<char*> partial_, free_, fresh_;
  std::vector<char*> half_free_;  // while classify runs
  std::atomic<size_t> resident_blocks_{0};
  size_t live_bytes_ = 0, partial_free_bytes_ = 0;
};

}  // namespace clj::gc
