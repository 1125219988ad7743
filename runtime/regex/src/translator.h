// The translator of translate.h, one object per pattern. Its parts, by what they translate:
//   translate.cpp        the text, groups, flags, anchors, quantifiers
//   look_behind.cpp      look-behinds, whose lengths PCRE2 wants to know
//   character_class.cpp  classes, their operations and properties
//   escapes.cpp          what follows a backslash
#pragma once
#include <string>
#include <vector>

#include "translate.h"

namespace clj::regex {

// Something that matches exactly one character. A plain one is a list of class items; others
// are already expressions.
struct CharSet {
  std::u16string items;       // inside brackets
  std::u16string expression;  // when not empty, alternatives besides the items
  bool code_points = false;   // of whole code points, not of single units
  bool empty() const { return items.empty() && expression.empty(); }
};

// A set as a pattern of its own.
std::u16string expression_of(const CharSet& set);
CharSet complement(const CharSet& set);

class Translator {
 public:
  Translator(const String* source, int32_t flags, TextKind kind);

  Translation run(const String* source);

 private:
  static constexpr int kEnd = -1;

  bool has(int32_t flag) const { return flags_ & flag; }
  bool unicode_classes() const { return has(kUnicodeCharacterClass); }

  // ---- Text. \Q…\E is taken apart beforehand: its characters become escaped ones.
  std::u16string without_quotes(const std::u16string& text);

  int peek_raw() const { return at_ < in_.size() ? in_[at_] : kEnd; }
  // In comments mode spaces and #… do not count.
  int peek();
  void skip_comments();
  bool accept(char16_t unit);

  [[noreturn]] void error(const std::string& what, int64_t index);
  [[noreturn]] void error_here(const std::string& what) { error(what, static_cast<int64_t>(at_)); }
  [[noreturn]] void error_before(const std::string& what) { error(what, static_cast<int64_t>(at_) - 1); }

  // How many capturing groups there are, for references to groups that come later or never.
  void count_groups();

  // ---- Output.
  void literal(char16_t unit);
  void emit(const CharSet& set);
  static std::u16string hex_text(uint32_t code);
  void hex(uint32_t code) { out_ += hex_text(code); }

  // A code point as an element of a class or outside. Where the text cannot have surrogates,
  // nothing beyond the BMP can match.
  std::u16string code_point(uint32_t code) const;
  // Half of a pair, which text with surrogates has none of for PCRE2.
  static bool is_surrogate(uint32_t code) { return code >= 0xD800 && code < 0xE000; }
  static bool is_unit(uint32_t code) { return code <= 0xFFFF && !is_surrogate(code); }

  void set_case(int32_t flags);

  const char16_t* line_ends() const { return kind_ == TextKind::kAscii ? u"\\n\\r" : u"\\n\\r\\x{85}\\x{2028}\\x{2029}"; }
  const char16_t* other_line_ends() const { return kind_ == TextKind::kAscii ? u"\\r" : u"\\r\\x{85}\\x{2028}\\x{2029}"; }

  void any_character();

  void line_start();

  void text_end();
  void line_end();

  void word_boundary(bool negated);

  // ---- Grammar.
  void alternatives(int depth);

  void sequence(int depth);

  // One element; false when it takes no quantifier (a flag group).
  bool atom(int depth);

  // Assertions may be quantified in Java: a group makes that legal here too.
  void line_start_atom();
  void line_end_atom();

  void emit_code_point(uint32_t code);

  // `start` is where the element begins in the output.
  void quantifier(size_t start);

  struct Repetition {
    int64_t low, high;  // high: INT32_MAX for no limit
  };

  // {2}, {2,} or {2,3}; `at_` is at the brace.
  Repetition counted();

  static std::u16string text_of(Repetition times);

  int64_t number();

  void greed();

  static std::u16string widen(const std::string& text) { return std::u16string(text.begin(), text.end()); }

  bool group(int depth);

  // The inside of a group and its end; flags set inside end with it, here as in PCRE2.
  bool close_group(int depth, int32_t outer_flags);
  bool end_group(int32_t outer_flags);
  void expect_group_end();

  // ---- Look-behinds. Java's may have any bounded length; PCRE2 wants one length for each of the
  // outermost alternatives, so an element of several lengths becomes several alternatives.
  using Variants = std::vector<std::u16string>;
  static constexpr size_t kMaxVariants = 2000;

  std::u16string look_behind(int depth);

  [[noreturn]] void throw_no_maximum_length();

  Variants variants_of_sequence(int depth, bool leftmost);

  Variants followed_by(const Variants& firsts, const Variants& seconds);

  // Where a look-behind begins with a repetition, the least number of times is as good as any.
  Variants variants_of_element(int depth, bool first);

  Variants repeated(const Variants& variants, Repetition times);

  std::string group_name();

  // Reads idmsuxU-idmsuxU up to ')' or ':'; true for ':'.
  bool inline_flags();

  // ---- Escapes. `at_` is after the backslash.
  void escape();

  // Takes more digits while there are that many groups so far.
  void back_reference();

  // \d \p{…} and the like; false when the escape is of one character.
  bool class_escape(CharSet& set);

  bool property(CharSet& set);

  int digit_of(int unit);

  uint32_t four_digits();

  // The code point of an escape such as \t or \x41.
  uint32_t character_escape();

  // ---- Classes. `at_` is after the '['.
  CharSet character_class();

  CharSet class_element();

  // Of one unit, or of a surrogate pair.
  uint32_t next_code_point();

  CharSet one(uint32_t code) const;
  CharSet range(uint32_t low, uint32_t high) const;

  const TextKind kind_;
  const String* source_ = nullptr;
  std::u16string original_, in_, out_;
  size_t at_ = 0;
  int32_t flags_;
  int32_t groups_ = 0, total_groups_ = 0;
  Translation result_;
};

}  // namespace clj::regex
