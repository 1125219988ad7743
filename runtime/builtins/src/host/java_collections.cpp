// java.util.Collections and Arrays.
#include <algorithm>

#include "clj/core/array.h"
#include "clj/core/random.h"
#include "host_support.h"
#include "primitive_arrays.h"
#include "lists.h"
#include "number_values.h"

namespace clj::builtins {
Value sort(Value* args, uint32_t count);
}

namespace clj::builtins::host {
namespace {

void call(Value target, const char* method, std::initializer_list<Value> args) {
  gc::ValueList all;
  all.push_back(target);
  for (Value v : args) all.push_back(v);
  call_host_method(make_symbol("", method), all.data(), static_cast<uint32_t>(all.size()));
}

void set_all(Value list, gc::ValueList& values) {
  for (size_t i = 0; i < values.size(); ++i) call(list, "set", {integer(static_cast<int32_t>(i)), values[i]});
}

// Comparable.compareTo, which takes numbers of its own class only: not as compare.
int natural_order(Value a, Value b) {
  if (a.is_nil())
    throw_error(Error::kNullPointer, "Cannot invoke \"java.lang.Comparable.compareTo(Object)\" because \"a\" is null");
  if (!is_instance(roots.class_comparable, a)) throw_class_cast(a, "java.lang.Comparable");
  if (is_number(a) && !is_kind(a, Kind::kRatio) && !(class_of(a) == class_of(b))) {
    if (b.is_nil()) throw_error(Error::kNullPointer, "Cannot read field \"value\" because \"other\" is null");
    throw_class_cast(b, to_utf8(cast<Class>(class_of(a))->name));
  }
  return compare(a, b);
}

int in_order(Value comparator, Value a, Value b) {
  return comparator.is_nil() ? natural_order(a, b) : compare_with(comparator, a, b);
}

Value extreme(Value* args, uint32_t count, int sign) {
  require_collection(args[0]);
  Value comparator = count > 1 ? args[1] : Value::nil(), best = Value::absent();
  for_each(args[0], [&](Value v) {
    if (best.is_absent() || in_order(comparator, v, best) * sign > 0) best = v;
    return true;
  });
  if (best.is_absent()) throw_named("java.util.NoSuchElementException", Value::nil());
  return best;
}

Value search(Value* args, uint32_t count) {
  gc::ValueList all;
  append_elements(args[0], all);
  Value comparator = count > 2 ? args[2] : Value::nil();
  bool of_primitives = is_array(args[0]) && !is_kind(args[0], Kind::kObjectArray);
  int64_t low = 0, high = static_cast<int64_t>(all.size()) - 1;
  while (low <= high) {
    int64_t middle = (low + high) / 2;
    Value at = all[static_cast<size_t>(middle)];
    int order = of_primitives ? compare(at, args[1]) : in_order(comparator, at, args[1]);
    if (order == 0) return integer(static_cast<int32_t>(middle));
    if (order < 0) low = middle + 1;
    if (order > 0) high = middle - 1;
  }
  return integer(static_cast<int32_t>(-low - 1));
}

void require_array(Value v) {
  if (!is_array(v)) throw_bad_argument(v, "[Ljava.lang.Object;");
}

void append_array_text(StringBuffer& out, Value array, bool deep) {
  check_stack();
  out.append("[");
  for (int64_t i = 0, n = array_length(array); i < n; ++i) {
    if (i) out.append(", ");
    Value v = array_at(array, i);
    if (v.is_nil()) {
      out.append("null");
    } else if (deep && is_array(v)) {
      append_array_text(out, v, deep);
    } else {
      append_str(out, v);
    }
  }
  out.append("]");
}

// An array of the same class, or of another one of objects.
Value copy_range(Value array, int64_t from, int64_t to, Value array_class = Value::nil()) {
  int64_t length = array_length(array);
  if (from > to) throw_error(Error::kIllegalArgument, std::to_string(from) + " > " + std::to_string(to));
  if (from < 0 || from > length) throw_index_out_of_bounds();
  Value copy = make_array(array.as_object()->kind, to - from);
  copy.as_object()->aux.store(array.as_object()->aux.load());
  if (!array_class.is_nil()) set_array_class(copy, array_class);
  array_copy(array, from, copy, 0, std::min(to, length) - from);
  return copy;
}

}  // namespace

CLJ_FN(collections_sort) {
  call(args[0], "sort", {count > 1 ? args[1] : Value::nil()});
  return Value::nil();
}
CLJ_FN(collections_reverse) {
  gc::ValueList all;
  append_elements(args[0], all);
  std::reverse(all.begin(), all.end());
  if (all.size() > 1) set_all(args[0], all);
  return Value::nil();
}
CLJ_FN(collections_shuffle) {
  gc::ValueList all;
  append_elements(args[0], all);
  Random fresh(fresh_random_seed());
  Value next_int = make_symbol("", "nextInt");
  for (size_t i = all.size(); i > 1; --i) {
    int32_t bound = static_cast<int32_t>(i), j;
    if (count > 1) {
      Value target[] = {args[1], integer(bound)};
      j = int_arg(call_host_method(next_int, target, 2));
    } else {
      j = fresh.next_int(bound);
    }
    std::swap(all[i - 1], all[static_cast<size_t>(j)]);
  }
  if (all.size() > 1) set_all(args[0], all);
  return Value::nil();
}
CLJ_FN(collections_swap) {
  Value a = nth(args[0], int_arg(args[1])), b = nth(args[0], int_arg(args[2]));
  call(args[0], "set", {args[1], b});
  call(args[0], "set", {args[2], a});
  return Value::nil();
}
CLJ_FN(collections_max) { return extreme(args, count, 1); }
CLJ_FN(collections_min) { return extreme(args, count, -1); }
CLJ_FN(collections_frequency) {
  require_collection(args[0]);
  int32_t n = 0;
  for_each(args[0], [&](Value v) {
    n += args[1].is_nil() ? v.is_nil() : java_equals(args[1], v);
    return true;
  });
  return integer(n);
}
CLJ_FN(collections_add_all) {
  for (uint32_t i = 1; i < count; ++i) {
    if (is_array(args[i])) {
      for_each(args[i], [&](Value v) {
        call(args[0], "add", {v});
        return true;
      });
    } else {
      call(args[0], "add", {args[i]});
    }
  }
  return boolean(count > 1);
}
CLJ_FN(collections_binary_search) { return search(args, count); }

CLJ_FN(arrays_to_string) {
  if (args[0].is_nil()) return make_string("null");
  require_array(args[0]);
  StringBuffer out;
  append_array_text(out, args[0], false);
  return out.to_string();
}
CLJ_FN(arrays_deep_to_string) {
  if (args[0].is_nil()) return make_string("null");
  require_array(args[0]);
  StringBuffer out;
  append_array_text(out, args[0], true);
  return out.to_string();
}
namespace {

// The range that the second and third argument give, or the whole array.
std::pair<int64_t, int64_t> array_range(const Value* args, bool given) {
  int64_t length = array_length(args[0]);
  if (!given) return {0, length};
  int64_t from = int_arg(args[1]), to = int_arg(args[2]);
  if (from > to) {
    throw_error(Error::kIllegalArgument, "fromIndex(" + std::to_string(from) + ") > toIndex(" + std::to_string(to) + ")");
  }
  if (from < 0 || to > length) {
    throw_error(Error::kArrayIndexOutOfBounds, "Array index out of range: " + std::to_string(from < 0 ? from : to));
  }
  return {from, to};
}

}  // namespace

CLJ_FN(arrays_fill) {
  require_array(args[0]);
  auto [from, to] = array_range(args, count == 4);
  if (from == to) return Value::nil();
  array_set(args[0], from, args[count - 1]);
  bool filled = with_primitives(args[0], [&](auto* items) { std::fill(items + from, items + to, items[from]); });
  for (int64_t i = from; !filled && i < to; ++i) array_put(args[0], i, args[count - 1]);
  return Value::nil();
}
CLJ_FN(arrays_sort) {
  require_array(args[0]);
  auto [from, to] = array_range(args, count > 2);
  if (count % 2 == 1 && sort_primitives(args[0], from, to)) return Value::nil();
  Value comparator = count % 2 == 0 ? args[count - 1] : Value::nil();
  Value part = copy_range(args[0], from, to);
  Value sort_args[] = {comparator, part};
  Value sorted = comparator.is_nil() ? sort_naturally(part) : clj::builtins::sort(sort_args, 2);
  int64_t at = from;
  for_each(sorted, [&](Value v) {
    array_put(args[0], at++, v);
    return true;
  });
  return Value::nil();
}
namespace {

// The class of the copy, which follows the other `required` arguments; only arrays of objects are copied as another class.
Value class_of_copy(const Value* args, uint32_t count, uint32_t required) {
  if (count == required) return Value::nil();
  object_arg<Class>(args[required], "java.lang.Class");
  std::string name = to_utf8(cast<Class>(args[required])->name);
  if (!is_kind(args[0], Kind::kObjectArray)) throw_class_cast(args[0], "[Ljava.lang.Object;");
  if (!name.starts_with("[L") && !name.starts_with("[[")) throw_error(Error::kNullPointer);
  return args[required];
}

}  // namespace

CLJ_FN(arrays_copy_of) {
  require_array(args[0]);
  int32_t length = int_arg(args[1]);
  if (length < 0) throw_error(Error::kNegativeArraySize, std::to_string(length));
  return copy_range(args[0], 0, length, class_of_copy(args, count, 2));
}
CLJ_FN(arrays_copy_of_range) {
  require_array(args[0]);
  int64_t from = int_arg(args[1]), to = int_arg(args[2]), length = array_length(args[0]);
  // What arraycopy, on which the JVM's leans, says of such a place.
  if (from <= to && (from < 0 || from > length)) array_copy(args[0], from, args[0], 0, std::min(length - from, to - from));
  return copy_range(args[0], from, to, class_of_copy(args, count, 3));
}
CLJ_FN(arrays_equals) {
  if (args[0].is_nil() || args[1].is_nil()) return boolean(args[0] == args[1]);
  require_array(args[0]);
  require_array(args[1]);
  int64_t n = array_length(args[0]);
  if (n != array_length(args[1])) return boolean(false);
  for (int64_t i = 0; i < n; ++i) {
    Value a = array_at(args[0], i), b = array_at(args[1], i);
    if (a.is_nil() ? !b.is_nil() : !java_equals(a, b)) return boolean(false);
  }
  return boolean(true);
}
CLJ_FN(arrays_hash_code) {
  if (args[0].is_nil()) return integer(0);
  require_array(args[0]);
  uint32_t hash = 1;
  for (int64_t i = 0, n = array_length(args[0]); i < n; ++i) {
    Value v = array_at(args[0], i);
    hash = hash * 31 + (v.is_nil() ? 0 : java_hash_code(v));
  }
  return integer(static_cast<int32_t>(hash));
}
CLJ_FN(arrays_binary_search) { return search(args, count); }

}  // namespace clj::builtins::host
