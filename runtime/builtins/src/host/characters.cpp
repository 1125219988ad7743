#include "characters.h"

#include <utf8proc.h>

namespace clj::builtins::host {
namespace {

utf8proc_category_t category(uint32_t c) { return utf8proc_category(static_cast<utf8proc_int32_t>(c)); }

}  // namespace

bool is_letter(uint32_t c) {
  auto k = category(c);
  return k >= UTF8PROC_CATEGORY_LU && k <= UTF8PROC_CATEGORY_LO;
}
bool is_digit(uint32_t c) { return category(c) == UTF8PROC_CATEGORY_ND; }
bool is_alphabetic(uint32_t c) { return is_letter(c) || category(c) == UTF8PROC_CATEGORY_NL; }
bool is_upper_case(uint32_t c) {
  return category(c) == UTF8PROC_CATEGORY_LU || (c >= 0x2160 && c <= 0x216F) || (c >= 0x24B6 && c <= 0x24CF);
}
bool is_lower_case(uint32_t c) {
  return category(c) == UTF8PROC_CATEGORY_LL || c == 0xAA || c == 0xBA || (c >= 0x2170 && c <= 0x217F) ||
         (c >= 0x24D0 && c <= 0x24E9) || (c >= 0x2B0 && c <= 0x2B8);
}
bool is_title_case(uint32_t c) { return category(c) == UTF8PROC_CATEGORY_LT; }
bool is_space_char(uint32_t c) {
  auto k = category(c);
  return k == UTF8PROC_CATEGORY_ZS || k == UTF8PROC_CATEGORY_ZL || k == UTF8PROC_CATEGORY_ZP;
}
bool is_whitespace(uint32_t c) {
  if ((c >= 9 && c <= 13) || (c >= 0x1C && c <= 0x1F)) return true;
  return is_space_char(c) && c != 0xA0 && c != 0x2007 && c != 0x202F;
}
bool is_iso_control(uint32_t c) { return c <= 0x1F || (c >= 0x7F && c <= 0x9F); }

int type_of(uint32_t c) {
  switch (category(c)) {
    case UTF8PROC_CATEGORY_LU: return 1;
    case UTF8PROC_CATEGORY_LL: return 2;
    case UTF8PROC_CATEGORY_LT: return 3;
    case UTF8PROC_CATEGORY_LM: return 4;
    case UTF8PROC_CATEGORY_LO: return 5;
    case UTF8PROC_CATEGORY_MN: return 6;
    case UTF8PROC_CATEGORY_ME: return 7;
    case UTF8PROC_CATEGORY_MC: return 8;
    case UTF8PROC_CATEGORY_ND: return 9;
    case UTF8PROC_CATEGORY_NL: return 10;
    case UTF8PROC_CATEGORY_NO: return 11;
    case UTF8PROC_CATEGORY_ZS: return 12;
    case UTF8PROC_CATEGORY_ZL: return 13;
    case UTF8PROC_CATEGORY_ZP: return 14;
    case UTF8PROC_CATEGORY_CC: return 15;
    case UTF8PROC_CATEGORY_CF: return 16;
    case UTF8PROC_CATEGORY_CO: return 18;
    case UTF8PROC_CATEGORY_CS: return 19;
    case UTF8PROC_CATEGORY_PD: return 20;
    case UTF8PROC_CATEGORY_PS: return 21;
    case UTF8PROC_CATEGORY_PE: return 22;
    case UTF8PROC_CATEGORY_PC: return 23;
    case UTF8PROC_CATEGORY_PO: return 24;
    case UTF8PROC_CATEGORY_SM: return 25;
    case UTF8PROC_CATEGORY_SC: return 26;
    case UTF8PROC_CATEGORY_SK: return 27;
    case UTF8PROC_CATEGORY_SO: return 28;
    case UTF8PROC_CATEGORY_PI: return 29;
    case UTF8PROC_CATEGORY_PF: return 30;
    default: return 0;
  }
}

int digit_value(uint32_t c, int radix) {
  int value = -1;
  if (c >= '0' && c <= '9') {
    value = static_cast<int>(c - '0');
  } else if (c >= 'a' && c <= 'z') {
    value = static_cast<int>(c - 'a') + 10;
  } else if (c >= 'A' && c <= 'Z') {
    value = static_cast<int>(c - 'A') + 10;
  } else if (c >= 0xFF21 && c <= 0xFF3A) {
    value = static_cast<int>(c - 0xFF21) + 10;
  } else if (c >= 0xFF41 && c <= 0xFF5A) {
    value = static_cast<int>(c - 0xFF41) + 10;
  } else if (is_digit(c)) {
    // Decimal digits stand in runs of ten that begin at a zero.
    uint32_t zero = c;
    while (c - zero < 9 && is_digit(zero - 1) && (zero & 0xF) != 0 && (zero & 0xF) != 6) --zero;
    value = static_cast<int>(c - zero);
  }
  return value >= 0 && value < radix ? value : -1;
}

std::string with_ascii_digits(const String* text) {
  if (!text->is_utf16()) return to_utf8(Value::object(const_cast<String*>(text)));
  std::string out;
  for (uint32_t i = 0; i < text->length; ++i) {
    char16_t unit = text->char_at(i);
    int digit = unit < 0x80 ? -1 : digit_value(unit, 36);
    // What is no digit anywhere stays one that no number has.
    out += unit < 0x80 ? static_cast<char>(unit) : digit < 0 ? '?' : "0123456789abcdefghijklmnopqrstuvwxyz"[digit];
  }
  return out;
}

int numeric_value(uint32_t c) { return digit_value(c, 36); }

// Unicode's simple mappings; the capital sharp s is only mapped from, never to.
uint32_t to_upper(uint32_t c) { return c == 0xDF ? c : static_cast<uint32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(c))); }
uint32_t to_lower(uint32_t c) { return static_cast<uint32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c))); }
uint32_t to_title(uint32_t c) { return c == 0xDF ? c : static_cast<uint32_t>(utf8proc_totitle(static_cast<utf8proc_int32_t>(c))); }

uint32_t next_code_point(std::u16string_view text, size_t& index) {
  uint32_t c = text[index++];
  if (c >= 0xD800 && c < 0xDC00 && index < text.size() && text[index] >= 0xDC00 && text[index] < 0xE000) {
    c = 0x10000 + ((c - 0xD800) << 10) + (text[index++] - 0xDC00u);
  }
  return c;
}

void append_code_point(std::u16string& out, uint32_t c) {
  if (c < 0x10000) {
    out += static_cast<char16_t>(c);
  } else {
    out += static_cast<char16_t>(0xD800 + ((c - 0x10000) >> 10));
    out += static_cast<char16_t>(0xDC00 + ((c - 0x10000) & 0x3FF));
  }
}

}  // namespace clj::builtins::host
