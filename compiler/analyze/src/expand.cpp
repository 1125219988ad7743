// Macros, and the sugar for interop: (.m x …), (Class/m …), (Class. …).
#include "expand.h"

#include <cstdlib>
#include <optional>
#include <string>

#include "analyzer.h"
#include "clj/analyze/analyze.h"
#include "clj/analyze/observer.h"
#include "clj/core/compiler_exception.h"
#include "clj/core/list.h"
#include "clj/core/call.h"
#include "clj/core/collections.h"
#include "clj/core/equality.h"
#include "clj/core/munge.h"
#include "clj/core/numbers.h"
#include "clj/core/print.h"
#include "clj/core/roots.h"
#include "clj/core/type.h"
#include "clj/core/var.h"
#include "compile_error.h"
#include "param_tags.h"
#include "resolve.h"

namespace clj::analyze {
namespace {

// What clojure.lang.Compiler/LOCAL_ENV is. Null while the library itself loads.
Var* local_env_var() {
  Value found = find_interned_var(roots.core_ns, make_symbol("", "local-env"));
  return is_kind(found, Kind::kVar) ? cast<Var>(found) : nullptr;
}

// The locals around a form: the analyzer's; without one, those of the macro call that asks for an expansion, which
// programs may replace.
Value local_env(Analyzer* analyzer) {
  if (analyzer != nullptr) return analyzer->macro_env();
  Var* var = local_env_var();
  return var == nullptr ? Value::nil() : deref(var);
}

bool is_local(Value symbol, Analyzer* analyzer) {
  if (analyzer != nullptr) return analyzer->is_local(symbol);
  Value env = local_env(nullptr);
  return !env.is_nil() && contains(env, symbol);
}

// The var that `op` names here or is, or null.
Var* find_operator(Value op, Analyzer* analyzer) {
  Value found = op;
  if (is_symbol(op)) {
    if (is_local(op, analyzer)) return nullptr;
    // A class in operator position is an error of the call, not of the expansion.
    if (cast<Symbol>(op)->ns.is_nil()) {
      Value mapped = resolve_mapping(current_ns(), op);
      if (!mapped.is_nil() && !is_kind(mapped, Kind::kVar)) return nullptr;
    }
    found = lookup_var(op, false);
  }
  return is_kind(found, Kind::kVar) ? cast<Var>(found) : nullptr;
}

// The macro that `op` names here, or null.
Var* find_macro(Value op, Analyzer* analyzer) {
  Var* var = find_operator(op, analyzer);
  if (var == nullptr || !var->is_macro()) return nullptr;
  if (var->has_flag(Var::kPrivate) && !(var->ns == current_ns())) {
    throw_error(Error::kIllegalState, "var: " + print_text(Value::object(var)) + " is not public");
  }
  return var;
}

std::string qualified_name(Var* var) {
  return symbol_text(cast<Namespace>(var->ns)->name) + "/" + symbol_text(var->symbol);
}

Value qualified_symbol(Var* var) {
  return make_symbol(cast<Symbol>(cast<Namespace>(var->ns)->name)->name, cast<Symbol>(var->symbol)->name);
}

// A macro's own arity error counts the arguments without &form and &env; but that of a macro with a dot in its name, whose class has
// another name than the JVM looks for.
[[noreturn]] void rethrow_arity(Value thrown, Var* macro) {
  static constexpr std::string_view kStart = "Wrong number of args (";
  Value text = cast<Throwable>(thrown)->message;
  std::string message = is_string(text) ? to_utf8(text) : "";
  bool has_dot = symbol_text(macro->symbol).find('.') != std::string::npos;
  std::string end_of_own = ") passed to: " + name_of_class_of(qualified_name(macro));
  if (has_dot || !message.starts_with(kStart) || !message.ends_with(end_of_own)) throw_value(thrown);
  char* end;
  long given = std::strtol(message.c_str() + kStart.size(), &end, 10);
  message = std::string(kStart) + std::to_string(given - 2) + end;
  throw_value(make_throwable(error_class(Error::kArity), make_string(message), Value::nil(), Value::nil()));
}

// What an error of the expansion names: the operator as written, or in full the macro whose spec its arguments do not
// conform to, which is defn for defmacro.
Value error_symbol(Value op, Var* macro, Value thrown) {
  constexpr std::string_view kStart = "Call to ", kEnd = " did not conform to spec.";
  Value message = cast<Throwable>(thrown)->message;
  std::string text = is_string(message) ? to_utf8(message) : "";
  if (text.starts_with(std::string(kStart) + "clojure.core/") && text.ends_with(kEnd)) {
    return parse_symbol(make_string(text.substr(kStart.size(), text.size() - kStart.size() - kEnd.size())));
  }
  return is_symbol(op) ? op : macro->symbol;
}

// Throws when the macro has a spec that its arguments do not conform to. Only a program that has
// loaded clojure.spec.alpha, the runtime's or another, has specs of its macros. JVM differs: what
// clojure.core's own macros take is checked by themselves (stdlib/clojure/core/destructuring.clj).
void check_by_spec(Var* macro, Value args) {
  Value spec = shown_namespace(make_symbol("", "clojure.spec.alpha"));
  if (spec.is_nil()) return;
  Value check = find_interned_var(spec, make_symbol("", "macroexpand-check"));
  if (!is_kind(check, Kind::kVar) || !cast<Var>(check)->is_bound()) return;
  Value call[] = {Value::object(macro), args};
  invoke(deref(cast<Var>(check)), call, 2);
}

Value call_macro(Var* macro, Value form, Analyzer* analyzer) {
  gc::ValueList args;
  args.push_back(form);
  Value env = local_env(analyzer);
  args.push_back(env);
  append_elements(next(form), args);
  std::optional<BindingScope> bindings;  // for expansions that the macro asks for
  if (analyzer != nullptr && !env.is_nil()) {
    if (Var* var = local_env_var()) {
      Value bound[] = {Value::object(var), env};
      bindings.emplace(make_map(bound, std::size(bound)));
    }
  }
  ObserverPause pause;  // a macro may analyse forms of its own
  uint32_t line, column;
  if (analyzer != nullptr) {
    line = analyzer->line();
    column = analyzer->column();
  } else {
    top_level_position(line, column);
  }
  TopLevelPosition position(line, column);  // of what it evaluates
  bool checking = true;
  try {
    check_by_spec(macro, next(form));
    checking = false;
    return invoke(deref(macro), args.data(), static_cast<uint32_t>(args.size()));
  } catch (const ClojureThrow& thrown) {
    Value value = thrown.value;
    if (is_compiler_exception(value)) throw;
    if (!checking && is_instance(error_class(Error::kArity), value)) rethrow_arity(value, macro);
    Phase phase = checking ? Phase::kMacroSyntaxCheck : Phase::kMacroexpansion;
    // A plain Exception counts as misuse as well, of its subclasses only these.
    if (class_of(value) == error_class(Error::kException)) phase = Phase::kMacroSyntaxCheck;
    for (Error misuse : {Error::kIllegalArgument, Error::kIllegalState, Error::kExceptionInfo}) {
      if (is_instance(error_class(misuse), value)) phase = Phase::kMacroSyntaxCheck;
    }
    Value named = checking ? qualified_symbol(macro) : error_symbol(first(form), macro, value);
    throw_compiler_exception(phase, named, line, column, value);
  }
}

Value class_named(Value symbol, Analyzer* analyzer) {
  if (is_kind(symbol, Kind::kClass)) return symbol;
  if (!is_symbol(symbol) || !cast<Symbol>(symbol)->ns.is_nil()) return Value::nil();
  return analyzer != nullptr ? analyzer->find_target_class(symbol) : find_class_in(current_ns(), symbol);
}

// (head… rest…) with the type hint of `form`.
Value expansion(Value form, std::initializer_list<Value> head, Value rest_args) {
  // Conses before what was given, so that the result is no list.
  Value list = rest_args;
  for (const Value* v = head.end(); v != head.begin();) list = make_cons(*--v, list);
  Value m = supports_meta(form) ? meta(form) : Value::nil();
  Value hint = m.is_nil() ? m : get(m, roots.kw_tag);
  if (hint.is_nil()) return list;
  Value tag[] = {roots.kw_tag, hint};
  return with_meta(list, make_map(tag, 2));
}

Value expand_interop(Value form, Value op, Analyzer* analyzer) {
  auto* symbol = cast<Symbol>(op);
  std::string name = to_utf8(symbol->name);
  if (name[0] == '.' && name.size() > 1 && symbol->ns.is_nil()) {
    Value args = next(form);
    if (args.is_nil()) {
      throw_error(Error::kIllegalArgument, "Malformed member expression, expecting (.member target ...)");
    }
    Value target = first(args);
    // Calling a method of the Class object itself: keep (. Class member) from being static.
    if (!class_named(target, analyzer).is_nil()) {
      target = make_list({make_symbol("clojure.core", "identity"), target});
      Value tag[] = {roots.kw_tag, make_symbol("", "Class")};
      target = with_meta(target, make_map(tag, 2));
    }
    return expansion(form, {roots.sym_dot, target, make_symbol("", name.substr(1))}, next(args));
  }
  bool constructs = name.back() == '.' && name.size() > 1;
  // Behind a namespace's name the class is looked for without that name.
  if (!symbol->ns.is_nil() && !(constructs && name[0] != '.' && !namespace_for(op).is_nil())) {
    // The analyzer takes (Class/member …) as it is.
    if (analyzer != nullptr || name[0] == '.' || !namespace_for(op).is_nil() || !param_tags(op).is_nil()) return form;
    Value target = make_symbol(Value::nil(), symbol->ns);
    if (class_named(target, analyzer).is_nil()) return form;
    return expansion(form, {roots.sym_dot, target, make_symbol(Value::nil(), symbol->name)}, next(form));
  }
  if (constructs) {
    return expansion(Value::nil(), {roots.sym_new_, make_symbol("", name.substr(0, name.size() - 1))}, next(form));
  }
  return form;
}

}  // namespace

Value operator_of(Value form, Analyzer* analyzer) {
  Value op = first(form);
  if (find_special_form(op) != nullptr || is_kind(op, Kind::kVar)) return op;
  if (!is_symbol(op) || is_local(op, analyzer)) return Value::nil();
  try {
    Value found = resolve(current_ns(), op);
    return is_kind(found, Kind::kVar) ? found : Value::nil();
  } catch (const ClojureThrow&) {
    return Value::nil();  // a class that does not exist: whoever analyses the form says so
  }
}

Value expand_1(Value form, Analyzer* analyzer) {
  if (!is_seq(form)) {
    // A lazy seq is a form like any other list.
    if (!is_kind(form, Kind::kLazySeq)) return form;
    if (seq(form).is_nil()) return form;
  }
  Value op = first(form);
  if (find_special_form(op) != nullptr) return form;
  if (is_symbol(op) || is_kind(op, Kind::kVar)) {
    if (Var* macro = find_macro(op, analyzer)) {
      if (Observer* observer = current_observer()) observer->resolved(op, Value::object(macro));
      return call_macro(macro, form, analyzer);
    }
  }
  if (!is_symbol(op)) return form;
  return expand_interop(form, op, analyzer);
}

Value inlined_call(Value form, Analyzer& analyzer) {
  Value op = first(form);
  if (!is_symbol(op) && !is_kind(op, Kind::kVar)) return Value::absent();
  Var* var = find_operator(op, &analyzer);
  Value metadata = var == nullptr ? Value::nil() : var->meta.load();
  if (metadata.is_nil()) return Value::absent();
  Value inliner = get(metadata, roots.kw_inline_);
  if (inliner.is_nil()) return Value::absent();
  // What may not be called is reported as a call is.
  if (var->has_flag(Var::kPrivate) && !(var->ns == current_ns())) return Value::absent();
  gc::ValueList args;
  append_elements(next(form), args);
  TopLevelPosition position(analyzer.line(), analyzer.column());
  Value takes = get(metadata, make_keyword("", "inline-arities"));
  if (!takes.is_nil()) {
    Value count = make_int(static_cast<int32_t>(args.size()));
    if (!invoke(takes, &count, 1).truthy()) return Value::absent();
  }
  Value body = invoke(inliner, args.data(), static_cast<uint32_t>(args.size()));
  Value m = supports_meta(form) ? meta(form) : Value::nil();
  Value hint = m.is_nil() ? m : get(m, roots.kw_tag);
  if (hint.is_nil() || !supports_meta(body)) return body;
  return with_meta(body, assoc(meta(body), roots.kw_tag, hint));
}

Value macroexpand_1(Value form) { return expand_1(form, nullptr); }

Value macroexpand(Value form) {
  for (;;) {
    Value expanded = macroexpand_1(form);
    if (expanded == form) return form;
    form = expanded;
  }
}

}  // namespace clj::analyze
