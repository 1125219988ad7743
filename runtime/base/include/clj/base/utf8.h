// UTF-8 decoding and encoding, the only place that knows the bit patterns.
//
// Decoding is total: every ill-formed sequence yields U+FFFD, one per maximal subpart, as
// Java's decoder does.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace clj::utf8 {

constexpr uint32_t kReplacement = 0xFFFD;

// The code point at `at`, which is moved past it. Precondition: at < text.size().
uint32_t decode(std::string_view text, size_t& at);
// Precondition: code_point is a scalar value (not a surrogate, at most 0x10FFFF).
void append(std::string& out, uint32_t code_point);
// UTF-16 units to UTF-8; lone surrogates become '?', as Java's encoder does.
std::string from_utf16(const char16_t* units, size_t length);
std::u16string to_utf16(std::string_view text);
// How many leading bytes of `text` are ASCII.
size_t ascii_prefix(std::string_view text);

constexpr bool is_lead_surrogate(uint32_t unit) { return (unit & 0xFFFFFC00u) == 0xD800; }
constexpr bool is_trail_surrogate(uint32_t unit) { return (unit & 0xFFFFFC00u) == 0xDC00; }
constexpr uint32_t combine_surrogates(char16_t lead, char16_t trail) {
  return 0x10000u + ((static_cast<uint32_t>(lead) & 0x3FF) << 10) + (static_cast<uint32_t>(trail) & 0x3FF);
}
constexpr char16_t lead_surrogate(uint32_t code_point) {
  return static_cast<char16_t>(0xD7C0 + (code_point >> 10));
}
constexpr char16_t trail_surrogate(uint32_t code_point) {
  return static_cast<char16_t>(0xDC00 + (code_point & 0x3FF));
}

}  // namespace clj::utf8
