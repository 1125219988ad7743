#include "clj/base/checksum.h"
#include "clj/core/call.h"
#include "clj/core/host.h"
#include "clj/core/roots.h"
#include "format.h"

namespace clj::image {

namespace {

// FNV-1a at compile time, so that the check at start costs nothing.
constexpr uint64_t mix(uint64_t hash, const char* text) {
  for (; *text; ++text) hash = (hash ^ static_cast<unsigned char>(*text)) * 0x100000001B3u;
  return (hash ^ 0xFF) * 0x100000001B3u;
}
constexpr uint64_t mix(uint64_t hash, uint64_t number) { return (hash ^ number) * 0x100000001B3u; }

constexpr uint64_t compute_layout() {
  uint64_t hash = 0xCBF29CE484222325u;
#define CLJ_KIND(name, jvm_class, flags) hash = mix(mix(hash, #name), uint64_t{flags});
#include "clj/value/kinds.def"
#undef CLJ_KIND
#define CLJ_ROOT(name, comment) hash = mix(hash, #name);
#include "clj/core/roots.def"
#undef CLJ_ROOT
#define CLJ_KEYWORD(name, ns, text) hash = mix(mix(mix(hash, #name), ns), text);
#define CLJ_SYMBOL(name, ns, text) hash = mix(mix(mix(hash, #name), ns), text);
#define CLJ_CLASS(name, text) hash = mix(mix(hash, #name), text);
#include "clj/core/known_names.def"
#undef CLJ_KEYWORD
#undef CLJ_SYMBOL
#undef CLJ_CLASS
  return mix(hash, sizeof(Roots));
}
constexpr uint64_t kLayout = compute_layout();

}  // namespace

uint64_t layout_fingerprint() { return kLayout; }

uint64_t natives_fingerprint() {
  uint64_t hash = kLayout;
  for (uint32_t i = 0; i < native_row_count; ++i) {
    const NativeRow& row = native_rows[i];
    hash = mix(mix(hash, row.ns), row.name);
    hash = mix(hash, static_cast<uint64_t>(static_cast<uint8_t>(row.min_args)) << 8 | static_cast<uint8_t>(row.max_args));
  }
  for (uint32_t i = 0; i < host_member_count; ++i) hash = mix(mix(hash, host_members[i].class_name), host_members[i].name);
  return hash;
}

}  // namespace clj::image
