// Namespaces: tables of names. Every table is a persistent map in an atomic slot, replaced by
// compare-and-exchange, so readers never wait.
#include <atomic>

#include "bootstrap.h"
#include "class_table.h"
#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/loaded_at_start.h"
#include "clj/core/munge.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/core/var.h"
#include "clj/core/warning.h"

namespace clj {
namespace {

std::atomic_ref<Value> table() { return std::atomic_ref<Value>(roots.namespaces); }

template <class Update>
void update_slot(Namespace* ns, AtomicValue& slot, Update update) {
  Value old = slot.load();
  while (!slot.compare_exchange(old, update(old))) {
  }
  gc::write_barrier(ns);
}

std::string ns_text(Value ns) { return symbol_text(cast<Namespace>(ns)->name); }

Value class_name(Value cls) { return cast<Class>(cls)->name; }

void require_unqualified(Value symbol, const char* verb) {
  if (!is_symbol(symbol)) throw_class_cast(symbol, "clojure.lang.Symbol");
  if (!cast<Symbol>(symbol)->ns.is_nil()) {
    throw_errorf(Error::kIllegalArgument, "Can't %s namespace-qualified symbol", verb);
  }
}

// A name of `ns` that means something else is about to mean `var`: silent when it does already
// or `ns` defines it itself, a warning when clojure.core's var or a class is replaced, an error
// otherwise. Returns false when nothing needs to change.
bool may_replace(Value ns, Value symbol, Value old, Var* var) {
  if (old == Value::object(var)) return false;
  std::string text;
  if (Var* old_var = try_cast<Var>(old)) {
    // The namespace's own definition, and any other refer, win over a refer of clojure.core.
    if (var->ns == roots.core_ns) return false;
    if (old_var->ns == ns) return true;
    text = symbol_text(symbol) + " already refers to: " + var_text(old_var) + " in namespace: " + ns_text(ns);
    bool replaceable = old_var->ns == roots.core_ns;
    if (!replaceable) throw_error(Error::kIllegalState, text);
  } else {
    text = symbol_text(symbol) + " already refers to: class " + to_utf8(class_name(old)) +
           " in namespace: " + ns_text(ns);
  }
  print_warning("WARNING: " + text + ", being replaced by: " + var_text(var));
  return true;
}

void map_name(Value ns, Value symbol, Value var) {
  Namespace* n = cast<Namespace>(ns);
  Value old = n->mappings.load();
  for (;;) {
    Value current = get(old, symbol);
    if (!current.is_nil() && !may_replace(ns, symbol, current, cast<Var>(var))) return;
    if (n->mappings.compare_exchange(old, assoc(old, symbol, var))) break;
  }
  gc::write_barrier(n);
}

// The library of that name, from now on in the table; nil when the program does not carry it.
Value show_library(std::string_view name) {
  if (roots.library_namespaces.is_nil()) return Value::nil();
  Value ns = get(roots.library_namespaces, make_string(path_of_namespace(std::string(name))));
  if (!ns.is_nil()) publish_namespace(ns);
  return ns;
}

Value without_meta(Value symbol) {
  Symbol* s = cast<Symbol>(symbol);
  return s->meta.is_nil() ? symbol : make_symbol(s->ns, s->name);
}

}  // namespace

Value shown_namespace(Value symbol) { return get(table().load(std::memory_order_acquire), symbol); }

Value find_namespace(Value symbol) {
  Value shown = shown_namespace(symbol);
  if (!shown.is_nil() || !is_symbol(symbol)) return shown;
  std::string name = symbol_text(symbol);
  for (const LoadedAtStart& row : kLoadedAtStart) {
    if (row.shown == ShownAtStart::kWhenNamed && name == row.name) return show_library(name);
  }
  return Value::nil();
}

Value find_or_create_namespace(Value symbol) {
  Value found = shown_namespace(symbol);
  if (!found.is_nil()) return found;
  Namespace* ns = gc::make<Namespace>();
  ns->name = symbol;
  ns->mappings.store(roots.default_imports);
  ns->aliases.store(roots.empty_array_map);
  ns->meta.store(cast<Symbol>(symbol)->meta);
  Value old = table().load(std::memory_order_acquire);
  for (;;) {
    Value existing = get(old, symbol);
    if (!existing.is_nil()) return existing;
    Value updated = assoc(old, symbol, Value::object(ns));
    if (table().compare_exchange_strong(old, updated, std::memory_order_acq_rel)) return Value::object(ns);
  }
}

Value all_namespaces() {
  for (const LoadedAtStart& row : kLoadedAtStart) {
    if (row.shown == ShownAtStart::kWhenNamed) find_namespace(make_symbol("", row.name));
  }
  return table().load(std::memory_order_acquire);
}

void publish_namespace(Value ns) {
  Value old = table().load(std::memory_order_acquire);
  while (!table().compare_exchange_strong(old, assoc(old, cast<Namespace>(ns)->name, ns), std::memory_order_acq_rel)) {
  }
}

void hide_library(std::string_view path) {
  if (roots.library_namespaces.is_nil()) return;
  Value ns = get(roots.library_namespaces, make_string(path));
  if (ns.is_nil()) return;
  Value name = cast<Namespace>(ns)->name;
  if (shown_namespace(name) == ns) remove_namespace(name);
}

Value remove_namespace(Value symbol) {
  if (equal(cast<Symbol>(symbol), cast<Symbol>(roots.sym_clojure_core))) {
    throw_error(Error::kIllegalArgument, "Cannot remove clojure namespace");
  }
  Value old = table().load(std::memory_order_acquire);
  for (;;) {
    Value found = get(old, symbol);
    if (found.is_nil()) return found;
    Value updated = dissoc(old, symbol);
    if (table().compare_exchange_strong(old, updated, std::memory_order_acq_rel)) return found;
  }
}

Value intern(Value ns, Value symbol) {
  require_unqualified(symbol, "intern");
  Namespace* n = cast<Namespace>(ns);
  Value current = get(n->mappings.load(), symbol);
  if (Var* var = try_cast<Var>(current)) {
    if (var->ns == ns) return current;
  }
  Value plain = without_meta(symbol);
  Value made = make_var(ns, plain);
  map_name(ns, plain, made);
  // Another thread may have interned the same name first.
  return get(n->mappings.load(), symbol);
}

Value intern_var(std::string_view ns, std::string_view name) {
  return intern(find_or_create_namespace(make_symbol("", ns)), make_symbol("", name));
}

Value resolve_mapping(Value ns, Value symbol) { return get(cast<Namespace>(ns)->mappings.load(), symbol); }

Value find_interned_var(Value ns, Value symbol) {
  Value found = resolve_mapping(ns, symbol);
  Var* var = try_cast<Var>(found);
  return var && var->ns == ns ? found : Value::nil();
}

void refer_var(Value ns, Value symbol, Value var) {
  require_unqualified(symbol, "intern");
  map_name(ns, without_meta(symbol), var);
}

bool refer_all_of_core(Value ns) {
  Namespace* target = cast<Namespace>(ns);
  Value fresh = roots.default_imports;
  Value names = cast<Namespace>(roots.core_ns)->mappings.load();
  if (!(target->mappings.load() == fresh) || ns == roots.core_ns) return false;
  Value shared = roots.referring_mappings;
  if (shared.is_nil() || !(nth(shared, 0) == names)) {
    Value mappings = fresh;
    for_each_kv(names, [&](Value symbol, Value meaning) {
      Var* var = try_cast<Var>(meaning);
      if (var && var->ns == roots.core_ns && !var->has_flag(Var::kPrivate)) mappings = assoc(mappings, symbol, meaning);
      return true;
    });
    shared = make_vector({names, mappings});
    std::atomic_ref<Value>(roots.referring_mappings).store(shared, std::memory_order_release);
  }
  bool done = target->mappings.compare_exchange(fresh, nth(shared, 1));
  gc::write_barrier(target);
  return done;
}

void import_class(Value ns, Value symbol, Value cls) {
  Namespace* n = cast<Namespace>(ns);
  Value old = n->mappings.load();
  for (;;) {
    Value current = get(old, symbol);
    if (current == cls) return;
    // A class of the same name is a new definition of a deftype; anything else is a clash.
    if (is_kind(current, Kind::kClass) && !equal(as_string(class_name(current)), as_string(class_name(cls)))) {
      throw_error(Error::kIllegalState, symbol_text(symbol) + " already refers to: class " +
                                            to_utf8(class_name(current)) + " in namespace: " + ns_text(ns));
    }
    if (n->mappings.compare_exchange(old, assoc(old, symbol, cls))) break;
  }
  gc::write_barrier(n);
}

Value import_named(Value name_string) {
  std::string name = to_utf8(name_string);
  Value cls = find_class(name);
  if (cls.is_nil()) cls = imported_class(name);
  size_t dot = name.rfind('.');
  import_class(current_ns(), make_symbol("", dot == std::string::npos ? name : name.substr(dot + 1)), cls);
  return cls;
}

void unmap(Value ns, Value symbol) {
  require_unqualified(symbol, "unintern");
  Namespace* n = cast<Namespace>(ns);
  update_slot(n, n->mappings, [&](Value map) { return dissoc(map, symbol); });
}

void add_alias(Value ns, Value alias_symbol, Value target_ns) {
  Namespace* n = cast<Namespace>(ns);
  Value old = n->aliases.load();
  for (;;) {
    Value current = get(old, alias_symbol);
    if (current == target_ns) return;
    if (!current.is_nil()) {
      throw_error(Error::kIllegalState, "Alias " + symbol_text(alias_symbol) + " already exists in namespace " +
                                            ns_text(ns) + ", aliasing " + ns_text(current));
    }
    if (n->aliases.compare_exchange(old, assoc(old, alias_symbol, target_ns))) break;
  }
  gc::write_barrier(n);
}

void remove_alias(Value ns, Value alias_symbol) {
  Namespace* n = cast<Namespace>(ns);
  update_slot(n, n->aliases, [&](Value map) { return dissoc(map, alias_symbol); });
}

void bootstrap_namespaces() {
  roots.default_imports = default_imports();
  roots.namespaces = roots.empty_array_map;
  roots.core_ns = find_or_create_namespace(roots.sym_clojure_core);
  Value yes = Value::boolean(true), no = Value::boolean(false), nil = Value::nil();
  // The JVM marks some of these in their metadata, too, and programs can see which.
  enum Dynamic { kStatic, kDynamic, kInMetadata };
  struct {
    Value* root;
    const char* name;
    Dynamic dynamic;
    Value value;  // absent: unbound until the library defines it
  } vars[] = {
      {&roots.var_ns, "*ns*", kDynamic, roots.core_ns},
      {&roots.var_out, "*out*", kDynamic, nil},
      {&roots.var_err, "*err*", kDynamic, nil},
      {&roots.var_in, "*in*", kDynamic, nil},
      {&roots.var_print_method, "print-method", kStatic, Value::absent()},
      {&roots.var_print_dup, "print-dup", kStatic, Value::absent()},
      {&roots.var_print_readably, "*print-readably*", kDynamic, yes},
      {&roots.var_print_dup_flag, "*print-dup*", kDynamic, no},
      {&roots.var_verbose_defrecords, "*verbose-defrecords*", kInMetadata, no},
      {&roots.var_print_length, "*print-length*", kInMetadata, nil},
      {&roots.var_print_level, "*print-level*", kInMetadata, nil},
      {&roots.var_print_meta, "*print-meta*", kDynamic, no},
      {&roots.var_print_namespace_maps, "*print-namespace-maps*", kInMetadata, no},
      {&roots.var_flush_on_newline, "*flush-on-newline*", kDynamic, yes},
      {&roots.var_data_readers, "*data-readers*", kInMetadata, roots.empty_array_map},
      {&roots.var_default_data_reader_fn, "*default-data-reader-fn*", kInMetadata, nil},
      {&roots.var_read_eval, "*read-eval*", kDynamic, yes},
      {&roots.var_math_context, "*math-context*", kDynamic, nil},
      {&roots.var_warn_on_reflection, "*warn-on-reflection*", kDynamic, no},
      {&roots.var_unchecked_math, "*unchecked-math*", kDynamic, no},
      {&roots.var_file, "*file*", kDynamic, make_string("NO_SOURCE_PATH")},
      {&roots.var_command_line_args, "*command-line-args*", kDynamic, nil},
      {&roots.var_assert, "*assert*", kDynamic, yes},
      {&roots.loaded_libs, "*loaded-libs*", kInMetadata, Value::absent()},
  };
  for (auto& row : vars) {
    *row.root = intern(roots.core_ns, make_symbol("", row.name));
    Var* var = cast<Var>(*row.root);
    if (!row.value.is_absent()) bind_root(var, row.value);
    if (row.dynamic != kStatic) var->set_flag(Var::kDynamic);
    if (row.dynamic == kInMetadata) {
      Value pair[] = {roots.kw_dynamic, yes};
      set_var_meta(var, make_map(pair, 2));
    }
  }
}

}  // namespace clj
