#include "usage.h"

#include "clj/core/type.h"
#include "clj/core/var.h"
#include "libspec.h"

namespace clj::lint {
namespace {

bool is_var_of(const Entry& entry, const std::string& ns) {
  auto* var = try_cast<Var>(entry.what);
  return entry.use == Entry::Use::kResolved && var != nullptr && is_kind(var->ns, Kind::kNamespace) &&
         symbol_text(cast<Namespace>(var->ns)->name) == ns;
}

}  // namespace

bool uses_referred(const SourceFile& file, const Requirement& requirement, uint32_t referred) {
  Value name = file.form(file.entries[referred]);
  for (const Entry& entry : file.entries) {
    Value form = file.form(entry);
    if (!is_symbol(form) || !cast<Symbol>(form)->ns.is_nil() || !equal(cast<Symbol>(form), cast<Symbol>(name))) continue;
    if (entry.use == Entry::Use::kUnseen || is_var_of(entry, requirement.ns)) return true;
    // Of a missing library, or a var that is defined elsewhere and mapped there.
    if (entry.use == Entry::Use::kResolved) return true;
  }
  return false;
}

bool uses_namespace(const SourceFile& file, const Requirement& requirement) {
  std::string package = munged(requirement.ns);
  for (uint32_t referred : requirement.referred) {
    if (uses_referred(file, requirement, referred)) return true;
  }
  for (const Entry& entry : file.entries) {
    Value form = file.form(entry);
    if (is_keyword(form)) {
      Value ns = cast<Symbol>(cast<Keyword>(form)->symbol)->ns;
      if (!ns.is_nil() && to_utf8(ns) == requirement.ns) return true;
    }
    if (!is_symbol(form) || entry.index == requirement.entry) continue;
    auto* symbol = cast<Symbol>(form);
    std::string prefix = symbol->ns.is_nil() ? "" : to_utf8(symbol->ns), name = to_utf8(symbol->name);
    // A class of the namespace: its records and types.
    std::string full = prefix.empty() ? name : prefix;
    if (full.starts_with(package + ".") || (package != requirement.ns && full == package)) return true;
    if (entry.use == Entry::Use::kDefinition || entry.use == Entry::Use::kBinding) continue;
    if (!prefix.empty() && (prefix == requirement.alias || prefix == requirement.ns)) return true;
    if (is_var_of(entry, requirement.ns)) return true;
    if (requirement.refers_all && entry.use == Entry::Use::kUnseen) return true;
  }
  return false;
}

}  // namespace clj::lint
