// java.util.TreeMap and TreeSet: a persistent sorted map or set in a mutable slot.
#include "clj/core/array.h"
#include "clj/core/map.h"
#include "clj/core/sorted.h"
#include "host_support.h"
#include "iterators.h"
#include "lists.h"
#include "to_array.h"

namespace clj::builtins::host {
namespace {

struct Sorted : HostObject {
  static constexpr uint16_t kSlots = 2;
  AtomicValue coll;
};

Sorted* self(Value* args) { return static_cast<Sorted*>(args[0].as_object()); }
Value coll(Value* args) { return self(args)->coll.load(); }
bool is_map_object(Value* args) { return is_kind(coll(args), Kind::kTreeMap); }

void set_coll(Value* args, Value v) {
  self(args)->coll.store(v);
  gc::write_barrier(self(args));
}

Value make_sorted(const char* class_name, Value v) {
  auto* sorted = make_host_object<Sorted>(class_name);
  sorted->coll.store(v);
  return Value::object(sorted);
}

Value root_of(Value sorted) {
  return is_kind(sorted, Kind::kTreeMap) ? cast<TreeMap>(sorted)->root : cast<TreeSet>(sorted)->root;
}

// In natural order a key is compared with Comparable.compareTo, which is stricter than compare. All keys are of one order:
// one stands for all.
void require_key(Value sorted, Value key) {
  if (!sorted_comparator(sorted).is_nil()) return;
  Value root = root_of(sorted);
  require_natural_order(key, root.is_nil() ? key : cast<TreeNode>(root)->key);
}

// The entries or elements in the direction from `key` on; nil when there are none. Nothing compares a key with what is empty.
Value near(Value* args, bool ascending, bool inclusive) {
  if (root_of(coll(args)).is_nil()) return Value::nil();
  require_key(coll(args), args[1]);
  Value s = sorted_seq_from(coll(args), args[1], ascending);
  if (s.is_nil()) return s;
  if (!inclusive && compare_with(sorted_comparator(coll(args)), sorted_entry_key(coll(args), first(s)), args[1]) == 0) {
    s = next(s);
  }
  return s;
}
Value near_key(Value* args, bool ascending, bool inclusive) {
  Value s = near(args, ascending, inclusive);
  return s.is_nil() ? s : sorted_entry_key(coll(args), first(s));
}
// The first of a seq of them as an entry, which that of a set has twice; nil when there is none.
Value first_entry(Value* args, Value s) {
  if (s.is_nil()) return s;
  Value x = first(s);
  return is_kind(coll(args), Kind::kTreeSet) ? make_map_entry(x, x) : x;
}

Value end_of(Value* args, bool ascending) {
  Value s = sorted_seq(coll(args), ascending);
  return s.is_nil() ? s : first(s);
}
Value must_exist(Value* args, Value entry) {
  if (seq(coll(args)).is_nil()) throw_named("java.util.NoSuchElementException", Value::nil());
  return sorted_entry_key(coll(args), entry);
}

Value poll(Value* args, bool ascending) {
  Value entry = end_of(args, ascending);
  if (seq(coll(args)).is_nil()) return Value::nil();
  Value key = sorted_entry_key(coll(args), entry);
  set_coll(args, is_map_object(args) ? dissoc(coll(args), key) : disj(coll(args), key));
  return entry;
}

void add_elements(Value* args, Value source) {
  Value updated = coll(args);
  bool map = is_map_object(args);
  for_each(source, [&](Value x) {
    require_key(updated, map ? entry_key(x) : x);
    updated = map ? assoc(updated, entry_key(x), entry_value(x)) : conj(updated, x);
    return true;
  });
  set_coll(args, updated);
}

}  // namespace

namespace {
void check_comparator_arg(const Value* args, uint32_t count, const char* class_name) {
  if (count > 0 && !args[0].is_nil()) check_collection_arg(args[0], "java.util.Comparator", class_name);
}
}  // namespace

CLJ_FN(sorted_map_new) {
  bool source = count > 0 && is_instance(roots.class_java_map, args[0]);
  if (!source) check_comparator_arg(args, count, "java.util.TreeMap");
  Value made = make_sorted("java.util.TreeMap", make_tree_map(count > 0 && !source ? args[0] : Value::nil()));
  if (source) add_elements(&made, args[0]);
  return made;
}
CLJ_FN(host_sorted_set_new) {
  bool source = count > 0 && is_instance(roots.class_java_collection, args[0]);
  if (!source) check_comparator_arg(args, count, "java.util.TreeSet");
  Value made = make_sorted("java.util.TreeSet", make_tree_set(count > 0 && !source ? args[0] : Value::nil()));
  if (source) add_elements(&made, args[0]);
  return made;
}
CLJ_FN(sorted_order) { return sorted_comparator(coll(args)); }
CLJ_FN(sorted_size) { return integer(static_cast<int32_t>(clj::count(coll(args)))); }
CLJ_FN(sorted_is_empty) { return boolean(seq(coll(args)).is_nil()); }
CLJ_FN(sorted_contains) {
  require_key(coll(args), args[1]);
  return boolean(contains(coll(args), args[1]));
}
CLJ_FN(sorted_clear) {
  set_coll(args, empty(coll(args)));
  return Value::nil();
}
CLJ_FN(sorted_first) { return must_exist(args, end_of(args, true)); }
CLJ_FN(sorted_last) { return must_exist(args, end_of(args, false)); }
CLJ_FN(sorted_floor) { return near_key(args, false, true); }
CLJ_FN(sorted_ceiling) { return near_key(args, true, true); }
CLJ_FN(sorted_lower) { return near_key(args, false, false); }
CLJ_FN(sorted_higher) { return near_key(args, true, false); }

CLJ_FN(sorted_map_put) {
  require_key(coll(args), args[1]);
  Value old = get(coll(args), args[1]);
  set_coll(args, assoc(coll(args), args[1], args[2]));
  return old;
}
CLJ_FN(sorted_map_get) {
  require_key(coll(args), args[1]);
  return get(coll(args), args[1]);
}
CLJ_FN(sorted_map_get_or_default) {
  require_key(coll(args), args[1]);
  return get(coll(args), args[1], args[2]);
}
// With a third argument only an entry with that value goes, and the answer is whether one did.
CLJ_FN(sorted_map_remove) {
  require_key(coll(args), args[1]);
  Value old = get(coll(args), args[1]);
  if (count == 3) {
    bool matches = contains(coll(args), args[1]) && (old.is_nil() ? args[2].is_nil() : java_equals(old, args[2]));
    if (matches) set_coll(args, dissoc(coll(args), args[1]));
    return boolean(matches);
  }
  set_coll(args, dissoc(coll(args), args[1]));
  return old;
}
CLJ_FN(sorted_map_put_all) {
  require_map(args[1]);
  add_elements(args, args[1]);
  return Value::nil();
}
CLJ_FN(sorted_first_entry) { return first_entry(args, sorted_seq(coll(args), true)); }
CLJ_FN(sorted_last_entry) { return first_entry(args, sorted_seq(coll(args), false)); }
CLJ_FN(sorted_map_poll_first) { return poll(args, true); }
CLJ_FN(sorted_map_poll_last) { return poll(args, false); }
CLJ_FN(sorted_floor_entry) { return first_entry(args, near(args, false, true)); }
CLJ_FN(sorted_ceiling_entry) { return first_entry(args, near(args, true, true)); }
CLJ_FN(sorted_lower_entry) { return first_entry(args, near(args, false, false)); }
CLJ_FN(sorted_higher_entry) { return first_entry(args, near(args, true, false)); }
CLJ_FN(sorted_map_entry_set) {
  gc::ValueList all;
  append_elements(coll(args), all);
  return make_array_list(all.data(), all.size());
}
CLJ_FN(sorted_map_for_each) {
  for_each_kv(coll(args), [&](Value k, Value v) {
    Value call[] = {k, v};
    call_functional(args[1], "accept", call, 2);
    return true;
  });
  return Value::nil();
}
CLJ_FN(sorted_map_to_string) {
  std::string text = "{";
  for_each_kv(coll(args), [&](Value k, Value v) {
    if (text.size() > 1) text += ", ";
    text += to_utf8(str_value(k)) + "=" + (v.is_nil() ? "null" : to_utf8(str_value(v)));
    return true;
  });
  return make_string(text + "}");
}
CLJ_FN(sorted_map_equals) { return boolean(java_equals(coll(args), args[1])); }
CLJ_FN(sorted_map_hash_code) { return integer(static_cast<int32_t>(java_hash_code(coll(args)))); }

CLJ_FN(sorted_set_add) {
  require_key(coll(args), args[1]);
  bool known = contains(coll(args), args[1]);
  if (!known) set_coll(args, conj(coll(args), args[1]));
  return boolean(!known);
}
CLJ_FN(sorted_set_add_all) {
  if (args[1].is_nil()) {
    throw_error(Error::kNullPointer, "Cannot invoke \"java.util.Collection.iterator()\" because \"c\" is null");
  }
  int64_t before = clj::count(coll(args));
  add_elements(args, args[1]);
  return boolean(clj::count(coll(args)) != before);
}
CLJ_FN(sorted_set_remove) {
  require_key(coll(args), args[1]);
  bool known = contains(coll(args), args[1]);
  if (known) set_coll(args, disj(coll(args), args[1]));
  return boolean(known);
}
CLJ_FN(sorted_set_poll_first) { return poll(args, true); }
CLJ_FN(sorted_set_poll_last) { return poll(args, false); }
CLJ_FN(sorted_set_iterator) {
  return make_owned_seq_iterator(seq(coll(args)), args[0], [](Value owner) { return clj::count(coll(&owner)); });
}
CLJ_FN(sorted_set_get) { return get(coll(args), args[1]); }
CLJ_FN(sorted_set_to_array) {
  gc::ValueList all;
  append_elements(coll(args), all);
  return elements_to_array(all, args, count);
}
CLJ_FN(sorted_set_to_string) { return make_string(java_list_text(coll(args))); }
CLJ_FN(sorted_set_equals) { return boolean(java_equals(coll(args), args[1])); }
CLJ_FN(sorted_set_hash_code) { return integer(static_cast<int32_t>(java_hash_code(coll(args)))); }

}  // namespace clj::builtins::host
