// The cold part of a mapped image: objects that most programs never touch (libraries that are
// not required, metadata of the library's vars, host classes that are not used), compressed in
// the file in chunks of kChunk.
//
// Its addresses are reserved at start. The first access to a chunk, whoever makes it, raises a
// fault, which is handled by putting the chunk in its place. So nothing outside of this folder
// knows of it.
#pragma once
#include <cstddef>

namespace clj::image {

struct ColdPart {
  char* address = nullptr;  // of the objects; reserved and not accessible
  size_t bytes = 0;
  char* metadata = nullptr;      // of these objects; writable, zero
  const char* packed = nullptr;  // stays mapped
  size_t packed_bytes = 0;
};

// Once per process.
void reserve_cold(const ColdPart& part);
// Unpacks what is not unpacked yet. An unpacking that fails ends the process with a message: the
// image is damaged.
void unpack_all();

}  // namespace clj::image
