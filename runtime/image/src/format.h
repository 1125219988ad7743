// The layout of a mapped image:
//
//   page 0…  Header, then the root values
//   page a…  objects, each on a granule: first those that are never stored into, then the rest,
//            so that the pages a program dirties lie together
//   chunk b… cold objects, which most programs never touch (libraries that are not required, host classes
//            that are not used), from a whole number of chunks behind page a
//   page c…  metadata: a byte per granule of the objects (gc/metadata.h)
//
// In the file the metadata of the other objects follow these, and the cold chunks come last: a
// table with the end of each, 32 bits, and then each chunk with its metadata, compressed with LZ4. Native pointers in
// them are relative (Hook::convert).
#pragma once
#include <cstddef>
#include <cstdint>

#include "clj/image/image.h"

namespace clj::image {

constexpr size_t kPage = 4096;
constexpr size_t round_up(size_t n, size_t unit) { return (n + unit - 1) / unit * unit; }
constexpr size_t kChunk = size_t{128} << 10;  // of cold objects; its metadata is two pages
constexpr char kMagic[8] = {'C', 'L', 'J', 'I', 'M', 'A', 'G', 'E'};

struct Header {
  char magic[8];
  uint64_t checksum;         // XXH3 of all that follows this field in the file
  uint64_t layout;           // layout_fingerprint() of the build that wrote it
  uint64_t natives;          // natives_fingerprint()
  uint64_t base;             // address of the header
  uint64_t bytes;            // of the mapped image
  uint64_t file_bytes;       // of the file
  uint64_t root_count;       // Values behind the header
  uint64_t objects_offset, objects_bytes;
  uint64_t metadata_offset;  // one byte per granule of the objects, and 8 more
  uint64_t hot_end;                  // of the objects that are not cold
  uint64_t cold_offset, cold_bytes;  // whole pages, the end of the objects
  uint64_t packed_bytes;             // of the cold part in the file; 0: there is none
};
// What one chunk unpacks to: the objects, then the metadata.
constexpr size_t metadata_bytes_of(size_t object_bytes) { return object_bytes / 16; }
constexpr size_t kChecksumFrom = offsetof(Header, layout);

// Kinds and their flags, the fields of Roots, the object header: what the objects mean.
uint64_t layout_fingerprint();
// The names and arities of native functions and host members, which objects refer to by index.
uint64_t natives_fingerprint();

const Hook& hook_of(Kind kind);

// Converts the native pointers of the objects that begin in a chunk, of `bytes`, for the image address `address`.
void convert_chunk(char* chunk, const char* metadata, size_t bytes, uint64_t address, Pointers to);

}  // namespace clj::image
