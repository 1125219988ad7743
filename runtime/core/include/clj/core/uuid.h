// java.util.UUID.
//
// Errors   IllegalArgumentException "Invalid UUID string: x", NumberFormatException.
#pragma once
#include <cstdint>
#include <string>

#include "clj/value/object.h"

namespace clj {

struct Uuid : Object {
  static constexpr Kind kKind = Kind::kUuid;
  static constexpr uint16_t kSlots = 0;
  uint64_t high, low;
};
Value make_uuid(uint64_t high, uint64_t low);

Value read_uuid(Value form);     // what follows the tag #uuid; AssertionError when that is no text
Value parse_uuid(Value string);  // UUID.fromString: also takes shortened parts
std::string uuid_text(const Uuid* uuid);
inline uint32_t java_hash(const Uuid* uuid) {
  uint64_t mixed = uuid->high ^ uuid->low;
  return static_cast<uint32_t>(mixed >> 32) ^ static_cast<uint32_t>(mixed);
}
// UUID.compareTo: both halves as signed numbers.
inline int compare(const Uuid* a, const Uuid* b) {
  auto less = [](uint64_t x, uint64_t y) { return static_cast<int64_t>(x) < static_cast<int64_t>(y); };
  if (a->high != b->high) return less(a->high, b->high) ? -1 : 1;
  return a->low == b->low ? 0 : less(a->low, b->low) ? -1 : 1;
}

}  // namespace clj
