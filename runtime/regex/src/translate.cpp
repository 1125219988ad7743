#include "translate.h"

#include <cstdio>

#include "clj/core/error.h"
#include "translator.h"

namespace clj::regex {

Translator::Translator(const String* source, int32_t flags, TextKind kind) : kind_(kind), flags_(flags) {
  for (uint32_t i = 0; i < source->length; ++i) in_.push_back(source->char_at(i));
  in_ = without_quotes(in_);
  result_.flags = flags;
}

Translation Translator::run(const String* source) {
  source_ = source;
  if (flags_ & kLiteral) {
    if (flags_ & kCaseInsensitive) out_ += u"(?i)";
    for (char16_t unit : original_) {
      if (is_surrogate(unit)) result_.code_points = true;
      literal(unit);
    }
  } else {
    count_groups();
    set_case(flags_);
    alternatives(0);
    if (at_ < in_.size()) error("Unmatched closing ')'", static_cast<int64_t>(at_) - 1);
  }
  result_.pattern = out_;
  result_.group_count = groups_;
  return result_;
}

std::u16string Translator::without_quotes(const std::u16string& text) {
  original_ = text;
  if (flags_ & kLiteral) return text;
  std::u16string out;
  for (size_t i = 0; i < text.size();) {
    if (text[i] != u'\\' || i + 1 >= text.size()) {
      out.push_back(text[i++]);
    } else if (text[i + 1] != u'Q') {
      out.push_back(text[i++]);
      out.push_back(text[i++]);
    } else {
      size_t end = text.find(u"\\E", i + 2);
      std::u16string quoted = text.substr(i + 2, end == std::u16string::npos ? end : end - i - 2);
      for (char16_t unit : quoted) {
        bool alphanumeric = (unit >= u'0' && unit <= u'9') || (unit >= u'a' && unit <= u'z') || (unit >= u'A' && unit <= u'Z');
        if (!alphanumeric && unit < 0x80) out.push_back(u'\\');
        out.push_back(unit);
      }
      i = end == std::u16string::npos ? text.size() : end + 2;
    }
  }
  return out;
}

int Translator::peek() {
  if (has(kComments)) skip_comments();
  return peek_raw();
}

void Translator::skip_comments() {
  while (at_ < in_.size()) {
    char16_t unit = in_[at_];
    if (unit == u' ' || (unit >= u'\t' && unit <= u'\r')) {
      ++at_;
    } else if (unit == u'#') {
      while (at_ < in_.size() && in_[at_] != u'\n' && in_[at_] != u'\r' && in_[at_] != 0x85 && in_[at_] != 0x2028 && in_[at_] != 0x2029) ++at_;
    } else {
      return;
    }
  }
}

bool Translator::accept(char16_t unit) {
  if (peek() != unit) return false;
  ++at_;
  return true;
}

void Translator::error(const std::string& what, int64_t index) {
  std::string message = what;
  if (index >= 0) message += " near index " + std::to_string(index);
  message += "\n" + to_utf8(source_);
  if (index >= 0 && index < source_->length) message += "\n" + std::string(static_cast<size_t>(index), ' ') + "^";
  throw_error(Error::kPatternSyntax, message);
}

void Translator::count_groups() {
  int depth = 0;
  for (size_t i = 0; i < in_.size(); ++i) {
    if (in_[i] == u'\\') {
      ++i;
    } else if (in_[i] == u'[') {
      ++depth;
    } else if (in_[i] == u']' && depth > 0) {
      --depth;
    } else if (in_[i] == u'(' && depth == 0) {
      bool special = i + 1 < in_.size() && in_[i + 1] == u'?';
      bool named = special && i + 3 < in_.size() && in_[i + 2] == u'<' && in_[i + 3] != u'=' && in_[i + 3] != u'!';
      if (!special || named) ++total_groups_;
    }
  }
}

void Translator::literal(char16_t unit) {
  if (unit < 0x80) {
    bool alphanumeric = (unit >= u'0' && unit <= u'9') || (unit >= u'a' && unit <= u'z') || (unit >= u'A' && unit <= u'Z');
    if (!alphanumeric) {
      hex(unit);
      return;
    }
  }
  out_.push_back(unit);
}

void Translator::emit(const CharSet& set) {
  if (set.code_points) result_.code_points = true;
  out_ += expression_of(set);
}

std::u16string Translator::hex_text(uint32_t code) {
  char text[16];
  std::snprintf(text, sizeof text, "\\x{%x}", code);
  return std::u16string(text, text + std::char_traits<char>::length(text));
}

std::u16string Translator::code_point(uint32_t code) const {
  if (kind_ == TextKind::kSurrogates ? is_surrogate(code) : code > 0xFFFF) return u"";
  return hex_text(code);
}

void Translator::set_case(int32_t flags) {
  out_ += flags & kCaseInsensitive ? u"(?i)" : u"(?-i)";
  if ((flags & kCaseInsensitive) && (flags & (kUnicodeCase | kUnicodeCharacterClass))) result_.unicode_case = result_.code_points = true;
}

void Translator::any_character() {
  result_.code_points = true;
  if (has(kDotAll)) out_ += u".";
  else if (has(kUnixLines)) out_ += u"[^\\n]";
  else out_ += std::u16string(u"[^") + line_ends() + u"]";
}

void Translator::line_start() {
  if (!has(kMultiline)) out_ += u"\\A";
  else if (has(kUnixLines)) out_ += u"(?:\\A|(?<=\\n))(?!\\z)";
  else out_ += std::u16string(u"(?:\\A|(?<=[\\n") + (kind_ == TextKind::kAscii ? u"" : u"\\x{85}\\x{2028}\\x{2029}") +
               u"])|(?<=\\r)(?!\\n))(?!\\z)";
}

void Translator::text_end() {
  if (has(kUnixLines)) out_ += u"(?=\\n?\\z)";
  else out_ += std::u16string(u"(?=(?:\\r\\n|(?<!\\r)\\n|[") + other_line_ends() + u"])?\\z)";
}

void Translator::line_end() {
  if (!has(kMultiline)) text_end();
  else if (has(kUnixLines)) out_ += u"(?=\\n|\\z)";
  else out_ += std::u16string(u"(?=(?<!\\r)\\n|[") + other_line_ends() + u"]|\\z)";
}

void Translator::word_boundary(bool negated) {
  result_.code_points = true;
  if (kind_ == TextKind::kAscii) {
    out_ += negated ? u"\\B" : u"\\b";
    return;
  }
  const std::u16string word = unicode_classes() ? u"[\\p{L}\\p{M}\\p{Nd}\\p{Pc}]" : u"[\\p{L}\\p{Nd}\\p{Mn}_]";
  out_ += negated ? u"(?:(?<=" + word + u")(?=" + word + u")|(?<!" + word + u")(?!" + word + u"))"
                  : u"(?:(?<=" + word + u")(?!" + word + u")|(?<!" + word + u")(?=" + word + u"))";
}

void Translator::alternatives(int depth) {
  for (;;) {
    sequence(depth);
    if (!accept(u'|')) return;
    out_ += u"|";
  }
}

void Translator::sequence(int depth) {
  for (;;) {
    int unit = peek();
    if (unit == kEnd || unit == u'|' || (unit == u')' && depth > 0)) return;
    if (unit == u')') return;
    size_t start = out_.size();
    if (atom(depth)) quantifier(start);
  }
}

bool Translator::atom(int depth) {
  auto unit = static_cast<char16_t>(peek());
  switch (unit) {
    case u'*':
    case u'+':
    case u'?': error(std::string("Dangling meta character '") + static_cast<char>(unit) + "'", static_cast<int64_t>(at_));
    case u'{':  // a repetition of nothing
      if (at_ + 1 < in_.size() && in_[at_ + 1] >= u'0' && in_[at_ + 1] <= u'9') {
        out_ += u"(?:)";
        return true;
      }
      ++at_;
      error_here("Illegal repetition");
    case u'^': ++at_; line_start_atom(); return true;
    case u'$': ++at_; line_end_atom(); return true;
    case u'.': ++at_; any_character(); return true;
    case u'[': ++at_; emit(character_class()); return true;
    case u'(': ++at_; return group(depth);
    case u'\\': ++at_; escape(); return true;
    default: break;
  }
  uint32_t code = next_code_point();
  if (!is_unit(code)) emit_code_point(code);
  else literal(unit);
  return true;
}

void Translator::line_start_atom() {
  out_ += u"(?:";
  line_start();
  out_ += u")";
}

void Translator::line_end_atom() {
  out_ += u"(?:";
  line_end();
  out_ += u")";
}

void Translator::emit_code_point(uint32_t code) {
  if (!is_unit(code)) result_.code_points = true;
  std::u16string text = code_point(code);
  out_ += text.empty() ? u"(?!)" : text;
}

void Translator::quantifier(size_t start) {
  int unit = peek();
  if (unit == u'*' || unit == u'+' || unit == u'?') {
    ++at_;
    out_.push_back(static_cast<char16_t>(unit));
    greed();
    return;
  }
  for (bool again = false; peek() == u'{'; again = true) {
    Repetition times = counted();
    // A quantified element may be quantified again: x{2}{3}.
    if (again) {
      out_.insert(start, u"(?:");
      out_ += u")";
    }
    out_ += text_of(times);
    greed();
  }
}

Translator::Repetition Translator::counted() {
  ++at_;
  auto digit = [&] { return at_ < in_.size() && in_[at_] >= u'0' && in_[at_] <= u'9'; };
  if (!digit()) error_here("Illegal repetition");
  int64_t low = number(), high = low;
  if (peek_raw() == u',') {
    ++at_;
    high = digit() ? number() : INT32_MAX;
  }
  if (peek_raw() != u'}') error_here("Unclosed counted closure");
  if (high < low) error_here("Illegal repetition range");
  ++at_;
  return {low, high};
}

std::u16string Translator::text_of(Repetition times) {
  std::u16string text = u"{" + widen(std::to_string(times.low));
  if (times.high != times.low) text += times.high == INT32_MAX ? std::u16string(u",") : u"," + widen(std::to_string(times.high));
  return text + u"}";
}

int64_t Translator::number() {
  int64_t n = 0;
  while (at_ < in_.size() && in_[at_] >= u'0' && in_[at_] <= u'9') {
    n = n * 10 + (in_[at_++] - u'0');
    if (n > INT32_MAX) error_before("Illegal repetition range");
  }
  return n;
}

void Translator::greed() {
  if (peek() == u'?' || peek() == u'+') out_.push_back(in_[at_++]);
}

bool Translator::group(int depth) {
  int32_t outer_flags = flags_;
  if (peek_raw() != u'?') {
    out_ += u"(";
    ++groups_;
    return close_group(depth, outer_flags);
  }
  ++at_;
  int unit = peek_raw();
  ++at_;
  switch (unit) {
    case u':': out_ += u"(?:"; break;
    case u'=': out_ += u"(?="; break;
    case u'!': out_ += u"(?!"; break;
    case u'>': out_ += u"(?>"; break;
    case u'<': {
      int next = peek_raw();
      if (next == u'=' || next == u'!') {
        ++at_;
        out_ += next == u'=' ? u"(?<=" : u"(?<!";
        out_ += look_behind(depth + 1);
        return end_group(outer_flags);
      }
      std::string name = group_name();
      if (result_.names.count(name)) error_before("Named capturing group <" + name + "> is already defined");
      result_.names[name] = ++groups_;
      out_ += u"(";
      break;
    }
    default: {
      --at_;
      bool scoped = inline_flags();
      if (!scoped) {
        // (?i) holds until the end of the enclosing group.
        set_case(flags_);
        if (depth == 0) result_.flags = flags_;
        return false;
      }
      out_ += u"(?:";
      set_case(flags_);
    }
  }
  return close_group(depth, outer_flags);
}

bool Translator::close_group(int depth, int32_t outer_flags) {
  alternatives(depth + 1);
  return end_group(outer_flags);
}

bool Translator::end_group(int32_t outer_flags) {
  expect_group_end();
  out_ += u")";
  flags_ = outer_flags;
  return true;
}

void Translator::expect_group_end() {
  if (peek() != u')') error_here("Unclosed group");
  ++at_;
}

std::string Translator::group_name() {
  int unit = peek_raw();
  auto letter = [](int c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  if (!letter(unit)) error_here("capturing group name does not start with a Latin letter");
  std::string name;
  while (letter(peek_raw()) || (peek_raw() >= '0' && peek_raw() <= '9')) name.push_back(static_cast<char>(in_[at_++]));
  if (peek_raw() != u'>') error_here("named capturing group is missing trailing '>'");
  ++at_;
  return name;
}

bool Translator::inline_flags() {
  bool on = true;
  for (;;) {
    int unit = peek_raw();
    int32_t flag = 0;
    switch (unit) {
      case u'i': flag = kCaseInsensitive; break;
      case u'm': flag = kMultiline; break;
      case u's': flag = kDotAll; break;
      case u'd': flag = kUnixLines; break;
      case u'u': flag = kUnicodeCase; break;
      case u'c': flag = kCanonEq; break;
      case u'x': flag = kComments; break;
      case u'U': flag = kUnicodeCharacterClass | kUnicodeCase; break;
      case u'-':
        if (!on) error_here("Unknown inline modifier");
        on = false;
        ++at_;
        continue;
      case u')': ++at_; return false;
      case u':': ++at_; return true;
      default: error_here("Unknown inline modifier");
    }
    ++at_;
    flags_ = on ? flags_ | flag : flags_ & ~flag;
  }
}

Translation translate(const String* source, int32_t flags, TextKind kind) {
  return Translator(source, flags, kind).run(source);
}

}  // namespace clj::regex
