#include "clj/core/protocol.h"

#include "class_table.h"
#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/host.h"
#include "clj/core/munge.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/core/var.h"
#include "clj/gc/heap.h"
#include "value_table.h"

namespace clj {
namespace {

// A cache is an ValueTable: the protocol map it is valid for, whether that protocol extends
// via metadata, whether it is extended to classes of functions, then class and function pairs,
// hashed by the class name's hash. Functions of deftypes that implement the interface are in it
// too; a reify's is the index of its slot.
constexpr size_t kProtocolMap = 0, kViaMetadata = 1, kFunctionClasses = 2, kEntries = 3;

size_t cache_capacity(const ValueTable* cache) { return (cache->length - kEntries) / 2; }

uint32_t class_hash(Value cls) { return cls.is_nil() ? 0 : cast<Class>(cls)->cached_hash(); }

// nil is a class here: its entry is marked by `absent`.
Value cache_key(Value cls) { return cls.is_nil() ? Value::absent() : cls; }

Value cache_find(const ValueTable* cache, Value cls) {
  size_t mask = cache_capacity(cache) - 1;
  const Value* entries = cache->items() + kEntries;
  Value key = cache_key(cls);
  for (size_t i = class_hash(cls) & mask;; i = (i + 1) & mask) {
    if (entries[2 * i] == key) return entries[2 * i + 1];
    if (entries[2 * i].is_nil()) return Value::absent();
  }
}

void cache_put(ValueTable* cache, Value key, uint32_t hash, Value method) {
  size_t mask = cache_capacity(cache) - 1;
  Value* entries = cache->items() + kEntries;
  size_t i = hash & mask;
  while (!entries[2 * i].is_nil()) i = (i + 1) & mask;
  entries[2 * i] = key;
  entries[2 * i + 1] = method;
}

// Whether one of these classes is that of one function, of those with a rest parameter or of those with metadata.
bool tells_functions_apart(Value impls) {
  Value function = find_class("clojure.lang.AFunction");
  bool found = false;
  for_each(keys(impls), [&](Value cls) {
    found = !cls.is_nil() && !(cls == function) && is_assignable(cls, function);
    return !found;
  });
  return found;
}

// A copy of `old` (which may be null) with one more entry, at most half full.
Value cache_with(const ValueTable* old, Value protocol, Value cls, Value method) {
  size_t used = 0, old_capacity = old ? cache_capacity(old) : 0;
  for (size_t i = 0; i < old_capacity; ++i) used += !old->items()[kEntries + 2 * i].is_nil();
  size_t capacity = 4;
  while (capacity < 2 * (used + 1)) capacity *= 2;
  Value via_metadata = get(protocol, roots.kw_extend_via_metadata);
  ValueTable* cache = make_value_table(kEntries + 2 * capacity);
  cache->items()[kProtocolMap] = protocol;
  cache->items()[kViaMetadata] = Value::boolean(via_metadata.truthy());
  cache->items()[kFunctionClasses] =
      old ? old->items()[kFunctionClasses] : Value::boolean(tells_functions_apart(get(protocol, roots.kw_impls)));
  for (size_t i = 0; i < old_capacity; ++i) {
    Value key = old->items()[kEntries + 2 * i];
    if (key.is_nil()) continue;
    uint32_t hash = key.is_absent() ? 0 : class_hash(key);
    cache_put(cache, key, hash, old->items()[kEntries + 2 * i + 1]);
  }
  if (!method.is_absent()) cache_put(cache, cache_key(cls), class_hash(cls), method);
  gc::write_barrier(cache);
  return Value::object(cache);
}

// The class that decides which function is called. A function's own class is asked for only where it matters.
inline Value dispatch_class(const ValueTable* cache, Value target) {
  if (cache->items()[kFunctionClasses].is_true() && is_fn(target)) return class_of(target);
  if (is_kind(target, Kind::kInstance)) return cast<Instance>(target)->type;
  return is_kind(target, Kind::kObjectArray) ? array_class_of(target) : base_class_of(target);
}

// The cached form: a function, a reify's slot index (a long), or absent.
Value lookup(ProtocolFn* f, Value protocol, Value cls) {
  if (!cls.is_nil() && is_assignable(cls, f->interface_class)) {
    // The methods of a proxy have the names of the host.
    bool proxy = is_assignable(cls, roots.class_proxy);
    Value name = proxy ? make_symbol("", munge(symbol_text(f->method))) : f->method;
    Value found = get(cast<Class>(cls)->methods.load(), name, Value::absent());
    return found.is_absent() ? find_own_method(cls, name) : found;
  }
  Value impls = get(protocol, roots.kw_impls);
  Value key = find_impl_class(impls, cls);
  if (key.is_absent()) return key;
  Value method = get(get(impls, key), f->key);
  if (method.is_inline_long()) throw_class_cast(method, "clojure.lang.IFn");  // a slot it is of reify's classes only
  return method.is_nil() ? Value::absent() : method;
}

// The first interface of `cls`, nearest declaration first, that has an entry and from which
// no other one with an entry inherits.
void best_interface(Value impls, Value cls, Value& best) {
  Class* c = cast<Class>(cls);
  for_each(c->interfaces, [&](Value interface) {
    if (contains(impls, interface) && (best.is_absent() || is_assignable(interface, best))) best = interface;
    best_interface(impls, interface, best);
    return true;
  });
  if (!c->superclass.is_nil()) best_interface(impls, c->superclass, best);
}

[[noreturn]] void throw_no_implementation(ProtocolFn* f, Value target, uint32_t count) {
  Value cls = class_of(target);
  if (is_instance(f->interface_class, target)) {
    throw_abstract_method(cls, to_utf8(cast<Symbol>(f->method)->name), count - 1,
                          to_utf8(cast<Class>(f->interface_class)->name));
  }
  if (!declares_arity(f, count)) throw_arity(count, to_utf8(f->name));
  throw_error(Error::kIllegalArgument,
              "No implementation of method: :" + symbol_text(f->method) + " of protocol: " +
                  var_text(cast<Var>(f->protocol)) + " found for class: " +
                  (cls.is_nil() ? "nil" : to_utf8(cast<Class>(cls)->name)));
}

}  // namespace

bool declares_arity(const ProtocolFn* f, uint32_t count) {
  Value sigs = get(deref(cast<Var>(f->protocol)), make_keyword("", "sigs"));
  Value arglists = get(get(sigs, f->key), make_keyword("", "arglists"));
  if (seq(arglists).is_nil()) return true;  // declared without any
  bool found = false;
  for_each(arglists, [&](Value params) {
    found = found || clj::count(params) == count;
    return !found;
  });
  return found;
}

Value find_impl_class(Value impls, Value cls) {
  if (contains(impls, cls)) return cls;
  if (cls.is_nil() || impls.is_nil()) return Value::absent();
  Value object = object_class();
  for (Value c = cast<Class>(cls)->superclass; !c.is_nil() && !(c == object); c = cast<Class>(c)->superclass) {
    if (contains(impls, c)) return c;
  }
  Value best = Value::absent();
  best_interface(impls, cls, best);
  if (best.is_absent() && contains(impls, object)) return object;
  return best;
}

Value find_protocol_method(ProtocolFn* f, Value target) {
  Value protocol = deref(cast<Var>(f->protocol));
  auto* cache = try_cast<ValueTable>(f->cache.load());
  if (!cache || !(cache->items()[kProtocolMap] == protocol)) {
    Value fresh = cache_with(nullptr, protocol, Value::nil(), Value::absent());
    cache = cast<ValueTable>(fresh);
    f->cache.store(fresh);
    gc::write_barrier(f);
  }
  Value cls = dispatch_class(cache, target);
  Value method = cache_find(cache, cls);
  if (cache->items()[kViaMetadata].is_true() && supports_meta(target) &&
      !(is_kind(target, Kind::kInstance) && is_assignable(cls, f->interface_class))) {
    Value from_meta = get(meta(target), f->metadata_key);
    if (!from_meta.is_nil()) return from_meta;
  }
  if (method.is_absent()) {
    method = lookup(f, protocol, cls);
    if (method.is_absent()) return method;
    f->cache.store(cache_with(cache, protocol, cls, method));
    gc::write_barrier(f);
  }
  return method.is_inline_long() ? target.as_object()->slot_array()[method.as_inline_long()] : method;
}

bool find_protocol_target(ProtocolFn* f, Value target, ProtocolTarget& found) {
  auto* cache = try_cast<ValueTable>(f->cache.load());
  if (!cache || cache->items()[kViaMetadata].is_true() || target.is_nil() || is_kind(target, Kind::kObjectArray)) return false;
  if (cache->items()[kFunctionClasses].is_true() && is_fn(target)) return false;
  if (cast<Var>(f->protocol)->is_dynamic()) return false;
  found.cls = dispatch_class(cache, target);
  found.method = cache_find(cache, found.cls);
  found.protocol = cache->items()[kProtocolMap];
  return !found.method.is_absent();
}

Value invoke_protocol_fn(ProtocolFn* f, Value* args, uint32_t count) {
  if (count == 0) throw_arity(count, to_utf8(f->name));
  Value method = find_protocol_method(f, args[0]);
  if (method.is_absent()) throw_no_implementation(f, args[0], count);
  return invoke(method, args, count);
}

Value make_protocol_fn(Value protocol_var, Value method_symbol, Value interface_class) {
  Var* var = cast<Var>(protocol_var);
  Value ns_name = cast<Symbol>(cast<Namespace>(var->ns)->name)->name;
  Value method_name = cast<Symbol>(method_symbol)->name;
  Value method = make_symbol(Value::nil(), method_name);
  Value key = make_keyword(method);
  Value metadata_key = make_symbol(ns_name, method_name);
  Value name = make_string(symbol_text(metadata_key));
  ProtocolFn* f = gc::make<ProtocolFn>();
  f->name = name;
  f->protocol = protocol_var;
  f->method = method;
  f->key = key;
  f->interface_class = interface_class;
  f->metadata_key = metadata_key;
  return Value::object(f);
}

Value make_interface(Value name, Value parents, Value methods) {
  Value made = make_class(to_utf8(name), Value::nil(), parents, Class::kInterface);
  cast<Class>(made)->basis_meta = methods;
  cast<Class>(made)->extra = Value::boolean(false);
  gc::write_barrier(made.as_object());
  return made;
}

}  // namespace clj
