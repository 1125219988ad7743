// java.lang.StringBuilder.
#include "clj/core/string_builder.h"

#include <algorithm>

#include "characters.h"
#include "clj/core/array.h"
#include "host_support.h"

namespace clj::builtins::host {

// Declared by the table; also what a StringBuilder without a method of its own answers with.
Value string_index_of(Value* args, uint32_t count);
Value string_last_index_of(Value* args, uint32_t count);
Value string_substring(Value* args, uint32_t count);

namespace {

StringBuilder* self(Value* args) { return cast<StringBuilder>(args[0]); }

std::u16string appended_text(Value v) {
  if (v.is_nil()) return u"null";
  if (v.is_character()) return std::u16string(1, v.as_character());
  if (auto* array = try_cast<CharArray>(v)) return {array->items(), static_cast<size_t>(array->length)};
  return units(char_sequence_arg(is_instance(roots.class_char_sequence, v) ? v : str_value(v)));
}

size_t check_offset(StringBuilder* builder, int64_t offset) {
  if (offset < 0 || offset > static_cast<int64_t>(builder->length)) {
    throw_error(Error::kStringIndexOutOfBounds,
                "offset " + std::to_string(offset) + ", length " + std::to_string(builder->length));
  }
  return static_cast<size_t>(offset);
}

size_t check_index(StringBuilder* builder, int64_t index) {
  if (index < 0 || index >= static_cast<int64_t>(builder->length)) {
    throw_error(Error::kStringIndexOutOfBounds,
                "index " + std::to_string(index) + ", length " + std::to_string(builder->length));
  }
  return static_cast<size_t>(index);
}

// The range [start, end) with the end cut to the length, as delete and replace take it.
std::pair<size_t, size_t> check_range(StringBuilder* builder, int64_t start, int64_t end) {
  int64_t length = static_cast<int64_t>(builder->length);
  end = std::min(end, length);
  if (start < 0 || start > end) {
    throw_error(Error::kStringIndexOutOfBounds, "start " + std::to_string(start) + ", end " + std::to_string(end) +
                                                    ", length " + std::to_string(length));
  }
  return {static_cast<size_t>(start), static_cast<size_t>(end)};
}

}  // namespace

CLJ_FN(string_builder_new) {
  if (count == 0) return make_string_builder();
  if (is_int(args[0])) {
    int32_t capacity = int_arg(args[0]);
    if (capacity < 0) throw_error(Error::kNegativeArraySize, std::to_string(capacity));
    return make_string_builder(static_cast<size_t>(capacity));
  }
  require_constructor_argument(args[0].is_nil() || is_instance(roots.class_char_sequence, args[0]), "java.lang.StringBuilder");
  if (args[0].is_nil()) throw_error(Error::kNullPointer, "Cannot invoke \"String.length()\" because \"str\" is null");
  const String* text = char_sequence_arg(args[0]);
  Value builder = make_string_builder(text->length + 16);
  append(cast<StringBuilder>(builder), text);
  return builder;
}
CLJ_FN(string_buffer_new) {
  require_constructor_argument(count == 0 || args[0].is_nil() || is_int(args[0]) || is_instance(roots.class_char_sequence, args[0]),
                               "java.lang.StringBuffer");
  Value buffer = string_builder_new(args, count);
  buffer.as_object()->aux.store(kIsStringBuffer, std::memory_order_relaxed);
  return buffer;
}

CLJ_FN(string_builder_append) {
  if (count == 2 && is_string(args[1])) {
    append(self(args), as_string(args[1]));
    return args[0];
  }
  if (count == 2 && args[1].is_character()) {
    char16_t unit = args[1].as_character();
    append(self(args), &unit, 1);
    return args[0];
  }
  if (count == 2 && is_fixed_integer(args[1])) {
    char text[24];
    append(self(args), long_text(as_fixed_integer(args[1]), text));
    return args[0];
  }
  std::u16string text = appended_text(args[1]);
  if (count == 4) {
    int64_t from = int_arg(args[2]), to = int_arg(args[3]);
    // A char array is given by offset and length, a CharSequence by start and end.
    if (is_kind(args[1], Kind::kCharArray)) to += from;
    if (from < 0 || from > to || to > static_cast<int64_t>(text.size())) throw_index_out_of_bounds();
    text = text.substr(static_cast<size_t>(from), static_cast<size_t>(to - from));
  }
  append(self(args), text.data(), text.size());
  return args[0];
}
CLJ_FN(string_builder_append_code_point) {
  std::u16string text;
  auto code = static_cast<uint32_t>(int_arg(args[1]));
  if (code > 0x10FFFF) throw_errorf(Error::kIllegalArgument, "Not a valid Unicode code point: 0x%X", code);
  append_code_point(text, code);
  append(self(args), text.data(), text.size());
  return args[0];
}
CLJ_FN(string_builder_insert) {
  size_t at = check_offset(self(args), int_arg(args[1]));
  std::u16string text = appended_text(args[2]);
  replace(self(args), at, at, text.data(), text.size());
  return args[0];
}
CLJ_FN(string_builder_delete) {
  auto [from, to] = check_range(self(args), int_arg(args[1]), int_arg(args[2]));
  replace(self(args), from, to, nullptr, 0);
  return args[0];
}
CLJ_FN(string_builder_delete_char_at) {
  size_t at = check_index(self(args), int_arg(args[1]));
  replace(self(args), at, at + 1, nullptr, 0);
  return args[0];
}
CLJ_FN(string_builder_replace) {
  auto [from, to] = check_range(self(args), int_arg(args[1]), int_arg(args[2]));
  std::u16string text = units(args[3]);
  replace(self(args), from, to, text.data(), text.size());
  return args[0];
}
CLJ_FN(string_builder_reverse) {
  StringBuilder* builder = self(args);
  char16_t* data = mutable_units(builder);
  std::reverse(data, data + builder->length);
  // Surrogate pairs keep their order.
  for (size_t i = 0; i + 1 < builder->length; ++i) {
    if ((data[i] & 0xFC00) == 0xDC00 && (data[i + 1] & 0xFC00) == 0xD800) std::swap(data[i], data[i + 1]), ++i;
  }
  return args[0];
}
CLJ_FN(string_builder_length) { return integer(static_cast<int32_t>(self(args)->length)); }
CLJ_FN(string_builder_set_length) {
  int32_t length = int_arg(args[1]);
  if (length < 0) throw_error(Error::kStringIndexOutOfBounds, "String index out of range: " + std::to_string(length));
  set_length(self(args), static_cast<size_t>(length));
  return Value::nil();
}
CLJ_FN(string_builder_char_at) {
  return Value::character(self(args)->units()[check_index(self(args), int_arg(args[1]))]);
}
CLJ_FN(string_builder_set_char_at) {
  int32_t index = int_arg(args[1]);
  if (!args[2].is_character()) throw_bad_argument(args[2], "java.lang.Character");
  size_t at = check_index(self(args), index);
  mutable_units(self(args))[at] = args[2].as_character();
  return Value::nil();
}
CLJ_FN(string_builder_to_string) { return to_string(self(args)); }
CLJ_FN(string_builder_index_of) {
  args[0] = to_string(self(args));
  return string_index_of(args, count);
}
CLJ_FN(string_builder_last_index_of) {
  args[0] = to_string(self(args));
  return string_last_index_of(args, count);
}
CLJ_FN(string_builder_substring) {
  StringBuilder* builder = self(args);
  int64_t from = int_arg(args[1]), to = count > 2 ? int_arg(args[2]) : static_cast<int64_t>(builder->length);
  if (from < 0 || from > to || to > static_cast<int64_t>(builder->length)) check_range(builder, from, to);
  args[0] = to_string(builder);
  return string_substring(args, count);
}

}  // namespace clj::builtins::host
