// Serves the parts of the program that are packed (linker/include/clj/linker/packed_stub.h), from before the first constructor.
#include "clj/base/packed_code.h"

#include <sys/mman.h>

#include <cstring>

#include "clj/base/branch_filter.h"
#include "clj/base/packed_memory.h"

namespace {

using namespace clj;

// Filled in when the program is packed.
[[gnu::section(CLJ_PACKED_PARTS_SECTION), gnu::used]] constexpr PackedPart packed_parts[kMostPackedParts] = {};

// The compiler takes them for zeros.
const PackedPart* first_part() {
  const PackedPart* first = packed_parts;
  asm("" : "+r"(first));
  return first;
}

void finish_code(const PackedRange& range, size_t offset, char* chunk, size_t bytes) {
  for (size_t i = 0; i < kMostPackedParts; ++i) {
    const PackedPart& part = first_part()[i];
    if (part.address != reinterpret_cast<uintptr_t>(range.address)) continue;
    unfilter_branches(chunk, bytes, part.address - part.code_address + offset, part.code_bytes);
  }
}

void serve_packed_parts(int, char**, char** environment) {
  for (size_t i = 0; i < kMostPackedParts; ++i) {
    const PackedPart& part = first_part()[i];
    if (part.bytes == 0) continue;
    PackedRange range;
    range.address = reinterpret_cast<char*>(part.address);
    range.bytes = part.bytes;
    range.chunk_bytes = part.chunk_bytes;
    range.packed = reinterpret_cast<const char*>(part.packed);
    range.packed_bytes = part.packed_bytes;
    range.protection = part.code_bytes == 0 ? PROT_READ : PROT_READ | PROT_EXEC;
    if (part.code_bytes != 0) range.finish = finish_code;
    serve(range);
  }
  size_t name = std::strlen(kUnpackVariable);
  for (char** variable = environment; *variable != nullptr; ++variable) {
    if (std::strncmp(*variable, kUnpackVariable, name) == 0 && (*variable)[name] == '=') unpack_all();
  }
}

[[gnu::section(".preinit_array"), gnu::used]] void (*const serve_first)(int, char**, char**) = serve_packed_parts;

}  // namespace
