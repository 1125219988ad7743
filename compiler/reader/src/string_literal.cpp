// "…" and #"…".
#include "clj/regex/regex.h"
#include "reader_parts.h"

namespace clj::reader {
namespace {

std::string one(int unit) {
  auto u = static_cast<char16_t>(unit);
  return utf8::from_utf16(&u, 1);
}

}  // namespace

// The number that up to `length` digits of `base` say, the first already read. `exact`: fewer
// are an error.
int Reader::read_escape_digits(int first, int base, int length, bool exact) {
  int value = digit_value(first, base);
  if (value < 0) throw_error(Error::kIllegalArgument, "Invalid digit: " + one(first));
  int count = 1;
  for (; count < length; ++count) {
    int unit = source_.read();
    if (unit == kEnd || is_whitespace(unit) || is_macro(unit)) {
      source_.unread(unit);
      break;
    }
    int digit = digit_value(unit, base);
    if (digit < 0) throw_error(Error::kIllegalArgument, "Invalid digit: " + one(unit));
    value = value * base + digit;
  }
  if (exact && count != length)
    throw_errorf(Error::kIllegalArgument, "Invalid character length: %d, should be: %d", count, length);
  return value;
}

Value Reader::read_string() {
  std::u16string text;
  for (;;) {
    int unit = source_.read();
    if (unit == '"') return make_string(text);
    if (unit == '\\') {
      unit = source_.read();
      switch (unit) {
        case kEnd: break;
        case 't': unit = '\t'; break;
        case 'r': unit = '\r'; break;
        case 'n': unit = '\n'; break;
        case 'b': unit = '\b'; break;
        case 'f': unit = '\f'; break;
        case '\\':
        case '"': break;
        case 'u':
          unit = source_.read();
          if (digit_value(unit, 16) < 0)
            throw_error(Error::kRuntimeException,
                        "Invalid unicode escape: \\u" + (unit == kEnd ? std::string("\xEF\xBF\xBF") : one(unit)));
          unit = read_escape_digits(unit, 16, 4, true);
          break;
        default:
          if (!is_digit(unit)) throw_error(Error::kRuntimeException, "Unsupported escape character: \\" + one(unit));
          unit = read_escape_digits(unit, 8, 3, false);
          if (unit > 0377) throw_error(Error::kRuntimeException, "Octal escape sequence must be in range [0, 377].");
      }
    }
    if (unit == kEnd) throw_error(Error::kRuntimeException, "EOF while reading string");
    text.push_back(static_cast<char16_t>(unit));
  }
}

Value Reader::read_regex() {
  std::u16string text;
  for (;;) {
    int unit = source_.read();
    if (unit == '"') return regex::make_pattern(make_string(text));
    if (unit == kEnd) throw_error(Error::kRuntimeException, "EOF while reading regex");
    text.push_back(static_cast<char16_t>(unit));
    if (unit == '\\') {  // escapes belong to the pattern, but the quote after one does not end it
      unit = source_.read();
      if (unit == kEnd) throw_error(Error::kRuntimeException, "EOF while reading regex");
      text.push_back(static_cast<char16_t>(unit));
    }
  }
}

}  // namespace clj::reader
