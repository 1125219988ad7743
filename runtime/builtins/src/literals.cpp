// Tagged literals and reader conditionals of clojure.core.
#include "clj/core/tagged.h"
#include "native.h"

namespace clj::builtins {

CLJ_FN(tagged_literal) {
  if (!args[0].is_nil()) symbol_arg(args[0]);
  return make_tagged_literal(args[0], args[1]);
}
CLJ_FN(reader_conditional) {
  if (args[1].is_nil())
    throw_error(Error::kNullPointer, "Cannot invoke \"java.lang.Boolean.booleanValue()\" because \"x\" is null");
  if (!args[1].is_boolean()) throw_class_cast(args[1], "java.lang.Boolean");
  return make_reader_conditional(args[0], args[1]);
}

}  // namespace clj::builtins
