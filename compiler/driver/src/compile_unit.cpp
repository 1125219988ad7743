#include "compile_unit.h"

#include <cstring>
#include <unordered_map>

#include "clj/analyze/analyze.h"
#include "clj/analyze/observer.h"
#include "clj/core/call.h"
#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/var.h"
#include "clj/emit/emit.h"
#include "clj/io/class_path.h"
#include "clj/passes/passes.h"

namespace clj::driver {
namespace {

using namespace analyze;

// Vars whose values have been put off, by address, with what makes them. Namespaces keep the vars
// alive.
std::unordered_map<uint64_t, std::shared_ptr<const std::function<void()>>> pending;

constexpr const char* kDefining[] = {
#define CLJ_DEFINING(name) name,
#include "defining.def"
#undef CLJ_DEFINING
};

Value head_of(Value form) { return is_seq(form) && !seq(form).is_nil() ? first(form) : Value::nil(); }

bool is_defining(Value head) {
  if (!is_symbol(head)) return false;
  std::string name;
  if (head == roots.sym_set || symbol_text(head) == "set!") return true;
  // A constructor or a member: there may be no such class.
  if (cast<Symbol>(head)->ns.is_nil() && symbol_text(head).find('.') != std::string::npos) return false;
  Value found = resolve(current_ns(), head);
  if (!is_kind(found, Kind::kVar)) return false;
  auto* var = cast<Var>(found);
  name = symbol_text(var->symbol);
  if (var->ns != roots.core_ns) name = symbol_text(cast<Namespace>(var->ns)->name) + "/" + name;
  for (const char* defining : kDefining) {
    if (name == defining) return true;
  }
  return false;
}

void collect_defs(const Node* node, std::vector<Value>& vars) {
  check_stack();
  if (node->kind == NodeKind::kDef) vars.push_back(as<DefNode>(node).var);
  if (node->kind == NodeKind::kFn) return;  // defined when called, if ever
  for_each_child(
      node, [](void* context, Node* child) { collect_defs(child, *static_cast<std::vector<Value>*>(context)); }, &vars);
}

// A def whose value has no effect to speak of: a function, a constant, or none.
bool is_plain_def(const Node* node) {
  if (node->kind != NodeKind::kDef) return false;
  const Node* init = as<DefNode>(node).init;
  return init == nullptr || init->kind == NodeKind::kFn || init->kind == NodeKind::kConst;
}

// The metadata of a def says that it is a macro.
bool says_macro(const Node* meta) {
  if (meta->kind == NodeKind::kConst) {
    Value value = as<ConstNode>(meta).value, macro = make_keyword("", "macro");
    return value == macro || (is_map(value) && get(value, macro).truthy());
  }
  bool found = false;
  for_each_child(
      meta, [](void* context, Node* child) { *static_cast<bool*>(context) |= says_macro(child); }, &found);
  return found;
}

// (.setMacro #'x), (alter-meta! #'x …): what makes a var a macro, for macros that define others.
bool changes_var(const Node* node) {
  if (node->kind == NodeKind::kHostCall) {
    const auto& call = as<HostCallNode>(node);
    return call.target->kind == NodeKind::kTheVar && symbol_text(call.member) == "setMacro";
  }
  if (node->kind != NodeKind::kInvoke) return false;
  const auto& invoke = as<InvokeNode>(node);
  if (invoke.fn->kind != NodeKind::kVarRef || invoke.args.size == 0 || invoke.args[0]->kind != NodeKind::kTheVar) return false;
  auto* fn = cast<Var>(as<VarRefNode>(invoke.fn).var);
  std::string name = symbol_text(fn->symbol);
  return fn->ns == roots.core_ns && (name == "alter-meta!" || name == "reset-meta!");
}

// The var whose metadata a form changes, if the value of that var has been put off: its metadata come with the value. Nil where
// the form may make it a macro, which what follows has to know.
Value put_off_var_of_change(const Node* node) {
  if (node->kind != NodeKind::kInvoke || !changes_var(node)) return Value::nil();
  const auto& invoke = as<InvokeNode>(node);
  for (const Node* arg : invoke.args) {
    if (says_macro(arg)) return Value::nil();
  }
  Value var = as<TheVarNode>(invoke.args[0]).var;
  return pending.count(var.bits()) != 0 ? var : Value::nil();
}

// Puts off what comes after the value of a var that has been put off itself.
void put_off_behind(Value var, const std::function<void()>& more) {
  auto before = pending[var.bits()];
  auto both = std::make_shared<const std::function<void()>>([before, more] {
    (*before)();
    more();
  });
  for (auto& [bits, make_values] : pending) {
    if (make_values == before) make_values = both;
  }
}

// A form that makes a class: (when-not (resolve 'T) (deftype T …)), as macros expand to. What follows can be compiled only when
// it has run.
bool makes_class(const Node* node) {
  check_stack();
  if (node->kind == NodeKind::kImport || node->kind == NodeKind::kDeftype) return true;
  if (node->kind == NodeKind::kFn) return false;
  bool found = false;
  for_each_child(
      node, [](void* context, Node* child) { *static_cast<bool*>(context) |= makes_class(child); }, &found);
  return found;
}

// Whether an argument of require gives names: [lib :as alias], [lib :refer [name]], in a list of libs too.
bool gives_names(Value spec) {
  if (spec == make_keyword("", "as") || spec == make_keyword("", "refer") || spec == make_keyword("", "as-alias")) return true;
  if (!is_vector(spec) && !is_seq(spec)) return false;
  bool found = false;
  for_each(spec, [&](Value part) {
    found = found || gives_names(part);
    return !found;
  });
  return found;
}

// A call of require or use that is no top-level form itself, in (try (require '[lib :as l]) (catch …)) say.
bool requires_names(const Node* call, const std::string& name) {
  if (name == "use") return true;
  bool found = false;
  if (name == "require") {
    for_each_child(
        call,
        [](void* context, Node* arg) {
          if (arg->kind == NodeKind::kConst) *static_cast<bool*>(context) |= gives_names(as<ConstNode>(arg).value);
        },
        &found);
  }
  return found;
}

// A form that changes what names mean: (doseq [n names] (intern *ns* n …)), (let [x …] (defmacro …)). One that does something
// with the answer of such a call, as to print it, is none.
bool changes_names(const Node* node) {
  check_stack();
  if (changes_var(node)) return true;
  if (node->kind == NodeKind::kDef && as<DefNode>(node).meta) return says_macro(as<DefNode>(node).meta);
  if (node->kind == NodeKind::kInvoke && as<InvokeNode>(node).fn->kind == NodeKind::kVarRef) {
    auto* fn = cast<Var>(as<VarRefNode>(as<InvokeNode>(node).fn).var);
    std::string name = symbol_text(fn->symbol);
    for (const char* changing : {"intern", "ns-unmap", "ns-unalias", "alias", "refer"}) {
      if (fn->ns == roots.core_ns && name == changing) return true;
    }
    return fn->ns == roots.core_ns && requires_names(node, name);
  }
  switch (node->kind) {
    case NodeKind::kDo: case NodeKind::kLet: case NodeKind::kLetfn: case NodeKind::kLoop: case NodeKind::kIf: case NodeKind::kTry: break;
    default: return false;
  }
  bool found = false;
  for_each_child(
      node, [](void* context, Node* child) { *static_cast<bool*>(context) |= changes_names(child); }, &found);
  return found;
}

// Called when an unbound var is read or called: true when it may have a value now.
bool force(Var* var) {
  auto found = pending.find(Value::object(var).bits());
  if (found == pending.end()) return false;
  std::shared_ptr<const std::function<void()>> make_values = found->second;
  for (auto entry = pending.begin(); entry != pending.end();) {
    entry = entry->second == make_values ? pending.erase(entry) : std::next(entry);
  }
  (*make_values)();
  return true;
}

void evaluate(Value form, const std::shared_ptr<Unit>& unit, PartVisitor& visitor) {
  ObserverPause pause;
  for (;;) {
    try {
      emit::run(unit);
      return;
    } catch (const ClojureThrow& thrown) {
      if (!visitor.failed(form, true, thrown.value)) return;
    }
  }
}

void compile_part(Value form, bool defining, PartVisitor& visitor) {
  TopLevelPosition position(form);
  std::shared_ptr<Unit> unit;
  try {
    for (;;) {
      if (!observe_top_level(form)) return;
      Value head = head_of(form);
      defining = defining || is_defining(head);
      if (head == roots.sym_do_ || (is_symbol(head) && symbol_text(head) == "do")) {
        for (Value rest_forms = next(form); !rest_forms.is_nil(); rest_forms = next(rest_forms)) {
          compile_part(first(rest_forms), defining, visitor);
        }
        return;
      }
      Value expanded = macroexpand_1(form);
      if (expanded == form) break;
      form = expanded;
    }
    unit = analyze::analyze(form);
    passes::run(*unit);
  } catch (const ClojureThrow& thrown) {
    visitor.failed(form, false, thrown.value);
    return;
  }
  if (!visitor.analysed(unit)) return;
  if (Value var = put_off_var_of_change(unit->root); !defining && !var.is_nil()) {
    visitor.treated(*unit, false);
    return put_off_behind(var, [unit] { emit::run(unit); });
  }
  bool evaluated = defining || is_plain_def(unit->root) || makes_class(unit->root) ||
                   changes_names(unit->root);
  visitor.treated(*unit, evaluated);
  if (evaluated) {
    evaluate(form, unit, visitor);
  } else {
    put_off(defined_vars(*unit), [unit] { emit::run(unit); });
  }
}

}  // namespace

std::vector<Value> defined_vars(const Unit& unit) {
  std::vector<Value> vars;
  collect_defs(unit.root, vars);
  return vars;
}

void put_off(const std::vector<Value>& vars, const std::function<void()>& make_values) {
  if (vars.empty()) return;
  auto shared = std::make_shared<const std::function<void()>>(make_values);
  for (Value var : vars) {
    pending[var.bits()] = shared;
    cast<Var>(var)->set_flag(Var::kEverBound);  // reads take the slow path, which asks `force`
  }
}

bool PartVisitor::failed(Value, bool, Value error) { throw_value(error); }

void compile_top_level(Value form, Evaluate evaluate, PartVisitor& visitor) {
  compile_part(form, evaluate == Evaluate::kAll, visitor);
}

void compile_top_level(Value form, Evaluate evaluate, const std::function<void(const Unit&)>& visit) {
  struct : PartVisitor {
    const std::function<void(const Unit&)>* visit;
    bool analysed(const std::shared_ptr<Unit>& unit) override {
      (*visit)(*unit);
      return true;
    }
  } visitor;
  visitor.visit = &visit;
  compile_top_level(form, evaluate, visitor);
}

Evaluate evaluation_of(const std::string& place) {
  return io::is_in_archive(place) ? Evaluate::kAll : Evaluate::kDefinitions;
}

void install_pending_vars() {
  core_upcalls.force_var = force;
  emit::set_checked_vars(true);
  analyze::functions_by_name = true;
}

}  // namespace clj::driver
