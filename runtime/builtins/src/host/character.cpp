// java.lang.Character.
#include "characters.h"
#include "clj/core/array.h"
#include "host_support.h"

namespace clj::builtins::host {
namespace {

// The argument of a method that takes a char or an int.
uint32_t char_or_code(Value v, const char* method, uint32_t count = 1) {
  if (v.is_character()) return v.as_character();
  if (!is_fixed_integer(v)) throw_no_static_overload(method, count);
  return static_cast<uint32_t>(int_arg(v));
}

uint32_t char_arg(Value v) {
  if (!v.is_character()) throw_bad_argument(v, "java.lang.Character");
  return v.as_character();
}

uint32_t code_arg(Value v) {
  if (v.is_character()) throw_class_cast(v, "java.lang.Number");
  return static_cast<uint32_t>(int_arg(v));
}

// A mapped character in the form the argument had: a char or an int.
Value in_form_of(Value v, uint32_t c) {
  return v.is_character() ? Value::character(static_cast<char16_t>(c)) : integer(static_cast<int32_t>(c));
}

uint32_t check_code_point(uint32_t c) {
  if (c > 0x10FFFF) throw_errorf(Error::kIllegalArgument, "Not a valid Unicode code point: 0x%X", c);
  return c;
}

Value code_point_text(uint32_t c) {
  check_code_point(c);
  std::u16string text;
  append_code_point(text, c);
  return from_units(text);
}

bool is_surrogate(uint32_t c) { return c >= 0xD800 && c < 0xE000; }
bool is_identifier_start(uint32_t c) { return is_alphabetic(c) || type_of(c) == 26 || type_of(c) == 23; }

}  // namespace

CLJ_FN(character_value_of) {
  if (!args[0].is_character()) throw_bad_argument(args[0], "java.lang.Character");
  return args[0];
}
CLJ_FN(character_is_letter) { return boolean(is_letter(char_or_code(args[0], CLJ_METHOD_NAME(isLetter)))); }
CLJ_FN(character_is_digit) { return boolean(is_digit(char_or_code(args[0], CLJ_METHOD_NAME(isDigit)))); }
CLJ_FN(character_is_letter_or_digit) {
  uint32_t c = char_or_code(args[0], CLJ_METHOD_NAME(isLetterOrDigit));
  return boolean(is_letter(c) || is_digit(c));
}
CLJ_FN(character_is_alphabetic) { return boolean(is_alphabetic(code_arg(args[0]))); }
CLJ_FN(character_is_upper_case) { return boolean(is_upper_case(char_or_code(args[0], CLJ_METHOD_NAME(isUpperCase)))); }
CLJ_FN(character_is_defined) { return boolean(type_of(char_or_code(args[0], CLJ_METHOD_NAME(isDefined))) != 0); }
CLJ_FN(character_is_lower_case) { return boolean(is_lower_case(char_or_code(args[0], CLJ_METHOD_NAME(isLowerCase)))); }
CLJ_FN(character_is_title_case) { return boolean(is_title_case(char_or_code(args[0], CLJ_METHOD_NAME(isTitleCase)))); }
CLJ_FN(character_is_whitespace) { return boolean(is_whitespace(char_or_code(args[0], CLJ_METHOD_NAME(isWhitespace)))); }
CLJ_FN(character_is_space_char) { return boolean(is_space_char(char_or_code(args[0], CLJ_METHOD_NAME(isSpaceChar)))); }
CLJ_FN(character_is_iso_control) { return boolean(is_iso_control(char_or_code(args[0], CLJ_METHOD_NAME(isISOControl)))); }
CLJ_FN(character_is_identifier_start) { return boolean(is_identifier_start(char_or_code(args[0], CLJ_METHOD_NAME(isJavaIdentifierStart)))); }
CLJ_FN(character_is_identifier_part) {
  uint32_t c = char_or_code(args[0], CLJ_METHOD_NAME(isJavaIdentifierPart));
  int type = type_of(c);
  bool ignorable = c <= 8 || (c >= 0xE && c <= 0x1B) || (c >= 0x7F && c <= 0x9F) || type == 16;
  return boolean(is_identifier_start(c) || type == 9 || type == 6 || type == 8 || ignorable);
}
CLJ_FN(character_is_high_surrogate) { return boolean((char_arg(args[0]) & ~0x3FFu) == 0xD800); }
CLJ_FN(character_is_low_surrogate) { return boolean((char_arg(args[0]) & ~0x3FFu) == 0xDC00); }
CLJ_FN(character_is_surrogate) { return boolean(is_surrogate(char_arg(args[0]))); }
CLJ_FN(character_is_supplementary) {
  uint32_t c = code_arg(args[0]);
  return boolean(c >= 0x10000 && c <= 0x10FFFF);
}
CLJ_FN(character_is_valid_code_point) { return boolean(code_arg(args[0]) <= 0x10FFFF); }
CLJ_FN(character_to_upper_case) { return in_form_of(args[0], to_upper(char_or_code(args[0], CLJ_METHOD_NAME(toUpperCase)))); }
CLJ_FN(character_to_lower_case) { return in_form_of(args[0], to_lower(char_or_code(args[0], CLJ_METHOD_NAME(toLowerCase)))); }
CLJ_FN(character_to_title_case) { return in_form_of(args[0], to_title(char_or_code(args[0], CLJ_METHOD_NAME(toTitleCase)))); }
CLJ_FN(character_static_to_string) { return code_point_text(char_or_code(args[0], CLJ_METHOD_NAME(toString))); }
CLJ_FN(character_to_chars) {
  std::u16string text;
  append_code_point(text, check_code_point(code_arg(args[0])));
  Value array = make_array(Kind::kCharArray, static_cast<int64_t>(text.size()));
  std::copy(text.begin(), text.end(), cast<CharArray>(array)->items());
  return array;
}
CLJ_FN(character_to_code_point) {
  return integer(static_cast<int32_t>(((char_arg(args[0]) - 0xD800) << 10) + (char_arg(args[1]) - 0xDC00) + 0x10000));
}
CLJ_FN(character_char_count) { return integer(static_cast<int32_t>(code_arg(args[0])) >= 0x10000 ? 2 : 1); }
CLJ_FN(character_digit) {
  uint32_t c = char_or_code(args[0], CLJ_METHOD_NAME(digit), 2);
  if (!is_long(args[1]) && !args[1].is_immediate(ImmediateKind::kInteger)) throw_no_static_overload(CLJ_METHOD_NAME(digit), 2);
  int32_t radix = int_arg(args[1]);
  return integer(radix < 2 || radix > 36 ? -1 : digit_value(c, radix));
}
CLJ_FN(character_for_digit) {
  int32_t digit = int_arg(args[0]), radix = int_arg(args[1]);
  if (digit < 0 || digit >= radix || radix < 2 || radix > 36) return Value::character(0);
  return Value::character(static_cast<char16_t>(digit < 10 ? '0' + digit : 'a' + digit - 10));
}
CLJ_FN(character_get_numeric_value) { return integer(numeric_value(char_or_code(args[0], CLJ_METHOD_NAME(getNumericValue)))); }
CLJ_FN(character_get_type) { return integer(type_of(char_or_code(args[0], CLJ_METHOD_NAME(getType)))); }
CLJ_FN(character_compare) {
  return integer(static_cast<int32_t>(char_arg(args[0])) - static_cast<int32_t>(char_arg(args[1])));
}
CLJ_FN(character_static_hash_code) { return integer(static_cast<int32_t>(char_arg(args[0]))); }
CLJ_FN(character_min_value) { return Value::character(0); }
CLJ_FN(character_max_value) { return Value::character(0xFFFF); }
CLJ_FN(character_min_radix) { return integer(2); }
CLJ_FN(character_max_radix) { return integer(36); }
CLJ_FN(character_type) { return find_class("char"); }

}  // namespace clj::builtins::host
