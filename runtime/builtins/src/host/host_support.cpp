#include "../char_sequence.h"
#include "host_support.h"

#include "clj/core/string_builder.h"

namespace clj::builtins::host {

const String* char_sequence_arg(Value v) {
  if (is_string(v)) return as_string(v);
  if (v.is_nil()) throw_error(Error::kNullPointer, "Cannot invoke \"java.lang.CharSequence.toString()\" because \"s\" is null");
  if (!is_char_sequence(v)) throw_class_cast(v, "java.lang.CharSequence");
  return char_sequence_text(v);
}

void throw_named(const char* class_name, Value message) {
  throw_value(make_throwable(find_class(class_name), message, Value::nil(), Value::nil()));
}

void throw_bad_range(int64_t begin, int64_t end, int64_t length) {
  throw_error(Error::kStringIndexOutOfBounds, "begin " + std::to_string(begin) + ", end " + std::to_string(end) +
                                                  ", length " + std::to_string(length));
}

void check_collection_arg(Value v, const char* wanted, const char* class_name) {
  if (is_instance(find_class(wanted), v)) return;
  if (v.is_nil()) throw_error(Error::kNullPointer);
  throw_error(Error::kIllegalArgument, std::string("No matching ctor found for class ") + class_name);
}

void require_constructor_argument(bool fits, const char* class_name) {
  if (!fits) throw_error(Error::kIllegalArgument, std::string("No matching ctor found for class ") + class_name);
}

void require_map(Value v) {
  if (v.is_nil()) throw_error(Error::kNullPointer);
  if (!is_instance(roots.class_java_map, v)) throw_class_cast(v, "java.util.Map");
}

void require_collection(Value v) {
  if (v.is_nil()) throw_error(Error::kNullPointer);
  if (!is_instance(roots.class_java_collection, v)) throw_class_cast(v, "java.util.Collection");
}

void throw_no_overload(Value target, const char* method, uint32_t count) {
  Value cls = is_kind(target, Kind::kClass) ? target : class_of(target);
  throw_error(Error::kIllegalArgument, std::string("No matching method ") + method + " found taking " +
                                           std::to_string(count) + " args for class " +
                                           to_utf8(cast<Class>(cls)->name));
}

void throw_no_static_overload(const char* method, uint32_t count) {
  throw_error(Error::kIllegalArgument,
              std::string("No matching method ") + method + " found taking " + std::to_string(count) + " args");
}

void check_buffer_size(const Value* args, uint32_t count) {
  if (count > 1 && int_arg(args[1]) <= 0) throw_error(Error::kIllegalArgument, "Buffer size <= 0");
}

}  // namespace clj::builtins::host
