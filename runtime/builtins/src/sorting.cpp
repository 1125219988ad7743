// sort and sort-by: a stable merge sort that asks the comparator in the order the JVM's does
// for short inputs (the later element first), and tolerates comparators that contradict
// themselves.
#include <algorithm>
#include <vector>

#include "clj/core/array.h"
#include "clj/core/caller.h"
#include "clj/core/seqs.h"
#include "clj/core/sorted.h"
#include "native.h"
#include "reducing.h"

namespace clj::builtins {

namespace {

// Sorts `order` (indices of items) so that `before(j, i)` is false for every i that precedes j.
// Indices, not Values, move through malloc'ed memory: the collector sees the items throughout.
template <class Before>
void merge_sort(std::vector<uint32_t>& order, const Before& before) {
  constexpr size_t kRun = 8;
  size_t n = order.size();
  for (size_t low = 0; low < n; low += kRun) {
    size_t high = std::min(low + kRun, n);
    for (size_t i = low + 1; i < high; ++i) {
      uint32_t moving = order[i];
      size_t j = i;
      for (; j > low && before(moving, order[j - 1]); --j) order[j] = order[j - 1];
      order[j] = moving;
    }
  }
  std::vector<uint32_t> merged(n);
  for (size_t width = kRun; width < n; width *= 2) {
    for (size_t low = 0; low < n; low += 2 * width) {
      size_t middle = std::min(low + width, n), high = std::min(low + 2 * width, n);
      if (middle == high || !before(order[middle], order[middle - 1])) {
        std::copy(order.begin() + static_cast<ptrdiff_t>(low), order.begin() + static_cast<ptrdiff_t>(high),
                  merged.begin() + static_cast<ptrdiff_t>(low));
        continue;
      }
      size_t left = low, right = middle, out = low;
      while (left < middle && right < high) merged[out++] = before(order[right], order[left]) ? order[right++] : order[left++];
      while (left < middle) merged[out++] = order[left++];
      while (right < high) merged[out++] = order[right++];
    }
    order.swap(merged);
  }
}

// Is `later` to stand before `earlier`? The comparator is a predicate or gives a number.
bool comes_before(Caller& comparator, Value later, Value earlier) {
  Value answer = comparator(later, earlier);
  if (answer.is_boolean()) return answer.is_true();
  if (answer.is_inline_long()) return static_cast<int32_t>(answer.as_inline_long()) < 0;
  if (!is_number(answer)) throw_bad_argument(answer, "java.lang.Number");
  return static_cast<int32_t>(to_long_unchecked(answer)) < 0;
}

bool is_default_comparator(Value comparator) {
  NativeFn* native = try_cast<NativeFn>(comparator);
  return native && std::string_view(native_rows[native->row].name) == "compare";
}

// The elements of `items` in the order of `keys`.
Value in_order(gc::ValueList& items, gc::ValueList& keys, Value comparator, Value metadata) {
  size_t n = items.size();
  bool natural = comparator.is_nil() || is_default_comparator(comparator);
  bool longs = natural && std::all_of(keys.begin(), keys.end(), [](Value v) { return v.is_inline_long(); });
  std::vector<uint32_t> order(n);
  for (size_t i = 0; i < n; ++i) order[i] = static_cast<uint32_t>(i);
  if (longs) {
    std::stable_sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) { return keys[a].bits() < keys[b].bits(); });
  } else if (natural) {
    merge_sort(order, [&](uint32_t later, uint32_t earlier) { return compare(keys[later], keys[earlier]) < 0; });
  } else if (!is_ifn(comparator)) {
    // An object with a `compare` method.
    merge_sort(order, [&](uint32_t later, uint32_t earlier) { return compare_with(comparator, keys[later], keys[earlier]) < 0; });
  } else {
    Caller call(comparator, 2);
    merge_sort(order, [&](uint32_t later, uint32_t earlier) { return comes_before(call, keys[later], keys[earlier]); });
  }
  Value array = make_object_array(static_cast<int64_t>(n));
  for (size_t i = 0; i < n; ++i) cast<ObjectArray>(array)->items()[i] = items[order[i]];
  Value result = seq(array);
  return metadata.is_nil() ? result : with_meta(result, metadata);
}

}  // namespace

CLJ_FN(sort) {
  Value comparator = count == 2 ? args[0] : Value::nil(), coll = args[count - 1];
  gc::ValueList items;
  append_elements(walkable(coll), items);
  if (items.empty()) return roots.empty_list;
  return in_order(items, items, comparator, meta(coll));
}

CLJ_FN(sort_by) {
  Value key_function = args[0], comparator = count == 3 ? args[1] : Value::nil(), coll = args[count - 1];
  gc::ValueList items, keys;
  append_elements(walkable(coll), items);
  if (items.empty()) return roots.empty_list;
  Caller call(key_function, 1);
  for (size_t i = 0; i < items.size(); ++i) keys.push_back(call(items[i]));
  return in_order(items, keys, comparator, meta(coll));
}

}  // namespace clj::builtins
