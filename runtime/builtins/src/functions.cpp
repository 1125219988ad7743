// Calling functions, evaluating forms.
#include "native.h"

namespace clj::builtins {

CLJ_FN(apply_function) {
  Value last = args[count - 1];
  args[count - 1] = Value::nil();
  if (args[0].is_nil()) seq(last);  // what is no seq is complained about first
  return apply(args[0], args + 1, count - 2, last);
}

CLJ_FN(eval) { return core_upcalls.eval(args[0]); }
CLJ_FN(macroexpand_1) { return core_upcalls.macroexpand_1(args[0]); }
CLJ_FN(macroexpand) { return core_upcalls.macroexpand(args[0]); }

CLJ_FN(compiler_position) {
  if (core_upcalls.compiler_position != nullptr) return core_upcalls.compiler_position();
  Value none[] = {Value::inline_long(0), Value::inline_long(0)};
  return make_vector(none, std::size(none));
}

}  // namespace clj::builtins
