// java.lang.Object, Class, Boolean and Comparable.
#include <algorithm>

#include "clj/core/array.h"
#include "clj/gc/heap.h"
#include "host_support.h"

namespace clj::builtins::host {
namespace {

const Class* class_arg(Value v) { return object_arg<Class>(v, "java.lang.Class"); }
std::string name_of(const Class* cls) { return to_utf8(cls->name); }

// "[[Ljava.lang.String;" as "java.lang.String[][]".
std::string type_name(const std::string& name) {
  size_t depth = name.find_first_not_of('[');
  if (depth == 0) return name;
  std::string element = name.substr(depth);
  if (element[0] == 'L') {
    element = element.substr(1, element.size() - 2);
  } else {
    constexpr const char* kNames[] = {"boolean", "byte", "char", "short", "int", "long", "float", "double"};
    element = kNames[std::string_view("ZBCSIJFD").find(element[0])];
  }
  for (size_t i = 0; i < depth; ++i) element += "[]";
  return element;
}

// Whether a $ of its name stands between a class and the one it is nested in. In the names of functions and of what
// Clojure programs define it is no more than a character.
bool is_nested(const Class* cls) {
  std::string name = name_of(cls);
  bool of_program = cls->has_flag(Class::kDeftype) || cls->extra == Value::boolean(false) || cls->extra.is_inline_long();
  return name.starts_with("java") || !of_program;
}

std::string simple_name(const Class* cls) {
  std::string text = type_name(name_of(cls));
  size_t start = text.find_last_of(is_nested(cls) ? ".$" : ".");
  if (start == std::string::npos) return text;
  std::string last = text.substr(start + 1);
  return text[start] == '$' && last.find_first_not_of("0123456789") == std::string::npos ? "" : last;  // an anonymous class
}

std::string canonical_name(const Class* cls) {
  std::string text = type_name(name_of(cls));
  if (is_nested(cls)) std::replace(text.begin(), text.end(), '$', '.');
  return text;
}

Value parse_boolean(Value v) {
  if (!is_string(v)) return Value::boolean(false);
  std::string text = to_utf8(v);
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return Value::boolean(text == "true");
}

}  // namespace

CLJ_FN(object_new) { return make_plain_object(); }
CLJ_FN(object_to_string) { return str_value(args[0]); }
CLJ_FN(object_hash_code) { return integer(static_cast<int32_t>(java_hash_code(args[0]))); }
CLJ_FN(object_equals) { return boolean(java_equals(args[0], args[1])); }
CLJ_FN(object_get_class) { return class_of(args[0]); }
CLJ_FN(object_wait) {
  int64_t milliseconds = count > 1 ? to_long(args[1]) : 0;
  if (milliseconds < 0) throw_error(Error::kIllegalArgument, "timeout value is negative");
  monitor_wait(args[0], milliseconds * 1000000 + (count > 2 ? to_long(args[2]) : 0));
  return Value::nil();
}
CLJ_FN(object_notify) {
  monitor_notify(args[0], false);
  return Value::nil();
}
CLJ_FN(object_notify_all) {
  monitor_notify(args[0], true);
  return Value::nil();
}
CLJ_FN(comparable_compare_to) { return integer(natural_compare(args[0], args[1])); }

CLJ_FN(class_get_name) { return class_arg(args[0])->name; }
CLJ_FN(class_get_simple_name) { return make_string(simple_name(class_arg(args[0]))); }
CLJ_FN(class_get_canonical_name) { return make_string(canonical_name(class_arg(args[0]))); }
CLJ_FN(class_get_type_name) { return make_string(type_name(name_of(class_arg(args[0])))); }
CLJ_FN(class_get_package_name) {
  const Class* cls = class_arg(args[0]);
  std::string name = type_name(name_of(cls));  // that of the element's class for an array's
  size_t end = name.rfind('.');
  if (end != std::string::npos) return make_string(name.substr(0, end));
  bool primitive_array = cls->has_flag(Class::kArray) && !to_utf8(cls->name).ends_with(';');
  return make_string(primitive_array || is_primitive_class(cls) ? "java.lang" : "");
}
CLJ_FN(class_is_instance) { return boolean(is_instance(args[0], args[1])); }
CLJ_FN(class_is_assignable_from) {
  if (args[1].is_nil()) throw_bad_argument(args[1], "java.lang.Class");
  class_arg(args[1]);
  return boolean(is_assignable(args[1], args[0]));
}
CLJ_FN(class_is_interface) { return boolean(class_arg(args[0])->has_flag(Class::kInterface)); }
CLJ_FN(class_is_array) { return boolean(class_arg(args[0])->has_flag(Class::kArray)); }
CLJ_FN(class_is_primitive) { return boolean(is_primitive_class(class_arg(args[0]))); }
CLJ_FN(class_is_enum) { return boolean(class_arg(args[0])->superclass == find_class("java.lang.Enum")); }

// The constant of that name of any enum: an enum has a valueOf of its own.
CLJ_FN(enum_value_of) {
  if (args[0].is_nil()) {
    throw_error(Error::kNullPointer, "Cannot invoke \"java.lang.Class.enumConstantDirectory()\" because \"enumClass\" is null");
  }
  if (!class_is_enum(args, 1).is_true()) {
    throw_error(Error::kIllegalArgument, to_utf8(class_arg(args[0])->name) + " is not an enum class");
  }
  return call_static(args[0], make_symbol("", "valueOf"), args + 1, 1);
}
CLJ_FN(class_get_superclass) { return class_arg(args[0])->superclass; }
CLJ_FN(class_get_interfaces) {
  gc::ValueList interfaces;
  append_elements(class_arg(args[0])->interfaces, interfaces);
  Value array = make_object_array(interfaces.data(), interfaces.size());
  set_array_class(array, find_class("[Ljava.lang.Class;"));
  return array;
}
CLJ_FN(class_get_component_type) {
  std::string name = name_of(class_arg(args[0]));
  if (name[0] != '[') return Value::nil();
  std::string element = name.substr(1);
  if (element[0] == '[') return find_class(element);
  if (element[0] == 'L') return find_class(element.substr(1, element.size() - 2));
  return find_class(type_name(element.insert(0, "[")).substr(0, type_name(element).size() - 2));
}
CLJ_FN(class_cast) {
  if (!args[1].is_nil() && !is_instance(args[0], args[1])) {
    throw_error(Error::kClassCast, "Cannot cast " + name_of(cast<Class>(class_of(args[1]))) + " to " +
                                       name_of(class_arg(args[0])));
  }
  return args[1];
}
CLJ_FN(class_new_instance) { return construct(args[0], nullptr, 0); }
CLJ_FN(class_for_name) {
  std::string name = to_utf8(string_arg(args[0]));
  Value cls = find_class(name);
  if (cls.is_nil() || is_primitive_class(cast<Class>(cls))) throw_class_not_found(name);
  return cls;
}

CLJ_FN(boolean_parse) {
  if (!args[0].is_nil()) string_arg(args[0]);
  return parse_boolean(args[0]);
}
CLJ_FN(boolean_value_of) {
  if (args[0].is_boolean()) return args[0];
  if (!args[0].is_nil() && !is_string(args[0])) throw_error(Error::kIllegalArgument, "No matching method valueOf found taking 1 args");
  return parse_boolean(args[0]);
}
CLJ_FN(boolean_new) {
  require_constructor_argument(args[0].is_nil() || args[0].is_boolean() || is_string(args[0]), "java.lang.Boolean");
  return boolean_value_of(args, count);
}
namespace {
bool boolean_arg(Value v) {
  if (!v.is_boolean()) throw_class_cast(v, "java.lang.Boolean");
  return v.is_true();
}
}  // namespace
CLJ_FN(boolean_static_to_string) { return str_value(boolean(boolean_arg(args[0]))); }
CLJ_FN(boolean_static_hash_code) { return integer(boolean_arg(args[0]) ? 1231 : 1237); }
CLJ_FN(boolean_value) { return args[0]; }
CLJ_FN(boolean_true) { return Value::boolean(true); }
CLJ_FN(boolean_false) { return Value::boolean(false); }
CLJ_FN(boolean_type) { return find_class("boolean"); }
CLJ_FN(boolean_compare) {
  bool a = boolean_arg(args[0]), b = boolean_arg(args[1]);
  return integer(static_cast<int>(a) - static_cast<int>(b));
}
CLJ_FN(boolean_logical_and) {
  bool a = boolean_arg(args[0]), b = boolean_arg(args[1]);
  return boolean(a && b);
}
CLJ_FN(boolean_logical_or) {
  bool a = boolean_arg(args[0]), b = boolean_arg(args[1]);
  return boolean(a || b);
}
CLJ_FN(boolean_logical_xor) {
  bool a = boolean_arg(args[0]), b = boolean_arg(args[1]);
  return boolean(a != b);
}

CLJ_FN(objects_equals) { return boolean(args[0].is_nil() ? args[1].is_nil() : java_equals(args[0], args[1])); }
CLJ_FN(objects_hash_code) { return integer(args[0].is_nil() ? 0 : static_cast<int32_t>(java_hash_code(args[0]))); }
CLJ_FN(objects_to_string) {
  if (args[0].is_nil()) return count == 2 ? args[1] : make_string("null");
  return str_value(args[0]);
}
CLJ_FN(objects_is_null) { return boolean(args[0].is_nil()); }
CLJ_FN(objects_non_null) { return boolean(!args[0].is_nil()); }
CLJ_FN(objects_require_non_null) {
  if (args[0].is_nil()) throw_named("java.lang.NullPointerException", count == 2 ? args[1] : Value::nil());
  return args[0];
}

}  // namespace clj::builtins::host
