#include "late_requires.h"

#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/var.h"

namespace clj::driver {
namespace {

using namespace analyze;

std::string core_name(const Node* fn) {
  if (fn->kind != NodeKind::kVarRef) return "";
  auto* var = cast<Var>(as<VarRefNode>(fn).var);
  return var->ns == roots.core_ns ? symbol_text(var->symbol) : "";
}

bool loads(std::string_view core_function) { return core_function == "require" || core_function == "use"; }
bool resolves(std::string_view core_function) { return core_function == "requiring-resolve"; }

}  // namespace

// A lib's name, a vector of one and options, or a prefix list, as require takes it.
void LateRequires::visit_libspec(Value spec) {
  auto found = [&](const std::string& lib) { named_.push_back(lib); };
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

void LateRequires::visit_call(const InvokeNode& call) {
  std::string name = core_name(call.fn);
  if (!loads(name) && !resolves(name)) return;
  for (const Node* arg : call.args) {
    if (arg->kind != NodeKind::kConst) {
      computes_ = true;
      continue;
    }
    Value value = as<ConstNode>(arg).value;
    if (loads(name)) visit_libspec(value);
    if (resolves(name) && is_symbol(value) && !cast<Symbol>(value)->ns.is_nil()) named_.push_back(to_utf8(cast<Symbol>(value)->ns));
  }
}

// The symbols in quoted collections and alone.
void LateRequires::note_mentioned(Value constant) {
  check_stack();
  if (is_symbol(constant)) {
    Value ns = cast<Symbol>(constant)->ns;
    std::string lib = ns.is_nil() ? symbol_text(constant) : to_utf8(ns);
    if (!ns.is_nil() || lib.find('.') != lib.npos) mentioned_.push_back(lib);
  } else if (is_vector(constant) || is_map(constant) || is_set(constant) || is_seq(constant)) {
    for_each(constant, [&](Value element) {
      note_mentioned(element);
      return true;
    });
  }
}

void LateRequires::visit(const Node* node) {
  check_stack();
  const Node* called = nullptr;
  if (node->kind == NodeKind::kInvoke) {
    visit_call(as<InvokeNode>(node));
    called = as<InvokeNode>(node).fn;
  }
  if (node->kind == NodeKind::kConst) note_mentioned(as<ConstNode>(node).value);
  struct Context {
    LateRequires* self;
    const Node* called;
  } context{this, called};
  for_each_child(
      node,
      [](void* context, Node* child) {
        auto [self, called] = *static_cast<Context*>(context);
        std::string name = child == called ? "" : core_name(child);
        if (loads(name) || resolves(name)) self->computes_ = true;
        self->visit(child);
      },
      &context);
}

void LateRequires::look_at(const Unit& unit) { visit(unit.root); }

std::vector<std::string> LateRequires::libs() const {
  std::vector<std::string> libs = named_;
  if (computes_) libs.insert(libs.end(), mentioned_.begin(), mentioned_.end());
  return libs;
}

}  // namespace clj::driver
