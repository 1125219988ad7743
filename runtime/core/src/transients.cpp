// transient, persistent! and the bang functions over every transient.
#include "clj/core/collections.h"
#include "clj/core/cursor.h"
#include "clj/core/error.h"
#include "clj/core/map.h"
#include "clj/core/set.h"
#include "clj/core/vector.h"
#include "instances.h"
#include "maps.h"

namespace clj {
namespace {

// Calls through nil fail as on the JVM, where the interface method is named.
void check_not_nil(Value t, const char* call) {
  if (t.is_nil())
    throw_errorf(Error::kNullPointer, "Cannot invoke \"clojure.lang.%s is null", call);
}

Value conj_map(Value t, Value x) {
  if (x.is_nil()) return t;
  if (auto* entry = try_cast<MapEntry>(x)) return assoc_transient(t, entry->key, entry->value);
  if (is_vector(x)) {
    if (count(x) != 2) throw_error(Error::kIllegalArgument, "Vector arg to map conj must be a pair");
    return assoc_transient(t, nth(x, 0), nth(x, 1));
  }
  // A type of the program that is an entry is one even if it is a map, too.
  if (is_kind(x, Kind::kInstance) && implements(x, roots.class_java_map_entry)) return assoc_transient(t, entry_key(x), entry_value(x));
  if (is_map(x)) {
    for_each_kv(x, [&](Value k, Value v) {
      t = assoc_transient(t, k, v);
      return true;
    });
    return t;
  }
  if (implements(x, roots.class_java_map_entry)) return assoc_transient(t, entry_key(x), entry_value(x));
  ElementCursor cursor(x);
  for (Value e; cursor.next(e);) t = assoc_transient(t, entry_key(e), entry_value(e));
  return t;
}

}  // namespace

Value transient(Value coll) {
  if (auto* vector = try_cast<Vector>(coll)) return make_transient_vector(vector);
  if (auto* map = try_cast<ArrayMap>(coll)) return make_transient_array_map(map);
  if (auto* map = try_cast<HashMap>(coll)) return make_transient_hash_map(map);
  if (auto* set = try_cast<HashSet>(coll)) return make_transient_hash_set(set);
  check_not_nil(coll, "IEditableCollection.asTransient()\" because \"coll\"");
  Value t;
  if (try_method(coll, roots.sym_m_as_transient, t)) return t;
  throw_class_cast(coll, "clojure.lang.IEditableCollection");
}

Value persistent(Value t) {
  if (auto* vector = try_cast<TransientVector>(t)) return persistent_vector(vector);
  if (auto* map = try_cast<TransientArrayMap>(t)) return persistent_array_map(map);
  if (auto* map = try_cast<TransientHashMap>(t)) return persistent_hash_map(map);
  if (auto* set = try_cast<TransientHashSet>(t)) return persistent_hash_set(set);
  check_not_nil(t, "ITransientCollection.persistent()\" because \"coll\"");
  Value coll;
  if (try_method(t, roots.sym_m_persistent, coll)) return coll;
  throw_class_cast(t, "clojure.lang.ITransientCollection");
}

Value conj_transient(Value t, Value x) {
  if (auto* vector = try_cast<TransientVector>(t)) {
    transient_vector_conj(vector, x);
    return t;
  }
  if (auto* set = try_cast<TransientHashSet>(t)) return transient_hash_set_conj(set, x);
  if (is_kind(t, Kind::kTransientArrayMap)) {
    ensure_editable(cast<TransientArrayMap>(t));
    return conj_map(t, x);
  }
  if (is_kind(t, Kind::kTransientHashMap)) {
    ensure_editable(cast<TransientHashMap>(t));
    return conj_map(t, x);
  }
  check_not_nil(t, "ITransientCollection.conj(Object)\" because \"coll\"");
  Value result;
  if (try_method(t, roots.sym_m_conj, result, x)) return result;
  throw_class_cast(t, "clojure.lang.ITransientCollection");
}

namespace {
// A program's own transient: persistent collections have methods of the same names.
bool is_own_transient(Value t, std::string_view interface) {
  Value cls = has_methods(t) ? find_class(interface) : Value::nil();
  return !cls.is_nil() && implements(t, cls);
}
}  // namespace

Value assoc_transient(Value t, Value key, Value value) {
  if (auto* map = try_cast<TransientHashMap>(t)) return transient_hash_map_assoc(map, key, value);
  if (auto* map = try_cast<TransientArrayMap>(t)) return transient_array_map_assoc(map, key, value);
  if (auto* vector = try_cast<TransientVector>(t)) {
    transient_vector_assoc(vector, key, value);
    return t;
  }
  check_not_nil(t, "ITransientAssociative.assoc(Object, Object)\" because \"coll\"");
  Value result;
  if (is_own_transient(t, "clojure.lang.ITransientAssociative") && try_method(t, roots.sym_m_assoc, result, key, value)) return result;
  throw_class_cast(t, "clojure.lang.ITransientAssociative");
}

Value dissoc_transient(Value t, Value key) {
  if (auto* map = try_cast<TransientHashMap>(t)) return transient_hash_map_dissoc(map, key);
  if (auto* map = try_cast<TransientArrayMap>(t)) return transient_array_map_dissoc(map, key);
  check_not_nil(t, "ITransientMap.without(Object)\" because \"map\"");
  Value result;
  if (is_own_transient(t, "clojure.lang.ITransientMap") && try_method(t, roots.sym_m_without, result, key)) return result;
  throw_class_cast(t, "clojure.lang.ITransientMap");
}

Value disj_transient(Value t, Value key) {
  if (auto* set = try_cast<TransientHashSet>(t)) return transient_hash_set_disj(set, key);
  check_not_nil(t, "ITransientSet.disjoin(Object)\" because \"set\"");
  Value result;
  if (is_own_transient(t, "clojure.lang.ITransientSet") && try_method(t, roots.sym_m_disjoin, result, key)) return result;
  throw_class_cast(t, "clojure.lang.ITransientSet");
}

Value pop_transient(Value t) {
  if (auto* vector = try_cast<TransientVector>(t)) {
    transient_vector_pop(vector);
    return t;
  }
  check_not_nil(t, "ITransientVector.pop()\" because \"coll\"");
  Value result;
  if (is_own_transient(t, "clojure.lang.ITransientVector") && try_method(t, roots.sym_m_pop, result)) return result;
  throw_class_cast(t, "clojure.lang.ITransientVector");
}

}  // namespace clj
