// Look-behinds: Java's may have any bounded length.
#include "translator.h"

namespace clj::regex {

std::u16string Translator::look_behind(int depth) {
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

void Translator::throw_no_maximum_length() {
  error("Look-behind group does not have an obvious maximum length", static_cast<int64_t>(at_));
}

Translator::Variants Translator::variants_of_sequence(int depth, bool leftmost) {
  Variants sequences{u""};
  for (bool first = leftmost;; first = false) {
    int unit = peek();
    if (unit == kEnd || unit == u'|' || unit == u')') return sequences;
    sequences = followed_by(sequences, variants_of_element(depth, first));
  }
}

Translator::Variants Translator::followed_by(const Variants& firsts, const Variants& seconds) {
  if (firsts.size() * seconds.size() > kMaxVariants) throw_no_maximum_length();
  Variants all;
  for (const std::u16string& first : firsts)
    for (const std::u16string& second : seconds) all.push_back(first + second);
  return all;
}

Translator::Variants Translator::variants_of_element(int depth, bool first) {
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

Translator::Variants Translator::repeated(const Variants& variants, Repetition times) {
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

}  // namespace clj::regex
