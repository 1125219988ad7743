// The packed parts of an executable: what the linker notes in it, and the start reads.
//
// Design   docs/decisions/0013-packed-code.md
#pragma once
#include <cstddef>
#include <cstdint>

namespace clj {

// One range of addresses whose contents are packed (clj/base/packed_memory.h).
struct PackedPart {
  uint64_t address, bytes;  // whole pages
  uint64_t chunk_bytes;
  uint64_t packed, packed_bytes;           // addresses
  uint64_t code_address, code_bytes;  // of the program's code, for filter_branches; 0: the part is data
};
constexpr size_t kMostPackedParts = 3;
// The section that holds them in the executable, zeros if nothing is packed.
#define CLJ_PACKED_PARTS_SECTION ".packed_parts"

}  // namespace clj
