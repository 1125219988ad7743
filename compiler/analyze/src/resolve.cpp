#include "resolve.h"

#include <string>

#include "analyzer.h"
#include "clj/analyze/analyze.h"
#include "clj/core/call.h"
#include "clj/core/collections.h"
#include "clj/core/equality.h"
#include "clj/core/error.h"
#include "clj/core/numbers.h"
#include "clj/core/print.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "compile_error.h"

namespace clj::analyze {

bool functions_by_name = false;

namespace {

bool is_named(Value symbol, const char* name) {
  auto* s = cast<Symbol>(symbol);
  return s->ns.is_nil() && to_utf8(s->name) == name;
}

// Symbols with a dot inside, or of an array class: no var can have such a name in code.
bool looks_like_class(const std::string& name) {
  size_t dot = name.find('.');
  return name[0] == '[' || (dot != std::string::npos && dot > 0);
}

// "clojure.strng" is a misspelt namespace, "org.joda.time.DateTime" a class we do not have.
bool has_class_case(const std::string& name) {
  size_t dot = name.rfind('.');
  char c = dot == std::string::npos ? name[0] : name[dot + 1];
  return (c < 'a' || c > 'z') && c != '\0';
}

// ns and in-ns can be called in a namespace that refers nothing.
Value always_visible(Value symbol) {
  if (is_named(symbol, "ns") || is_named(symbol, "in-ns")) {
    return find_interned_var(roots.core_ns, make_symbol(Value::nil(), cast<Symbol>(symbol)->name));
  }
  return Value::nil();
}

// Private to another namespace. The library's macros expand to its native helpers (-name) in
// anybody's namespace.
bool is_hidden(Var* var, Value ns) {
  return var->has_flag(Var::kPrivate) && !(var->ns == ns) && !is_kind(var->root.load(), Kind::kNativeFn);
}

Value qualified_var(Value ns, Value symbol) {
  return find_interned_var(ns, make_symbol(Value::nil(), cast<Symbol>(symbol)->name));
}

}  // namespace

Value namespace_for(Value ns, Value symbol) {
  Value prefix = make_symbol(Value::nil(), cast<Symbol>(symbol)->ns);
  Value alias = get(cast<Namespace>(ns)->aliases.load(), prefix);
  return alias.is_nil() ? find_namespace(prefix) : alias;
}
Value namespace_for(Value symbol) { return namespace_for(current_ns(), symbol); }

Value find_class_in(Value ns, Value symbol) {
  auto* s = cast<Symbol>(symbol);
  if (!s->ns.is_nil()) return Value::nil();
  std::string name = to_utf8(s->name);
  if (looks_like_class(name)) {
    Value known = find_class(name);
    if (!known.is_nil()) return known;
    if (!has_class_case(name)) throw_error(Error::kClassNotFound, name);
    return s->name;
  }
  Value mapped = resolve_mapping(ns, symbol);
  if (!is_kind(mapped, Kind::kClass)) return Value::nil();
  if (!is_only_a_name(mapped)) return mapped;
  // It may have been defined since it was imported.
  Value full = cast<Class>(mapped)->name, known = find_class(to_utf8(full));
  return known.is_nil() ? full : known;
}

Value Analyzer::find_class_here(Value symbol) const {
  auto* s = cast<Symbol>(symbol);
  if (!s->ns.is_nil()) return Value::nil();
  // A class of this very unit is known by name only: an older one of that name may exist.
  for (size_t i = 0; i < defining_.size(); ++i) {
    std::string full = to_utf8(defining_[i]), name = to_utf8(s->name);
    if (full == name || full.substr(full.rfind('.') + 1) == name) return defining_[i];
  }
  return find_class_in(current_ns(), symbol);
}

// A name with a dot in it is a class's in front of a member even where a local has it.
Value Analyzer::find_target_class(Value symbol) const {
  if (!is_local(symbol) || looks_like_class(symbol_text(symbol))) return find_class_here(symbol);
  Value mapped = resolve_mapping(current_ns(), symbol);
  return is_kind(mapped, Kind::kClass) && !is_only_a_name(mapped) ? mapped : Value::nil();
}

Value array_class(Value symbol) {
  auto* s = cast<Symbol>(symbol);
  std::string digits = to_utf8(s->name);
  if (digits.size() != 1 || digits[0] < '1' || digits[0] > '9') return Value::nil();
  static constexpr struct {
    const char* name;
    const char* code;
  } primitives[] = {{"long", "J"}, {"int", "I"},   {"short", "S"},  {"byte", "B"},
                    {"char", "C"}, {"float", "F"}, {"double", "D"}, {"boolean", "Z"}};
  std::string element = to_utf8(s->ns);
  std::string code;
  for (auto& primitive : primitives) {
    if (element == primitive.name) code = primitive.code;
  }
  if (code.empty()) {
    Value cls = find_class_in(current_ns(), make_symbol("", element));
    if (cls.is_nil()) return cls;
    code = "L" + to_utf8(is_string(cls) ? cls : cast<Class>(cls)->name) + ";";
  }
  std::string name = std::string(static_cast<size_t>(digits[0] - '0'), '[') + code;
  Value known = find_class(name);
  return known.is_nil() ? make_string(name) : known;
}

Value Analyzer::static_class(Value symbol) const {
  return find_class_here(make_symbol(Value::nil(), cast<Symbol>(symbol)->ns));
}

// The class a form must name (new, catch). Throws IllegalArgumentException.
Value Analyzer::require_class(Value form) const {
  Value cls = is_kind(form, Kind::kClass) ? form : Value::nil();
  if (is_symbol(form)) cls = find_class_here(form);
  if (cls.is_nil()) {
    throw_error(Error::kIllegalArgument, "Unable to resolve classname: " + host_text(form));
  }
  return cls;
}

namespace {

// As on the JVM, `named` is the symbol where the var's value is taken, the var where it is called.
void require_visible(Value var, Value ns, Value named) {
  if (is_hidden(cast<Var>(var), ns)) throw_error(Error::kIllegalState, "var: " + print_text(named) + " is not public");
}

}  // namespace

void require_public_operator(Value symbol) {
  if (!is_symbol(symbol) || cast<Symbol>(symbol)->ns.is_nil()) return;
  Value var = lookup_var(symbol, false);
  if (is_kind(var, Kind::kVar)) require_visible(var, current_ns(), var);
}

Value resolve_symbol(Value symbol) {
  auto* s = cast<Symbol>(symbol);
  Value ns = current_ns();
  if (!s->ns.is_nil()) {
    Value target = namespace_for(ns, symbol);
    if (target.is_nil()) throw_error(Error::kRuntimeException, "No such namespace: " + to_utf8(s->ns));
    Value var = qualified_var(target, symbol);
    if (var.is_nil()) throw_error(Error::kRuntimeException, "No such var: " + symbol_text(symbol));
    require_visible(var, ns, symbol);
    return var;
  }
  Value visible = always_visible(symbol);
  if (!visible.is_nil()) return visible;
  Value mapped = resolve_mapping(ns, symbol);
  if (mapped.is_nil()) {
    throw_error(Error::kRuntimeException, "Unable to resolve symbol: " + symbol_text(symbol) + " in this context");
  }
  return mapped;
}

Value lookup_var(Value symbol, bool intern_it) {
  auto* s = cast<Symbol>(symbol);
  Value ns = current_ns();
  if (!s->ns.is_nil()) {
    Value target = namespace_for(ns, symbol);
    if (target.is_nil()) return target;
    Value var = qualified_var(target, symbol);
    if (var.is_nil() && intern_it && target == ns) return intern(ns, make_symbol(Value::nil(), s->name));
    return var;
  }
  Value visible = always_visible(symbol);
  if (!visible.is_nil()) return visible;
  Value mapped = resolve_mapping(ns, symbol);
  if (mapped.is_nil()) {
    return intern_it ? intern(ns, make_symbol(Value::nil(), s->name)) : mapped;
  }
  if (!is_kind(mapped, Kind::kVar)) {
    throw_error(Error::kRuntimeException,
                "Expecting var, but " + symbol_text(symbol) + " is mapped to " + to_utf8(str_value(mapped)));
  }
  return mapped;
}

bool is_inlined_constant(Var* var) {
  Value m = var->meta.load();
  if (m.is_nil() || !get(m, roots.kw_const_).truthy() || !var->is_bound()) return false;
  Value value = var->root.load();
  return !value.is_object() || is_number(value) || is_string(value) || is_keyword(value);
}

Value resolve(Value ns, Value symbol) {
  auto* s = cast<Symbol>(symbol);
  if (!s->ns.is_nil()) {
    Value target = namespace_for(ns, symbol);
    if (target.is_nil()) {
      Value array = array_class(symbol);
      return is_string(array) ? Value::nil() : array;
    }
    return qualified_var(target, symbol);
  }
  Value visible = always_visible(symbol);
  if (!visible.is_nil()) return visible;
  if (looks_like_class(to_utf8(s->name))) {
    Value known = find_class(to_utf8(s->name));
    if (known.is_nil()) throw_error(Error::kClassNotFound, to_utf8(s->name));
    return known;
  }
  return resolve_mapping(ns, symbol);
}

Value var_of_function(Value function) {
  if (!function.is_object() || !(info(function.as_object()->kind).flags & kFunction)) return Value::nil();
  std::string name = function_name(function);
  size_t slash = name.find('/');
  if (slash == std::string::npos) return Value::nil();
  Value ns = find_namespace(make_symbol("", name.substr(0, slash)));
  Value var = ns.is_nil() ? ns : find_interned_var(ns, make_symbol("", name.substr(slash + 1)));
  return !var.is_nil() && cast<Var>(var)->root.load() == function ? var : Value::nil();
}

}  // namespace clj::analyze
