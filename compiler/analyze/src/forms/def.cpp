// def: the var is interned while the form is analysed, so that its own body can refer to it.
#include "../analyzer.h"
#include "../resolve.h"
#include "clj/analyze/observer.h"
#include "clj/core/collections.h"
#include "clj/core/numbers.h"
#include "clj/core/print.h"
#include "clj/core/roots.h"
#include "clj/core/type.h"
#include "clj/core/warning.h"

namespace clj::analyze {
namespace {

Value var_to_define(Value symbol) {
  Value ns = current_ns();
  Value var = lookup_var(symbol, true);
  if (var.is_nil()) throw_error(Error::kRuntimeException, "Can't refer to qualified var that doesn't exist");
  if (cast<Var>(var)->ns == ns) return var;
  if (!cast<Symbol>(symbol)->ns.is_nil()) {
    throw_error(Error::kRuntimeException, "Can't create defs outside of current ns");
  }
  return intern(ns, make_symbol(Value::nil(), cast<Symbol>(symbol)->name));
}

bool wears_earmuffs(Value symbol) {
  std::string name = to_utf8(cast<Symbol>(symbol)->name);
  return name.size() > 2 && name.front() == '*' && name.back() == '*';
}

}  // namespace

Node* Analyzer::form_def(Value, const Items& given, Place) {
  if (given.size() < 2) throw_error(Error::kRuntimeException, "Too few arguments to def");
  bool has_doc = given.size() == 4 && is_string(given[2]);
  if (given.size() > 3 && !has_doc) throw_error(Error::kRuntimeException, "Too many arguments to def");
  Value symbol = given[1];
  if (!is_symbol(symbol)) throw_error(Error::kRuntimeException, "First argument to def must be a Symbol");

  Value value = var_to_define(symbol);
  auto* var = cast<Var>(value);
  Value m = meta(symbol);
  bool dynamic = !m.is_nil() && get(m, roots.kw_dynamic).truthy();
  if (dynamic) {
    var->set_flag(Var::kDynamic);
  } else if (wears_earmuffs(symbol) && current_observer() == nullptr) {
    std::string name = symbol_text(symbol);
    print_warning("Warning: " + name +
         " not declared dynamic and thus is not dynamically rebindable, but its name suggests otherwise. "
         "Please either indicate ^:dynamic " +
         name + " or change the name. (" + (unit_.file.is_nil() ? std::string("null") : to_utf8(unit_.file)) + ":" +
         std::to_string(line_) + ")");
  }

  // A function that calls itself is called as its parameter vectors are hinted.
  Value arglists = m.is_nil() ? m : get(m, roots.kw_arglists);
  if (is_seq(arglists) && first(arglists) == roots.sym_quote) {
    Value known = var->meta.load();
    var->meta.store(assoc(known.is_nil() ? roots.empty_array_map : known, roots.kw_arglists, first(next(arglists))));
    gc::write_barrier(var);
  }

  auto* made = node<DefNode>();
  made->var = value;
  made->dynamic = dynamic;
  // Binding the var clears :macro, which defmacro has in the metadata.
  made->inner = m.is_nil() || !get(m, roots.kw_macro).truthy();
  size_t init = has_doc ? 3 : 2;
  if (init < given.size()) made->init = analyze(given[init], Place{false, false, cast<Symbol>(symbol)->name, Context::kExpression});

  // The metadata, evaluated when the def is.
  if (m.is_nil()) m = roots.empty_array_map;
  m = assoc(m, roots.kw_line, make_long(line_));
  m = assoc(m, roots.kw_column, make_long(column_));
  m = assoc(m, roots.kw_file, unit_.file.is_nil() ? make_string("NO_SOURCE_FILE") : unit_.file);
  if (has_doc) m = assoc(m, roots.kw_doc, given[2]);
  Value tag = get(m, roots.kw_tag);
  if (is_symbol(tag) && is_string(find_class_here(tag))) {
    // A type hint may name a class that this runtime does not know.
    m = assoc(m, roots.kw_tag, make_list({roots.sym_quote, tag}));
  }
  made->meta = analyze_map(m);
  return made;
}

// A def at top level says all about its var; one inside of a form leaves a dynamic var dynamic.
void Analyzer::finish_root_def(DefNode& def) {
  def.inner = false;
  auto* var = cast<Var>(def.var);
  if (def.dynamic || !var->is_dynamic()) return;
  Value name = make_symbol(cast<Symbol>(cast<Namespace>(var->ns)->name)->name, cast<Symbol>(var->symbol)->name);
  Value the_var = make_list({make_symbol("", "var"), name});
  Value call = make_list({make_symbol("", "."), the_var, make_symbol("", "setDynamic"), Value::boolean(false)});
  def.make_static = analyze(call, Place{false, false, Value::nil(), Context::kStatement});
}

}  // namespace clj::analyze
