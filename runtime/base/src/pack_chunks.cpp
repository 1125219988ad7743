#include <lz4hc.h>

#include <cstring>

#include "clj/base/packed_memory.h"

namespace clj {

namespace {

// A hundredth larger than the best, in a quarter of the time: builds of programs wait for it.
constexpr int kLevel = 9;

}  // namespace

std::string pack_chunks(const std::string* chunks, size_t count) {
  std::string packed(count * sizeof(uint32_t), '\0');
  for (size_t i = 0; i < count; ++i) {
    int bytes = static_cast<int>(chunks[i].size()), bound = LZ4_compressBound(bytes);
    size_t from = packed.size();
    packed.resize(from + static_cast<size_t>(bound));
    int written = LZ4_compress_HC(chunks[i].data(), packed.data() + from, bytes, bound, kLevel);
    if (written <= 0) return "";
    packed.resize(from + static_cast<size_t>(written));
    auto end = static_cast<uint32_t>(packed.size());
    std::memcpy(packed.data() + i * sizeof end, &end, sizeof end);
  }
  return packed;
}

}  // namespace clj
