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

CLJ_FN(ex_data) { return exception_data(args[0]); }

CLJ_FN(ex_message) {
  Throwable* throwable = try_cast<Throwable>(args[0]);
  return throwable ? message_of(throwable) : Value::nil();
}

CLJ_FN(ex_cause) {
  Throwable* throwable = try_cast<Throwable>(args[0]);
  return throwable ? exception_cause(throwable) : Value::nil();
}

}  // namespace clj::builtins
