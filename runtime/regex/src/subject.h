// Texts as PCRE2 takes them: halves of surrogate pairs stand for themselves to programs, but not to it.
#pragma once
#include <initializer_list>
#include <string>

#include "compiled.h"

namespace clj::regex {

inline bool is_high(char16_t unit) { return (unit & 0xFC00) == 0xD800; }
inline bool is_low(char16_t unit) { return (unit & 0xFC00) == 0xDC00; }

inline TextKind kind_of(const std::u16string& text) {
  char16_t all = 0;
  bool surrogates = false;
  for (char16_t unit : text) {
    all |= unit;
    surrogates = surrogates || (unit & 0xF800) == 0xD800;
  }
  return surrogates ? TextKind::kSurrogates : all < 0x80 ? TextKind::kAscii : TextKind::kNoSurrogates;
}

// In UTF mode PCRE2 takes no halves of surrogate pairs. Each is shown to it as this, which as little as a half is a letter,
// a digit or anything else that patterns ask for, and which is one character.
inline constexpr char16_t kHalf = 0xFFFF;

// Empty when the text has no halves.
inline std::u16string without_halves(const std::u16string& text) {
  std::u16string whole;
  for (size_t i = 0; i < text.size(); ++i) {
    if ((text[i] & 0xF800) != 0xD800) continue;
    if (is_high(text[i]) && i + 1 < text.size() && is_low(text[i + 1])) {
      ++i;
      continue;
    }
    if (whole.empty()) whole = text;
    whole[i] = kHalf;
  }
  return whole;
}

// A subject for UTF mode: as long as this lives, the pairs that a position lies inside of are two halves.
class SplitPairs {
 public:
  SplitPairs(std::u16string& text, std::initializer_list<size_t> positions) : text_(text) {
    for (size_t at : positions)
      if (at > 0 && at < text.size() && is_high(text[at - 1]) && is_low(text[at])) {
        split_[count_++] = {at, text[at - 1], text[at]};
        text[at - 1] = text[at] = kHalf;
      }
  }
  ~SplitPairs() {
    for (; count_ > 0; --count_) {
      const Split& split = split_[count_ - 1];
      text_[split.at - 1] = split.high;
      text_[split.at] = split.low;
    }
  }
  SplitPairs(const SplitPairs&) = delete;
  SplitPairs& operator=(const SplitPairs&) = delete;

 private:
  struct Split {
    size_t at;
    char16_t high, low;
  };
  std::u16string& text_;
  Split split_[3];
  int count_ = 0;
};

}  // namespace clj::regex
