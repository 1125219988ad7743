// The native side of a Pattern: PCRE2 programs, made when first needed.
#pragma once
#define PCRE2_CODE_UNIT_WIDTH 16
#include <pcre2.h>

#include <atomic>
#include <map>
#include <string>

#include "translate.h"

namespace clj::regex {

// How a match is anchored: compiled in, because PCRE2's JIT knows no anchoring at match time.
enum class Mode : uint8_t { kFind, kMatches, kLookingAt };

struct Compiled {
  int32_t group_count = 0;
  bool code_points = false;  // as Translation's
  std::map<std::string, int32_t> names;
  struct Program {
    std::atomic<pcre2_code*> code{nullptr};
    std::atomic<pcre2_code*> fast{nullptr};  // a copy that the JIT has compiled
    std::atomic<uint32_t> uses{0};
  };
  Program programs[3][3];  // by Mode and TextKind
  ~Compiled();
};

Compiled& compiled_of(Pattern* pattern);
// The program for this kind of text; JIT-compiled once it has been used a few times or the text
// is long. Throws PatternSyntaxException for what only PCRE2 finds wrong.
pcre2_code* program_for(Pattern* pattern, Mode mode, TextKind kind, size_t text_units);

}  // namespace clj::regex
