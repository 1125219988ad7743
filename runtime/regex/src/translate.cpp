#include "translate.h"

#include <algorithm>
#include <cstdio>
#include <vector>

#include "clj/core/error.h"

namespace clj::regex {

namespace {

// Something that matches exactly one character. A plain one is a list of class items; others
// are already expressions.
struct CharSet {
  std::u16string items;       // inside brackets
  std::u16string expression;  // when not empty, alternatives besides the items
  bool empty() const { return items.empty() && expression.empty(); }
};

std::u16string expression_of(const CharSet& set) {
  std::u16string brackets = set.items.empty() ? u"" : u"[" + set.items + u"]";
  if (set.expression.empty()) return brackets.empty() ? u"(?!)" : brackets;
  if (brackets.empty()) return set.expression;
  return u"(?:" + brackets + u"|" + set.expression + u")";
}

CharSet complement(const CharSet& set) {
  if (set.expression.empty() && !set.items.empty()) return {u"", u"[^" + set.items + u"]"};
  return {u"", u"(?:(?!" + expression_of(set) + u").)"};
}

CharSet unite(const CharSet& a, const CharSet& b) {
  CharSet out{a.items + b.items, a.expression};
  if (!b.expression.empty()) out.expression = out.expression.empty() ? b.expression : u"(?:" + out.expression + u"|" + b.expression + u")";
  return out;
}

CharSet intersect(const CharSet& a, const CharSet& b) {
  return {u"", u"(?:(?=" + expression_of(a) + u")" + expression_of(b) + u")"};
}

class Translator {
 public:
  Translator(const String* source, int32_t flags, TextKind kind) : kind_(kind), flags_(flags) {
    for (uint32_t i = 0; i < source->length; ++i) in_.push_back(source->char_at(i));
    in_ = without_quotes(in_);
    result_.flags = flags;
  }

