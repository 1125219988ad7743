#include "unit_compiler.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "clj/analyze/analyze.h"
#include "clj/base/checksum.h"
#include "clj/core/call.h"
#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/next_id.h"
#include "clj/core/print.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/core/var.h"
#include "clj/driver/loader.h"
#include "clj/driver/start.h"
#include "clj/emit/bundle_emitter.h"
#include "clj/exec/bundle.h"
#include "clj/incremental/digest.h"
#include "by_name.h"
#include "compile_unit.h"
#include "late_requires.h"
#include "require_graph.h"
#include "source_tree.h"

namespace clj::driver {
namespace {

using incremental::Export;
using incremental::Part;
using incremental::Use;

std::string full_name(const Var* var) {
  if (var->ns.is_nil()) return "";
  return symbol_text(cast<Namespace>(var->ns)->name) + "/" + symbol_text(var->symbol);
}

std::string namespace_of(std::string_view full) { return std::string(full.substr(0, full.find('/'))); }

// The symbols of a form, quoted ones included: what they name may decide what the form becomes.
void collect_symbols(Value form, std::set<std::string>& symbols) {
  check_stack();
  if (is_symbol(form)) {
    symbols.insert(symbol_text(form));
  } else if (is_map(form)) {
    for_each_kv(form, [&](Value key, Value value) {
      collect_symbols(key, symbols);
      collect_symbols(value, symbols);
      return true;
    });
  } else if (is_seq(form) || is_vector(form) || is_set(form)) {
    for_each(form, [&](Value element) { return collect_symbols(element, symbols), true; });
  }
}

// Follows a source's forms into a unit.
class UnitBuilder : public PartVisitor {
 public:
  explicit UnitBuilder(incremental::UnitFacts& facts) : facts_(facts) {}

  void form(Value form, Evaluate evaluate) {
    requires_.top_level(form);
    compile_top_level(form, evaluate, *this);
    ++form_;
  }

  bool analysed(const std::shared_ptr<analyze::Unit>& unit) override {
    init_functions_.push_back(emitter_.add_form(*unit));
    late_.look_at(*unit);
    return true;
  }

  void treated(const analyze::Unit& unit, bool evaluated) override {
    Part part;
    part.form = form_;
    part.evaluated = evaluated;
    part.effect = evaluated && unit.root->kind != analyze::NodeKind::kDef;
    for (Value var : defined_vars(unit)) part.defines.push_back({full_name(cast<Var>(var)), cast<Var>(var)->is_dynamic()});
    part.serves = var_it_is_for(unit, part.does_nothing);
    note_names(unit, part);
    facts_.parts.push_back(std::move(part));
  }

  uint32_t forms() const { return form_; }
  const std::vector<std::string>& required() const { return requires_.required; }

  void finish(std::string_view ns, std::string_view path, CompiledUnit& unit) {
    for (const std::string& lib : late_.libs()) facts_.late.push_back(lib);
    emitter_.add_namespace(ns, path, init_functions_);
    unit.bytes = emitter_.finish();
    std::string fault = unit.view.open(unit.bytes, false);
    if (!fault.empty()) throw_error(Error::kIllegalState, fault);
  }

