#include "named.h"

namespace clj::builtins::host {

Value make_named(const char* class_name, std::string_view text) {
  Value string = make_string(text);
  auto* object = make_host_object<Named>(class_name);
  object->text = string;
  return Value::object(object);
}

std::string text_of(Value v) { return to_utf8(static_cast<Named*>(v.as_object())->text); }

CLJ_FN(named_text) { return static_cast<Named*>(args[0].as_object())->text; }
CLJ_FN(named_equals) {
  if (!is_kind(args[1], Kind::kHostObject) || !(class_of(args[0]) == class_of(args[1]))) return boolean(false);
  return boolean(text_of(args[0]) == text_of(args[1]));
}
CLJ_FN(named_hash) {
  return integer(static_cast<int32_t>(java_hash(as_string(static_cast<Named*>(args[0].as_object())->text))));
}
CLJ_FN(named_compare) {
  if (!(class_of(args[1]) == class_of(args[0]))) throw_class_cast(args[1], to_utf8(cast<Class>(class_of(args[0]))->name));
  return integer(text_of(args[0]).compare(text_of(args[1])));
}

}  // namespace clj::builtins::host