  Translation run(const String* source) {
    source_ = source;
    if (flags_ & kLiteral) {
      if (flags_ & kCaseInsensitive) out_ += u"(?i)";
      for (char16_t unit : original_) literal(unit);
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

 private:
  static constexpr int kEnd = -1;

  bool has(int32_t flag) const { return flags_ & flag; }
  bool unicode_classes() const { return has(kUnicodeCharacterClass); }

  // ---- Text. \Q…\E is taken apart beforehand: its characters become escaped ones.
  std::u16string without_quotes(const std::u16string& text) {
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

  int peek_raw() const { return at_ < in_.size() ? in_[at_] : kEnd; }
  // In comments mode spaces and #… do not count.
  int peek() {
    if (has(kComments)) skip_comments();
    return peek_raw();
  }
  void skip_comments() {
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
  bool accept(char16_t unit) {
    if (peek() != unit) return false;
    ++at_;
    return true;
  }

  [[noreturn]] void error(const std::string& what, int64_t index) {
    std::string message = what;
    if (index >= 0) message += " near index " + std::to_string(index);
    message += "\n" + to_utf8(source_);
    if (index >= 0 && index < source_->length) message += "\n" + std::string(static_cast<size_t>(index), ' ') + "^";
    throw_error(Error::kPatternSyntax, message);
  }
  [[noreturn]] void error_here(const std::string& what) { error(what, static_cast<int64_t>(at_)); }
  [[noreturn]] void error_before(const std::string& what) { error(what, static_cast<int64_t>(at_) - 1); }

  // How many capturing groups there are, for references to groups that come later or never.
  void count_groups() {
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

  // ---- Output.
  void literal(char16_t unit) {
    if (unit < 0x80) {
      bool alphanumeric = (unit >= u'0' && unit <= u'9') || (unit >= u'a' && unit <= u'z') || (unit >= u'A' && unit <= u'Z');
      if (!alphanumeric) {
        hex(unit);
        return;
      }
    }
    out_.push_back(unit);
  }
  static std::u16string hex_text(uint32_t code) {
    char text[16];
    std::snprintf(text, sizeof text, "\\x{%x}", code);
    return std::u16string(text, text + std::char_traits<char>::length(text));
  }
  void hex(uint32_t code) { out_ += hex_text(code); }

  // A code point as an element of a class or outside. Where the text cannot have surrogates,
  // nothing beyond the BMP can match.
  std::u16string code_point(uint32_t code) const {
    if (kind_ == TextKind::kSurrogates ? is_surrogate(code) : code > 0xFFFF) return u"";
    return hex_text(code);
  }
  // Half of a pair, which text with surrogates has none of for PCRE2.
  static bool is_surrogate(uint32_t code) { return code >= 0xD800 && code < 0xE000; }


  void set_case(int32_t flags) {
    out_ += flags & kCaseInsensitive ? u"(?i)" : u"(?-i)";
    if ((flags & kCaseInsensitive) && (flags & (kUnicodeCase | kUnicodeCharacterClass))) result_.unicode_case = true;
  }

  const char16_t* line_ends() const { return kind_ == TextKind::kAscii ? u"\\n\\r" : u"\\n\\r\\x{85}\\x{2028}\\x{2029}"; }
  const char16_t* other_line_ends() const { return kind_ == TextKind::kAscii ? u"\\r" : u"\\r\\x{85}\\x{2028}\\x{2029}"; }

  void any_character() {
    if (has(kDotAll)) out_ += u".";
    else if (has(kUnixLines)) out_ += u"[^\\n]";
    else out_ += std::u16string(u"[^") + line_ends() + u"]";
  }

  void line_start() {
    if (!has(kMultiline)) out_ += u"\\A";
    else if (has(kUnixLines)) out_ += u"(?:\\A|(?<=\\n))(?!\\z)";
    else out_ += std::u16string(u"(?:\\A|(?<=[\\n") + (kind_ == TextKind::kAscii ? u"" : u"\\x{85}\\x{2028}\\x{2029}") +
                 u"])|(?<=\\r)(?!\\n))(?!\\z)";
  }

  void text_end() {
    if (has(kUnixLines)) out_ += u"(?=\\n?\\z)";
    else out_ += std::u16string(u"(?=(?:\\r\\n|(?<!\\r)\\n|[") + other_line_ends() + u"])?\\z)";
  }
  void line_end() {
    if (!has(kMultiline)) text_end();
    else if (has(kUnixLines)) out_ += u"(?=\\n|\\z)";
    else out_ += std::u16string(u"(?=(?<!\\r)\\n|[") + other_line_ends() + u"]|\\z)";
  }

  void word_boundary(bool negated) {
    if (kind_ == TextKind::kAscii) {
      out_ += negated ? u"\\B" : u"\\b";
      return;
    }
    const std::u16string word = unicode_classes() ? u"[\\p{L}\\p{M}\\p{Nd}\\p{Pc}]" : u"[\\p{L}\\p{Nd}\\p{Mn}_]";
    out_ += negated ? u"(?:(?<=" + word + u")(?=" + word + u")|(?<!" + word + u")(?!" + word + u"))"
                    : u"(?:(?<=" + word + u")(?!" + word + u")|(?<!" + word + u")(?=" + word + u"))";
  }

  // ---- Grammar.
  void alternatives(int depth) {
    for (;;) {
      sequence(depth);
      if (!accept(u'|')) return;
      out_ += u"|";
    }
  }

  void sequence(int depth) {
    for (;;) {
      int unit = peek();
      if (unit == kEnd || unit == u'|' || (unit == u')' && depth > 0)) return;
      if (unit == u')') return;
      size_t start = out_.size();
      if (atom(depth)) quantifier(start);
    }
  }

  // One element; false when it takes no quantifier (a flag group).
  bool atom(int depth) {
    auto unit = static_cast<char16_t>(peek());
    switch (unit) {
      case u'*':
      case u'+':
      case u'?': error(std::string("Dangling meta character '") + static_cast<char>(unit) + "'", static_cast<int64_t>(at_));
      case u'{': ++at_; error_here("Illegal repetition");
      case u'^': ++at_; line_start_atom(); return true;
      case u'$': ++at_; line_end_atom(); return true;
      case u'.': ++at_; any_character(); return true;
      case u'[': ++at_; out_ += expression_of(character_class()); return true;
      case u'(': ++at_; return group(depth);
      case u'\\': ++at_; escape(); return true;
      default: break;
    }
    ++at_;
    if (unit >= 0xD800 && unit < 0xDC00 && at_ < in_.size() && in_[at_] >= 0xDC00 && in_[at_] < 0xE000) {
      uint32_t code = 0x10000 + (uint32_t{unit} - 0xD800) * 0x400 + (in_[at_++] - 0xDC00);
      emit_code_point(code);
    } else {
      literal(unit);
    }
    return true;
  }

  // Assertions may be quantified in Java: a group makes that legal here too.
  void line_start_atom() {
    out_ += u"(?:";
    line_start();
    out_ += u")";
  }
  void line_end_atom() {
    out_ += u"(?:";
    line_end();
    out_ += u")";
  }

  void emit_code_point(uint32_t code) {
    std::u16string text = code_point(code);
    out_ += text.empty() ? u"(?!)" : text;
  }

  // `start` is where the element begins in the output.
  void quantifier(size_t start) {
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

  struct Repetition {
    int64_t low, high;  // high: INT32_MAX for no limit
  };

  // {2}, {2,} or {2,3}; `at_` is at the brace.
  Repetition counted() {
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

  static std::u16string text_of(Repetition times) {
    std::u16string text = u"{" + widen(std::to_string(times.low));
    if (times.high != times.low) text += times.high == INT32_MAX ? std::u16string(u",") : u"," + widen(std::to_string(times.high));
    return text + u"}";
  }

  int64_t number() {
    int64_t n = 0;
    while (at_ < in_.size() && in_[at_] >= u'0' && in_[at_] <= u'9') {
      n = n * 10 + (in_[at_++] - u'0');
      if (n > INT32_MAX) error_before("Illegal repetition range");
    }
    return n;
  }

  void greed() {
    if (peek() == u'?' || peek() == u'+') out_.push_back(in_[at_++]);
  }

  static std::u16string widen(const std::string& text) { return std::u16string(text.begin(), text.end()); }

  bool group(int depth) {
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

  // The inside of a group and its end; flags set inside end with it, here as in PCRE2.
  bool close_group(int depth, int32_t outer_flags) {
    alternatives(depth + 1);
    return end_group(outer_flags);
  }
  bool end_group(int32_t outer_flags) {
    expect_group_end();
    out_ += u")";
    flags_ = outer_flags;
    return true;
  }
  void expect_group_end() {
    if (peek() != u')') error_here("Unclosed group");
    ++at_;
  }

  // ---- Look-behinds. Java's may have any bounded length; PCRE2 wants one length for each of the
  // outermost alternatives, so an element of several lengths becomes several alternatives.
  using Variants = std::vector<std::u16string>;
  static constexpr size_t kMaxVariants = 2000;

  std::u16string look_behind(int depth) {
    int32_t groups_before = groups_;
    size_t alternatives = 1;
    Variants variants = variants_of_sequence(depth, true);
    while (accept(u'|')) {
      ++alternatives;
      for (std::u16string& v : variants_of_sequence(depth, true)) variants.push_back(std::move(v));
    }
    // A group in several variants would have several numbers.
    if (groups_ != groups_before && variants.size() > alternatives) throw_no_maximum_length();
    std::u16string text = variants[0];
    for (size_t i = 1; i < variants.size(); ++i) text += u"|" + variants[i];
    return text;
  }

  [[noreturn]] void throw_no_maximum_length() {
    error("Look-behind group does not have an obvious maximum length", static_cast<int64_t>(at_));
  }

  Variants variants_of_sequence(int depth, bool leftmost) {
    Variants sequences{u""};
    for (bool first = leftmost;; first = false) {
      int unit = peek();
      if (unit == kEnd || unit == u'|' || unit == u')') return sequences;
      sequences = followed_by(sequences, variants_of_element(depth, first));
    }
  }

  Variants followed_by(const Variants& firsts, const Variants& seconds) {
    if (firsts.size() * seconds.size() > kMaxVariants) throw_no_maximum_length();
    Variants all;
    for (const std::u16string& first : firsts)
      for (const std::u16string& second : seconds) all.push_back(first + second);
    return all;
  }

  // Where a look-behind begins with a repetition, the least number of times is as good as any.
  Variants variants_of_element(int depth, bool first) {
    int32_t groups_before = groups_;
    Variants variants;
    if (in_.compare(at_, 3, u"(?:") == 0) {
      int32_t outer_flags = flags_;
      at_ += 3;
      do {
        for (std::u16string& v : variants_of_sequence(depth + 1, false)) variants.push_back(u"(?:" + v + u")");
      } while (accept(u'|'));
      expect_group_end();
      flags_ = outer_flags;
    } else {
      std::u16string before = std::move(out_);
      out_.clear();
      bool takes_quantifier = atom(depth);
      variants.push_back(std::move(out_));
      out_ = std::move(before);
      if (!takes_quantifier) return variants;
    }
    for (;;) {
      int unit = peek();
      Repetition times{0, 1};
      if (unit == u'*' || unit == u'+') times = {unit == u'+', INT32_MAX};
      else if (unit != u'{' && unit != u'?') return variants;
      if (unit == u'{') times = counted();
      else ++at_;
      if (first && groups_ == groups_before) times.high = times.low;
      if (peek() == u'?' || peek() == u'+') ++at_;  // greedy or not, the lengths are the same
      variants = repeated(variants, times);
    }
  }

  Variants repeated(const Variants& variants, Repetition times) {
    if (times.high > static_cast<int64_t>(kMaxVariants)) throw_no_maximum_length();
    Variants all, some{u""};
    for (int64_t n = 0; n <= times.high; ++n) {
      if (n >= times.low) {
        if (all.size() + some.size() > kMaxVariants) throw_no_maximum_length();
        all.insert(all.end(), some.begin(), some.end());
      }
      if (n == times.high) break;
      if (variants.size() == 1) some = {u"(?:" + variants[0] + u"){" + widen(std::to_string(n + 1)) + u"}"};
      else some = followed_by(some, variants);
    }
    return all;
  }

  std::string group_name() {
    int unit = peek_raw();
    auto letter = [](int c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    if (!letter(unit)) error_here("capturing group name does not start with a Latin letter");
    std::string name;
    while (letter(peek_raw()) || (peek_raw() >= '0' && peek_raw() <= '9')) name.push_back(static_cast<char>(in_[at_++]));
    if (peek_raw() != u'>') error_here("named capturing group is missing trailing '>'");
    ++at_;
    return name;
  }

  // Reads idmsuxU-idmsuxU up to ')' or ':'; true for ':'.
  bool inline_flags() {
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

  // ---- Escapes. `at_` is after the backslash.
  void escape() {
    int unit = peek_raw();
    if (unit == kEnd) error("Unexpected internal error", static_cast<int64_t>(at_));
    switch (unit) {
      case u'b':
        ++at_;
        if (in_.compare(at_, 3, u"{g}") == 0) {
          at_ += 3;
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
      case u'X': ++at_; out_ += u"\\X"; return;
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
      out_ += expression_of(set);
      return;
    }
    emit_code_point(character_escape());
  }

  // Takes more digits while there are that many groups so far.
  void back_reference() {
    int32_t n = in_[at_++] - u'0';
    while (at_ < in_.size() && in_[at_] >= u'0' && in_[at_] <= u'9') {
      int32_t longer = n * 10 + (in_[at_] - u'0');
      if (longer > groups_) break;
      n = longer;
      ++at_;
    }
    out_ += n > total_groups_ ? std::u16string(u"(?!)") : u"\\g{" + widen(std::to_string(n)) + u"}";
  }

  // \d \p{…} and the like; false when the escape is of one character.
  bool class_escape(CharSet& set) {
    int unit = peek_raw();
    bool unicode = unicode_classes();
    std::u16string body;
    switch (unit) {
      case u'd':
      case u'D': body = unicode ? u"\\p{Nd}" : u"0-9"; break;
      case u'w':
      case u'W': body = unicode ? u"\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\x{200c}\\x{200d}" : u"a-zA-Z0-9_"; break;
      case u's':
      case u'S': body = unicode ? u"\\p{White_Space}" : u"\\x{20}\\t-\\r"; break;
      case u'h':
      case u'H': body = u"\\h"; break;
      case u'v':
      case u'V': body = std::u16string(u"\\n\\x{0b}\\f") + other_line_ends(); break;
      case u'p':
      case u'P': return property(set);
      default: return false;
    }
    ++at_;
    set.items = body;
    if (unit >= u'A' && unit <= u'Z') set = complement(set);
    return true;
  }

  bool property(CharSet& set) {
    bool negated = in_[at_++] == u'P';
    std::string name;
    if (peek_raw() == u'{') {
      size_t end = in_.find(u'}', at_);
      if (end == std::u16string::npos) error("Unclosed character family", static_cast<int64_t>(in_.size()));
      for (size_t i = at_ + 1; i < end; ++i) name.push_back(static_cast<char>(in_[i]));
      at_ = end;
      if (name.empty()) error_here("Empty character family");
    } else {
      if (peek_raw() == kEnd) error_here("Unknown character property name { }");
      name.push_back(static_cast<char>(in_[at_]));
    }
    if (!property_body(name, unicode_classes(), set.items)) {
      size_t equals = name.find('=');
      if (equals != std::string::npos)
        error_here("Unknown Unicode property {name=<" + name.substr(0, equals) + ">, value=<" + name.substr(equals + 1) + ">}");
      error_here("Unknown character property name {" + name + "}");
    }
    ++at_;
    if (negated) set = complement(set);
    return true;
  }

  int digit_of(int unit) {
    if (unit >= '0' && unit <= '9') return unit - '0';
    if (unit >= 'a' && unit <= 'f') return unit - 'a' + 10;
    if (unit >= 'A' && unit <= 'F') return unit - 'A' + 10;
    return 99;
  }

  uint32_t four_digits() {
    uint32_t code = 0;
    for (int i = 0; i < 4; ++i) {
      int digit = digit_of(peek_raw());
      if (digit > 15) error_here("Illegal Unicode escape sequence");
      code = code * 16 + static_cast<uint32_t>(digit);
      ++at_;
    }
    return code;
  }

  // The code point of an escape such as \t or \x41.
  uint32_t character_escape() {
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
    if (unit >= 0xD800 && unit < 0xDC00 && at_ < in_.size() && in_[at_] >= 0xDC00 && in_[at_] < 0xE000)
      return 0x10000 + (static_cast<uint32_t>(unit) - 0xD800) * 0x400 + (in_[at_++] - 0xDC00u);
    return static_cast<uint32_t>(unit);
  }

  // ---- Classes. `at_` is after the '['.
  CharSet character_class() {
    bool negated = accept_in_class(u'^');
    CharSet left, current;
    bool intersecting = false, any = false;
    auto finish = [&] {
      if (!intersecting) return current;
      return current.empty() ? left : intersect(left, current);
    };
    for (;;) {
      int unit = peek();
      if (unit == kEnd) error("Unclosed character class", static_cast<int64_t>(in_.size()) - 1);
      if (unit == u']' && any) {
        ++at_;
        break;
      }
      if (unit == u'[') {
        ++at_;
        current = unite(current, character_class());
        any = true;
        continue;
      }
      if (unit == u'&' && at_ + 1 < in_.size() && in_[at_ + 1] == u'&') {
        while (peek() == u'&') ++at_;
        if (!current.empty()) {
          left = finish();
          intersecting = true;
          current = {};
        }
        continue;
      }
      any = true;
      current = unite(current, class_element());
    }
    CharSet set = finish();
    return negated ? complement(set) : set;
  }

  bool accept_in_class(char16_t unit) {
    if (peek() != unit) return false;
    ++at_;
    return true;
  }

  CharSet class_element() {
    uint32_t low;
    if (peek() == u'\\') {
      ++at_;
      CharSet set;
      if (class_escape(set)) return set;
      int escaped = peek_raw();
      if (escaped >= u'1' && escaped <= u'9') error("Illegal/unsupported escape sequence", static_cast<int64_t>(at_));
      low = character_escape();
    } else {
      low = next_code_point();
    }
    if (peek() != u'-') return one(low);
    int after = at_ + 1 < in_.size() ? in_[at_ + 1] : kEnd;
    if (after == u'[' || after == u']') return one(low);
    if (after == kEnd) {
      ++at_;
      error("Illegal character range", static_cast<int64_t>(at_));
    }
    ++at_;
    uint32_t high;
    if (peek() == u'\\') {
      size_t back = at_++;
      CharSet set;
      if (class_escape(set)) error("Illegal character range", static_cast<int64_t>(back) + 1);
      at_ = back + 1;
      high = character_escape();
    } else {
      high = next_code_point();
    }
    if (high < low) error_before("Illegal character range");
    return range(low, high);
  }

  uint32_t next_code_point() {
    char16_t unit = in_[at_++];
    if (unit >= 0xD800 && unit < 0xDC00 && at_ < in_.size() && in_[at_] >= 0xDC00 && in_[at_] < 0xE000)
      return 0x10000 + (uint32_t{unit} - 0xD800) * 0x400 + (in_[at_++] - 0xDC00);
    return unit;
  }

  CharSet one(uint32_t code) const {
    std::u16string text = code_point(code);
    return text.empty() ? CharSet{u"", u"(?!)"} : CharSet{text, u""};
  }
  CharSet range(uint32_t low, uint32_t high) const {
    if (kind_ != TextKind::kSurrogates) {
      if (low > 0xFFFF) return {u"", u"(?!)"};
      high = std::min<uint32_t>(high, 0xFFFF);
    } else {
      if (is_surrogate(low)) low = 0xE000;
      if (is_surrogate(high)) high = 0xD7FF;
      if (low > high) return {u"", u"(?!)"};
    }
    return {hex_text(low) + u"-" + hex_text(high), u""};
  }

  const TextKind kind_;
  const String* source_ = nullptr;
  std::u16string original_, in_, out_;
  size_t at_ = 0;
  int32_t flags_;
  int32_t groups_ = 0, total_groups_ = 0;
  Translation result_;
};

}  // namespace

Translation translate(const String* source, int32_t flags, TextKind kind) {
  return Translator(source, flags, kind).run(source);
}

}  // namespace clj::regex
