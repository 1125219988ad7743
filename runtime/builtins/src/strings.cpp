// clojure.string.
#include <algorithm>

#include "clj/core/text_case.h"
#include "clj/regex/regex.h"
#include "char_sequence.h"
#include "clj/core/native_closure.h"
#include "native.h"

namespace clj::builtins {

namespace {

// Functions that call toString on their argument: "s" is what messages call it.
const String* text_of(Value v) {
  if (is_string(v)) return as_string(v);
  if (v.is_nil()) throw_error(Error::kNullPointer, "Cannot invoke \"Object.toString()\" because \"s\" is null");
  return as_string(str_value(v));
}

// A call through an argument that is nil fails as on the JVM, where what is called and the argument are named.
void require(Value v, const char* use) {
  if (v.is_nil()) throw_error(Error::kNullPointer, std::string("Cannot ") + use + " is null");
}

// Functions that take a CharSequence.
const String* characters_of(Value v, const char* name = "s") {
  if (is_string(v)) return as_string(v);
  if (v.is_nil())
    throw_error(Error::kNullPointer, std::string("Cannot invoke \"java.lang.CharSequence.length()\" because \"") + name + "\" is null");
  if (is_char_sequence(v)) return char_sequence_text(v);
  throw_class_cast(v, "java.lang.CharSequence");
}

// Character.isWhitespace.
bool is_whitespace(char16_t c) {
  if (c <= 0x20) return (c >= 9 && c <= 13) || (c >= 0x1C && c <= 0x20);
  if (c < 0x1680) return false;
  return c == 0x1680 || (c >= 0x2000 && c <= 0x200A && c != 0x2007) || c == 0x2028 || c == 0x2029 || c == 0x205F || c == 0x3000;
}

Value trimmed(const String* text, bool left, bool right) {
  uint32_t from = 0, to = text->length;
  while (left && from < to && is_whitespace(text->char_at(from))) ++from;
  while (right && to > from && is_whitespace(text->char_at(to - 1))) --to;
  return substring(text, from, to);
}

bool matches_at(const String* text, const String* part, int64_t at) {
  if (at < 0 || at + part->length > text->length) return false;
  for (uint32_t i = 0; i < part->length; ++i)
    if (text->char_at(static_cast<uint32_t>(at) + i) != part->char_at(i)) return false;
  return true;
}

// A string or character to look for.
const String* needle_of(Value v) {
  if (!v.is_character()) return string_arg(v);
  char16_t unit = v.as_character();
  return as_string(make_string_utf16(&unit, 1));
}

Value replace_character(const String* text, char16_t from, char16_t to) {
  StringBuffer out;
  bool changed = false;
  for (uint32_t i = 0; i < text->length; ++i) {
    char16_t unit = text->char_at(i);
    changed = changed || unit == from;
    out.append_unit(unit == from ? to : unit);
  }
  return changed ? out.to_string() : Value::object(text);
}

// The text of anything can take the place of the first one.
Value replace_first_character(const String* text, char16_t from, Value replacement) {
  uint32_t at = 0;
  while (at < text->length && text->char_at(at) != from) ++at;
  if (at == text->length) return Value::object(text);
  StringBuffer out;
  out.append(text, 0, at);
  out.append(as_string(str_value(replacement)));
  out.append(text, at + 1, text->length);
  return out.to_string();
}

Value replace_text(const String* text, const String* from, const String* to, bool all) {
  int64_t found = index_of(text, from, 0);
  if (found < 0) return Value::object(text);
  StringBuffer out;
  uint32_t at = 0;
  while (found >= 0) {
    out.append(text, at, static_cast<uint32_t>(found));
    out.append(to);
    at = static_cast<uint32_t>(found) + from->length;
    if (!all || found >= text->length) break;
    // An empty needle is found before every character and at the end.
    found = index_of(text, from, from->length == 0 ? found + 1 : int64_t{at});
  }
  if (at < text->length) out.append(text, at, text->length);
  return out.to_string();
}

Value replace_by_function(regex::Matcher* matcher, Value f, bool all) {
  if (!regex::find(matcher)) return matcher->text;
  require(f, "invoke \"clojure.lang.IFn.invoke(Object)\" because \"f\"");
  StringBuffer out;
  do {
    Value replacement = invoke(f, regex::groups(matcher));
    require(replacement, "invoke \"String.indexOf(int)\" because \"s\"");
    string_arg(replacement);
    regex::append_before_match(matcher, out);
    out.append(as_string(replacement));
  } while (all && regex::find(matcher));
  regex::append_tail(matcher, out);
  return out.to_string();
}

Value replaced(Value* args, bool all) {
  const String* text = text_of(args[0]);
  Value match = args[1], replacement = args[2];
  if (match.is_character()) {
    if (!all) return replace_first_character(text, match.as_character(), replacement);
    require(replacement, "invoke \"java.lang.Character.charValue()\" because \"replacement\"");
    if (!replacement.is_character()) throw_bad_argument(replacement, "java.lang.Character");
    return replace_character(text, match.as_character(), replacement.as_character());
  }
  if (is_char_sequence(match)) {
    const String* from = characters_of(match);
    require(replacement, all ? "invoke \"java.lang.CharSequence.toString()\" because \"replacement\""
                             : "invoke \"Object.toString()\" because \"replacement\"");
    return replace_text(text, from, all ? characters_of(replacement) : text_of(replacement), all);
  }
  if (is_kind(match, Kind::kPattern)) {
    auto* matcher = cast<regex::Matcher>(regex::make_matcher(match, Value::object(text)));
    if (is_char_sequence(replacement)) {
      const String* with = characters_of(replacement);
      return all ? regex::replace_all(matcher, with) : regex::replace_first(matcher, with);
    }
    return replace_by_function(matcher, replacement, all);
  }
  throw_error(Error::kIllegalArgument, "Invalid match arg: " + to_utf8(str_value(match)));
}

}  // namespace

CLJ_FN(upper_case_text) { return upper_case(text_of(args[0])); }
CLJ_FN(lower_case_text) { return lower_case(text_of(args[0])); }
CLJ_FN(capitalize) {
  const String* text = text_of(args[0]);
  if (text->length < 2) return upper_case(text);
  Value head = upper_case(as_string(substring(text, 0, 1))), tail = lower_case(as_string(substring(text, 1, text->length)));
  return concat(as_string(head), as_string(tail));
}

CLJ_FN(trim) { return trimmed(characters_of(args[0]), true, true); }
CLJ_FN(triml) { return trimmed(characters_of(args[0]), true, false); }
CLJ_FN(trimr) { return trimmed(characters_of(args[0]), false, true); }
CLJ_FN(trim_newline) {
  const String* text = characters_of(args[0]);
  uint32_t to = text->length;
  while (to > 0 && (text->char_at(to - 1) == u'\n' || text->char_at(to - 1) == u'\r')) --to;
  return substring(text, 0, to);
}
CLJ_FN(is_blank) {
  if (!args[0].truthy()) return boolean(true);
  const String* text = characters_of(args[0]);
  for (uint32_t i = 0; i < text->length; ++i)
    if (!is_whitespace(text->char_at(i))) return boolean(false);
  return boolean(true);
}

CLJ_FN(starts_with) {
  const String* text = text_of(args[0]);
  require(args[1], "invoke \"String.length()\" because \"prefix\"");
  return boolean(matches_at(text, string_arg(args[1]), 0));
}
CLJ_FN(ends_with) {
  const String* text = text_of(args[0]);
  require(args[1], "invoke \"String.length()\" because \"suffix\"");
  const String* part = string_arg(args[1]);
  return boolean(matches_at(text, part, int64_t{text->length} - part->length));
}
CLJ_FN(includes) {
  const String* text = text_of(args[0]);
  require(args[1], "invoke \"java.lang.CharSequence.toString()\" because \"s\"");
  return boolean(index_of(text, characters_of(args[1]), 0) >= 0);
}

// from-index, which is refused before the texts and wraps around at 32 bits.
int64_t from_index(Value v) {
  if (v.is_nil()) throw_error(Error::kNullPointer, "Cannot invoke \"java.lang.Number.doubleValue()\" because \"x\" is null");
  if (!is_number(v)) throw_class_cast(v, "java.lang.Number");
  return to_int_unchecked(v);
}

CLJ_FN(index_of_text) {
  int64_t from = count == 3 ? std::max<int64_t>(0, from_index(args[2])) : 0;
  const String* text = text_of(args[0]);
  require(args[1], count == 3 ? "read field \"value\" because \"tgtStr\"" : "invoke \"String.coder()\" because \"str\"");
  const String* needle = needle_of(args[1]);
  int64_t found = from > text->length ? (needle->length == 0 ? int64_t{text->length} : -1) : index_of(text, needle, from);
  return found < 0 ? Value::nil() : integer(static_cast<int32_t>(found));
}
CLJ_FN(last_index_of_text) {
  int64_t given = count == 3 ? from_index(args[2]) : 0;
  const String* text = text_of(args[0]);
  require(args[1], "read field \"value\" because \"tgtStr\"");
  const String* needle = needle_of(args[1]);
  int64_t from = count == 3 ? given : int64_t{text->length};
  int64_t found = from < 0 ? -1 : last_index_of(text, needle, from);
  return found < 0 ? Value::nil() : integer(static_cast<int32_t>(found));
}

CLJ_FN(replace) { return replaced(args, true); }
CLJ_FN(replace_first) { return replaced(args, false); }
CLJ_FN(re_quote_replacement) {
  require(args[0], "invoke \"Object.toString()\" because \"replacement\"");
  return regex::quote_replacement(text_of(args[0]));
}

CLJ_FN(split) {
  // What is of another class is refused before a nil.
  if (!args[1].is_nil()) object_arg<regex::Pattern>(args[1], "java.util.regex.Pattern");
  if (!args[0].is_nil()) characters_of(args[0]);
  int64_t limit = count == 3 ? int_arg(args[2]) : 0;
  require(args[1], count == 3 ? "invoke \"java.util.regex.Pattern.split(java.lang.CharSequence, int)\" because \"re\""
                              : "invoke \"java.util.regex.Pattern.split(java.lang.CharSequence)\" because \"re\"");
  return regex::split(args[1], Value::object(characters_of(args[0], "this.text")), limit);
}

CLJ_FN(split_lines) {
  const String* text = characters_of(args[0], "this.text");
  gc::ValueList lines;
  uint32_t from = 0;
  for (uint32_t i = 0; i < text->length; ++i) {
    if (text->char_at(i) != u'\n') continue;
    uint32_t to = i > from && text->char_at(i - 1) == u'\r' ? i - 1 : i;
    lines.push_back(substring(text, from, to));
    from = i + 1;
  }
  if (from == 0) return make_vector({Value::object(text)});
  if (from < text->length) lines.push_back(substring(text, from, text->length));
  while (!lines.empty() && as_string(lines.back())->length == 0) lines.pop_back();
  return make_vector(lines.data(), lines.size());
}

CLJ_FN(join) {
  Value separator = count == 2 ? str_value(args[0]) : roots.empty_string;
  Value coll = args[count - 1];
  args[count - 1] = Value::nil();
  StringBuffer out;
  bool first_one = true;
  for_each(coll, [&](Value v) {
    if (!first_one) out.append(as_string(separator));
    first_one = false;
    append_str(out, v);
    return true;
  });
  return out.to_string();
}

CLJ_FN(reverse_text) {
  const String* text = characters_of(args[0], "seq");
  if (!text->is_utf16()) {
    std::string reversed(reinterpret_cast<const char*>(text->latin1()), text->length);
    std::reverse(reversed.begin(), reversed.end());
    return make_string_latin1(reinterpret_cast<const uint8_t*>(reversed.data()), reversed.size());
  }
  StringBuffer out;
  for (uint32_t i = text->length; i-- > 0;) {
    char16_t unit = text->char_at(i);
    bool pair = unit >= 0xDC00 && unit < 0xE000 && i > 0 && (text->char_at(i - 1) & 0xFC00) == 0xD800;
    if (pair) out.append_unit(text->char_at(--i));
    out.append_unit(unit);
  }
  return out.to_string();
}

CLJ_FN(escape) {
  const String* text = characters_of(args[0]);
  Value replacements = function_in(args[1], "\"cmap\"");
  StringBuffer out;
  for (uint32_t i = 0; i < text->length; ++i) {
    Value c = Value::character(text->char_at(i));
    Value replacement = invoke(replacements, c);
    if (replacement.truthy()) append_str(out, replacement);
    else out.append_unit(text->char_at(i));
  }
  return out.to_string();
}

}  // namespace clj::builtins
