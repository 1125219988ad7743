// Maps, sets and sorted collections.
#include "clj/core/map.h"

#include "clj/core/list.h"
#include "clj/core/sorted.h"
#include "clj/core/native_closure.h"
#include "clj/core/vector.h"
#include "native.h"
#include "reducing.h"

namespace clj::builtins {

namespace {

void need_values(const Value* keyvals, uint32_t count) {
  if (count % 2 != 0) throw_no_value(keyvals[count - 1]);
}

Value tree_map(Value comparator, const Value* keyvals, uint32_t count) {
  Value map = make_tree_map(comparator);
  for (uint32_t i = 0; i + 1 < count; i += 2) map = tree_map_assoc(map, keyvals[i], keyvals[i + 1]);
  need_values(keyvals, count);  // after the keys before it were compared, as on the JVM
  return map;
}

Value tree_set(Value comparator, const Value* items, uint32_t count) {
  Value set = make_tree_set(comparator);
  for (uint32_t i = 0; i < count; ++i) set = tree_set_conj(set, items[i]);
  return set;
}

bool is_native(Value f, std::string_view name) {
  NativeFn* native = try_cast<NativeFn>(f);
  return native && name == native_rows[native->row].name;
}

Value bound(Value coll, Value test, Value key) {
  return make_native_closure(NativeClosureOp::kSortedBound, test, coll, key);
}

Value sub_sequence(Value* args, uint32_t count, bool ascending) {
  Value coll = args[0];
  if (count == 4) throw_arity(4, ascending ? "clojure.core/subseq" : "clojure.core/rsubseq");
  // Tests that bound the side the walk starts from: > and >= going up, < and <= going down.
  auto starts = [&](Value test) {
    return ascending ? is_native(test, ">") || is_native(test, ">=") : is_native(test, "<") || is_native(test, "<=");
  };
  auto from = [&](Value test, Value key) {
    Value s = sorted_seq_from(coll, key, ascending);
    return !s.is_nil() && !invoke(bound(coll, test, key), first(s)).truthy() ? next(s) : s;
  };
  auto until = [&](Value s, Value test, Value key) {
    return make_native_lazy(NativeClosureOp::kLazyTakeWhile, bound(coll, test, key), s);
  };
  if (count == 3) {
    if (starts(args[1])) return from(args[1], args[2]);
    return until(sorted_seq(coll, ascending), args[1], args[2]);
  }
  uint32_t start = ascending ? 1 : 3, end = ascending ? 3 : 1;
  if (sorted_seq_from(coll, args[start + 1], ascending).is_nil()) return Value::nil();
  return until(from(args[start], args[start + 1]), args[end], args[end + 1]);
}

Value assoc_in_path(Value m, Value path, Value value) {
  check_stack();
  Value key = first(path), more = next(path);
  return assoc(m, key, more.is_nil() ? value : assoc_in_path(get(m, key), more, value));
}

// A comparator that is nil fails when it is first used: for the second of `elements`.
Value comparator_arg(Value v) {
  if (v.is_nil()) return no_comparator();
  if ( !is_instance(roots.class_comparator, v)) throw_class_cast(v, "java.util.Comparator");
  return v;
}

}  // namespace

CLJ_FN(hash_map) {
  need_values(args, count);
  return count == 0 ? roots.empty_array_map : make_hash_map(args, count);
}
CLJ_FN(array_map) {
  if (count % 2 != 0) throw_error(Error::kIllegalArgument, "No value supplied for key: " + to_utf8(str_value(args[count - 1])));
  return count == 0 ? roots.empty_array_map : make_array_map(args, count);
}
CLJ_FN(hash_set) { return make_set(args, count); }

CLJ_FN(set) {
  if (is_set(args[0])) return meta(args[0]).is_nil() ? args[0] : with_meta(args[0], Value::nil());
  Value t = transient(roots.empty_hash_set);
  auto add = [&](Value v) {
    t = conj_transient(t, v);
    return true;
  };
  // Of the types of a program, an IReduceInit is reduced; CollReduce is not asked.
  if (is_kind(args[0], Kind::kInstance) && is_instance(roots.class_reduce_init, args[0])) for_each_taking(args[0], add);
  else walk_taking(args[0], add);
  return persistent(t);
}

CLJ_FN(sorted_map) { return tree_map(Value::nil(), args, count); }
CLJ_FN(sorted_map_by) { return tree_map(comparator_arg(args[0]), args + 1, count - 1); }
CLJ_FN(sorted_set) { return tree_set(Value::nil(), args, count); }
CLJ_FN(sorted_set_by) { return tree_set(comparator_arg(args[0]), args + 1, count - 1); }
CLJ_FN(subseq) { return sub_sequence(args, count, true); }
CLJ_FN(rsubseq) { return sub_sequence(args, count, false); }

CLJ_FN(get_value) { return count == 3 ? get(args[0], args[1], args[2]) : get(args[0], args[1]); }

CLJ_FN(get_in) {
  Value at = args[0];
  for (Value path = seq(args[1]); !path.is_nil(); path = next(path)) {
    at = count == 3 ? get(at, first(path), Value::absent()) : get(at, first(path));
    if (at.is_absent()) return args[2];
  }
  return at;
}

CLJ_FN(assoc_values) {
  if (count % 2 == 0) {
    if (count > 2) assoc(args[0], args[1], args[2]);  // what can take no key is complained about first
    throw_error(Error::kIllegalArgument, "assoc expects even number of arguments after map/vector, found odd number");
  }
  Value map = args[0];
  for (uint32_t i = 1; i < count; i += 2) map = assoc(map, args[i], args[i + 1]);
  return map;
}

CLJ_FN(assoc_in) { return assoc_in_path(args[0], args[1], args[2]); }

namespace {

// The last key of the path gets (f old arguments…). Each level of the path is a level of C++ calls.
Value update_in_path(Value m, Value path, Value f, const Value* more, uint32_t count, uint32_t index = 0) {
  check_stack();
  // A vector is walked by index, anything else as a seq.
  auto* keys = try_cast<Vector>(path);
  Value key = keys ? keys->at(index) : first(path), old = get(m, key);
  Value remaining = keys ? (index + 1 < keys->count ? path : Value::nil()) : next(path);
  if (!remaining.is_nil()) return assoc(m, key, update_in_path(old, remaining, f, more, count, index + 1));
  if (f.is_nil()) throw_apply_of_nil("\"f\"");
  gc::ValueList args;
  args.push_back(old);
  for (uint32_t i = 0; i < count; ++i) args.push_back(more[i]);
  Value updated = count == 0 ? invoke(f, old) : invoke(f, args.data(), count + 1);
  return assoc(m, key, updated);
}

}  // namespace

CLJ_FN(update_in) { 
  bool indexed = is_kind(args[1], Kind::kVector) && cast<Vector>(args[1])->count > 0;
  return update_in_path(args[0], indexed ? args[1] : seq(args[1]), args[2], args + 3, count - 3);
}

// What a seq of keyword arguments stands for.
CLJ_FN(seq_to_map) {
  Value s = seq(args[0]);
  if (s.is_nil()) return roots.empty_array_map;
  if (next(s).is_nil()) return first(s);
  require_elements(args[0]);
  gc::ValueList items;
  append_elements(s, items);
  size_t pairs = items.size() & ~size_t{1};
  if (pairs == items.size()) return make_array_map(items.data(), pairs);
  Value last = items.back();
  if (!is_map(last)) return conj(make_array_map(items.data(), pairs), last);
  items.resize(pairs);
  for_each_kv(last, [&](Value key, Value value) {
    items.push_back(key);
    items.push_back(value);
    return true;
  });
  return make_array_map(items.data(), items.size());
}

CLJ_FN(dissoc_values) {
  Value map = args[0];
  for (uint32_t i = 1; i < count && !map.is_nil(); ++i) map = dissoc(map, args[i]);
  return map;
}

CLJ_FN(disj_values) {
  Value set = args[0];
  if (count > 1 && !set.truthy()) return Value::nil();
  for (uint32_t i = 1; i < count && !set.is_nil(); ++i) set = disj(set, args[i]);
  return set;
}

CLJ_FN(contains_key) { return boolean(contains(args[0], args[1])); }
CLJ_FN(find_entry) { return find(args[0], args[1]); }
CLJ_FN(keys_value) { return keys(args[0]); }
CLJ_FN(vals_value) { return vals(args[0]); }

CLJ_FN(key) {
  if (args[0].is_nil())
    throw_error(Error::kNullPointer, "Cannot invoke \"java.util.Map$Entry.getKey()\" because \"e\" is null");
  return entry_key(args[0]);
}
CLJ_FN(val) {
  if (args[0].is_nil())
    throw_error(Error::kNullPointer, "Cannot invoke \"java.util.Map$Entry.getValue()\" because \"e\" is null");
  return entry_value(args[0]);
}

CLJ_FN(merge) {
  bool any = false;
  for (uint32_t i = 0; i < count; ++i) any = any || args[i].truthy();
  if (!any) return Value::nil();
  Value result = args[0];
  for (uint32_t i = 1; i < count; ++i) result = conj(result.truthy() ? result : roots.empty_array_map, args[i]);
  return result;
}

CLJ_FN(select_keys) {
  Value map = args[0], result = roots.empty_array_map;
  for_each(args[1], [&](Value key) {
    Value entry = find(map, key);
    if (!entry.is_nil()) result = conj(result, entry);
    return true;
  });
  Value m = meta(map);
  return m.is_nil() ? result : with_meta(result, m);
}

CLJ_FN(zipmap) {
  Value keys = seq(args[0]), values = seq(args[1]);
  args[0] = args[1] = Value::nil();
  Value map = transient(roots.empty_array_map);
  for (; !keys.is_nil() && !values.is_nil(); keys = next(keys), values = next(values))
    map = assoc_transient(map, first(keys), first(values));
  return persistent(map);
}

}  // namespace clj::builtins
