// Side metadata of the block space: a byte per 16-byte granule.
//
// Memory comes in slabs of 4 MiB, aligned to their size. The first 256 KiB of a slab are the
// metadata bytes of the whole slab (those of the first 256 KiB describe themselves, are never
// used as such, and hold the slab's header), so a byte is found by arithmetic on the address.
// An object's first granule carries kMetaStart, its last one kMetaEnd, those between 0.
//
// Design   docs/gc.md
#pragma once
#include <cstddef>
#include <cstdint>

namespace clj::gc {

constexpr size_t kGranule = 16;  // every object starts on a granule
constexpr size_t kBlockBytes = size_t{64} << 10;
constexpr size_t kSlabBytes = size_t{4} << 20;
constexpr size_t kMaxSmallBytes = 8192;  // larger objects live in the large-object space

enum MetadataBit : uint8_t { kMetaStart = 1, kMetaEnd = 2, kMetaMark = 4 };

// Precondition: `address` lies in a slab.
inline uint8_t* metadata_of(const void* address) {
  auto bits = reinterpret_cast<uintptr_t>(address);
  return reinterpret_cast<uint8_t*>((bits & ~(kSlabBytes - 1)) + ((bits & (kSlabBytes - 1)) / kGranule));
}

}  // namespace clj::gc
