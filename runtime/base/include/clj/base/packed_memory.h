// Address ranges whose contents lie packed elsewhere, and are unpacked by the first access to them.
//
// A range is divided into chunks. The first access to one, whoever makes it, raises a fault, which is handled by unpacking
// the chunk beside its place and moving it there, so that other threads see all of it or nothing. What is packed begins with
// a table of where each chunk ends, 32 bits each; a chunk is a block of LZ4 (clj/base/lz4_block.h).
//
// System calls that read such an address get EFAULT, and a fault while SIGSEGV is blocked ends the process.
//
// Threads  serve() and unpack_all(): one thread, before there are others. Faults: any thread.
// Errors   What cannot be unpacked ends the process with a message: the file is damaged, or no memory is left.
// Design   docs/decisions/0007-cold-part-of-the-image.md, docs/decisions/0013-packed-code.md
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace clj {

struct PackedRange {
  // On a page. Nothing is mapped there; or, if it is to be written to, pages without access.
  char* address = nullptr;
  size_t bytes = 0;
  size_t chunk_bytes = 0;       // a whole number of pages
  const char* packed = nullptr;  // stays as it is
  size_t packed_bytes = 0;
  int protection = 0;  // PROT_READ …, of what is unpacked
  // For each so many bytes of a chunk one more byte follows it; 0: none.
  size_t bytes_per_extra_byte = 0;
  // What is to be done with a chunk, at `offset` of the range, before it is moved to its place; may be null.
  void (*finish)(const PackedRange& range, size_t offset, char* chunk, size_t bytes) = nullptr;

  size_t chunk_count() const { return (bytes + chunk_bytes - 1) / chunk_bytes; }
};

// Serves faults in the range from now on. A handful of ranges for each process, of at most 1,024 chunks.
void serve(const PackedRange& range);
// Unpacks what is not unpacked yet, of all ranges.
void unpack_all();
// The environment variable that makes a process unpack everything when it starts: for tools that do not survive faults.
constexpr const char* kUnpackVariable = "CLJVM_UNPACK";

// Packs the chunks, the extra bytes of each included, behind a table of their ends. Empty if that fails.
std::string pack_chunks(const std::string* chunks, size_t count);

}  // namespace clj
