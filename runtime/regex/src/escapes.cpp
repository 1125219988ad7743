// What follows a backslash: characters, references, assertions.
#include "translator.h"

namespace clj::regex {

void Translator::escape() {
  int unit = peek_raw();
  if (unit == kEnd) error("Unexpected internal error", static_cast<int64_t>(at_));
  switch (unit) {
    case u'b':
      ++at_;
      if (in_.compare(at_, 3, u"{g}") == 0) {
        at_ += 3;
        result_.code_points = true;
        out_ += u"(?:(?<=\\X)(?=\\X)|\\A|\\z)";
      } else {
        word_boundary(false);
      }
      return;
    case u'B': ++at_; word_boundary(true); return;
    case u'A': ++at_; out_ += u"\\A"; return;
    case u'G': ++at_; out_ += u"\\G"; return;
    case u'Z': ++at_; out_ += u"(?:"; text_end(); out_ += u")"; return;
    case u'z': ++at_; out_ += u"\\z"; return;
    case u'R': ++at_; out_ += std::u16string(u"(?:\\r\\n|[\\n\\x{0b}\\f") + other_line_ends() + u"])"; return;
    case u'X': ++at_; result_.code_points = true; out_ += u"\\X"; return;
    case u'k': {
      ++at_;
      if (peek_raw() != u'<') error_here("\\k is not followed by '<' for named capturing group");
      ++at_;
      std::string name = group_name();
      auto found = result_.names.find(name);
      if (found == result_.names.end()) error_before("named capturing group <" + name + "> does not exist");
      out_ += u"\\g{" + widen(std::to_string(found->second)) + u"}";
      return;
    }
    default: break;
  }
  if (unit >= u'1' && unit <= u'9') return back_reference();
  CharSet set;
  if (class_escape(set)) {
    emit(set);
    return;
  }
  emit_code_point(character_escape());
}

void Translator::back_reference() {
  int32_t n = in_[at_++] - u'0';
  while (at_ < in_.size() && in_[at_] >= u'0' && in_[at_] <= u'9') {
    int32_t longer = n * 10 + (in_[at_] - u'0');
    if (longer > groups_) break;
    n = longer;
    ++at_;
  }
  out_ += n > total_groups_ ? std::u16string(u"(?!)") : u"\\g{" + widen(std::to_string(n)) + u"}";
}

int Translator::digit_of(int unit) {
  if (unit >= '0' && unit <= '9') return unit - '0';
  if (unit >= 'a' && unit <= 'f') return unit - 'a' + 10;
  if (unit >= 'A' && unit <= 'F') return unit - 'A' + 10;
  return 99;
}

uint32_t Translator::four_digits() {
  uint32_t code = 0;
  for (int i = 0; i < 4; ++i) {
    int digit = digit_of(peek_raw());
    if (digit > 15) error_here("Illegal Unicode escape sequence");
    code = code * 16 + static_cast<uint32_t>(digit);
    ++at_;
  }
  return code;
}

uint32_t Translator::character_escape() {
  int unit = peek_raw();
  if (unit == kEnd) error("Unexpected internal error", static_cast<int64_t>(at_));
  size_t start = at_++;
  switch (unit) {
    case u't': return '\t';
    case u'n': return '\n';
    case u'r': return '\r';
    case u'f': return '\f';
    case u'a': return 7;
    case u'e': return 27;
    case u'c':
      if (peek_raw() == kEnd) error("Illegal control escape sequence", static_cast<int64_t>(at_) - 1);
      return static_cast<uint32_t>(in_[at_++]) ^ 64;
    case u'0': {
      int digit = digit_of(peek_raw());
      if (digit > 7) error_here("Illegal octal escape sequence");
      auto code = static_cast<uint32_t>(digit);
      ++at_;
      for (int i = 0; i < 2 && digit_of(peek_raw()) < 8 && code * 8 + static_cast<uint32_t>(digit_of(peek_raw())) < 256; ++i)
        code = code * 8 + static_cast<uint32_t>(digit_of(in_[at_++]));
      return code;
    }
    case u'x': {
      uint32_t code = 0;
      if (peek_raw() == u'{') {
        ++at_;
        if (digit_of(peek_raw()) > 15) error("Illegal hexadecimal escape sequence", static_cast<int64_t>(at_) - 1);
        while (digit_of(peek_raw()) < 16) {
          code = code * 16 + static_cast<uint32_t>(digit_of(in_[at_++]));
          if (code > 0x10FFFF) error_before("Hexadecimal codepoint is too big");
        }
        if (peek_raw() != u'}') error_here("Unclosed hexadecimal escape sequence");
        ++at_;
        return code;
      }
      for (int i = 0; i < 2; ++i) {
        if (digit_of(peek_raw()) > 15) error_here("Illegal hexadecimal escape sequence");
        code = code * 16 + static_cast<uint32_t>(digit_of(in_[at_++]));
      }
      return code;
    }
    case u'u': {
      uint32_t code = four_digits();
      if (code >= 0xD800 && code < 0xDC00 && in_.compare(at_, 2, u"\\u") == 0) {
        size_t back = at_;
        at_ += 2;
        uint32_t low = four_digits();
        if (low >= 0xDC00 && low < 0xE000) return 0x10000 + (code - 0xD800) * 0x400 + (low - 0xDC00);
        at_ = back;
      }
      return code;
    }
    case u'N': error("Illegal character name escape sequence", static_cast<int64_t>(at_));
    default: break;
  }
  if ((unit >= u'a' && unit <= u'z') || (unit >= u'A' && unit <= u'Z'))
    error("Illegal/unsupported escape sequence", static_cast<int64_t>(start));
  at_ = start;
  return next_code_point();
}

uint32_t Translator::next_code_point() {
  char16_t unit = in_[at_++];
  if (unit >= 0xD800 && unit < 0xDC00 && at_ < in_.size() && in_[at_] >= 0xDC00 && in_[at_] < 0xE000)
    return 0x10000 + (uint32_t{unit} - 0xD800) * 0x400 + (in_[at_++] - 0xDC00);
  return unit;
}

}  // namespace clj::regex
