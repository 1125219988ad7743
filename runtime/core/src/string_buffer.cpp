#include "latin1_units.h"

#include "clj/base/utf8.h"
#include "clj/core/text.h"

namespace clj {

void StringBuffer::widen() {
  if (is_wide_) return;
  is_wide_ = true;
  wide_.reserve(narrow_.size() + 16);
  for (char c : narrow_) wide_ += static_cast<char16_t>(static_cast<uint8_t>(c));
  narrow_.clear();
}

void StringBuffer::append(std::string_view text) {
  size_t ascii = utf8::ascii_prefix(text);
  if (is_wide_) {
    wide_.append(text.begin(), text.begin() + static_cast<ptrdiff_t>(ascii));
  } else {
    narrow_.append(text.data(), ascii);
  }
  while (ascii < text.size()) append_code_point(utf8::decode(text, ascii));
}

void StringBuffer::append(const String* string) { append(string, 0, string->length); }

void StringBuffer::append(const String* string, uint32_t from, uint32_t to) {
  if (string->is_utf16()) {
    widen();
    wide_.append(string->utf16() + from, to - from);
  } else if (is_wide_) {
    wide_.append(string->latin1() + from, string->latin1() + to);
  } else {
    narrow_.append(reinterpret_cast<const char*>(string->latin1()) + from, to - from);
  }
}

void StringBuffer::append(const char16_t* units, size_t n) {
  if (!is_wide_ && fits_latin1(units, n)) {
    size_t at = narrow_.size();
    narrow_.resize(at + n);
    narrow_units(units, n, reinterpret_cast<uint8_t*>(narrow_.data() + at));
    return;
  }
  widen();
  wide_.append(units, n);
}

void StringBuffer::append_unit(char16_t unit) {
  if (!is_wide_ && unit < 0x100) {
    narrow_ += static_cast<char>(unit);
    return;
  }
  widen();
  wide_ += unit;
}

void StringBuffer::append_code_point(uint32_t code_point) {
  if (code_point < 0x10000) {
    append_unit(static_cast<char16_t>(code_point));
  } else {
    append_unit(utf8::lead_surrogate(code_point));
    append_unit(utf8::trail_surrogate(code_point));
  }
}

size_t StringBuffer::length() const { return is_wide_ ? wide_.size() : narrow_.size(); }

Value StringBuffer::to_string() const {
  return is_wide_ ? make_string_utf16(wide_.data(), wide_.size())
                  : make_string_latin1(reinterpret_cast<const uint8_t*>(narrow_.data()), narrow_.size());
}

std::string StringBuffer::to_utf8() const {
  if (is_wide_) return utf8::from_utf16(wide_.data(), wide_.size());
  std::string out;
  for (char c : narrow_) utf8::append(out, static_cast<uint8_t>(c));
  return out;
}

}  // namespace clj
