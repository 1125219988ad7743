// What files require, and the libraries among it that are missing: what follows from their absence is not told.
#include <tuple>

#include "clj/core/collections.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "engine.h"
#include "libspec.h"

namespace clj::lint {

bool Engine::may_be_missing(const SourceFile& file, Value symbol) const {
  auto* s = cast<Symbol>(symbol);
  if (s->ns.is_nil()) return file.opaque_names;
  Value prefix = make_symbol(Value::nil(), s->ns);
  Value ns = get(cast<Namespace>(current_ns())->aliases.load(), prefix);
  if (ns.is_nil()) ns = find_namespace(prefix);
  return ns.is_nil() ? file.late_names.count(to_utf8(s->ns)) != 0 : is_missing(ns);
}

// Notes what an ns form, require or use requires; the names in it are no uses of them.
void Engine::note_requirements(SourceFile& file, const List& list) {
  bool is_ns = list.is_core("ns");
  if (list.is_core("load")) file.loads_parts = true;
  if (!is_ns && !list.is_core("require") && !list.is_core("use")) return;
  const Place& all = list.entry->place;
  for (Entry& entry : file.entries) {
    const Place& p = entry.place;
    bool inside = std::tie(p.line, p.column) > std::tie(all.line, all.column) &&
                  std::tie(p.line, p.column) < std::tie(all.end_line, all.end_column);
    if (inside) entry.use = Entry::Use::kDefinition;
  }
  if (is_ns && list.items.size() > 1 && is_symbol(list.items[1])) file.ns = symbol_text(list.items[1]);
  bool at_top = all.line == file.form_place.line && all.column == file.form_place.column;
  if (!at_top) {  // runs with the program, if at all
    for (const Requirement& requirement : requirements_of(file, list)) {
      file.late_names.insert({requirement.alias, requirement.ns});
      file.opaque_names = file.opaque_names || requirement.refers_all || !requirement.referred.empty();
    }
    return;
  }
  size_t first_new = file.requirements.size();
  for (Requirement& requirement : requirements_of(file, list)) file.requirements.push_back(std::move(requirement));
  for (size_t i = first_new; i < file.requirements.size(); ++i) {
    const Requirement& requirement = file.requirements[i];
    Value ns = find_namespace(make_symbol("", requirement.ns));
    if (!ns.is_nil() && is_missing(ns)) report_missing(file, requirement);
  }
  Context context(*this, file);
  for (auto& rule : rules_) rule->required(context, first_new);
}

// What ends a finding about an unresolved name.
std::string Engine::question(const std::string& message, const std::vector<std::string>& locals) const {
  std::string nearest = nearest_(message, locals);
  return nearest.empty() ? "" : " Did you mean " + nearest + "?";
}

std::string Engine::absence_of(const std::string& ns) const {
  return "The namespace " + ns + " is not on the class path." + question("No such namespace: " + ns, {});
}

void Engine::report_missing(SourceFile& file, const Requirement& requirement) {
  report(file, rule_named("unresolved-namespace"), file.entries[requirement.entry].place,
         absence_of(requirement.ns));
  admit_names(file, requirement);
  if (requirement.refers_all) file.opaque_names = true;
}

// Makes the names that are referred from a namespace exist there.
void Engine::admit_names(const SourceFile& file, const Requirement& requirement) {
  Value ns = find_namespace(make_symbol("", requirement.ns));
  if (ns.is_nil()) return;
  for (uint32_t index : requirement.referred) {
    intern(ns, make_symbol(Value::nil(), cast<Symbol>(file.form(file.entries[index]))->name));
  }
}

void Engine::missing_library(const std::string& ns_name) {
  Value ns = find_or_create_namespace(make_symbol("", ns_name));
  missing_.insert(ns.bits());
  SourceFile* file = current();
  if (file == nullptr) return;
  for (const Requirement& requirement : file->requirements) {
    if (requirement.ns == ns_name) return report_missing(*file, requirement);
  }
  report(*file, rule_named("unresolved-namespace"), file->form_place, absence_of(ns_name));
}

void Engine::cyclic_library(const std::string& ns, const std::string& chain) {
  SourceFile* file = current();
  if (file == nullptr) return;
  for (const Requirement& requirement : file->requirements) {
    if (requirement.ns != ns) continue;
    report(*file, rule_named("syntax"), file->entries[requirement.entry].place, "Cyclic load dependency: " + chain);
  }
}

}  // namespace clj::lint
