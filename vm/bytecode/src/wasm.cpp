#include "clj/bytecode/wasm.h"

#include <cstdint>
#include <iterator>

#include "clj/bytecode/bundle.h"

namespace clj::bytecode {

namespace {

constexpr std::string_view kMagic("\0asm", 4);
// Version and layer, 16 bits each.
constexpr std::string_view kModule("\1\0\0\0", 4), kComponent("\x0d\0\1\0", 4);
constexpr size_t kHeaderBytes = 8;

// By a module section's number, its place among the others. Custom ones (0) stand anywhere; data counts (12) before code (10),
// tags (13) before globals (6).
constexpr uint8_t kPlaces[] = {0, 1, 2, 3, 4, 5, 7, 8, 9, 10, 12, 13, 11, 6};
constexpr uint64_t kMostSectionBytes = UINT32_MAX;

std::string name_of(uint8_t section) { return "section " + std::to_string(section); }

}  // namespace

bool is_wasm_component(std::string_view bytes) { return bytes.substr(kMagic.size(), kComponent.size()) == kComponent; }

std::string wasm_fault(std::string_view bytes) {
  if (!bytes.starts_with(kMagic)) return "does not begin with the bytes of WebAssembly, 00 61 73 6D";
  bool component = is_wasm_component(bytes);
  if (!component && bytes.substr(kMagic.size(), kModule.size()) != kModule) return "has an unknown version of the format";
  uint8_t last_place = 0;
  for (size_t at = kHeaderBytes; at < bytes.size();) {
    auto section = static_cast<uint8_t>(bytes[at++]);
    uint64_t length;
    if (!read_varint(bytes, at, length) || length > kMostSectionBytes || length > bytes.size() - at) {
      return "ends inside " + name_of(section);
    }
    at += length;
    if (component || section == 0) continue;
    if (section >= std::size(kPlaces)) return "has an unknown " + name_of(section);
    if (kPlaces[section] <= last_place) return "has " + name_of(section) + " twice or out of order";
    last_place = kPlaces[section];
  }
  return "";
}

}  // namespace clj::bytecode
