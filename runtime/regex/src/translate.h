// Translation of Java's regular expressions to PCRE2's.
//
// Java's `.`, `^`, `$`, `\b`, comments mode, flags and classes differ from PCRE2's in detail, so
// each is written out in terms that mean the same in both (lookarounds, explicit sets). Set
// operations of classes ([a-z&&[^aeiou]]), which PCRE2 lacks, become lookaheads: a class is
// always something that matches exactly one character.
//
// The text decides the dialect: for ASCII text the short native forms do.
#pragma once
#include <map>
#include <string>

#include "clj/regex/regex.h"

namespace clj::regex {

enum class TextKind : uint8_t { kAscii, kNoSurrogates, kSurrogates };

struct Translation {
  std::u16string pattern;  // for PCRE2, to be compiled with DOTALL
  int32_t flags = 0;       // of the pattern as a whole
  int32_t group_count = 0;
  std::map<std::string, int32_t> names;
  bool unicode_case = false;  // some part wants PCRE2_UCP
  // Some part matches whole code points. Without one, Java compares single units, and may match between the halves of
  // a surrogate pair.
  bool code_points = false;
};

// Throws PatternSyntaxException.
Translation translate(const String* source, int32_t flags, TextKind kind);

// The class body (what stands between brackets, no leading ^) of a property, as PCRE2 writes it;
// false when there is no such property. `name` as in \p{name}.
bool property_body(const std::string& name, bool unicode, std::u16string& body);

}  // namespace clj::regex
