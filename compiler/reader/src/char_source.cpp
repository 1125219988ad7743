#include "clj/reader/char_source.h"

#include "clj/base/utf8.h"
#include "clj/core/error.h"

namespace clj::reader {

// Line ends as java.io.LineNumberReader translates them.
int CharSource::read_translated() {
  int unit = next_unit();
  if (skip_line_feed_) {
    skip_line_feed_ = false;
    if (unit == '\n') unit = next_unit();
  }
  if (unit == '\r') {
    skip_line_feed_ = true;
    unit = '\n';
  }
  if (unit == '\n' || (unit == kEnd && last_ == Last::kOther)) ++line_;
  if (unit == kEnd) {
    if (last_ != Last::kNothing) last_ = Last::kEnd;
  } else {
    last_ = unit == '\n' ? Last::kNewline : Last::kOther;
  }
  return unit;
}

int CharSource::read() {
  int unit;
  if (pushed_ != kEnd) {
    unit = pushed_;
    pushed_ = kEnd;
  } else {
    unit = has_positions_ ? read_translated() : next_unit();
  }
  column_ = unit == '\n' || unit == kEnd ? 1 : column_ + 1;
  if (capturing_ && unit != kEnd) captured_.push_back(static_cast<char16_t>(unit));
  return unit;
}

void CharSource::unread(int unit) {
  if (unit == kEnd) return;
  pushed_ = unit;
  --column_;
  if (capturing_ && !captured_.empty()) captured_.pop_back();
}

int CharSource::take_unread() {
  int unit = pushed_;
  pushed_ = kEnd;
  return unit;
}

void CharSource::start_capture() {
  captured_.clear();
  capturing_ = true;
}

std::u16string CharSource::take_capture() {
  capturing_ = false;
  return std::move(captured_);
}

int Utf8Source::next_unit() {
  if (trail_ != kEnd) {
    int unit = trail_;
    trail_ = kEnd;
    return unit;
  }
  if (at_ >= text_.size()) return kEnd;
  auto byte = static_cast<uint8_t>(text_[at_]);
  if (byte < 0x80) {
    ++at_;
    return byte;
  }
  size_t start = at_;
  uint32_t code_point = utf8::decode(text_, at_);
  // decode replaces what is ill-formed; only EF BF BD really says U+FFFD.
  if (code_point == utf8::kReplacement && text_.substr(start, 3) != "\xEF\xBF\xBD") {
    at_ = start;
    throw_malformed();
  }
  if (code_point < 0x10000) return static_cast<int>(code_point);
  trail_ = utf8::trail_surrogate(code_point);
  return utf8::lead_surrogate(code_point);
}

void Utf8Source::throw_malformed() {
  throw_errorf(Error::kIO, "Invalid UTF-8 in %s: byte 0x%02X at line %d, column %d (byte offset %zu)",
               name().empty() ? "source" : name().c_str(), static_cast<uint8_t>(text_[at_]), line(), column(), at_);
}

}  // namespace clj::reader
