// java.util.regex over PCRE2: Pattern and Matcher.
//
// A pattern in Java's syntax is translated to PCRE2's (src/translate.h); what it matches and the
// exceptions for bad syntax are Java's. The compiled form is native memory made when first
// needed, one for each of three kinds of text (ASCII, without surrogates, with them), so that
// the common text is matched without decoding; a Pattern in a boot image has none yet.
//
// Units    Indexes in UTF-16 code units.
// Threads  A Pattern is safe to share. A Matcher belongs to one thread at a time.
// Errors   PatternSyntaxException with Java's description, pattern and caret;
//          IllegalStateException "No match found", "No match available"; IndexOutOfBoundsException "No group 3";
//          StackOverflowError where matching exceeds its limits, as Java's matcher does.
// Design   docs/regex.md
#pragma once
#include <string>

#include "clj/core/text.h"
#include "clj/value/object.h"

namespace clj::regex {

struct Compiled;
struct MatchState;

enum PatternFlag : int32_t {
  kUnixLines = 1,
  kCaseInsensitive = 2,
  kComments = 4,
  kMultiline = 8,
  kLiteral = 16,
  kDotAll = 32,
  kUnicodeCase = 64,
  kCanonEq = 128,
  kUnicodeCharacterClass = 256,
};

struct Pattern : Object {
  static constexpr Kind kKind = Kind::kPattern;
  static constexpr uint16_t kSlots = 1;
  Value source;         // String
  int32_t given_flags;  // as passed to make_pattern
  int32_t flags;        // with those that (?i) and the like set at the start
  std::atomic<Compiled*> compiled;
};

struct Matcher : Object {
  static constexpr Kind kKind = Kind::kMatcher;
  static constexpr uint16_t kSlots = 2;
  Value pattern;  // Pattern
  Value text;     // String
  MatchState* state;
};

// Of a matcher's region: whether ^ and $ match there, and whether what looks around sees beyond.
struct Bounds {
  bool anchoring = true, transparent = false;
};

// (re-pattern s), Pattern/compile: `source` is a String. Throws PatternSyntaxException.
Value make_pattern(Value source, int32_t flags = 0);
Value pattern_source(Value pattern);
int32_t pattern_flags(Value pattern);  // what make_pattern was given
Value quote(const String* text);       // Pattern/quote: "\\Qtext\\E"

// `text` is a String.
Value make_matcher(Value pattern, Value text);
void reset(Matcher* matcher);
void reset(Matcher* matcher, Value text);
// Matcher.toMatchResult: a matcher that keeps the groups of the last match.
Value copy_of_match(Matcher* matcher);
std::string description(Matcher* matcher);  // Matcher.toString
// The pattern of the matches from here on; position and region stay.
void use_pattern(Matcher* matcher, Value pattern);
int64_t region_start(Matcher* matcher);
int64_t region_end(Matcher* matcher);
void set_region(Matcher* matcher, int64_t from, int64_t to);
Bounds& bounds(Matcher* matcher);
bool find(Matcher* matcher);
bool find(Matcher* matcher, int64_t from);  // resets first
bool matches(Matcher* matcher);
bool looking_at(Matcher* matcher);
bool hit_end(Matcher* matcher);  // the last match ended at the end of the text
// Of the last match; -1 and nil for a group that took no part. Group 0 is the whole.
int32_t group_count(const Matcher* matcher);
Value group(Matcher* matcher, int64_t index);
int64_t group_start(Matcher* matcher, int64_t index);
int64_t group_end(Matcher* matcher, int64_t index);
// IllegalArgumentException "No group with name <x>".
int32_t group_index(const Matcher* matcher, std::string_view name);
// What re-groups gives: the text of group 0, or a vector of all groups when there are more.
Value groups(Matcher* matcher);

// (re-find re s) and, with `whole`, (re-matches re s): what groups() gives, or nil. `text` is a
// String.
Value first_match(Value pattern, Value text, bool whole);

// replacement: $1, ${name} and \ escapes, as Matcher.appendReplacement.
void append_replacement(Matcher* matcher, StringBuffer& out, const String* replacement);
// The text from the end of the last append to the start of the match, without a replacement.
void append_before_match(Matcher* matcher, StringBuffer& out);
void append_tail(Matcher* matcher, StringBuffer& out);
Value replace_all(Matcher* matcher, const String* replacement);
Value replace_first(Matcher* matcher, const String* replacement);
Value quote_replacement(const String* text);

// String.split: a vector of Strings.
Value split(Value pattern, Value text, int64_t limit);

void finalize_pattern(Object* pattern);
void finalize_matcher(Object* matcher);

}  // namespace clj::regex
