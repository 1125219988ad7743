#include "clj/core/var.h"

#include "clj/core/call.h"
#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/host.h"
#include "clj/core/refs.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"

namespace clj {
namespace {

// One level of thread bindings. It repeats the bindings below it, so that a lookup is one scan
// over adjacent words: a program binds a dozen vars, and binds them less often than it reads
// them. Slots: the frame below or nil, then var and Box, alternating, newest first.
struct BindingFrame : Object {
  static constexpr Kind kKind = Kind::kBindingFrame;
  static constexpr uint16_t kSlots = 1;
  Value below;
  Value* pairs() { return &below + 1; }
  size_t pair_count() const { return (slots - 1u) / 2; }
};

Box* find_binding(Value frame, const Var* var) {
  if (frame.is_nil()) return nullptr;
  auto* f = cast<BindingFrame>(frame);
  Value wanted = Value::object(var);
  for (size_t i = 0, n = f->pair_count(); i < n; ++i) {
    if (f->pairs()[2 * i] == wanted) return cast<Box>(f->pairs()[2 * i + 1]);
  }
  return nullptr;
}

Value make_box(Value value) {
  Box* box = gc::make<Box>();
  box->value.store(value);
  return Value::object(box);
}

Value with_identity(const Var* var, Value meta) {
  if (var->ns.is_nil()) return meta;
  if (meta.is_nil()) meta = roots.empty_array_map;
  return assoc(assoc(meta, roots.kw_name, var->symbol), roots.kw_ns, var->ns);
}

void set_or_clear(Var* var, uint8_t flag, bool on) {
  if (on) {
    var->set_flag(flag);
  } else {
    var->clear_flag(flag);
  }
}

void store_meta(Var* var, Value meta) {
  var->meta.store(meta);
  gc::write_barrier(var);
  set_or_clear(var, Var::kMacro, get(meta, roots.kw_macro).truthy());
  set_or_clear(var, Var::kPrivate, get(meta, roots.kw_private_).truthy());
}

void store_root(Var* var, Value value) {
  validate(var->validator.load(), value);
  Value old = var->root.load();
  var->root.store(value);
  gc::write_barrier(var);
  notify_watches(Value::object(var), var->watches, old, value);
}

class MonitorScope {
 public:
  explicit MonitorScope(Value v) : value_(v) { monitor_enter(v); }
  ~MonitorScope() { monitor_exit(value_); }
  MonitorScope(const MonitorScope&) = delete;

 private:
  Value value_;
};

}  // namespace

std::string var_text(const Var* var) {
  if (var->ns.is_nil()) return "#<Var: --unnamed-->";
  return "#'" + symbol_text(cast<Namespace>(var->ns)->name) + "/" + symbol_text(var->symbol);
}

Value make_var(Value ns_or_nil, Value symbol) {
  Var* var = gc::make<Var>();
  var->ns = ns_or_nil;
  var->symbol = symbol;
  Unbound* unbound = gc::make<Unbound>();
  unbound->var = Value::object(var);
  var->root.store(Value::object(unbound));
  gc::write_barrier(var);
  Value meta = with_identity(var, Value::nil());
  var->meta.store(meta);
  gc::write_barrier(var);
  return Value::object(var);
}

Value deref_var_slow(Var* var) {
  Box* box = find_binding(gc::mutator().bindings, var);
  if (box) return box->value.load();
  if (!var->is_bound() && core_upcalls.force_var != nullptr) core_upcalls.force_var(var);
  return var->root.load();
}

void bind_root(Var* var, Value value) {
  if (var->is_macro()) store_meta(var, dissoc(var->meta.load(), roots.kw_macro));
  store_root(var, value);
}

void define_var(Var* var, Value init, Value meta, bool dynamic) {
  if (!init.is_absent()) bind_root(var, init);
  if (!meta.is_nil()) set_var_meta(var, meta);
  set_or_clear(var, Var::kDynamic, dynamic);
}

Value alter_var_root(Var* var, Value f, const Value* args, uint32_t count) {
  MonitorScope lock(Value::object(var));
  gc::ValueList call_args;
  call_args.push_back(var->root.load());
  for (uint32_t i = 0; i < count; ++i) call_args.push_back(args[i]);
  Value value = invoke(f, call_args.data(), static_cast<uint32_t>(call_args.size()));
  store_root(var, value);
  return value;
}

void set_var(Var* var, Value value) {
  validate(var->validator.load(), value);
  Box* box = find_binding(gc::mutator().bindings, var);
  if (!box) {
    throw_error(Error::kIllegalState,
                "Can't change/establish root binding of: " + symbol_text(var->symbol) + " with set");
  }
  box->value.store(value);
  gc::write_barrier(box);
}

void set_var_meta(Var* var, Value meta) {
  store_meta(var, with_identity(var, meta));
  if (get(meta, roots.kw_dynamic).truthy()) var->set_flag(Var::kDynamic);
}

void reset_var_meta(Var* var, Value meta) { store_meta(var, meta); }

Value current_ns() { return deref(cast<Var>(roots.var_ns)); }

void push_thread_bindings(Value map) {
  gc::ValueList pairs;
  for_each_kv(map, [&](Value key, Value value) {
    Var* var = try_cast<Var>(key);
    if (!var) throw_class_cast(key, "clojure.lang.Var");
    if (!var->is_dynamic()) {
      std::string name = var_text(var);
      throw_error(Error::kIllegalState, "Can't dynamically bind non-dynamic var: " +
                                            (name[1] == '\'' ? name.substr(2) : name));
    }
    validate(var->validator.load(), value);
    pairs.push_back(key);
    pairs.push_back(make_box(value));
    return true;
  });
  Value below = gc::mutator().bindings;
  if (!below.is_nil()) {
    auto* f = cast<BindingFrame>(below);
    size_t fresh = pairs.size();
    for (size_t i = 0; i < f->pair_count(); ++i) {
      bool shadowed = false;
      for (size_t j = 0; j < fresh; j += 2) shadowed |= pairs[j] == f->pairs()[2 * i];
      if (shadowed) continue;
      pairs.push_back(f->pairs()[2 * i]);
      pairs.push_back(f->pairs()[2 * i + 1]);
    }
  }
  auto* frame = gc::make_with_slots<BindingFrame>(pairs.size());
  frame->below = below;
  for (size_t i = 0; i < pairs.size(); ++i) frame->pairs()[i] = pairs[i];
  for (size_t i = 0; i < pairs.size(); i += 2) cast<Var>(pairs[i])->set_flag(Var::kEverBound);
  gc::mutator().bindings = Value::object(frame);
}

void pop_thread_bindings() {
  Value frame = gc::mutator().bindings;
  if (frame.is_nil()) throw_error(Error::kIllegalState, "Pop without matching push");
  gc::mutator().bindings = cast<BindingFrame>(frame)->below;
}

Value thread_bindings() {
  Value map = roots.empty_array_map;
  Value frame = gc::mutator().bindings;
  if (frame.is_nil()) return map;
  auto* f = cast<BindingFrame>(frame);
  for (size_t i = 0; i < f->pair_count(); ++i) {
    map = assoc(map, f->pairs()[2 * i], cast<Box>(f->pairs()[2 * i + 1])->value.load());
  }
  return map;
}

bool is_thread_bound(const Var* var) { return find_binding(gc::mutator().bindings, var) != nullptr; }

}  // namespace clj
