// java.util.regex.Pattern and Matcher.
#include "clj/core/array.h"
#include "clj/core/string_builder.h"
#include "clj/regex/regex.h"
#include "host_support.h"
#include "iterators.h"

namespace clj::builtins::host {
namespace {

regex::Matcher* matcher(Value* args) { return cast<regex::Matcher>(args[0]); }
Value text_arg(Value v) { return Value::object(char_sequence_arg(v)); }

// A group by number or by name.
int64_t group_arg(Value* args, uint32_t count) {
  if (count == 1) return 0;
  if (is_string(args[1])) return regex::group_index(matcher(args), to_utf8(args[1]));
  return int_arg(args[1]);
}

// Appends to the StringBuilder that the caller passed.
void append_to(Value builder, const StringBuffer& text) {
  append(object_arg<StringBuilder>(builder, "java.lang.StringBuilder"), as_string(text.to_string()));
}

// The text with its matches, or the first, replaced by a replacement string, or by the one that a
// java.util.function.Function makes of each match.
Value replaced(Value* args, bool all) {
  regex::Matcher* m = matcher(args);
  if (is_string(args[1])) return all ? regex::replace_all(m, as_string(args[1])) : regex::replace_first(m, as_string(args[1]));
  if (args[1].is_nil()) throw_error(Error::kNullPointer, "replacement");
  regex::reset(m);
  if (!regex::find(m)) return m->text;
  StringBuffer out;
  do {
    Value match = regex::copy_of_match(m);
    Value replacement = call_functional(args[1], "apply", &match, 1);
    regex::append_replacement(m, out, string_arg(replacement));
  } while (all && regex::find(m));
  regex::append_tail(m, out);
  return out.to_string();
}

}  // namespace

CLJ_FN(pattern_compile) {
  return regex::make_pattern(Value::object(string_arg(args[0])), count > 1 ? int_arg(args[1]) : 0);
}
CLJ_FN(pattern_quote) { return regex::quote(string_arg(args[0])); }
CLJ_FN(pattern_static_matches) {
  Value m = regex::make_matcher(regex::make_pattern(Value::object(string_arg(args[0]))), text_arg(args[1]));
  return boolean(regex::matches(cast<regex::Matcher>(m)));
}
CLJ_FN(pattern_unix_lines) { return integer(regex::kUnixLines); }
CLJ_FN(pattern_case_insensitive) { return integer(regex::kCaseInsensitive); }
CLJ_FN(pattern_comments) { return integer(regex::kComments); }
CLJ_FN(pattern_multiline) { return integer(regex::kMultiline); }
CLJ_FN(pattern_literal) { return integer(regex::kLiteral); }
CLJ_FN(pattern_dotall) { return integer(regex::kDotAll); }
CLJ_FN(pattern_unicode_case) { return integer(regex::kUnicodeCase); }
CLJ_FN(pattern_canon_eq) { return integer(regex::kCanonEq); }
CLJ_FN(pattern_unicode_class) { return integer(regex::kUnicodeCharacterClass); }
CLJ_FN(pattern_text) { return regex::pattern_source(args[0]); }
CLJ_FN(pattern_get_flags) { return integer(regex::pattern_flags(args[0])); }
CLJ_FN(pattern_matcher) { return regex::make_matcher(args[0], text_arg(args[1])); }
CLJ_FN(pattern_split) {
  gc::ValueList parts;
  append_elements(regex::split(args[0], text_arg(args[1]), count > 2 ? int_arg(args[2]) : 0), parts);
  Value array = make_object_array(parts.data(), parts.size());
  set_array_class(array, find_class("[Ljava.lang.String;"));
  return array;
}

CLJ_FN(matcher_quote_replacement) { return regex::quote_replacement(string_arg(args[0])); }
CLJ_FN(matcher_find) {
  return boolean(count > 1 ? regex::find(matcher(args), int_arg(args[1])) : regex::find(matcher(args)));
}
CLJ_FN(matcher_matches) { return boolean(regex::matches(matcher(args))); }
CLJ_FN(matcher_looking_at) { return boolean(regex::looking_at(matcher(args))); }
CLJ_FN(matcher_hit_end) { return boolean(regex::hit_end(matcher(args))); }
CLJ_FN(matcher_group) { return regex::group(matcher(args), group_arg(args, count)); }
CLJ_FN(matcher_group_count) { return integer(regex::group_count(matcher(args))); }
CLJ_FN(matcher_start) {
  return integer(static_cast<int32_t>(regex::group_start(matcher(args), group_arg(args, count))));
}
CLJ_FN(matcher_end) { return integer(static_cast<int32_t>(regex::group_end(matcher(args), group_arg(args, count)))); }
CLJ_FN(matcher_reset) {
  if (count > 1) {
    regex::reset(matcher(args), text_arg(args[1]));
  } else {
    regex::reset(matcher(args));
  }
  return args[0];
}
CLJ_FN(matcher_region) {
  regex::set_region(matcher(args), int_arg(args[1]), int_arg(args[2]));
  return args[0];
}
CLJ_FN(matcher_region_start) { return integer(static_cast<int32_t>(regex::region_start(matcher(args)))); }
CLJ_FN(matcher_region_end) { return integer(static_cast<int32_t>(regex::region_end(matcher(args)))); }
CLJ_FN(matcher_has_anchoring_bounds) { return boolean(regex::bounds(matcher(args)).anchoring); }
CLJ_FN(matcher_has_transparent_bounds) { return boolean(regex::bounds(matcher(args)).transparent); }
CLJ_FN(matcher_use_anchoring_bounds) {
  regex::bounds(matcher(args)).anchoring = args[1].truthy();
  return args[0];
}
CLJ_FN(matcher_use_transparent_bounds) {
  regex::bounds(matcher(args)).transparent = args[1].truthy();
  return args[0];
}
CLJ_FN(matcher_to_match_result) { return regex::copy_of_match(matcher(args)); }
CLJ_FN(matcher_use_pattern) {
  object_arg<regex::Pattern>(args[1], "java.util.regex.Pattern");
  regex::use_pattern(matcher(args), args[1]);
  return args[0];
}
CLJ_FN(matcher_to_string) { return make_string(regex::description(matcher(args))); }
CLJ_FN(matcher_replace_all) { return replaced(args, true); }
CLJ_FN(matcher_replace_first) { return replaced(args, false); }
CLJ_FN(matcher_append_replacement) {
  StringBuffer text;
  regex::append_replacement(matcher(args), text, string_arg(args[2]));
  append_to(args[1], text);
  return args[0];
}
CLJ_FN(matcher_append_tail) {
  StringBuffer text;
  regex::append_tail(matcher(args), text);
  append_to(args[1], text);
  return args[1];
}
CLJ_FN(matcher_pattern) { return matcher(args)->pattern; }

}  // namespace clj::builtins::host
