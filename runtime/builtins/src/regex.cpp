// Regular expressions of clojure.core.
#include "clj/regex/regex.h"

#include "char_sequence.h"
#include "native.h"

namespace clj::builtins {

namespace {

Value pattern_arg(Value v) {
  if (v.is_nil()) {
    throw_error(Error::kNullPointer,
                "Cannot invoke \"java.util.regex.Pattern.matcher(java.lang.CharSequence)\" because \"re\" is null");
  }
  return Value::object(object_arg<regex::Pattern>(v, "java.util.regex.Pattern"));
}

// The text to match: any CharSequence.
Value text_arg(Value v) {
  if (is_string(v)) return v;
  if (v.is_nil())
    throw_error(Error::kNullPointer, "Cannot invoke \"java.lang.CharSequence.length()\" because \"this.text\" is null");
  if (is_char_sequence(v)) return Value::object(char_sequence_text(v));
  throw_class_cast(v, "java.lang.CharSequence");
}

struct PatternAndText {
  Value pattern, text;
};

// What is of another class is refused before a nil, a pattern before a text.
PatternAndText pattern_and_text(Value* args) {
  if (args[0].is_nil() && !args[1].is_nil()) text_arg(args[1]);
  Value pattern = pattern_arg(args[0]);
  return {pattern, text_arg(args[1])};
}

Value match(Value* args, bool whole) {
  auto [pattern, text] = pattern_and_text(args);
  return regex::first_match(pattern, text, whole);
}

regex::Matcher* matcher_arg(Value v, const char* call) {
  return object_arg<regex::Matcher>(v, "java.util.regex.Matcher", call, "m");
}

}  // namespace

CLJ_FN(re_pattern) {
  if (is_kind(args[0], Kind::kPattern)) return args[0];
  if (args[0].is_nil()) {
    throw_error(Error::kNullPointer, "Cannot invoke \"String.isEmpty()\" because \"this.pattern\" is null");
  }
  string_arg(args[0]);
  return regex::make_pattern(args[0]);
}
CLJ_FN(re_matcher) {
  auto [pattern, text] = pattern_and_text(args);
  return regex::make_matcher(pattern, text);
}

CLJ_FN(re_find) {
  if (count == 2) return match(args, false);
  regex::Matcher* matcher = matcher_arg(args[0], "find()");
  return regex::find(matcher) ? regex::groups(matcher) : Value::nil();
}
CLJ_FN(re_matches) { return match(args, true); }
CLJ_FN(re_groups) { return regex::groups(matcher_arg(args[0], "groupCount()")); }

}  // namespace clj::builtins
