// Locals: binding, lookup, capture by closures.
#include <iterator>

#include "analyzer.h"
#include "clj/core/collections.h"
#include "clj/core/host.h"
#include "clj/core/numbers.h"
#include "clj/core/roots.h"
#include "clj/core/type.h"

namespace clj::analyze {

Binding* Analyzer::find_binding(Value symbol) const {
  auto* wanted = cast<Symbol>(symbol);
  if (!wanted->ns.is_nil()) return nullptr;
  for (Binding* binding = scope_; binding != nullptr; binding = binding->outer) {
    if (equal(cast<Symbol>(binding->symbol), wanted)) return binding;
  }
  return nullptr;
}

Local* Analyzer::make_local(Value symbol, FnContext* owner) {
  auto* local = static_cast<Local*>(unit_.allocate(sizeof(Local)));
  local->name = symbol;
  Value m = meta(symbol);
  if (!m.is_nil()) local->tag = get(m, roots.kw_tag);
  local->id = unit_.local_count++;
  local->line = line_;
  local->column = column_;
  local->class_id = class_id_;
  local->slot = owner->slots++;
  local->owner = owner->node;
  return local;
}

void Analyzer::bind(Value symbol, Local* local) {
  auto* binding = static_cast<Binding*>(unit_.allocate(sizeof(Binding)));
  binding->outer = scope_;
  binding->symbol = symbol;
  binding->local = local;
  binding->owner = fn_;
  binding->field = -1;
  scope_ = binding;
}

void Analyzer::bind_field(Value symbol, Local* instance, int64_t index, bool is_mutable) {
  bind(symbol, instance);
  scope_->field = index;
  scope_->is_mutable = is_mutable;
}

// Every function between the use and the owner gets `local` among its captures.
void Analyzer::capture(Local* local, FnContext* owner) {
  for (FnContext* fn = fn_; fn != owner; fn = fn->outer) {
    local->captured = true;
    bool listed = false;
    for (Local* known : fn->captures) listed = listed || known == local;
    if (!listed) fn->captures.push_back(local);
  }
}

// The local of the method that holds the field's value for the closure under analysis.
Local* Analyzer::snapshot_of(Binding* field) {
  FnContext* closure = fn_;
  while (closure->outer != field->owner) closure = closure->outer;
  for (const Snapshot& known : closure->snapshots) {
    if (known.field == field) return known.local;
  }
  Local* local = make_local(field->symbol, field->owner);
  closure->snapshots.push_back({field, local});
  return local;
}

// `body` makes a closure; the fields it closes over are read just before.
Node* Analyzer::with_snapshots(const std::vector<Snapshot>& snapshots, Node* body) {
  if (snapshots.empty()) return body;
  std::vector<Local*> locals;
  std::vector<Node*> inits;
  for (const Snapshot& snapshot : snapshots) {
    locals.push_back(snapshot.local);
    inits.push_back(reference(snapshot.field, snapshot.field->symbol));
  }
  auto* made = node<LetNode>();
  made->locals = unit_.make_list(locals);
  made->inits = unit_.make_list(inits);
  made->body = body;
  return made;
}

Node* Analyzer::reference(Binding* binding, Value symbol) {
  Value m = meta(symbol);
  Value tag = m.is_nil() ? Value::nil() : get(m, roots.kw_tag);
  if (binding->is_mutable && fn_ != binding->owner) {  // a closure
    auto* made = node<LocalRefNode>();
    made->local = snapshot_of(binding);
    made->outer = true;
    made->tag = tag;
    capture(made->local, binding->owner);
    return made;
  }
  capture(binding->local, binding->owner);
  if (binding->field >= 0) {
    auto* made = node<FieldRefNode>();
    made->instance = binding->local;
    made->index = binding->field;
    made->name = binding->symbol;
    made->tag = tag.is_nil() && !meta(binding->symbol).is_nil() ? get(meta(binding->symbol), roots.kw_tag) : tag;
    return made;
  }
  auto* made = node<LocalRefNode>();
  made->local = binding->local;
  made->outer = binding->local->class_id != class_id_;
  made->tag = tag.is_nil() ? binding->local->tag : tag;
  return binding->local->primitive == Primitive::kInt ? static_cast<Node*>(core_call("-boxed-int", {made})) : made;
}

namespace {

// What &env says of a local: a LocalBinding, of a class in Clojure (host/interop.clj); while the
// library itself loads there is none yet.
Value local_binding(const Binding* binding) {
  Value cls = find_class("clojure.lang.Compiler$LocalBinding");
  if (cls.is_nil() || cast<Class>(cls)->fields.is_nil()) return binding->symbol;
  constexpr const char* kHeldIn[] = {nullptr, "byte", "short", "int", "long", "float", "double"};  // by Primitive
  const char* held = kHeldIn[static_cast<int>(binding->local->primitive)];
  Value fields[] = {binding->symbol, binding->local->tag, make_long(binding->local->id), held ? make_symbol("", held) : Value::nil()};
  return construct(cls, fields, std::size(fields));
}

}  // namespace

// &env: a map of each symbol in scope to its LocalBinding, nil outside of any.
Value Analyzer::macro_env() {
  if (scope_ == nullptr) return Value::nil();
  std::vector<Binding*> pending;
  Binding* known = scope_;
  while (known != nullptr && known->env.is_nil()) {
    pending.push_back(known);
    known = known->outer;
  }
  Value env = known == nullptr ? roots.empty_array_map : known->env;
  for (size_t i = pending.size(); i-- > 0;) {
    env = assoc(env, pending[i]->symbol, local_binding(pending[i]));
    pending[i]->env = env;
  }
  return env;
}

}  // namespace clj::analyze
