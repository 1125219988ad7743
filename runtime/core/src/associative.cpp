// get, contains?, find, assoc, dissoc, disj.
#include "clj/core/array.h"
#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/host.h"
#include "clj/core/map.h"
#include "clj/core/numbers.h"
#include "clj/core/record.h"
#include "clj/core/set.h"
#include "clj/core/sorted.h"
#include "clj/core/tagged.h"
#include "clj/core/text.h"
#include "clj/core/vector.h"
#include "instances.h"
#include "maps.h"
#include "vector_key.h"

namespace clj {
namespace {

// A vector's key as an index: Java's intValue of any integer; -1 when it is none.
int64_t index_key(Value key) {
  if (key.is_inline_long()) return static_cast<int32_t>(key.as_inline_long());
  return is_vector_key(key) ? to_int_unchecked(key) : -1;
}

// The same in a vector of primitives, which casts it: (int key).
int64_t index_key_of(Value vector, Value key) {
  if (is_kind(vector, Kind::kPrimitiveVector)) return is_vector_key(key) ? to_int(key) : -1;
  return index_key(key);
}

Value vector_get(Value coll, Value key, Value not_found) {
  int64_t index = index_key_of(coll, key);
  return index >= 0 && index < vector_count(coll) ? vector_at(coll, static_cast<uint32_t>(index)) : not_found;
}

// The value of the key in a transient, or absent().
Value transient_get(Value t, Value key) {
  switch (t.as_object()->kind) {
    case Kind::kTransientArrayMap: return transient_array_map_get(cast<TransientArrayMap>(t), key);
    case Kind::kTransientHashMap: ensure_editable(cast<TransientHashMap>(t)); return table_get(cast<TransientHashMap>(t), key);
    case Kind::kTransientHashSet: ensure_editable(cast<TransientHashSet>(t)); return table_get(cast<TransientHashSet>(t), key);
    default: {
      auto* vector = cast<TransientVector>(t);
      ensure_editable(vector);
      int64_t index = index_key(key);
      return index >= 0 && index < vector->count ? transient_vector_at(vector, static_cast<uint32_t>(index))
                                                 : Value::absent();
    }
  }
}

bool is_transient(Value v) {
  return v.is_object() && v.as_object()->kind >= Kind::kTransientVector &&
         v.as_object()->kind <= Kind::kTransientHashSet;
}

bool is_any_set(Value coll) { return is_set(coll) || implements(coll, roots.class_transient_set); }

// Strings and arrays by index, deftypes by method, host maps; absent() when there is nothing.
Value get_of_other(Value coll, Value key, Value not_found) {
  if (is_string(coll) || is_array(coll)) {
    if (!is_number(key)) return not_found;
    int64_t index = to_int_unchecked(key);
    return index >= 0 && index < count(coll) ? nth(coll, index) : not_found;
  }
  if (is_transient(coll)) {
    Value v = transient_get(coll, key);
    return v.is_absent() ? not_found : v;
  }
  if (auto* literal = try_cast<TaggedLiteral>(coll)) {
    if (key == make_keyword("", "tag")) return literal->tag;
    return key == make_keyword("", "form") ? literal->form : not_found;
  }
  if (auto* conditional = try_cast<ReaderConditional>(coll)) {
    if (key == make_keyword("", "splicing?")) return conditional->splicing;
    return key == make_keyword("", "form") ? conditional->form : not_found;
  }
  if (answers_as_record(coll, roots.sym_m_val_at)) return record_get(coll, key, not_found);
  if (!has_methods(coll)) return not_found;
  Value v;
  if (try_method(coll, roots.sym_m_val_at, v, key)) return v;
  check_interface_method(coll, roots.class_lookup, "valAt", 1);
  if (is_any_set(coll)) {
    // Without a default the set alone decides, which may find by something else than equality.
    if (!not_found.is_nil() && !contains(coll, key)) return not_found;
    if (try_method(coll, roots.sym_m_get, v, key)) return v;
    check_interface_method(coll, roots.class_persistent_set, "get", 1);
    check_interface_method(coll, roots.class_transient_set, "get", 1);
    return not_found;
  }
  if (implements(coll, roots.class_java_map)) {
    Value args[] = {coll, key};
    if (!not_found.is_nil() && !call_host_method(roots.sym_m_contains_key, args, 2).truthy()) return not_found;
    Value again[] = {coll, key};
    return call_host_method(roots.sym_m_get, again, 2);
  }
  return not_found;
}

}  // namespace

Value look_up(Value coll, Value key, Value not_found) {
  if (!coll.is_object()) return not_found;
  switch (coll.as_object()->kind) {
    case Kind::kArrayMap:
    case Kind::kHashMap: return map_get(coll, key, not_found);
    case Kind::kVector:
    case Kind::kMapEntry:
    case Kind::kSubVector:
    case Kind::kPrimitiveVector: return vector_get(coll, key, not_found);
    case Kind::kHashSet: {
      Value v = hash_set_get(cast<HashSet>(coll), key);
      return v.is_absent() ? not_found : v;
    }
    case Kind::kTreeMap:
    case Kind::kTreeSet: {
      const TreeNode* node = tree_find(coll, key);
      return node ? node->value : not_found;
    }
    default: return get_of_other(coll, key, not_found);
  }
}

Value get(Value coll, Value key, Value not_found) {
  if (!has_methods(coll) || answers_as_record(coll, roots.sym_m_val_at)) return look_up(coll, key, not_found);
  Value given = not_found.is_absent() ? make_plain_object() : not_found, found;
  if (try_method(coll, roots.sym_m_val_at, found, key, given)) return found == given ? not_found : found;
  check_interface_method(coll, roots.class_lookup, "valAt", 2);
  return look_up(coll, key, not_found);
}

bool contains(Value coll, Value key) {
  if (coll.is_nil()) return false;
  if (coll.is_object()) {
    switch (coll.as_object()->kind) {
      case Kind::kArrayMap: return array_map_find(cast<ArrayMap>(coll), key);
      case Kind::kHashMap: return !hash_map_get(cast<HashMap>(coll), key).is_absent();
      case Kind::kHashSet: return !hash_set_get(cast<HashSet>(coll), key).is_absent();
      case Kind::kTreeMap:
      case Kind::kTreeSet: return tree_find(coll, key);
      case Kind::kVector:
      case Kind::kMapEntry:
      case Kind::kSubVector:
      case Kind::kPrimitiveVector: {
        int64_t index = index_key_of(coll, key);
        return index >= 0 && index < vector_count(coll);
      }
      default: break;
    }
    if (is_transient(coll)) return !transient_get(coll, key).is_absent();
    if (answers_as_record(coll, roots.sym_m_contains_key)) return record_contains(coll, key);
    if ((is_string(coll) || is_array(coll)) && is_number(key)) {
      int64_t index = to_int_unchecked(key);
      return index >= 0 && index < count(coll);
    }
    Value found;
    if (try_method(coll, roots.sym_m_contains_key, found, key)) return found.truthy();
    if (is_any_set(coll) && try_method(coll, roots.sym_m_contains, found, key)) return found.truthy();
    Value args[] = {coll, key};
    if (implements(coll, roots.class_java_map)) return call_host_method(roots.sym_m_contains_key, args, 2).truthy();
    if (implements(coll, roots.class_java_set)) return call_host_method(roots.sym_m_contains, args, 2).truthy();
  }
  check_interface_method(coll, roots.class_associative, "containsKey", 1);
  check_interface_method(coll, roots.class_persistent_set, "contains", 1);
  check_interface_method(coll, roots.class_transient_set, "contains", 1);
  throw_error(Error::kIllegalArgument, "contains? not supported on type: " + class_name(coll));
}

Value find(Value coll, Value key) {
  if (coll.is_nil()) return coll;
  if (coll.is_object()) {
    Kind kind = coll.as_object()->kind;
    if (kind == Kind::kArrayMap || kind == Kind::kHashMap) return map_find(coll, key);
    if (kind == Kind::kTreeMap) {
      const TreeNode* node = tree_find(coll, key);
      return node ? make_map_entry(node->key, node->value) : Value::nil();
    }
    if (is_vector_kind(kind)) {
      Value v = vector_get(coll, key, Value::absent());
      return v.is_absent() ? Value::nil() : make_map_entry(key, v);
    }
    if (is_transient(coll) && kind != Kind::kTransientHashSet) {
      Value v = transient_get(coll, key);
      return v.is_absent() ? Value::nil() : make_map_entry(key, v);
    }
    if (answers_as_record(coll, roots.sym_m_entry_at)) {
      return record_contains(coll, key) ? make_map_entry(key, record_get(coll, key, Value::nil())) : Value::nil();
    }
    Value entry;
    if (try_method(coll, roots.sym_m_entry_at, entry, key)) return entry;
    if (implements(coll, roots.class_java_map))
      return contains(coll, key) ? make_map_entry(key, get(coll, key)) : Value::nil();
  }
  check_interface_method(coll, roots.class_associative, "entryAt", 1);
  throw_error(Error::kIllegalArgument, "find not supported on type: " + class_name(coll));
}

Value assoc(Value coll, Value key, Value value) {
  if (coll.is_nil()) {
    Value pair[] = {key, value};
    return make_array_map(pair, 2);
  }
  if (coll.is_object()) {
    switch (coll.as_object()->kind) {
      case Kind::kArrayMap: return array_map_assoc(coll, key, value);
      case Kind::kHashMap: return hash_map_assoc(coll, key, value);
      case Kind::kTreeMap: return tree_map_assoc(coll, key, value);
      case Kind::kVector:
      case Kind::kMapEntry:
      case Kind::kSubVector:
      case Kind::kPrimitiveVector:
        if (!is_vector_key(key)) throw_error(Error::kIllegalArgument, "Key must be integer");
        if (is_kind(coll, Kind::kPrimitiveVector)) return vector_assoc(coll, to_int(key), value);
        return vector_assoc(coll, key.is_inline_long() ? static_cast<int32_t>(key.as_inline_long()) : to_int_unchecked(key),
                            value);
      default: break;
    }
    if (answers_as_record(coll, roots.sym_m_assoc)) return record_assoc(coll, key, value);
    Value result;
    if (try_method(coll, roots.sym_m_assoc, result, key, value)) return result;
  }
  throw_class_cast(coll, "clojure.lang.Associative");
}

Value dissoc(Value coll, Value key) {
  if (coll.is_nil()) return coll;
  if (coll.is_object()) {
    switch (coll.as_object()->kind) {
      case Kind::kArrayMap: return array_map_dissoc(coll, key);
      case Kind::kHashMap: return hash_map_dissoc(coll, key);
      case Kind::kTreeMap: return tree_map_dissoc(coll, key);
      default: break;
    }
    if (answers_as_record(coll, roots.sym_m_without)) return record_dissoc(coll, key);
    Value result;
    if (try_method(coll, roots.sym_m_without, result, key)) return result;
  }
  throw_class_cast(coll, "clojure.lang.IPersistentMap");
}

Value disj(Value set, Value key) {
  if (set.is_nil()) return set;
  if (is_kind(set, Kind::kHashSet)) return hash_set_disj(set, key);
  if (is_kind(set, Kind::kTreeSet)) return tree_set_disj(set, key);
  Value result;
  if (try_method(set, roots.sym_m_disjoin, result, key)) return result;
  throw_class_cast(set, "clojure.lang.IPersistentSet");
}

}  // namespace clj
