#include "class_table.h"
#include "clj/core/call.h"
#include "clj/core/function_arities.h"
#include "clj/core/munge.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/var.h"

namespace clj {

std::string function_class_name(std::string_view name) {
  std::string class_name;
  for (size_t start = 0; start <= name.size();) {
    size_t end = name.find('/', start);
    // The function named / itself.
    if (end == start || end == name.size() - 1) end = std::string_view::npos;
    if (start) class_name += '$';
    class_name += munge(name.substr(start, end == std::string_view::npos ? end : end - start));
    if (end == std::string_view::npos) break;
    start = end + 1;
  }
  return class_name;
}

namespace {

// Whether the function's class is a RestFn. One with metadata always is.
bool takes_rest(Value f) {
  switch (f.as_object()->kind) {
    case Kind::kNativeFn: return native_rows[cast<NativeFn>(f)->row].max_args < 0;
    case Kind::kMetaFn: return true;
    case Kind::kClosure:
    case Kind::kTreeFn: return core_upcalls.variadic_required && core_upcalls.variadic_required(f) >= 0;
    default: return false;
  }
}

bool is_numbered(std::string_view class_name) {
  size_t number = class_name.find_last_not_of("0123456789") + 1;
  return number < class_name.size() && class_name.substr(0, number).ends_with("__");
}

// Another name that no function has. One with a number is a name that programs read as one of the same function: fn__02 for fn__2.
std::string other_name(const std::string& class_name) {
  size_t number = class_name.find_last_not_of("0123456789") + 1;
  return is_numbered(class_name) ? class_name.substr(0, number) + "0" + class_name.substr(number) : class_name + "__0";
}

}  // namespace

Value function_class(Value f) {
  if (is_kind(f, Kind::kMetaFn) && !f.as_object()->has_flag(MetaFn::kOfForm)) return roots.class_function_with_meta;
  std::string name = function_name(f);
  Value base = takes_rest(f) ? roots.class_rest_fn : base_class_of(f);
  if (name.empty()) return base;
  // The function list is no class of Clojure's code.
  std::string class_name = name == "clojure.core/list" ? "clojure.lang.PersistentList$Primordial" : function_class_name(name);
  bool compiled = is_kind(f, Kind::kClosure) || is_kind(f, Kind::kTreeFn);
  Value arities = compiled ? packed(compiled_arities(f)) : Value::boolean(false);
  // Two evaluated forms may have a function of one name, and a function may be defined again.
  std::string key = class_name;
  Value known = made_class(key);
  while (!known.is_nil() && !(cast<Class>(known)->superclass == base && (!compiled || cast<Class>(known)->extra == arities))) {
    key = other_name(key);
    known = made_class(key);
  }
  // On the JVM functions of one name have classes of one name, but for the number in it.
  return known.is_nil() ? make_function_class(key, is_numbered(class_name) ? key : class_name, base, arities) : known;
}

namespace {

// A letter for each parameter, at most four, and one for the result: Object, long, double; not all Object.
bool is_primitive_interface(std::string_view name) {
  constexpr std::string_view kPrefix = "clojure.lang.IFn$";
  if (!name.starts_with(kPrefix)) return false;
  name.remove_prefix(kPrefix.size());
  return name.size() <= 5 && name.find_first_not_of("OLD") == name.npos && name.find_first_of("LD") != name.npos;
}

Value class_of_var_function(std::string_view name) {
  std::string symbol = demunge(name);
  size_t slash = symbol.find('/');
  Value ns = find_namespace(make_symbol("", std::string_view(symbol).substr(0, slash)));
  if (ns.is_nil()) return ns;
  Value var = find_interned_var(ns, make_symbol("", std::string_view(symbol).substr(slash + 1)));
  if (var.is_nil() || !cast<Var>(var)->is_bound()) return Value::nil();
  Value f = cast<Var>(var)->root.load();
  if (!is_fn(f) || function_class_name(function_name(f)) != name) return Value::nil();
  return function_class(f);
}

}  // namespace

Value class_made_by_name(std::string_view name) {
  // On the JVM too only compiled namespaces have classes that can be named.
  if (!name.starts_with("clojure.") || name.find('$') == name.npos) return Value::nil();
  if (is_primitive_interface(name)) return make_class(name, Value::nil(), roots.empty_vector, Class::kInterface);
  return class_of_var_function(name);
}

}  // namespace clj
