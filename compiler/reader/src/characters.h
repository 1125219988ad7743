// Character classes as java.lang.Character has them, for UTF-16 units (kEnd is in none).
#pragma once
#include <cstdint>

namespace clj::reader {

// Whitespace to Clojure: Character.isWhitespace or a comma. No-break spaces are not.
constexpr bool is_whitespace(int c) {
  if (c < 0x80) return c == ' ' || c == ',' || (c >= 9 && c <= 13) || (c >= 28 && c <= 31);
  return c == 0x1680 || (c >= 0x2000 && c <= 0x200A && c != 0x2007) || c == 0x2028 || c == 0x2029 || c == 0x205F ||
         c == 0x3000;
}

// Character.isDigit: decimal digits of any script.
bool is_digit(int c);

// Character.digit for the bases the reader uses: -1 when `c` is no digit of `base`.
constexpr int digit_value(int c, int base) {
  int value = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'z' ? c - 'a' + 10 : c >= 'A' && c <= 'Z' ? c - 'A' + 10 : -1;
  return value < base ? value : -1;
}

}  // namespace clj::reader
