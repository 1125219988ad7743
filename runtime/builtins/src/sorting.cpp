// sort and sort-by: the JVM's merge sort, which decides what comparators that contradict themselves give.
#include <algorithm>
#include <vector>

#include "clj/core/array.h"
#include "clj/core/caller.h"
#include "clj/core/host.h"
#include "clj/core/seqs.h"
#include "clj/core/sorted.h"
#include "clj/core/native_closure.h"
#include "native.h"
#include "tim_sort.h"

namespace clj::builtins {

namespace {

// The keys of the items, each made when it is first asked for: what a comparison throws comes before what the keys of later
// items throw. Indices, not Values, move through malloc'ed memory: the collector sees items and keys throughout.
class Keys {
 public:
  // The items are their own keys.
  explicit Keys(gc::ValueList& items) : items_(items), keys_(items) {}
  Keys(gc::ValueList& items, gc::ValueList& keys, Caller& function) : items_(items), keys_(keys), function_(&function) {
    for (size_t i = 0; i < items.size(); ++i) keys.push_back(Value::absent());
  }

  size_t size() const { return items_.size(); }
  Value operator[](size_t i) {
    if (keys_[i].is_absent()) keys_[i] = (*function_)(items_[i]);
    return keys_[i];
  }
  Value item(size_t i) const { return items_[i]; }
  // Once all are made.
  const Value* data() const { return keys_.data(); }

  // Whether all are longs, whose comparison throws nothing. Made in the order in which a merge sort asks for them, the
  // second first, up to the first that is none.
  bool are_longs() {
    size_t n = size();
    for (size_t i = 0; n > 1 && i < n; ++i)
      if (!(*this)[i < 2 ? 1 - i : i].is_inline_long()) return false;
    return n > 1;
  }

 private:
  gc::ValueList& items_;
  gc::ValueList& keys_;
  Caller* function_ = nullptr;
};

// The order of items by their keys, one for every kind of comparator: there is one copy of the merge sort.
struct Order {
  Keys& keys;
  Value comparator;  // nil: compare; absent(): Java's natural order
  Caller* call;      // of a comparator that is a function

  bool less(uint32_t a, uint32_t b) const { return compare_keys(a, b, true) < 0; }
  bool greater(uint32_t a, uint32_t b) const { return compare_keys(a, b, false) > 0; }

 private:
  int compare_keys(uint32_t a, uint32_t b, bool only_less) const {
    Value first = keys[a], second = keys[b];
    if (call != nullptr) return answer_of_call(first, second, only_less);
    if (comparator.is_absent()) return natural_compare(first, second);
    return comparator.is_nil() ? compare(first, second) : compare_with(comparator, first, second);
  }

  // A function is a predicate or gives a number. A predicate that says no is asked the other way
  // round, but only where that matters: a sort asks for less far more often than for greater.
  int answer_of_call(Value first, Value second, bool only_less) const {
    Value answer = (*call)(first, second);
    if (answer.is_boolean()) {
      if (answer.is_true()) return -1;
      return !only_less && (*call)(second, first).truthy() ? 1 : 0;
    }
    if (answer.is_inline_long()) return static_cast<int32_t>(answer.as_inline_long());
    if (answer.is_nil()) throw_error(Error::kNullPointer, "Cannot invoke \"java.lang.Number.intValue()\" because \"n\" is null");
    if (!is_number(answer)) throw_bad_argument(answer, "java.lang.Number");
    return static_cast<int32_t>(to_long_unchecked(answer));
  }
};

void tim_sort(std::vector<uint32_t>& items, const Order& order) { TimSort<uint32_t, Order>(items, order).sort(); }

bool is_default_comparator(Value comparator) {
  NativeFn* native = try_cast<NativeFn>(comparator);
  return native && std::string_view(native_rows[native->row].name) == "compare";
}

// A function or an object with a `compare` method; a keyword is none.
void check_comparator(Value comparator) {
  if (comparator.is_nil() || is_fn(comparator)) return;
  check_interface_method(comparator, roots.class_comparator, "compare", 2);
  if (is_instance(roots.class_comparator, comparator)) return;
  throw_class_cast(comparator, "java.util.Comparator");
}

// What cannot be made an array is refused when it has an element, and before it is asked for the others.
void append_sortable(Value coll, gc::ValueList& items) {
  if (is_kind(coll, Kind::kInstance)) {
    if (seq(coll).is_nil()) return;
    require_elements(coll);
  }
  append_elements(coll, items);
  if (!items.empty()) require_elements(coll);
}

// The items in the order of their keys.
Value in_order(Keys& keys, Value comparator, Value coll) {
  size_t n = keys.size();
  bool java = comparator.is_absent(), natural = java || comparator.is_nil() || is_default_comparator(comparator);
  bool longs = natural && keys.are_longs();
  std::vector<uint32_t> order(n);
  for (size_t i = 0; i < n; ++i) order[i] = static_cast<uint32_t>(i);
  if (longs) {
    std::stable_sort(order.begin(), order.end(),
                     [made = keys.data()](uint32_t a, uint32_t b) { return made[a].bits() < made[b].bits(); });
  } else if (natural || !is_ifn(comparator) || is_kind(comparator, Kind::kInstance)) {
    tim_sort(order, Order{keys, natural && !java ? Value::nil() : comparator, nullptr});
  } else {
    Caller call(comparator, 2);
    tim_sort(order, Order{keys, comparator, &call});
  }
  Value array = make_object_array(static_cast<int64_t>(n));
  for (size_t i = 0; i < n; ++i) cast<ObjectArray>(array)->items()[i] = keys.item(order[i]);
  // An array of objects is itself sorted.
  if (is_kind(coll, Kind::kObjectArray)) {
    for (size_t i = 0; i < n; ++i) array_set(coll, static_cast<int64_t>(i), keys.item(order[i]));
  }
  Value result = seq(array);
  Value metadata = meta(coll);
  return metadata.is_nil() ? result : with_meta(result, metadata);
}

}  // namespace

Value sort_naturally(Value array) {
  gc::ValueList items;
  append_elements(array, items);
  if (items.empty()) return roots.empty_list;
  Keys keys(items);
  return in_order(keys, Value::absent(), array);
}

CLJ_FN(sort) {
  Value comparator = count == 2 ? args[0] : Value::nil(), coll = args[count - 1];
  gc::ValueList items;
  append_sortable(coll, items);
  if (items.empty()) return roots.empty_list;
  check_comparator(comparator);
  Keys keys(items);
  return in_order(keys, comparator, coll);
}

namespace {

// nil is no comparator here: it is asked, once the first two keys are there.
[[noreturn]] void throw_no_comparator(Caller& key, gc::ValueList& items) {
  for (size_t i : {1, 0}) {
    Value item = items[i];
    key.enter(key, &item);
  }
  throw_error(Error::kNullPointer, "Cannot invoke \"java.util.Comparator.compare(Object, Object)\" because \"this.comp\" is null");
}

}  // namespace

CLJ_FN(sort_by) {
  Value key_function = args[0], comparator = count == 3 ? args[1] : Value::nil(), coll = args[count - 1];
  gc::ValueList items, made;
  append_sortable(coll, items);
  if (items.empty()) return roots.empty_list;
  // One element is compared with nothing.
  if (items.size() > 1) check_comparator(comparator);
  Caller call(function_in(key_function, "\"this.keyfn\""), 1);
  if (count == 3 && comparator.is_nil() && items.size() > 1) throw_no_comparator(call, items);
  Keys keys(items, made, call);
  return in_order(keys, comparator, coll);
}

}  // namespace clj::builtins
