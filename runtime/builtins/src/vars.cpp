// Vars and thread bindings.
#include "native.h"
#include "namespace_arg.h"

namespace clj::builtins {

namespace {
Var* var_arg(Value v, const char* call, const char* argument) {
  return object_arg<Var>(v, "clojure.lang.Var", call, argument);
}
}  // namespace

CLJ_FN(intern_value) {
  Value ns = namespace_arg(args[0]);
  var_symbol_arg(args[1], "sym");
  Value metadata = meta(args[1]);
  Value var = intern(ns, args[1]);
  if (count == 3) bind_root(cast<Var>(var), args[2]);
  if (!metadata.is_nil()) set_var_meta(cast<Var>(var), metadata);
  return var;
}

CLJ_FN(find_var) {
  const Symbol* symbol = var_symbol_arg(args[0], "nsQualifiedSym");
  if (symbol->ns.is_nil()) throw_error(Error::kIllegalArgument, "Symbol must be namespace-qualified");
  Value ns = find_namespace(make_symbol(Value::nil(), symbol->ns));
  if (ns.is_nil()) throw_error(Error::kIllegalArgument, "No such namespace: " + to_utf8(symbol->ns));
  return find_interned_var(ns, make_symbol(Value::nil(), symbol->name));
}

CLJ_FN(var_get) { return deref(var_arg(args[0], "get()", "x")); }
CLJ_FN(var_set) {
  set_var(var_arg(args[0], "set(Object)", "x"), args[1]);
  return args[1];
}
CLJ_FN(alter_var_root) {
  check_applied_to(args[0], args[1]);
  return clj::alter_var_root(var_arg(args[0], "alterRoot(clojure.lang.IFn, clojure.lang.ISeq)", "v"), args[1], args + 2, count - 2);
}

CLJ_FN(are_bound) {
  for (uint32_t i = 0; i < count; ++i) {
    auto* var = object_arg<Var>(args[i], "clojure.lang.Var");
    // Asked while a program is built, a var gets a value that was put off: deref does that.
    if (is_kind(deref(var), Kind::kUnbound) && !is_thread_bound(var)) return boolean(false);
  }
  return boolean(true);
}
CLJ_FN(are_thread_bound) {
  for (uint32_t i = 0; i < count; ++i)
    if (!is_thread_bound(object_arg<Var>(args[i], "clojure.lang.Var"))) return boolean(false);
  return boolean(true);
}

CLJ_FN(push_bindings) {
  push_thread_bindings(args[0]);
  return Value::nil();
}
CLJ_FN(pop_bindings) {
  pop_thread_bindings();
  return Value::nil();
}
CLJ_FN(get_bindings) { return thread_bindings(); }

CLJ_FN(make_local_var) {
  Value var = make_var(Value::nil(), make_symbol("", "--unnamed--"));
  set_var_meta(cast<Var>(var), make_map(nullptr, 0));
  cast<Var>(var)->set_flag(Var::kDynamic);
  return var;
}

}  // namespace clj::builtins
