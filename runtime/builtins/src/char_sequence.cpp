#include "char_sequence.h"

namespace clj::builtins {
namespace {

const String* text_by_units(Value v) {
  std::u16string text;
  int32_t length = to_int(call_method(v, make_symbol("", "length"), nullptr, 0));
  for (int32_t i = 0; i < length; ++i) {
    Value index = integer(i);
    Value unit = call_method(v, make_symbol("", "charAt"), &index, 1);
    if (!unit.is_character()) throw_bad_argument(unit, "java.lang.Character");
    text.push_back(unit.as_character());
  }
  return as_string(make_string_utf16(text.data(), text.size()));
}

}  // namespace

bool is_char_sequence(Value v) {
  return is_string(v) || is_kind(v, Kind::kStringBuilder) || is_instance(roots.class_char_sequence, v);
}

const String* char_sequence_text(Value v) {
  if (is_string(v)) return as_string(v);
  // What a deftype says of itself is quicker than asking for each character.
  bool by_units = is_kind(v, Kind::kInstance) && find_method(v, make_symbol("", "toString")).is_absent();
  return by_units ? text_by_units(v) : as_string(str_value(v));
}

}  // namespace clj::builtins
