// Multimethods of clojure.core.
#include "clj/core/multifn.h"

#include "native.h"

namespace clj::builtins {

namespace {
MultiFn* multi_arg(Value v, const char* call) {
  return object_arg<MultiFn>(v, "clojure.lang.MultiFn", call, "multifn");
}
}  // namespace

CLJ_FN(add_method_value) { return add_method(multi_arg(args[0], "addMethod(Object, clojure.lang.IFn)"), args[1], args[2]); }
CLJ_FN(remove_method_value) { return remove_method(multi_arg(args[0], "removeMethod(Object)"), args[1]); }
CLJ_FN(remove_all_methods_value) { return remove_all_methods(multi_arg(args[0], "reset()")); }
CLJ_FN(prefer_method_value) { return prefer_method(multi_arg(args[0], "preferMethod(Object, Object)"), args[1], args[2]); }
CLJ_FN(methods) { return multi_arg(args[0], "getMethodTable()")->methods.load(); }
CLJ_FN(get_method_value) { return get_method(multi_arg(args[0], "getMethod(Object)"), args[1]); }
CLJ_FN(prefers) { return multi_arg(args[0], "getPreferTable()")->preferences.load(); }

}  // namespace clj::builtins
