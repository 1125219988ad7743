#include "late_requires.h"

#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/var.h"

namespace clj::driver {
namespace {

using namespace analyze;
using Found = std::function<void(const std::string& lib)>;

std::string core_name(const Node* fn) {
  if (fn->kind != NodeKind::kVarRef) return "";
  auto* var = cast<Var>(as<VarRefNode>(fn).var);
  return var->ns == roots.core_ns ? symbol_text(var->symbol) : "";
}

// A lib's name, a vector of one and options, or a prefix list, as require takes it.
void visit_libspec(Value spec, const Found& found) {
  if (is_symbol(spec)) return found(symbol_text(spec));
  if (is_vector(spec)) {
    bool options = count(spec) < 2 || is_keyword(nth(spec, 1)) || nth(spec, 1).is_nil();
    if (options && count(spec) > 0 && is_symbol(nth(spec, 0))) return found(symbol_text(nth(spec, 0)));
  }
  if (!is_vector(spec) && !is_seq(spec)) return;
  Value prefix = first(spec);
  if (!is_symbol(prefix)) return;
  for (Value rest_specs = next(spec); !rest_specs.is_nil(); rest_specs = next(rest_specs)) {
    Value part = first(rest_specs);
    Value name = is_vector(part) && count(part) > 0 ? nth(part, 0) : part;
    if (is_symbol(name)) found(symbol_text(prefix) + "." + symbol_text(name));
  }
}

void visit_call(const InvokeNode& call, const Found& found) {
  std::string name = core_name(call.fn);
  bool loads = name == "require" || name == "use", resolves = name == "requiring-resolve";
  if (!loads && !resolves) return;
  for (const Node* arg : call.args) {
    if (arg->kind != NodeKind::kConst) continue;
    Value value = as<ConstNode>(arg).value;
    if (loads) visit_libspec(value, found);
    if (resolves && is_symbol(value) && !cast<Symbol>(value)->ns.is_nil()) found(to_utf8(cast<Symbol>(value)->ns));
  }
}

void visit(const Node* node, const Found& found) {
  check_stack();
  if (node->kind == NodeKind::kInvoke) visit_call(as<InvokeNode>(node), found);
  for_each_child(
      node, [](void* context, Node* child) { visit(child, *static_cast<const Found*>(context)); },
      const_cast<Found*>(&found));
}

}  // namespace

void find_late_requires(const Unit& unit, const Found& found) { visit(unit.root, found); }

}  // namespace clj::driver
