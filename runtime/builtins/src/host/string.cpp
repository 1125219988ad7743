// java.lang.String.
#include <algorithm>

#include "characters.h"
#include "charsets.h"
#include "clj/core/array.h"
#include "clj/core/format.h"
#include "clj/core/string_builder.h"
#include "clj/core/text_case.h"
#include "clj/regex/regex.h"
#include "host_support.h"

namespace clj::builtins::host {
namespace {

using Text = std::u16string_view;

const String* self(Value* args) { return as_string(args[0]); }

Value matcher_of(Value text, Value pattern_text) {
  return regex::make_matcher(regex::make_pattern(Value::object(string_arg(pattern_text))), text);
}

int64_t find_unit(const String* s, uint32_t c, int64_t from, int step) {
  if (step > 0) from = std::max<int64_t>(from, 0);
  if (step < 0) from = std::min<int64_t>(from, static_cast<int64_t>(s->length) - 1);
  for (int64_t i = from; i >= 0 && i < s->length; i += step) {
    if (s->char_at(static_cast<uint32_t>(i)) == c) return i;
  }
  return -1;
}

// What indexOf looks for: a string, or a character given by its code.
std::u16string needle_of(Value target, const char* method, Value v, uint32_t count) {
  if (is_string(v)) return units(v);
  if (v.is_nil()) throw_error(Error::kNullPointer, "Cannot invoke \"String.coder()\" because \"str\" is null");
  if (!is_long(v) && !v.is_immediate(ImmediateKind::kInteger)) throw_no_overload(target, method, count);
  std::u16string text;
  append_code_point(text, static_cast<uint32_t>(int_arg(v)));
  return text;
}

Text trimmed(Text text, bool (*blank)(uint32_t), bool leading, bool trailing) {
  size_t from = 0, to = text.size();
  while (leading && from < to && blank(text[from])) ++from;
  while (trailing && to > from && blank(text[to - 1])) --to;
  return text.substr(from, to - from);
}

Value strip(Value* args, bool leading, bool trailing) {
  std::u16string text = units(self(args));
  return from_units(trimmed(text, is_whitespace, leading, trailing));
}

char16_t fold(char16_t c) { return static_cast<char16_t>(to_lower(to_upper(c))); }

int compare_ignoring_case(const String* a, const String* b) {
  uint32_t n = std::min(a->length, b->length);
  for (uint32_t i = 0; i < n; ++i) {
    int difference = fold(a->char_at(i)) - fold(b->char_at(i));
    if (difference) return difference;
  }
  return static_cast<int>(a->length) - static_cast<int>(b->length);
}

bool region_matches(const String* a, int64_t a_from, const String* b, int64_t b_from, int64_t n, bool ignore_case) {
  if (a_from < 0 || b_from < 0 || a_from > static_cast<int64_t>(a->length) - n ||
      b_from > static_cast<int64_t>(b->length) - n) {
    return false;
  }
  for (int64_t i = 0; i < n; ++i) {
    char16_t x = a->char_at(static_cast<uint32_t>(a_from + i)), y = b->char_at(static_cast<uint32_t>(b_from + i));
    if (x != y && !(ignore_case && fold(x) == fold(y))) return false;
  }
  return true;
}

Value check_index(int64_t index, const String* s) {
  if (index < 0 || index >= s->length) {
    throw_string_index(s, index);
  }
  return Value::character(s->char_at(static_cast<uint32_t>(index)));
}

Value join_all(const String* separator, const gc::ValueList& parts) {
  StringBuffer out;
  for (size_t i = 0; i < parts.size(); ++i) {
    if (i) out.append(separator);
    out.append(parts[i].is_nil() ? as_string(make_string("null")) : char_sequence_arg(parts[i]));
  }
  return out.to_string();
}

Value from_char_array(Value array, int64_t from, int64_t n) {
  int64_t length = array_length(array);
  if (from < 0 || n < 0 || from > length - n) {
    throw_errorf(Error::kStringIndexOutOfBounds, "offset %ld, count %ld, length %ld", static_cast<long>(from),
                 static_cast<long>(n), static_cast<long>(length));
  }
  return make_string_utf16(cast<CharArray>(array)->items() + from, static_cast<size_t>(n));
}

// Another object of the same text, as new String makes.
Value copy_of(const String* s) {
  return s->is_utf16() ? make_string_utf16(s->utf16(), s->length) : make_string_latin1(s->latin1(), s->length);
}

}  // namespace

CLJ_FN(string_new) {
  if (count == 0) return roots.empty_string;
  if (is_kind(args[0], Kind::kCharArray)) {
    if (count == 3) return from_char_array(args[0], int_arg(args[1]), int_arg(args[2]));
    return from_char_array(args[0], 0, array_length(args[0]));
  }
  if (auto* bytes = try_cast<ByteArray>(args[0])) {
    int64_t from = 0, n = bytes->length;
    if (count >= 3) from = int_arg(args[1]), n = int_arg(args[2]);
    if (from < 0 || n < 0 || from > bytes->length - n) throw_bad_range(from, from + n, bytes->length);
    std::string_view all(reinterpret_cast<const char*>(bytes->items()), static_cast<size_t>(bytes->length));
    return io::decode(all.substr(static_cast<size_t>(from), static_cast<size_t>(n)),
                      charset_of(count == 2 ? args[1] : count == 4 ? args[3] : Value::nil()));
  }
  if (auto* points = try_cast<IntArray>(args[0]); points && count == 3) {
    int64_t from = int_arg(args[1]), n = int_arg(args[2]);
    if (from < 0 || n < 0 || from > points->length - n) throw_bad_range(from, from + n, points->length);
    std::u16string text;
    for (int64_t i = from; i < from + n; ++i) {
      auto point = static_cast<uint32_t>(points->items()[i]);
      if (point > 0x10FFFF) throw_error(Error::kIllegalArgument, std::to_string(static_cast<int32_t>(point)));
      append_code_point(text, point);
    }
    return from_units(text);
  }
  if (count == 1 && is_string(args[0])) return copy_of(as_string(args[0]));
  if (count == 1 && is_kind(args[0], Kind::kStringBuilder)) return to_string(cast<StringBuilder>(args[0]));
  throw_error(Error::kIllegalArgument, "No matching ctor found for class java.lang.String");
}

CLJ_FN(string_value_of) {
  if (is_kind(args[0], Kind::kCharArray)) {
    if (count == 3) return from_char_array(args[0], int_arg(args[1]), int_arg(args[2]));
    return from_char_array(args[0], 0, array_length(args[0]));
  }
  // nil fits an array of characters, too.
  if (args[0].is_nil()) throw_error(Error::kNullPointer);
  return str_value(args[0]);
}

CLJ_FN(string_join) {
  gc::ValueList parts;
  if (count == 2 && !is_string(args[1])) {
    append_elements(args[1], parts);
  } else {
    for (uint32_t i = 1; i < count; ++i) parts.push_back(args[i]);
  }
  return join_all(char_sequence_arg(args[0]), parts);
}

CLJ_FN(string_format) {
  gc::ValueList list;
  // (String/format locale fmt args) and (String/format fmt args); args is an array.
  uint32_t at = is_string(args[0]) || count == 1 ? 0 : 1;
  string_arg(args[at]);
  list.push_back(args[at]);
  for (uint32_t i = at + 1; i < count; ++i) {
    if (is_array(args[i])) {
      append_elements(args[i], list);
    } else {
      list.push_back(args[i]);
    }
  }
  return clj::format(list[0], list.data() + 1, list.size() - 1);
}
CLJ_FN(string_formatted) { return string_format(args, count); }

CLJ_FN(string_length) { return integer(static_cast<int32_t>(self(args)->length)); }
CLJ_FN(string_char_at) { return check_index(int_arg(args[1]), self(args)); }
CLJ_FN(string_substring) {
  const String* s = self(args);
  int64_t from = int_arg(args[1]), to = count > 2 ? int_arg(args[2]) : static_cast<int64_t>(s->length);
  if (from < 0 || to > s->length || from > to) throw_bad_range(from, to, s->length);
  return substring(s, static_cast<uint32_t>(from), static_cast<uint32_t>(to));
}

CLJ_FN(string_index_of) {
  const String* s = self(args);
  int64_t from = count > 2 ? int_arg(args[2]) : 0;
  if (is_string(args[1])) {
    from = std::clamp<int64_t>(from, 0, s->length);
    return integer(static_cast<int32_t>(index_of(s, as_string(args[1]), from)));
  }
  std::u16string needle = needle_of(args[0], "indexOf", args[1], count - 1);
  if (needle.size() == 1) return integer(static_cast<int32_t>(find_unit(s, needle[0], from, 1)));
  return integer(static_cast<int32_t>(
      index_of(s, as_string(from_units(needle)), std::clamp<int64_t>(from, 0, s->length))));
}

CLJ_FN(string_last_index_of) {
  const String* s = self(args);
  int64_t from = count > 2 ? int_arg(args[2]) : static_cast<int64_t>(s->length);
  std::u16string needle = needle_of(args[0], "lastIndexOf", args[1], count - 1);
  if (from < 0) return integer(-1);
  return integer(static_cast<int32_t>(last_index_of(s, as_string(from_units(needle)), from)));
}

CLJ_FN(string_starts_with) {
  const String* prefix = string_arg(args[1]);
  return boolean(region_matches(self(args), count > 2 ? int_arg(args[2]) : 0, prefix, 0, prefix->length, false));
}
CLJ_FN(string_ends_with) {
  if (args[1].is_nil()) throw_error(Error::kNullPointer, "Cannot invoke \"String.length()\" because \"suffix\" is null");
  const String *s = self(args), *suffix = string_arg(args[1]);
  return boolean(region_matches(s, static_cast<int64_t>(s->length) - suffix->length, suffix, 0, suffix->length, false));
}
CLJ_FN(string_contains) { return boolean(index_of(self(args), char_sequence_arg(args[1]), 0) >= 0); }
CLJ_FN(string_is_empty) { return boolean(self(args)->length == 0); }
CLJ_FN(string_is_blank) {
  const String* s = self(args);
  for (uint32_t i = 0; i < s->length; ++i) {
    if (!is_whitespace(s->char_at(i))) return boolean(false);
  }
  return boolean(true);
}
namespace {

// Turkish and Azeri tell a dotted i from one without, in both cases.
bool has_dotless_i(Value locale) {
  std::string name = to_utf8(cast<String>(str_value(locale)));
  return name == "tr" || name == "az" || name.starts_with("tr_") || name.starts_with("az_");
}

Value with_replaced(const String* text, std::initializer_list<std::pair<char16_t, char16_t>> pairs) {
  std::u16string all = units(text);
  for (auto [from, to] : pairs) std::replace(all.begin(), all.end(), from, to);
  return from_units(all);
}

// The text whose case is changed, with the letters that the locale changes as others do not.
const String* in_locale(Value* args, uint32_t count, std::initializer_list<std::pair<char16_t, char16_t>> pairs) {
  if (count > 1 && args[1].is_nil()) throw_error(Error::kNullPointer);
  if (count > 1 && has_dotless_i(args[1])) args[0] = with_replaced(self(args), pairs);
  return self(args);
}

}  // namespace

CLJ_FN(string_to_upper_case) { return upper_case(in_locale(args, count, {{u'i', u'\u0130'}})); }
CLJ_FN(string_to_lower_case) { return lower_case(in_locale(args, count, {{u'I', u'\u0131'}, {u'\u0130', u'i'}})); }
CLJ_FN(string_trim) {
  std::u16string text = units(self(args));
  return from_units(trimmed(text, [](uint32_t c) { return c <= ' '; }, true, true));
}
CLJ_FN(string_strip) { return strip(args, true, true); }
CLJ_FN(string_strip_leading) { return strip(args, true, false); }
CLJ_FN(string_strip_trailing) { return strip(args, false, true); }

CLJ_FN(string_replace) {
  std::u16string text = units(self(args)), from, to;
  if (args[1].is_character() && args[2].is_character()) {
    from = args[1].as_character();
    to = args[2].as_character();
  } else if (args[1].is_character() || args[2].is_character()) {
    throw_no_overload(args[0], "replace", 2);
  } else {
    Value char_sequence = roots.class_char_sequence;
    for (int i : {1, 2})
      if (!args[i].is_nil() && !is_instance(char_sequence, args[i])) throw_no_overload(args[0], "replace", 2);
    from = units(char_sequence_arg(args[1]));
    to = units(char_sequence_arg(args[2]));
  }
  std::u16string out;
  if (from.empty()) {
    // Between all units, and at both ends.
    out = to;
    for (char16_t c : text) (out += c) += to;
    return from_units(out);
  }
  size_t at = 0;
  for (;;) {
    size_t found = text.find(from, at);
    if (found == std::u16string::npos) break;
    out.append(text, at, found - at);
    out += to;
    at = found + from.size();
  }
  if (at == 0) return args[0];
  out.append(text, at);
  return from_units(out);
}

CLJ_FN(string_replace_all) {
  Value m = matcher_of(args[0], args[1]);
  return regex::replace_all(cast<regex::Matcher>(m), string_arg(args[2]));
}
CLJ_FN(string_replace_first) {
  Value m = matcher_of(args[0], args[1]);
  return regex::replace_first(cast<regex::Matcher>(m), string_arg(args[2]));
}
CLJ_FN(string_matches) {
  Value m = matcher_of(args[0], args[1]);
  return boolean(regex::matches(cast<regex::Matcher>(m)));
}
namespace {

// Whether the pattern is a character that stands for itself, plain or escaped. String.split needs no Pattern for it.
bool is_one_character(const String* pattern, char16_t& character) {
  constexpr std::u16string_view kSpecial = u".$|()[{^?*+\\";
  if (pattern->length == 0 || pattern->length > 2) return false;
  character = pattern->char_at(pattern->length - 1);
  if (character >= 0xD800 && character < 0xE000) return false;
  if (pattern->length == 1) return kSpecial.find(character) == kSpecial.npos;
  return pattern->char_at(0) == '\\' && character < 128 && !std::isalnum(character);
}

// As Pattern.split: at most `limit` pieces where that is positive; the empty ones at the end are dropped where it is zero.
void split_at(const String* text, char16_t character, int64_t limit, gc::ValueList& pieces) {
  uint32_t from = 0;
  for (uint32_t i = 0; i < text->length && (limit <= 0 || static_cast<int64_t>(pieces.size()) < limit - 1); ++i) {
    if (text->char_at(i) != character) continue;
    pieces.push_back(substring(text, from, i));
    from = i + 1;
  }
  pieces.push_back(substring(text, from, text->length));
  bool found = pieces.size() > 1;
  while (limit == 0 && found && !pieces.empty() && as_string(pieces.back())->length == 0) pieces.pop_back();
}

}  // namespace

CLJ_FN(string_split) {
  const String* separator = string_arg(args[1]);
  int64_t limit = count > 2 ? int_arg(args[2]) : 0;
  gc::ValueList list;
  char16_t character;
  if (is_one_character(separator, character)) split_at(self(args), character, limit, list);
  else append_elements(regex::split(regex::make_pattern(Value::object(separator)), args[0], limit), list);
  Value array = make_object_array(list.data(), list.size());
  set_array_class(array, find_class("[Ljava.lang.String;"));
  return array;
}

CLJ_FN(string_concat) {
  if (args[1].is_nil()) throw_error(Error::kNullPointer, "Cannot invoke \"String.isEmpty()\" because \"str\" is null");
  return concat(self(args), string_arg(args[1]));
}
CLJ_FN(string_compare_to) { return integer(clj::compare(self(args), string_arg(args[1]))); }
CLJ_FN(string_compare_to_ignore_case) { return integer(compare_ignoring_case(self(args), string_arg(args[1]))); }
CLJ_FN(string_equals_ignore_case) {
  if (args[1].is_nil()) return boolean(false);
  const String *a = self(args), *b = string_arg(args[1]);
  return boolean(a->length == b->length && compare_ignoring_case(a, b) == 0);
}
CLJ_FN(string_content_equals) { return boolean(equal(self(args), char_sequence_arg(args[1]))); }
CLJ_FN(string_intern) { return intern_string(args[0]); }

CLJ_FN(string_to_char_array) {
  const String* s = self(args);
  Value array = make_array(Kind::kCharArray, s->length);
  for (uint32_t i = 0; i < s->length; ++i) cast<CharArray>(array)->items()[i] = s->char_at(i);
  return array;
}
CLJ_FN(string_get_bytes) {
  std::string bytes = io::encode(self(args), charset_of(count > 1 ? args[1] : Value::nil()));
  Value array = make_array(Kind::kByteArray, static_cast<int64_t>(bytes.size()));
  std::copy(bytes.begin(), bytes.end(), cast<ByteArray>(array)->items());
  return array;
}

CLJ_FN(string_code_point_at) {
  std::u16string text = units(self(args));
  int64_t index = int_arg(args[1]);
  if (index < 0 || index >= self(args)->length) {
    throw_errorf(Error::kStringIndexOutOfBounds, "index %ld, length %u", static_cast<long>(index), self(args)->length);
  }
  size_t at = static_cast<size_t>(index);
  return integer(static_cast<int32_t>(next_code_point(text, at)));
}
CLJ_FN(character_code_point_at) {
  if (auto* array = try_cast<CharArray>(args[0])) {
    int64_t index = int_arg(args[1]);
    if (index < 0 || index >= array->length) {
      throw_errorf(Error::kArrayIndexOutOfBounds, "Index %ld out of bounds for length %ld", static_cast<long>(index),
                   static_cast<long>(array->length));
    }
    auto at = static_cast<size_t>(index);
    return integer(static_cast<int32_t>(next_code_point({array->items(), static_cast<size_t>(array->length)}, at)));
  }
  Value target[] = {Value::object(char_sequence_arg(args[0])), args[1]};
  return string_code_point_at(target, 2);
}
CLJ_FN(string_code_point_count) {
  std::u16string text = units(self(args));
  int64_t from = int_arg(args[1]), to = int_arg(args[2]);
  if (from < 0 || to > static_cast<int64_t>(text.size()) || from > to) throw_index_out_of_bounds();
  Text part = Text(text).substr(static_cast<size_t>(from), static_cast<size_t>(to - from));
  int32_t n = 0;
  for (size_t at = 0; at < part.size(); ++n) next_code_point(part, at);
  return integer(n);
}
CLJ_FN(string_offset_by_code_points) {
  std::u16string text = units(self(args));
  int32_t from = int_arg(args[1]), n = int_arg(args[2]);
  if (from < 0 || from > static_cast<int64_t>(text.size())) throw_index_out_of_bounds();
  size_t at = static_cast<size_t>(from);
  for (; n > 0; --n) {
    if (at >= text.size()) throw_index_out_of_bounds();
    next_code_point(text, at);
  }
  for (; n < 0; ++n) {
    if (at == 0) throw_index_out_of_bounds();
    --at;
    bool pair = at > 0 && (text[at] & 0xFC00) == 0xDC00 && (text[at - 1] & 0xFC00) == 0xD800;
    at -= pair;
  }
  return integer(static_cast<int32_t>(at));
}
CLJ_FN(string_repeat) {
  int32_t n = int_arg(args[1]);
  if (n < 0) throw_errorf(Error::kIllegalArgument, "count is negative: %d", n);
  std::u16string text = units(self(args)), out;
  out.reserve(text.size() * static_cast<size_t>(n));
  for (int32_t i = 0; i < n; ++i) out += text;
  return from_units(out);
}
CLJ_FN(string_region_matches) {
  uint32_t at = count == 6 ? 2 : 1;
  bool ignore_case = count == 6 && args[1].truthy();
  int64_t from = int_arg(args[at]), other_from = int_arg(args[at + 2]), n = int_arg(args[at + 3]);
  // Where case counts, the other text is looked at first; else only for a range that is within this one.
  bool other_counts = !ignore_case || (other_from >= 0 && from >= 0 && from <= static_cast<int64_t>(self(args)->length) - n);
  return boolean(other_counts && region_matches(self(args), from, string_arg(args[at + 1]), other_from, n, ignore_case));
}

CLJ_FN(char_sequence_length) { return integer(static_cast<int32_t>(char_sequence_arg(args[0])->length)); }
CLJ_FN(char_sequence_char_at) { return check_index(int_arg(args[1]), char_sequence_arg(args[0])); }
CLJ_FN(char_sequence_sub_sequence) {
  Value all[] = {Value::object(char_sequence_arg(args[0])), args[1], args[2]};
  return string_substring(all, 3);
}
CLJ_FN(char_sequence_is_empty) { return boolean(char_sequence_arg(args[0])->length == 0); }

}  // namespace clj::builtins::host
