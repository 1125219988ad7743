#include <cstring>

#include "clj/base/lz4_block.h"
#include "clj/base/packed_memory.h"

namespace clj {

std::string pack_chunks(const std::string* chunks, size_t count) {
  std::string packed(count * sizeof(uint32_t), '\0');
  for (size_t i = 0; i < count; ++i) {
    if (!pack_lz4_block(chunks[i], packed)) return "";
    auto end = static_cast<uint32_t>(packed.size());
    std::memcpy(packed.data() + i * sizeof end, &end, sizeof end);
  }
  return packed;
}

}  // namespace clj
