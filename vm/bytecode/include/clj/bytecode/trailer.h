// The trailer that ends an executable with attachments.
//
// Format   docs/bundle-format.md
#pragma once
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "clj/base/checksum.h"

namespace clj::bytecode {

constexpr char kTrailerMagic[8] = {'C', 'L', 'J', 'T', 'R', 'A', 'I', 'L'};

struct Trailer {
  uint64_t image_offset, image_bytes;
  uint64_t bundle_offset, bundle_bytes;  // 0 and 0: no program
  uint64_t checksum;                     // XXH3 of the fields above
  char magic[8];
};

inline Trailer make_trailer(uint64_t image_offset, uint64_t image_bytes, uint64_t bundle_offset,
                            uint64_t bundle_bytes) {
  Trailer trailer{image_offset, image_bytes, bundle_offset, bundle_bytes, 0, {}};
  trailer.checksum = xxh3_64(&trailer, offsetof(Trailer, checksum));
  std::memcpy(trailer.magic, kTrailerMagic, sizeof trailer.magic);
  return trailer;
}

// False when `last_bytes` do not end in the trailer of a file of `file_bytes`.
inline bool read_trailer(std::string_view last_bytes, uint64_t file_bytes, Trailer& trailer) {
  if (last_bytes.size() < sizeof trailer) return false;
  std::memcpy(&trailer, last_bytes.data() + last_bytes.size() - sizeof trailer, sizeof trailer);
  auto inside = [&](uint64_t offset, uint64_t bytes) { return offset <= file_bytes && bytes <= file_bytes - offset; };
  return std::memcmp(trailer.magic, kTrailerMagic, sizeof trailer.magic) == 0 &&
         trailer.checksum == xxh3_64(&trailer, offsetof(Trailer, checksum)) &&
         inside(trailer.image_offset, trailer.image_bytes) && inside(trailer.bundle_offset, trailer.bundle_bytes);
}

// Attachments start on a page.
constexpr size_t kAttachmentAlignment = 4096;

}  // namespace clj::bytecode
