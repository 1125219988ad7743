#include "clj/launch/names.h"

#include "clj/core/collections.h"
#include "clj/core/text.h"
#include "clj/core/var.h"

namespace clj::launch {
namespace {

constexpr const char* kSpecialForms[] = {"def", "do", "fn", "if", "let", "loop", "new", "quote", "recur",
                                         "set!", "throw", "try", "catch", "finally", "var", "letfn"};

void append_keys(Value map, std::vector<std::string>& out) {
  if (map.is_nil()) return;
  for_each_kv(map, [&](Value key, Value) {
    out.push_back(symbol_text(key));
    return true;
  });
}

}  // namespace

std::vector<std::string> names_in(Value ns) {
  std::vector<std::string> names(std::begin(kSpecialForms), std::end(kSpecialForms));
  if (auto* n = try_cast<Namespace>(ns)) append_keys(n->mappings.load(), names);
  return names;
}

std::vector<std::string> public_names(Value ns) {
  std::vector<std::string> names;
  auto* n = try_cast<Namespace>(ns);
  if (!n) return names;
  for_each_kv(n->mappings.load(), [&](Value key, Value mapping) {
    Var* var = try_cast<Var>(mapping);
    if (var && var->ns == ns && !var->has_flag(Var::kPrivate)) names.push_back(symbol_text(key));
    return true;
  });
  return names;
}

std::vector<std::string> class_names(Value ns) {
  std::vector<std::string> names;
  auto* n = try_cast<Namespace>(ns);
  if (!n) return names;
  for_each_kv(n->mappings.load(), [&](Value key, Value mapping) {
    if (is_kind(mapping, Kind::kClass)) names.push_back(symbol_text(key));
    return true;
  });
  return names;
}

std::vector<std::string> namespace_names(Value ns) {
  std::vector<std::string> names;
  append_keys(all_namespaces(), names);
  if (auto* n = try_cast<Namespace>(ns)) append_keys(n->aliases.load(), names);
  return names;
}

Value namespace_named(Value ns, std::string_view name) {
  Value symbol = make_symbol("", name);
  if (auto* n = try_cast<Namespace>(ns)) {
    Value aliases = n->aliases.load();
    Value aliased = aliases.is_nil() ? aliases : get(aliases, symbol);
    if (!aliased.is_nil()) return aliased;
  }
  return find_namespace(symbol);
}

}  // namespace clj::launch
