// Namespaces.
#include "namespace_arg.h"

namespace clj::builtins {

namespace {
// What names a namespace is looked up in a table, which takes no nil.
void namespace_name_arg(Value v) {
  if (v.is_nil()) throw_error(Error::kNullPointer, "Cannot invoke \"Object.hashCode()\" because \"key\" is null");
  symbol_arg(v);
}
}  // namespace

Value namespace_arg(Value v) {
  if (is_kind(v, Kind::kNamespace)) return v;
  namespace_name_arg(v);
  Value ns = find_namespace(v);
  if (ns.is_nil()) throw_error(Error::kException, "No namespace: " + symbol_text(v) + " found");
  return ns;
}

namespace {

Namespace* namespace_of(Value v) { return cast<Namespace>(namespace_arg(v)); }

// What a symbol means in a namespace: a qualified name through aliases, a class by its full
// name, or a mapping.
Value meaning(Value ns, Value symbol_value) {
  const Symbol* symbol = var_symbol_arg(symbol_value, "sym");
  Value name = make_symbol(Value::nil(), symbol->name);
  if (!symbol->ns.is_nil()) {
    Value qualifier = make_symbol(Value::nil(), symbol->ns);
    Value target = get(cast<Namespace>(ns)->aliases.load(), qualifier);
    if (target.is_nil()) target = find_namespace(qualifier);
    return target.is_nil() ? target : find_interned_var(target, name);
  }
  std::string text = to_utf8(symbol->name);
  if (text.empty()) throw_error(Error::kStringIndexOutOfBounds, "String index out of range: 0");
  if (text.find('.', 1) != std::string::npos || text[0] == '[') return find_class(text);
  Value mapped = resolve_mapping(ns, name);
  if (!is_only_a_name(mapped)) return mapped;
  // It may have been defined since it was imported.
  Value known = find_class(to_utf8(cast<Class>(mapped)->name));
  return known.is_nil() ? mapped : known;
}

}  // namespace

CLJ_FN(library_value) {
  std::string path = to_utf8(string_arg(args[0]));
  for (char& c : path) c = c == '.' ? '/' : c == '-' ? '_' : c;
  if (roots.library_namespaces.is_nil()) return Value::nil();
  Value ns = get(roots.library_namespaces, make_string(path));
  if (ns.is_nil()) return Value::nil();
  Value var = find_interned_var(ns, make_symbol("", to_utf8(string_arg(args[1]))));
  return is_kind(var, Kind::kVar) && cast<Var>(var)->is_bound() ? deref(cast<Var>(var)) : Value::nil();
}
CLJ_FN(find_ns) {
  namespace_name_arg(args[0]);
  return find_namespace(args[0]);
}
CLJ_FN(create_ns) {
  namespace_name_arg(args[0]);
  return find_or_create_namespace(args[0]);
}
CLJ_FN(remove_ns) {
  if (args[0].is_nil()) throw_error(Error::kNullPointer, "Cannot invoke \"clojure.lang.Symbol.equals(Object)\" because \"name\" is null");
  symbol_arg(args[0]);
  if (equiv(args[0], roots.sym_clojure_core)) throw_error(Error::kIllegalArgument, "Cannot remove clojure namespace");
  return remove_namespace(args[0]);
}
CLJ_FN(all_ns) { return vals(all_namespaces()); }
CLJ_FN(the_ns) { return namespace_arg(args[0]); }
CLJ_FN(ns_name) { return namespace_of(args[0])->name; }
CLJ_FN(ns_map) { return namespace_of(args[0])->mappings.load(); }
CLJ_FN(ns_aliases) { return namespace_of(args[0])->aliases.load(); }

CLJ_FN(ns_unmap) {
  const Symbol* symbol = var_symbol_arg(args[1], "sym");
  if (!symbol->ns.is_nil()) throw_error(Error::kIllegalArgument, "Can't unintern namespace-qualified symbol");
  unmap(namespace_arg(args[0]), args[1]);
  return Value::nil();
}
CLJ_FN(ns_unalias) {
  Value ns = namespace_arg(args[0]);
  if (args[1].is_nil()) return args[1];  // has no meaning to take away
  symbol_arg(args[1]);
  remove_alias(ns, args[1]);
  return Value::nil();
}
CLJ_FN(alias) {
  if (!args[0].is_nil()) symbol_arg(args[0]);
  Value ns = namespace_arg(args[1]);
  if (args[0].is_nil()) throw_error(Error::kNullPointer, "Expecting Symbol + Namespace");
  add_alias(current_ns(), args[0], ns);
  return Value::nil();
}
CLJ_FN(refer_var) {
  if (!args[2].is_nil()) object_arg<Var>(args[2], "clojure.lang.Var");
  clj::refer_var(namespace_arg(args[0]), args[1], args[2]);
  return args[2];
}
CLJ_FN(refer_all) { return boolean(refer_all_of_core(namespace_arg(args[0]))); }
CLJ_FN(import_class) {
  std::string name = to_utf8(object_arg<Class>(args[1], "java.lang.Class")->name);
  size_t dot = name.find_last_of('.');
  Value simple = make_symbol("", dot == std::string::npos ? name : name.substr(dot + 1));
  clj::import_class(namespace_arg(args[0]), count > 2 ? args[2] : simple, args[1]);
  return args[1];
}

CLJ_FN(in_ns) {
  namespace_name_arg(args[0]);
  Value ns = find_or_create_namespace(args[0]);
  set_var(cast<Var>(roots.var_ns), ns);
  return ns;
}

CLJ_FN(ns_resolve) {
  if (count == 3 && contains(args[1], args[2])) return Value::nil();
  return meaning(namespace_arg(args[0]), args[count - 1]);
}
CLJ_FN(resolve) {
  if (count == 2 && contains(args[0], args[1])) return Value::nil();
  return meaning(namespace_arg(deref(cast<Var>(roots.var_ns))), args[count - 1]);
}

CLJ_FN(load_lib) {
  core_upcalls.load_lib(to_utf8(string_arg(args[0])).c_str());
  return Value::nil();
}

}  // namespace clj::builtins
