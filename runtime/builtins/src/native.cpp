#include "native.h"

namespace clj::builtins {

std::string class_name(Value v) {
  if (v.is_nil()) return "nil";
  return to_utf8(cast<Class>(class_of(v))->name);
}

void throw_bad_argument(Value v, const char* jvm_class) {
  if (v.is_nil()) throw_error(Error::kNullPointer);
  throw_class_cast(v, jvm_class);
}

void require_target(Value v, const char* jvm_class, const char* call, const char* argument) {
  if (v.is_nil()) throw_errorf(Error::kNullPointer, "Cannot invoke \"%s.%s\" because \"%s\" is null", jvm_class, call, argument);
}

void throw_no_value(Value key) {
  throw_error(Error::kIllegalArgument, "No value supplied for key: " + (key.is_nil() ? "null" : to_utf8(str_value(key))));
}

const String* string_arg(Value v) {
  if (is_string(v)) return as_string(v);
  throw_bad_argument(v, "java.lang.String");
}

int32_t int_arg(Value v) {
  if (v.is_inline_long() && v.as_inline_long() == static_cast<int32_t>(v.as_inline_long())) return static_cast<int32_t>(v.as_inline_long());
  if (!v.is_nil() && !is_number(v)) throw_class_cast(v, "java.lang.Number");
  return to_int(v);
}

const Symbol* symbol_arg(Value v) { return object_arg<Symbol>(v, "clojure.lang.Symbol"); }

const Symbol* var_symbol_arg(Value v, const char* parameter) {
  if (v.is_nil()) throw_errorf(Error::kNullPointer, "Cannot read field \"ns\" because \"%s\" is null", parameter);
  return symbol_arg(v);
}

void require_elements(Value v) {
  auto is = [&](const char* name) { return is_instance(find_class(name), v); };
  bool only_for_seq = is_kind(v, Kind::kStringBuilder) ||
                      (is_kind(v, Kind::kInstance) && (is("clojure.lang.Seqable") || is("java.lang.CharSequence")) &&
                       !is("java.lang.Iterable") && !is("java.util.Map"));
  if (is_seqable_value(v) && !only_for_seq) return;
  throw_error(Error::kRuntimeException, "Unable to convert: class " + class_name(v) + " to Object[]");
}

Value rest_arguments(const Value* args, uint32_t count, uint32_t from) {
  return count > from ? make_list(args + from, count - from) : Value::nil();
}

}  // namespace clj::builtins
