#include "clj/base/branch_filter.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include <cstdint>
#include <cstring>

namespace clj {

namespace {

constexpr uint8_t kCall = 0xE8, kTwoBytes = 0x0F;  // jmp is the next after call
constexpr bool is_conditional_jump(uint8_t second) { return (second & 0xF0) == 0x80; }

// Distances from -position to whole - 1 - position become targets from 0 to whole - 1; those above, up to whole - 1,
// become the negative numbers that this leaves free. Written without branches, which nobody could predict.
bool is_mapped(int32_t value, int32_t position, int32_t whole) {
  return static_cast<uint32_t>(value) + static_cast<uint32_t>(position) < static_cast<uint32_t>(whole) + static_cast<uint32_t>(position);
}
int32_t target_of(int32_t distance, int32_t position, int32_t whole) {
  int32_t target = distance + (distance < whole - position ? position : -whole);
  return is_mapped(distance, position, whole) ? target : distance;
}
int32_t distance_to(int32_t target, int32_t position, int32_t whole) {
  int32_t distance = target + (target >= 0 ? -position : whole);
  return is_mapped(target, position, whole) ? distance : target;
}

// Whether an instruction with such an operand may begin at `code`.
bool may_branch(const char* code) {
  auto first = static_cast<uint8_t>(code[0]);
  return (first & 0xFE) == kCall || (first == kTwoBytes && is_conditional_jump(static_cast<uint8_t>(code[1])));
}

// The first place from `i` on where one may begin, or `end`. Reads up to `end`.
size_t next_branch(const char* code, size_t i, size_t end) {
#if defined(__SSE2__)
  auto all = [](uint8_t byte) { return _mm_set1_epi8(static_cast<char>(byte)); };
  for (; i + 16 <= end; i += 16) {
    __m128i first = _mm_loadu_si128(reinterpret_cast<const __m128i*>(code + i));
    __m128i second = _mm_loadu_si128(reinterpret_cast<const __m128i*>(code + i + 1));
    __m128i calls = _mm_cmpeq_epi8(_mm_and_si128(first, all(0xFE)), all(kCall));
    __m128i jumps = _mm_and_si128(_mm_cmpeq_epi8(first, all(kTwoBytes)), _mm_cmpeq_epi8(_mm_and_si128(second, all(0xF0)), all(0x80)));
    int found = _mm_movemask_epi8(_mm_or_si128(calls, jumps));
    if (found != 0) return i + static_cast<size_t>(__builtin_ctz(static_cast<unsigned>(found)));
  }
#endif
  while (i < end && !may_branch(code + i)) ++i;
  return i;
}

// Calls change(operand, offset behind it) for each operand of four bytes.
template <class F>
void for_each_branch(char* code, size_t bytes, size_t offset, F&& change) {
  if (bytes < 6) return;
  size_t end = bytes - 5;  // where six bytes still fit
  for (size_t i = next_branch(code, 0, end); i < end; i = next_branch(code, i, end)) {
    i += static_cast<uint8_t>(code[i]) == kTwoBytes ? 6 : 5;
    change(code + i - 4, static_cast<int32_t>(offset + i));
  }
}

}  // namespace

void filter_branches(char* code, size_t bytes, size_t offset, size_t whole) {
  for_each_branch(code, bytes, offset, [&](char* operand, int32_t position) {
    int32_t distance;
    std::memcpy(&distance, operand, 4);
    uint32_t target = __builtin_bswap32(static_cast<uint32_t>(target_of(distance, position, static_cast<int32_t>(whole))));
    std::memcpy(operand, &target, 4);
  });
}

void unfilter_branches(char* code, size_t bytes, size_t offset, size_t whole) {
  for_each_branch(code, bytes, offset, [&](char* operand, int32_t position) {
    uint32_t target;
    std::memcpy(&target, operand, 4);
    int32_t distance = distance_to(static_cast<int32_t>(__builtin_bswap32(target)), position, static_cast<int32_t>(whole));
    std::memcpy(operand, &distance, 4);
  });
}

}  // namespace clj
