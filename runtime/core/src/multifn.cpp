#include "clj/core/multifn.h"

#include "argument_list.h"
#include "clj/core/call.h"
#include "clj/core/collections.h"
#include "clj/core/equality.h"
#include "clj/core/error.h"
#include "clj/core/print.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/core/var.h"
#include "clj/gc/heap.h"
#include "value_table.h"

namespace clj {
namespace {

// What a cache was computed from, and what it holds. An ValueTable in MultiFn::cache.
enum CacheSlot { kMethods, kPreferences, kHierarchy, kTable, kCacheSlots };

Value hierarchy_of(const MultiFn* f) {
  Var* var = try_cast<Var>(f->hierarchy);
  if (var) return deref(var);
  if (f->hierarchy.is_nil())
    throw_error(Error::kNullPointer, "Cannot invoke \"clojure.lang.IRef.deref()\" because \"this.hierarchy\" is null");
  return invoke(deref(cast<Var>(intern(roots.core_ns, roots.sym_deref_plain))), f->hierarchy);
}

// (parents tag), a class's own superclass and interfaces included.
template <class F>
bool any_parent(Value hierarchy, Value tag, F&& test) {
  bool found = false;
  auto visit = [&](Value parent) {
    found = test(parent);
    return !found;
  };
  for_each(get(get(hierarchy, roots.kw_parents), tag), visit);
  if (found) return true;
  if (Class* cls = try_cast<Class>(tag)) {
    if (!cls->superclass.is_nil()) visit(cls->superclass);
    if (!found) for_each(cls->interfaces, visit);
  }
  return found;
}

bool prefers(Value preferences, Value hierarchy, Value x, Value y) {
  check_stack();
  if (contains(get(preferences, x), y)) return true;
  if (any_parent(hierarchy, y, [&](Value parent) { return prefers(preferences, hierarchy, x, parent); })) return true;
  return any_parent(hierarchy, x, [&](Value parent) { return prefers(preferences, hierarchy, parent, y); });
}

bool dominates(Value preferences, Value hierarchy, Value x, Value y) {
  return prefers(preferences, hierarchy, x, y) || isa(hierarchy, x, y);
}

std::string java_text(Value v) { return v.is_nil() ? "null" : to_utf8(str_value(v)); }

// A method of the very dispatch value is not compared with others, which may be preferred to its ancestors.
Value find_best_method(MultiFn* f, Value methods, Value preferences, Value hierarchy, Value dispatch_value) {
  Value exact = get(methods, dispatch_value, Value::absent());
  if (!exact.is_absent()) return exact;
  Value best_key = Value::absent(), best;
  for_each_kv(methods, [&](Value key, Value method) {
    if (!isa(hierarchy, dispatch_value, key)) return true;
    if (best_key.is_absent() || dominates(preferences, hierarchy, key, best_key)) {
      best_key = key;
      best = method;
    }
    return true;
  });
  // Only now: a method that comes later in the table may dominate two that are unrelated.
  for_each_kv(methods, [&](Value key, Value) {
    if (!isa(hierarchy, dispatch_value, key)) return true;
    if (!dominates(preferences, hierarchy, best_key, key)) {
      throw_error(Error::kIllegalArgument, "Multiple methods in multimethod '" + to_utf8(f->name) +
                                               "' match dispatch value: " + java_text(dispatch_value) + " -> " +
                                               java_text(key) + " and " + java_text(best_key) +
                                               ", and neither is preferred");
    }
    return true;
  });
  return best_key.is_absent() ? get(methods, f->default_value) : best;
}

template <class Update>
Value update_table(MultiFn* f, AtomicValue& slot, Update update) {
  Value old = slot.load();
  while (!slot.compare_exchange(old, update(old))) {
  }
  gc::write_barrier(f);
  return Value::object(f);
}

}  // namespace

bool isa(Value hierarchy, Value child, Value parent) {
  if (equiv(child, parent)) return true;
  bool both_classes = is_kind(child, Kind::kClass) && is_kind(parent, Kind::kClass);
  if (both_classes && is_assignable(child, parent)) return true;
  Value ancestors = get(hierarchy, roots.kw_ancestors);
  if (contains(get(ancestors, child), parent)) return true;
  if (is_kind(child, Kind::kClass)) {
    // What was derived from one of the class's own ancestors.
    bool found = false;
    for_each(class_ancestors(child), [&](Value super) {
      found = contains(get(ancestors, super), parent);
      return !found;
    });
    return found;
  }
  if (is_vector(child) && is_vector(parent) && count(child) == count(parent)) {
    for (int64_t i = 0, n = count(child); i < n; ++i) {
      if (!isa(hierarchy, nth(child, i), nth(parent, i))) return false;
    }
    return true;
  }
  return false;
}

Value make_multifn(Value name, Value dispatch, Value default_value, Value hierarchy_ref) {
  if (!dispatch.is_nil() && !is_ifn(dispatch)) throw_class_cast(dispatch, "clojure.lang.IFn");
  bool reference = hierarchy_ref.is_nil() || is_kind(hierarchy_ref, Kind::kVar) ||
                   is_instance(find_class("clojure.lang.IRef"), hierarchy_ref);
  if (!reference) throw_class_cast(hierarchy_ref, "clojure.lang.IRef");
  MultiFn* f = gc::make<MultiFn>();
  f->name = name;
  f->dispatch = dispatch;
  f->default_value = default_value;
  f->hierarchy = hierarchy_ref;
  f->methods.store(roots.empty_hash_map);
  f->preferences.store(roots.empty_hash_map);
  return Value::object(f);
}

Value get_method(MultiFn* f, Value dispatch_value) {
  Value methods = f->methods.load(), preferences = f->preferences.load(), hierarchy = hierarchy_of(f);
  Value table = roots.empty_hash_map;
  if (auto* cache = try_cast<ValueTable>(f->cache.load())) {
    const Value* slots = cache->items();
    if (slots[kMethods] == methods && slots[kPreferences] == preferences && slots[kHierarchy] == hierarchy) {
      table = slots[kTable];
      Value found = get(table, dispatch_value, Value::absent());
      if (!found.is_absent()) return found;
    }
  }
  Value method = find_best_method(f, methods, preferences, hierarchy, dispatch_value);
  if (method.is_nil()) return method;
  Value extended = assoc(table, dispatch_value, method);
  ValueTable* cache = make_value_table(kCacheSlots);
  cache->items()[kMethods] = methods;
  cache->items()[kPreferences] = preferences;
  cache->items()[kHierarchy] = hierarchy;
  cache->items()[kTable] = extended;
  f->cache.store(Value::object(cache));
  gc::write_barrier(f);
  return method;
}

Value find_multifn_target(MultiFn* f, const Value* args, uint32_t count) {
  Value dispatch_value;
  if (count == 1 && is_kind(f->dispatch, Kind::kKeyword)) {
    dispatch_value = get(args[0], f->dispatch);
  } else {
    // The dispatch function owns its arguments, and the method needs them again.
    ArgumentList copy;
    for (uint32_t i = 0; i < count; ++i) copy.push_back(args[i]);
    dispatch_value = invoke(f->dispatch, copy.data(), count);
  }
  Value method = get_method(f, dispatch_value);
  if (method.is_nil()) {
    throw_error(Error::kIllegalArgument, "No method in multimethod '" + to_utf8(f->name) +
                                             "' for dispatch value: " + java_text(dispatch_value));
  }
  return method;
}

Value invoke_multifn(MultiFn* f, Value* args, uint32_t count) {
  return invoke(find_multifn_target(f, args, count), args, count);
}

Value add_method(MultiFn* f, Value dispatch_value, Value method) {
  return update_table(f, f->methods, [&](Value map) { return assoc(map, dispatch_value, method); });
}

Value remove_method(MultiFn* f, Value dispatch_value) {
  return update_table(f, f->methods, [&](Value map) { return dissoc(map, dispatch_value); });
}

Value remove_all_methods(MultiFn* f) {
  update_table(f, f->preferences, [](Value) { return roots.empty_hash_map; });
  return update_table(f, f->methods, [](Value) { return roots.empty_hash_map; });
}

Value prefer_method(MultiFn* f, Value x, Value y) {
  if (prefers(f->preferences.load(), hierarchy_of(f), y, x)) {
    throw_error(Error::kIllegalState, "Preference conflict in multimethod '" + to_utf8(f->name) + "': " +
                                          java_text(y) + " is already preferred to " + java_text(x));
  }
  return update_table(f, f->preferences, [&](Value map) {
    Value set = get(map, x);
    return assoc(map, x, conj(set.is_nil() ? roots.empty_hash_set : set, y));
  });
}

}  // namespace clj
