#include "native_arities.h"

#include "clj/core/call.h"
#include "clj/core/munge.h"
#include "clj/core/roots.h"
#include "native.h"

namespace clj::builtins {
namespace {

// What the metadata of its var lists: what the native code itself takes is wider.
FunctionArities of_arglists(Value arglists) {
  FunctionArities arities;
  for_each(arglists, [&](Value parameters) {
    int64_t n = count(parameters);
    Value before_last = n > 1 ? nth(parameters, n - 2) : Value::nil();
    if (is_symbol(before_last) && symbol_text(before_last) == "&") {
      arities.required = static_cast<int>(n - 2);
    } else {
      arities.fixed |= 1u << n;
    }
    return true;
  });
  return arities;
}

Value var_named(const std::string& qualified) {
  size_t slash = qualified.find('/');
  if (slash == std::string::npos) return Value::nil();
  Value ns = find_namespace(make_symbol("", qualified.substr(0, slash)));
  return ns.is_nil() ? ns : find_interned_var(ns, make_symbol("", qualified.substr(slash + 1)));
}

FunctionArities of_var(Value var) { return var.is_nil() ? FunctionArities{} : of_arglists(get(cast<Var>(var)->meta.load(), roots.kw_arglists)); }

}  // namespace

FunctionArities arities_of(Value f) {
  if (is_kind(f, Kind::kClosure) || is_kind(f, Kind::kTreeFn)) return compiled_arities(f);
  return is_kind(f, Kind::kNativeFn) ? of_var(var_named(native_name(cast<NativeFn>(f)))) : FunctionArities{};
}

bool arities_of_functions(const Class* cls, FunctionArities& arities) {
  if (arities_of_class(cls, arities)) return true;
  std::string name = to_utf8(cls->name);
  size_t dollar = name.find('$');
  if (dollar == std::string::npos) return false;
  Value var = var_named(demunge(name.substr(0, dollar)) + "/" + demunge(name.substr(dollar + 1)));
  if (var.is_nil() || !is_kind(cast<Var>(var)->root.load(), Kind::kNativeFn)) return false;
  arities = of_var(var);
  return true;
}

}  // namespace clj::builtins