 private:
  incremental::UnitFacts& facts_;
  emit::BundleEmitter emitter_;
  std::vector<uint32_t> init_functions_;
  RequireReader requires_;
  LateRequires late_;
  uint32_t form_ = 0;
};

bool flag_is_set(const char* name) {
  Value var = find_interned_var(roots.core_ns, make_symbol("", name));
  return !var.is_nil() && deref(cast<Var>(var)).truthy();
}

// The first number of the generated names in a form. Each form has its own: one that grows does not
// change what becomes of those after it.
int64_t first_id(const std::string& visible_name, uint32_t form) {
  return 1 + static_cast<int64_t>(xxh3_64(visible_name.data(), visible_name.size()) % 900'000'000) + form * int64_t{100'000};
}

void note_digests(CompiledUnit& unit, const std::function<bool(std::string_view)>& is_of_source) {
  incremental::Digester digester(unit.view, is_of_source);
  auto functions = unit.view.init_functions();
  for (size_t i = 0; i < unit.facts.parts.size(); ++i) {
    incremental::Mentions mentions = digester.of_function(functions[i]);
    Part& part = unit.facts.parts[i];
    part.digest = mentions.digest;
    // What defmulti and its like do when they are evaluated looks at their own var only.
    part.impure = mentions.impure || (mentions.impure_itself && !part.effect);
    part.vars = std::move(mentions.vars);
    part.symbols = std::move(mentions.symbols);
  }
}

// What the compiler reads of a var that other code mentions.
uint64_t interface_of(Var* var, const incremental::UnitFacts& facts, bool& runs) {
  std::string text = std::string(var->is_macro() ? "macro " : "") + (var->is_dynamic() ? "dynamic " : "") +
                     (var->has_flag(Var::kPrivate) ? "private " : "");
  runs = var->is_macro();
  Value metadata = var->meta.load();
  if (!metadata.is_nil()) {
    Value entries[] = {roots.var_print_meta, Value::boolean(true)};
    BindingScope bindings(make_map(entries, 2));
    for (const char* key : {"tag", "arglists", "const", "static", "inline-arities"}) {
      Value value = get(metadata, make_keyword("", key));
      if (!value.is_nil()) text += std::string(key) + " " + (is_fn(value) ? "fn" : print_text(value)) + " ";
    }
    if (!get(metadata, make_keyword("", "inline")).is_nil()) runs = true;
    // Its value stands in the code that mentions it.
    if (get(metadata, roots.kw_const_).truthy() && var->is_bound()) text += print_text(var->root.load());
  }
  uint64_t hash = xxh3_64(text.data(), text.size());
  // Macros look into protocols and the like: then it is the forms that make it that count.
  if (var->is_bound() && !is_fn(var->root.load())) {
    std::string name = full_name(var);
    for (const Part& part : facts.parts) {
      for (const auto& definition : part.defines) {
        if (definition.var == name) hash = hash * 31 + part.digest;
      }
    }
  }
  return hash == 0 ? 1 : hash;
}

uint64_t interface_of(const Class* cls) {
  std::string text = to_utf8(cls->name) + " " + print_text(cls->fields);
  return xxh3_64(text.data(), text.size()) | 1;
}

bool is_class_of(Value mapping, const std::string& prefix) {
  constexpr uint8_t kOfPrograms = Class::kDeftype | Class::kRecord | Class::kInterface;
  if (!is_kind(mapping, Kind::kClass) || !mapping.as_object()->has_flag(kOfPrograms)) return false;
  return to_utf8(cast<Class>(mapping)->name).starts_with(prefix);
}

std::string munged(std::string ns) {
  for (char& c : ns) c = c == '-' ? '_' : c;
  return ns;
}

void note_exports(incremental::UnitFacts& facts, Value ns) {
  std::string class_prefix = munged(facts.ns) + ".";
  for_each_kv(cast<Namespace>(ns)->mappings.load(), [&](Value, Value mapping) {
    Export item;
    if (is_class_of(mapping, class_prefix)) {
      item.name = "class " + to_utf8(cast<Class>(mapping)->name);
      item.interface = interface_of(cast<Class>(mapping));
    } else if (is_kind(mapping, Kind::kVar) && cast<Var>(mapping)->ns == ns) {
      item.name = full_name(cast<Var>(mapping));
      item.interface = interface_of(cast<Var>(mapping), facts, item.runs);
      item.is_public = !cast<Var>(mapping)->has_flag(Var::kPrivate);
    } else {
      return true;
    }
    facts.exports.push_back(std::move(item));
    return true;
  });
  std::sort(facts.exports.begin(), facts.exports.end(), [](const Export& a, const Export& b) { return a.name < b.name; });
}

// What the symbol names in the namespace: a Var, a Class or nil.
Value meaning_of(Value ns, const std::string& text) {
  size_t slash = text.find('/');
  if (slash == std::string::npos || slash == 0) return resolve_mapping(ns, make_symbol("", text));
  Value prefix = make_symbol("", text.substr(0, slash));
  Value target = get(cast<Namespace>(ns)->aliases.load(), prefix);
  if (target.is_nil()) target = find_namespace(prefix);
  return target.is_nil() ? target : find_interned_var(target, make_symbol("", text.substr(slash + 1)));
}

// The namespaces all of whose public vars the namespace refers to.
std::set<std::string> referred_as_a_whole(Value ns, const incremental::Project& project) {
  std::map<std::string, size_t> referred;
  for_each_kv(cast<Namespace>(ns)->mappings.load(), [&](Value, Value mapping) {
    if (is_kind(mapping, Kind::kVar) && !(cast<Var>(mapping)->ns == ns) && !(cast<Var>(mapping)->ns == roots.core_ns)) {
      ++referred[namespace_of(full_name(cast<Var>(mapping)))];
    }
    return true;
  });
  std::set<std::string> whole;
  for (const auto& [name, count] : referred) {
    const incremental::UnitFacts* unit = project.find(path_of_namespace(name));
    if (unit == nullptr) continue;
    size_t names = 0;
    for (const Export& item : unit->exports) names += item.is_public;
    if (count >= names) whole.insert(name);
  }
  return whole;
}

// Whether a top-level form calls -main whatever happens: `(-main)`, `(apply -main *command-line-args*)`.
bool calls_main(Value form) {
  if (!is_seq(form) || !is_symbol(first(form))) return false;
  std::string head = symbol_text(first(form));
  Value arguments = next(form);
  if (head == "-main") return true;
  if (head == "apply") return !arguments.is_nil() && is_symbol(first(arguments)) && symbol_text(first(arguments)) == "-main";
  if (head != "do" && head != "System/exit") return false;
  bool found = false;
  for_each(arguments, [&](Value argument) { return found = calls_main(argument), !found; });
  return found;
}

// What a unit is called in the bundle. Several names have the same path (`a-b`, `a_b`): the one that the file declares.
std::string name_of_unit(const incremental::UnitFacts& facts, const std::set<std::string>& declared) {
  auto fits = [&](const std::string& ns) { return path_of_namespace(ns) == facts.path; };
  if (fits(facts.ns)) return facts.ns;
  auto found = std::find_if(declared.begin(), declared.end(), fits);
  return found == declared.end() ? namespace_of_path(facts.path) : *found;
}

}  // namespace

Compiled compile_source(const Source& source, const std::function<bool(std::string_view)>& is_of_source) {
  Compiled compiled;
  incremental::UnitFacts& facts = compiled.unit.facts;
  facts.place = source.place;
  facts.source_hash = xxh3_64(source.text.data(), source.text.size());
  // Flags that whoever requires it has set reach into a file, as on the JVM.
  facts.impure = flag_is_set("*unchecked-math*") || flag_is_set("*warn-on-reflection*");
  facts.impure = facts.impure || source.text.find("#=") != std::string::npos;
  Evaluate evaluate = evaluation_of(source.place);
  std::set<std::string> symbols, namespaces;
  UnitBuilder builder(facts);
  IdScope ids;
  ids.continue_at(first_id(source.visible_name, 0));
  for_each_form(source.text, source.place, source.visible_name, [&](Value form) {
    collect_symbols(form, symbols);
    facts.calls_main = facts.calls_main || calls_main(form);
    builder.form(form, evaluate);
    facts.ns = symbol_text(cast<Namespace>(current_ns())->name);
    namespaces.insert(facts.ns);
    ids.continue_at(first_id(source.visible_name, builder.forms()));
  });
  if (facts.ns.empty()) facts.ns = "user";
  facts.path = source.path.empty() ? path_of_namespace(facts.ns) : source.path;
  // A part of another's namespace, or of several: who depends on what is not told apart.
  facts.impure = facts.impure || namespaces.size() > 1 || facts.path != path_of_namespace(facts.ns);
  for (const std::string& lib : builder.required()) facts.requires_.push_back(path_of_namespace(lib));
  builder.finish(name_of_unit(facts, namespaces), facts.path, compiled.unit);
  note_digests(compiled.unit, is_of_source);
  compiled.symbols.assign(symbols.begin(), symbols.end());
  compiled.unit.loaded = true;
  return compiled;
}

CompiledUnit compile_data_readers() {
  CompiledUnit unit;
  unit.facts.ns = "user";
  UnitBuilder builder(unit.facts);
  for_each(data_reader_forms(), [&](Value form) { return builder.form(form, Evaluate::kAll), true; });
  if (builder.forms() > 0) {
    builder.finish("user", "data_readers", unit);
    note_digests(unit, [](std::string_view) { return true; });
  }
  return unit;
}

void record_uses(CompiledUnit& unit, const std::vector<std::string>& symbols, incremental::Project& project,
                 const std::function<bool(std::string_view)>& is_of_source) {
  incremental::UnitFacts& facts = unit.facts;
  Value ns = find_namespace(make_symbol("", facts.ns));
  if (ns.is_nil()) {
    facts.impure = true;
    return;
  }
  note_exports(facts, ns);
  project.add(&facts);
  std::set<std::string> interfaces, running, owners;
  auto mention = [&](Value meaning) {
    std::string name;
    if (is_kind(meaning, Kind::kVar)) {
      auto* var = cast<Var>(meaning);
      name = full_name(var);
      if (name.empty() || !is_of_source(namespace_of(name))) return;
      const Export* item = project.find_export(name);
      Value metadata = var->meta.load();
      bool constant = !metadata.is_nil() && get(metadata, roots.kw_const_).truthy();
      if (item == nullptr) {
        facts.impure = true;  // made by something that no unit shows
      } else if (item->runs || constant) {
        running.insert(name);
      }
      if (var->ns == ns) return;
    } else if (is_kind(meaning, Kind::kClass)) {
      name = "class " + to_utf8(cast<Class>(meaning)->name);
      if (project.find_export(name) == nullptr || is_class_of(meaning, munged(facts.ns) + ".")) return;
    } else {
      return;
    }
    interfaces.insert(name);
  };
  for (const std::string& symbol : symbols) mention(meaning_of(ns, symbol));
  for (const Part& part : facts.parts) {
    for (const std::string& var : part.vars) mention(meaning_of(ns, var));
  }
  // Whatever reads this text with a reader of the program's own.
  for_each_kv(deref(cast<Var>(intern_var("clojure.core", "*data-readers*"))), [&](Value, Value reader) {
    if (is_kind(reader, Kind::kVar) && is_of_source(namespace_of(full_name(cast<Var>(reader))))) {
      running.insert(full_name(cast<Var>(reader)));
    }
    return true;
  });
  for (const std::string& name : interfaces) {
    facts.uses.push_back({Use::Kind::kInterface, name, project.interface(name)});
    if (!name.starts_with("class ")) owners.insert(path_of_namespace(namespace_of(name)));
  }
  for (const std::string& owner : owners) {
    if (std::find(facts.requires_.begin(), facts.requires_.end(), owner) == facts.requires_.end()) {
      facts.requires_.push_back(owner);
    }
  }
  for (const std::string& name : running) {
    incremental::Closure closure = project.closure(name, facts);
    facts.impure = facts.impure || closure.impure;
    facts.uses.push_back({Use::Kind::kCode, name, closure.hash});
    // An expansion may mention them unqualified, in this namespace.
    for (const std::string& symbol : closure.symbols) {
      Value meaning = meaning_of(ns, symbol);
      if (is_kind(meaning, Kind::kVar) && !(cast<Var>(meaning)->ns == ns)) {
        std::string mentioned = full_name(cast<Var>(meaning));
        const Export* item = project.find_export(mentioned);
        if (item == nullptr || interfaces.contains(mentioned)) continue;
        facts.uses.push_back({Use::Kind::kInterface, mentioned, item->interface});
        if (item->runs && !running.contains(mentioned)) facts.impure = true;
      }
    }
  }
  for (const std::string& name : referred_as_a_whole(ns, project)) {
    facts.uses.push_back({Use::Kind::kNames, name, project.names(name)});
  }
}

void load_unit(CompiledUnit& unit) {
  if (unit.loaded) return;
  unit.loaded = true;
  unit.checked_bytes = incremental::with_checked_reads(unit.view);
  exec::LoadedBundle* bundle = exec::load_bundle(unit.checked_bytes, true);
  exec::run_namespace(bundle, 0, [&](uint32_t form) {
    const Part& part = unit.facts.parts[form];
    if (part.evaluated) return true;
    std::vector<Value> vars;
    for (const auto& definition : part.defines) {
      std::string ns = namespace_of(definition.var);
      Value var = intern_var(ns, definition.var.substr(ns.size() + 1));
      if (definition.dynamic) cast<Var>(var)->set_flag(Var::kDynamic);
      vars.push_back(var);
    }
    put_off(vars, [bundle, form] { exec::run_form(bundle, 0, form); });
    return false;
  });
}

}  // namespace clj::driver
