// Exceptions as values.
#include "native.h"

namespace clj::builtins {

CLJ_FN(ex_info) {
  if (!args[0].is_nil()) string_arg(args[0]);
  if (!args[1].is_nil() && !is_map(args[1])) throw_class_cast(args[1], "clojure.lang.IPersistentMap");
  Value cause = count == 3 ? args[2] : Value::nil();
  if (!cause.is_nil()) object_arg<Throwable>(cause, "java.lang.Throwable");
  if (args[1].is_nil()) throw_error(Error::kIllegalArgument, "Additional data must be non-nil.");
  return make_throwable(error_class(Error::kExceptionInfo), args[0], cause, args[1]);
}

CLJ_FN(assign_final) {
  throw_error(Error::kIllegalAccessError, "Update to static final field " + to_utf8(Value::object(string_arg(args[0]))) +
                                              " attempted from a different class than the field's declaring class");
}
CLJ_FN(compiler_exception) { return make_throwable(error_class(Error::kCompilerException), args[0], args[2], args[1]); }

CLJ_FN(ex_data) {
  Throwable* throwable = try_cast<Throwable>(args[0]);
  if (throwable && !overrides(args[0], "getData")) return data_of(throwable);
  if (throwable || is_kind(args[0], Kind::kInstance)) {
    Value interface = find_class("clojure.lang.IExceptionInfo");
    if (!interface.is_nil() && is_instance(interface, args[0]))
      return call_method(args[0], make_symbol("", "getData"), nullptr, 0);
  }
  return Value::nil();
}

CLJ_FN(ex_message) {
  Throwable* throwable = try_cast<Throwable>(args[0]);
  return throwable ? message_of(throwable) : Value::nil();
}

CLJ_FN(ex_cause) {
  Throwable* throwable = try_cast<Throwable>(args[0]);
  if (throwable && overrides(args[0], "getCause")) return call_method(args[0], make_symbol("", "getCause"), nullptr, 0);
  return throwable ? throwable->cause : Value::nil();
}

}  // namespace clj::builtins
