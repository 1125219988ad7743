#include "clj/core/var.h"

#include "clj/core/call.h"
#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/host.h"
#include "clj/core/interruption.h"
#include "clj/core/map.h"
#include "clj/core/refs.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"

namespace clj {
namespace {

// One level of thread bindings. Slots: the frame below or nil, then var and Box, alternating. A
// whole frame has all bindings, newest first: a lookup is one scan over adjacent words. A partial
// frame has its own only, and a lookup goes on in the frame below: to bind a var costs no copy of
// the dozen that are bound already. At most kMaxPartial partial frames follow each other; aux
// counts them up to this one, 0 is a whole frame.
struct BindingFrame : Object {
  static constexpr Kind kKind = Kind::kBindingFrame;
  static constexpr uint16_t kSlots = 1;
  static constexpr uint32_t kMaxPartial = 3;
  Value below;
  Value* pairs() { return &below + 1; }
  size_t pair_count() const { return (slots - 1u) / 2; }
  uint32_t partial() const { return aux.load(std::memory_order_relaxed); }
};

// Calls visit(var, box) for the pairs of `frame` and of those below that a lookup sees, newest first (a
// var may come again), until it yields false.
template <class Visit>
void for_each_binding(Value frame, Visit&& visit) {
  for (bool more = true; more && !frame.is_nil();) {
    auto* f = cast<BindingFrame>(frame);
    for (size_t i = 0, n = f->pair_count(); i < n; ++i) {
      if (!visit(f->pairs()[2 * i], f->pairs()[2 * i + 1])) return;
    }
    more = f->partial() > 0;
    frame = f->below;
  }
}

Box* find_binding(Value frame, const Var* var) {
  Box* found = nullptr;
  for_each_binding(frame, [&, wanted = Value::object(var)](Value key, Value box) {
    if (key == wanted) found = cast<Box>(box);
    return found == nullptr;
  });
  return found;
}

// Other threads may adopt a frame, but only the one that binds may set! what it bound: aux of the Box is its number.
uint32_t binding_thread() { return static_cast<uint32_t>(current_thread_number()); }

Value make_box(Value value) {
  Box* box = gc::make<Box>();
  box->value.store(value);
  box->aux.store(binding_thread(), std::memory_order_relaxed);
  return Value::object(box);
}

Value with_identity(const Var* var, Value meta) {
  if (var->ns.is_nil()) return meta;
  if (meta.is_nil()) meta = roots.empty_hash_map;  // what intern leaves, as on the JVM
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

void define_var(Var* var, Value init, bool dynamic) {
  if (!init.is_absent()) bind_root(var, init);
  if (dynamic) var->set_flag(Var::kDynamic);
}

Value alter_var_root(Var* var, Value f, const Value* args, uint32_t count) {
  MonitorScope lock(Value::object(var));
  if (f.is_nil()) throw_apply_of_nil("\"fn\"");
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
    // clojure.main binds this var of a library for a session, but the library came later.
    if (get(var->meta.load(), make_keyword("clojure.main", "session")).truthy()) return store_root(var, value);
    throw_error(Error::kIllegalState,
                "Can't change/establish root binding of: " + symbol_text(var->symbol) + " with set");
  }
  if (box->aux.load(std::memory_order_relaxed) != binding_thread()) {
    throw_error(Error::kIllegalState, "Can't set!: " + (var->ns.is_nil() ? "null" : symbol_text(var->symbol)) + " from non-binding thread");
  }
  box->value.store(value);
  gc::write_barrier(box);
}

void set_var_meta(Var* var, Value meta) {
  store_meta(var, with_identity(var, meta));
}

void define_var_meta(Var* var, Value meta) {
  set_var_meta(var, meta);
  if (get(meta, roots.kw_dynamic).truthy()) var->set_flag(Var::kDynamic);
}

void reset_var_meta(Var* var, Value meta) { store_meta(var, meta); }

// Programs may bind *ns* to anything.
Value current_ns() {
  Value ns = deref(cast<Var>(roots.var_ns));
  if (is_kind(ns, Kind::kNamespace)) return ns;
  if (!ns.is_nil()) throw_class_cast(ns, "clojure.lang.Namespace");
  throw_error(Error::kNullPointer, "Cannot invoke \"clojure.lang.Namespace.getMapping(clojure.lang.Symbol)\" because the return "
                                   "value of \"clojure.lang.Compiler.currentNS()\" is null");
}

namespace {

void check_bindable(Value key, Value value) {
  if (key.is_nil()) throw_error(Error::kNullPointer, "Cannot read field \"dynamic\" because \"v\" is null");
  Var* var = try_cast<Var>(key);
  if (!var) throw_class_cast(key, "clojure.lang.Var");
  if (!var->is_dynamic()) {
    std::string name = var_text(var);
    throw_error(Error::kIllegalState, "Can't dynamically bind non-dynamic var: " +
                                          (name[1] == '\'' ? name.substr(2) : name));
  }
  validate(var->validator.load(), value);
}

// What a whole frame on top of `below` repeats: bindings of vars that `map` does not bind.
void append_visible(Value below, Value map, gc::ValueList& pairs) {
  for_each_binding(below, [&](Value key, Value box) {
    bool shadowed = contains(map, key);
    for (size_t i = 0; i < pairs.size() && !shadowed; i += 2) shadowed = pairs[i] == key;
    if (!shadowed) {
      pairs.push_back(key);
      pairs.push_back(box);
    }
    return true;
  });
}

// A vector of entries, which is associative as well, as a map.
Value map_of_entries(Value entries) {
  Value map = roots.empty_array_map;
  for_each(entries, [&](Value entry) {
    if (entry.is_nil()) throw_error(Error::kNullPointer, "Cannot invoke \"clojure.lang.IMapEntry.key()\" because \"e\" is null");
    if (!is_kind(entry, Kind::kMapEntry)) throw_class_cast(entry, "clojure.lang.IMapEntry");
    map = assoc(map, entry_key(entry), entry_value(entry));
    return true;
  });
  return map;
}

}  // namespace

void push_thread_bindings(Value map) {
  if (map.is_nil()) throw_error(Error::kNullPointer, "Cannot invoke \"clojure.lang.Associative.seq()\" because \"bindings\" is null");
  if (!is_associative(map)) throw_class_cast(map, "clojure.lang.Associative");
  if (is_vector(map)) map = map_of_entries(map);
  for_each_kv(map, [](Value key, Value value) {
    check_bindable(key, value);
    return true;
  });
  Value below = gc::mutator().bindings;
  uint32_t partial = below.is_nil() ? 0 : cast<BindingFrame>(below)->partial() + 1;
  if (partial > BindingFrame::kMaxPartial) partial = 0;
  gc::ValueList repeated;
  if (partial == 0) append_visible(below, map, repeated);
  auto* frame = gc::make_with_slots<BindingFrame>(2 * static_cast<size_t>(count(map)) + repeated.size());
  frame->below = below;
  frame->aux.store(partial, std::memory_order_relaxed);
  Value* out = frame->pairs();
  for_each_kv(map, [&](Value key, Value value) {
    *out++ = key;
    Value box = make_box(value);  // may collect: the frame is no new object any more
    *out++ = box;
    gc::write_barrier(frame);
    Var* var = cast<Var>(key);
    if (!var->has_flag(Var::kEverBound)) var->set_flag(Var::kEverBound);
    return true;
  });
  for (Value v : repeated) *out++ = v;
  gc::write_barrier(frame);
  gc::mutator().bindings = Value::object(frame);
}

void pop_thread_bindings() {
  Value frame = gc::mutator().bindings;
  if (frame.is_nil()) throw_error(Error::kIllegalState, "Pop without matching push");
  gc::mutator().bindings = cast<BindingFrame>(frame)->below;
}

Value thread_bindings() {
  Value map = roots.empty_array_map;
  for_each_binding(gc::mutator().bindings, [&](Value var, Value box) {
    if (!contains(map, var)) map = assoc(map, var, cast<Box>(box)->value.load());
    return true;
  });
  return map;
}

bool is_thread_bound(const Var* var) { return find_binding(gc::mutator().bindings, var) != nullptr; }

}  // namespace clj
