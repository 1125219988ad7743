// Native pointers in cold chunks. All of it runs in the handler of a fault, and stays out of the packed parts of the program
// (cmake/cold_code.ld).
#include <bit>
#include <cstring>

#include "clj/gc/metadata.h"
#include "format.h"

namespace clj::image {

namespace {

// In the metadata of eight granules.
constexpr uint64_t kStarts = 0x0101010101010101 * gc::kMetaStart;

Hook hooks[static_cast<size_t>(Kind::kCount)];

}  // namespace

void set_hook(Kind kind, Hook hook) { hooks[static_cast<size_t>(kind)] = hook; }
const Hook& hook_of(Kind kind) { return hooks[static_cast<size_t>(kind)]; }

void convert_chunk(char* chunk, const char* metadata, size_t bytes, uint64_t address, Pointers to) {
  // Eight granules at a time: a chunk is unpacked while the program waits. It is whole pages.
  for (size_t first = 0; first < bytes; first += 8 * gc::kGranule) {
    uint64_t starts;
    std::memcpy(&starts, metadata + first / gc::kGranule, sizeof starts);
    for (starts &= kStarts; starts != 0; starts &= starts - 1) {
      size_t at = first + static_cast<size_t>(std::countr_zero(starts)) / 8 * gc::kGranule;
      auto* object = reinterpret_cast<Object*>(chunk + at);
      if (const Hook& hook = hook_of(object->kind); hook.convert != nullptr) hook.convert(object, address + at, bytes - at, to);
    }
  }
}

}  // namespace clj::image
