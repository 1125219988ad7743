#include "clj/base/lz4_block.h"

#include <cstdint>
#include <cstring>

namespace clj {

namespace {

constexpr size_t kLeastMatch = 4;
constexpr size_t kStep = 16;

// A length that goes on in bytes of 255. False: at the end of the input.
inline bool read_length(const uint8_t*& from, const uint8_t* end, size_t& length) {
  if (length != 15) return true;
  uint8_t byte;
  do {
    if (from == end) return false;
    byte = *from++;
    length += byte;
  } while (byte == 255);
  return true;
}

// Copies in steps that may write up to kStep - 1 bytes too many, which both sides must have. A source may be kStep bytes or
// more before the target.
inline void copy_in_steps(uint8_t* to, const uint8_t* from, size_t length) {
  uint8_t* end = to + length;
  do {
    std::memcpy(to, from, kStep);
    to += kStep;
    from += kStep;
  } while (to < end);
}

// Repeats the `offset` bytes before `to`.
void repeat(uint8_t* to, size_t offset, size_t length, bool room) {
  const uint8_t* from = to - offset;
  if (offset >= 8 && room) {
    for (size_t i = 0; i < length; i += 8) std::memcpy(to + i, from + i, 8);
  } else {
    for (size_t i = 0; i < length; ++i) to[i] = from[i];
  }
}

}  // namespace

ptrdiff_t unpack_lz4_block(const char* block, size_t bytes, char* target, size_t capacity) {
  auto* from = reinterpret_cast<const uint8_t*>(block);
  auto* const start = reinterpret_cast<uint8_t*>(target);
  const uint8_t* const end = from + bytes;
  uint8_t *to = start, *const limit = start + capacity;
  // Before these there is room for the longest short sequence: 14 literals, 18 bytes that match, each copied in whole steps.
  const uint8_t* const far_from = bytes < kStep + 3 ? from : end - (kStep + 2);
  uint8_t* const far_to = capacity < 3 * kStep ? start : limit - 3 * kStep;
  while (from < end) {
    uint8_t token = *from++;
    size_t literals = token >> 4, length = token & 15, offset;
    bool is_short = literals != 15 && from < far_from && to < far_to;
    if (is_short) {
      std::memcpy(to, from, kStep);
      from += literals;
      to += literals;
    } else {
      if (!read_length(from, end, literals)) return -1;
      auto left = static_cast<size_t>(end - from), room = static_cast<size_t>(limit - to);
      if (literals > left || literals > room) return -1;
      if (literals + kStep <= left && literals + kStep <= room) copy_in_steps(to, from, literals);
      else std::memcpy(to, from, literals);
      from += literals;
      to += literals;
      if (from == end) return to - start;  // the last sequence has no match
      if (end - from < 2) return -1;
    }
    uint16_t little_endian;
    std::memcpy(&little_endian, from, 2);
    offset = little_endian;
    from += 2;
    const uint8_t* match = to - offset;
    if (offset == 0 || match < start) return -1;
    if (is_short && length != 15 && offset >= 8) {
      std::memcpy(to, match, 8);
      std::memcpy(to + 8, match + 8, 8);
      std::memcpy(to + 16, match + 16, 2);
      to += length + kLeastMatch;
      continue;
    }
    if (!read_length(from, end, length)) return -1;
    length += kLeastMatch;
    auto room = static_cast<size_t>(limit - to);
    if (length > room) return -1;
    bool steps = length + kStep <= room;
    if (offset >= kStep && steps) copy_in_steps(to, match, length);
    else repeat(to, offset, length, steps);
    to += length;
  }
  return -1;
}

}  // namespace clj
