// sort and sort-by: the JVM's merge sort, which decides what comparators that contradict themselves give.
#include <algorithm>
#include <vector>

#include "clj/core/array.h"
#include "clj/core/caller.h"
#include "clj/core/seqs.h"
#include "clj/core/sorted.h"
#include "native.h"
#include "reducing.h"
#include "tim_sort.h"

namespace clj::builtins {

namespace {

// The order of items by their keys. Indices, not Values, move through malloc'ed memory: the collector sees the keys
// throughout.
struct NaturalOrder {
  gc::ValueList& keys;
  bool less(uint32_t a, uint32_t b) const { return compare(keys[a], keys[b]) < 0; }
  bool greater(uint32_t a, uint32_t b) const { return compare(keys[a], keys[b]) > 0; }
};

// Objects with a `compare` method.
struct ObjectOrder {
  gc::ValueList& keys;
  Value comparator;
  bool less(uint32_t a, uint32_t b) const { return compare_with(comparator, keys[a], keys[b]) < 0; }
  bool greater(uint32_t a, uint32_t b) const { return compare_with(comparator, keys[a], keys[b]) > 0; }
};

// A function is a predicate or gives a number. A predicate that says no is asked the other way
// round, but only where that matters: a sort asks for less far more often than for greater.
struct FunctionOrder {
  gc::ValueList& keys;
  Caller& call;

  bool less(uint32_t a, uint32_t b) const { return compare_keys(a, b, true) < 0; }
  bool greater(uint32_t a, uint32_t b) const { return compare_keys(a, b, false) > 0; }

 private:
  int compare_keys(uint32_t a, uint32_t b, bool only_less) const {
    Value answer = call(keys[a], keys[b]);
    if (answer.is_boolean()) {
      if (answer.is_true()) return -1;
      return !only_less && call(keys[b], keys[a]).truthy() ? 1 : 0;
    }
    if (answer.is_inline_long()) return static_cast<int32_t>(answer.as_inline_long());
    if (answer.is_nil()) throw_error(Error::kNullPointer, "Cannot invoke \"java.lang.Number.intValue()\" because \"n\" is null");
    if (!is_number(answer)) throw_bad_argument(answer, "java.lang.Number");
    return static_cast<int32_t>(to_long_unchecked(answer));
  }
};

template <class Order>
void tim_sort(std::vector<uint32_t>& items, const Order& order) {
  TimSort<uint32_t, Order>(items, order).sort();
}

bool is_default_comparator(Value comparator) {
  NativeFn* native = try_cast<NativeFn>(comparator);
  return native && std::string_view(native_rows[native->row].name) == "compare";
}

// A function or an object with a `compare` method; a keyword is none.
void check_comparator(Value comparator) {
  if (comparator.is_nil() || is_fn(comparator) || is_instance(find_class("java.util.Comparator"), comparator)) return;
  throw_class_cast(comparator, "java.util.Comparator");
}

// The elements of `items` in the order of `keys`.
Value in_order(gc::ValueList& items, gc::ValueList& keys, Value comparator, Value coll) {
  check_comparator(comparator);
  size_t n = items.size();
  bool natural = comparator.is_nil() || is_default_comparator(comparator);
  bool longs = natural && std::all_of(keys.begin(), keys.end(), [](Value v) { return v.is_inline_long(); });
  std::vector<uint32_t> order(n);
  for (size_t i = 0; i < n; ++i) order[i] = static_cast<uint32_t>(i);
  if (longs) {
    std::stable_sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) { return keys[a].bits() < keys[b].bits(); });
  } else if (natural) {
    tim_sort(order, NaturalOrder{keys});
  } else if (!is_ifn(comparator)) {
    tim_sort(order, ObjectOrder{keys, comparator});
  } else {
    Caller call(comparator, 2);
    tim_sort(order, FunctionOrder{keys, call});
  }
  Value array = make_object_array(static_cast<int64_t>(n));
  for (size_t i = 0; i < n; ++i) cast<ObjectArray>(array)->items()[i] = items[order[i]];
  // An array of objects is itself sorted.
  if (is_kind(coll, Kind::kObjectArray)) {
    for (size_t i = 0; i < n; ++i) array_set(coll, static_cast<int64_t>(i), items[order[i]]);
  }
  Value result = seq(array);
  Value metadata = meta(coll);
  return metadata.is_nil() ? result : with_meta(result, metadata);
}

}  // namespace

CLJ_FN(sort) {
  Value comparator = count == 2 ? args[0] : Value::nil(), coll = args[count - 1];
  gc::ValueList items;
  append_elements(walkable(coll), items);
  if (items.empty()) return roots.empty_list;
  require_elements(coll);
  return in_order(items, items, comparator, coll);
}

CLJ_FN(sort_by) {
  Value key_function = args[0], comparator = count == 3 ? args[1] : Value::nil(), coll = args[count - 1];
  gc::ValueList items, keys;
  append_elements(walkable(coll), items);
  if (items.empty()) return roots.empty_list;
  Caller call(key_function, 1);
  size_t n = items.size();
  for (size_t i = 0; i < n; ++i) keys.push_back(items[i]);
  // One element is compared with nothing; of more, a merge sort first asks for the key of the second.
  for (size_t i = 0; n > 1 && i < n; ++i) {
    size_t next = i < 2 ? 1 - i : i;
    keys[next] = call(items[next]);
  }
  return in_order(items, keys, comparator, coll);
}

}  // namespace clj::builtins
