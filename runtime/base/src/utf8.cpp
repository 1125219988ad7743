#include "clj/base/utf8.h"

#include <cstring>

namespace clj::utf8 {

uint32_t decode(std::string_view text, size_t& at) {
  auto byte = [&](size_t i) -> uint32_t { return i < text.size() ? static_cast<uint8_t>(text[i]) : 0; };
  uint32_t b0 = byte(at++);
  if (b0 < 0x80) return b0;
  // The first continuation byte has a narrower range after E0, ED, F0 and F4 (no overlong
  // forms, no surrogates, nothing above U+10FFFF).
  uint32_t low = 0x80, high = 0xBF, code_point;
  int more;
  if (b0 >= 0xC2 && b0 <= 0xDF) {
    more = 1, code_point = b0 & 0x1F;
  } else if ((b0 & 0xF0) == 0xE0) {
    more = 2, code_point = b0 & 0x0F;
    if (b0 == 0xE0) low = 0xA0;
    if (b0 == 0xED) high = 0x9F;
  } else if (b0 >= 0xF0 && b0 <= 0xF4) {
    more = 3, code_point = b0 & 0x07;
    if (b0 == 0xF0) low = 0x90;
    if (b0 == 0xF4) high = 0x8F;
  } else {
    return kReplacement;
  }
  for (; more > 0; --more) {
    uint32_t b = byte(at);
    if (b < low || b > high) return kReplacement;
    code_point = code_point << 6 | (b & 0x3F);
    ++at;
    low = 0x80, high = 0xBF;
  }
  return code_point;
}

void append(std::string& out, uint32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | c >> 6);
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | c >> 12);
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | c >> 18);
    out += static_cast<char>(0x80 | (c >> 12 & 0x3F));
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

std::string from_utf16(const char16_t* units, size_t length) {
  std::string out;
  out.reserve(length + length / 2);
  for (size_t i = 0; i < length; ++i) {
    char16_t unit = units[i];
    if (unit < 0x80) {
      out += static_cast<char>(unit);
    } else if (is_lead_surrogate(unit) && i + 1 < length && is_trail_surrogate(units[i + 1])) {
      append(out, combine_surrogates(unit, units[++i]));
    } else if ((unit & 0xF800) == 0xD800) {
      out += '?';
    } else {
      append(out, unit);
    }
  }
  return out;
}

std::u16string to_utf16(std::string_view text) {
  std::u16string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size();) {
    uint32_t c = decode(text, i);
    if (c < 0x10000) {
      out += static_cast<char16_t>(c);
    } else {
      out += lead_surrogate(c);
      out += trail_surrogate(c);
    }
  }
  return out;
}

size_t ascii_prefix(std::string_view text) {
  size_t i = 0;
  for (; i + 8 <= text.size(); i += 8) {
    uint64_t word;
    std::memcpy(&word, text.data() + i, 8);
    if (word & 0x8080808080808080u) break;
  }
  while (i < text.size() && static_cast<uint8_t>(text[i]) < 0x80) ++i;
  return i;
}

}  // namespace clj::utf8
