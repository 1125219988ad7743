#include "clj/launch/dormant.h"

#include <string>

#include "clj/conc/ref.h"
#include "clj/core/call.h"
#include "clj/core/collections.h"
#include "clj/core/munge.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/var.h"

namespace clj::launch {
namespace {

// Nothing happens when a namespace of this name is there: this one, or the program's own.
void wake_namespace(Value ns) {
  if (!contains(roots.library_namespaces, make_string(path_of_namespace(symbol_text(cast<Namespace>(ns)->name))))) return;
  if (!shown_namespace(cast<Namespace>(ns)->name).is_nil()) return;
  publish_namespace(ns);
  invoke(deref(cast<Var>(intern_var("clojure.core", "-add-loaded-lib"))), cast<Namespace>(ns)->name);
  for_each_kv(cast<Namespace>(ns)->aliases.load(), [](Value, Value target) {
    wake_namespace(target);
    return true;
  });
  for_each_kv(cast<Namespace>(ns)->mappings.load(), [&](Value, Value mapping) {
    if (is_kind(mapping, Kind::kVar) && cast<Var>(mapping)->ns != ns) wake_namespace(cast<Var>(mapping)->ns);
    return true;
  });
}

}  // namespace

void make_dormant(Value loaded) {
  Value libraries = roots.empty_array_map, visible = roots.empty_array_map;
  for_each_kv(roots.namespaces, [&](Value name, Value ns) {
    bool library = symbol_text(name) != "user";
    if (library) libraries = assoc(libraries, make_string(path_of_namespace(symbol_text(cast<Namespace>(ns)->name))), ns);
    if (!library || ns == roots.core_ns || contains(loaded, name)) visible = assoc(visible, name, ns);
    return true;
  });
  roots.library_namespaces = libraries;
  roots.namespaces = visible;
  auto* loaded_libs = cast<conc::Ref>(deref(cast<Var>(roots.loaded_libs)));
  loaded_libs->value.store(loaded);
  gc::write_barrier(loaded_libs);
}

bool wake(std::string_view path) {
  if (roots.library_namespaces.is_nil()) return false;
  Value ns = get(roots.library_namespaces, make_string(path));
  if (ns.is_nil()) return false;
  wake_namespace(ns);
  return true;
}

bool is_library(std::string_view path) {
  return !roots.library_namespaces.is_nil() && contains(roots.library_namespaces, make_string(path));
}

bool is_clojures_own(std::string_view path) {
  for (std::string_view other : {"clojure/data/", "clojure/tools/", "clojure/spec/", "clojure/core/specs/"}) {
    if (path.starts_with(other)) return false;
  }
  return is_library(path);
}

}  // namespace clj::launch
