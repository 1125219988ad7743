// Unicode properties and simple case mappings as java.lang.Character sees them.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "clj/core/text.h"

namespace clj::builtins::host {

bool is_letter(uint32_t c);
bool is_digit(uint32_t c);
bool is_alphabetic(uint32_t c);
bool is_upper_case(uint32_t c);
bool is_lower_case(uint32_t c);
bool is_title_case(uint32_t c);
bool is_whitespace(uint32_t c);   // Character.isWhitespace: not the no-break spaces
bool is_space_char(uint32_t c);   // Unicode's Z categories
bool is_iso_control(uint32_t c);
int type_of(uint32_t c);          // Character.getType
int digit_value(uint32_t c, int radix);  // -1 when it is none
int numeric_value(uint32_t c);
// The text with the digits of other scripts, which parseLong reads too, as ASCII digits.
std::string with_ascii_digits(const String* text);
uint32_t to_upper(uint32_t c);
uint32_t to_lower(uint32_t c);
uint32_t to_title(uint32_t c);

// The code point at `index`, joining surrogates; advances `index` past it.
uint32_t next_code_point(std::u16string_view text, size_t& index);
void append_code_point(std::u16string& out, uint32_t c);

}  // namespace clj::builtins::host
