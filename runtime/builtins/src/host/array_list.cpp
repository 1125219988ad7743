// java.util.ArrayList and the other lists and queues over an array: the elements stand in
// [head, head + size) of an object array, so both ends are cheap.
//
// Threads  As on the JVM: for one thread at a time. A race loses elements, nothing worse: every
//          access is checked against the array it reads.
#include <algorithm>

#include "clj/core/array.h"
#include "clj/gc/cards.h"
#include "host_support.h"
#include "iterators.h"
#include "lists.h"
#include "to_array.h"

namespace clj::builtins {
Value sort(Value* args, uint32_t count);
}

namespace clj::builtins::host {
namespace {

struct List : HostObject {
  static constexpr uint16_t kSlots = 2;
  AtomicValue array;
  int64_t head;
  int64_t size;
};

List* self(Value* args) { return static_cast<List*>(args[0].as_object()); }
ObjectArray* items(const List* list) { return cast<ObjectArray>(list->array.load()); }

Value element(const List* list, int64_t index) {
  ObjectArray* array = items(list);
  int64_t at = list->head + index;
  return at >= 0 && at < array->length ? array->items()[at] : Value::nil();
}
void store(const List* list, int64_t index, Value v) {
  ObjectArray* array = items(list);
  int64_t at = list->head + index;
  if (at < 0 || at >= array->length) return;
  array->items()[at] = v;
  gc::write_barrier_at(array, array->items() + at);
}

// Makes room for n more elements behind the last one and as many before the first as asked.
void reserve(List* list, int64_t before, int64_t behind) {
  ObjectArray* old = items(list);
  if (list->head >= before && list->head + list->size + behind <= old->length) return;
  int64_t head = before ? before + list->size / 2 : 0;
  int64_t capacity = std::max<int64_t>(10, head + list->size + behind + list->size / 2);
  Value fresh = make_object_array(capacity);
  auto* array = cast<ObjectArray>(fresh);
  int64_t n = std::min(list->size, old->length - list->head);
  std::copy_n(old->items() + list->head, n, array->items() + head);
  gc::write_barrier(array);
  list->array.store(fresh);
  gc::write_barrier(list);
  list->head = head;
}

// An ArrayDeque holds no nil.
void check_element(const List* list, Value v) {
  if (v.is_nil() && is_assignable(base_class_of(Value::object(list)), find_class("java.util.ArrayDeque"))) throw_error(Error::kNullPointer);
}

void add_last(List* list, Value v) {
  check_element(list, v);
  reserve(list, 0, 1);
  store(list, list->size++, v);
}
void add_first(List* list, Value v) {
  check_element(list, v);
  reserve(list, 1, 0);
  --list->head;
  ++list->size;
  store(list, 0, v);
}

// Moves the elements from an index on by one place.
void move_up(List* list, int64_t index) {
  ObjectArray* array = items(list);
  int64_t from = list->head + index, end = std::min(list->head + list->size, array->length - 1);
  if (from < end) std::copy_backward(array->items() + from, array->items() + end, array->items() + end + 1);
  gc::write_barrier(array);
}
void move_down(List* list, int64_t index) {
  ObjectArray* array = items(list);
  int64_t from = list->head + index, end = std::min(list->head + list->size, array->length);
  if (from < end) std::copy(array->items() + from, array->items() + end, array->items() + from - 1);
  gc::write_barrier(array);
}

Value remove_at(List* list, int64_t index) {
  Value removed = element(list, index);
  if (index == 0) {
    store(list, 0, Value::nil());
    ++list->head;
  } else {
    move_down(list, index + 1);
    store(list, list->size - 1, Value::nil());
  }
  --list->size;
  return removed;
}

void insert_at(List* list, int64_t index, Value v) {
  check_element(list, v);
  reserve(list, 0, 1);
  move_up(list, index);
  ++list->size;
  store(list, index, v);
}

bool is_a(const List* list, const char* class_name) {
  return is_assignable(base_class_of(Value::object(list)), find_class(class_name));
}

[[noreturn]] void throw_bad_index(const List* list, int64_t index) {
  std::string at = std::to_string(index);
  if (is_a(list, "java.util.LinkedList")) throw_error(Error::kIndexOutOfBounds, "Index: " + at + ", Size: " + std::to_string(list->size));
  bool vector = is_a(list, "java.util.Vector");
  if (vector && index >= list->size) throw_error(Error::kArrayIndexOutOfBounds, "Array index out of range: " + at);
  bool array = vector || is_a(list, "java.util.concurrent.CopyOnWriteArrayList");
  throw_error(array ? Error::kArrayIndexOutOfBounds : Error::kIndexOutOfBounds,
              "Index " + at + " out of bounds for length " + std::to_string(list->size));
}
int64_t check_index(const List* list, int64_t index) {
  if (index < 0 || index >= list->size) throw_bad_index(list, index);
  return index;
}
int64_t check_position(const List* list, int64_t index, bool of_several = false) {
  if (index >= 0 && index <= list->size) return index;
  std::string at = std::to_string(index), size = std::to_string(list->size);
  if (is_a(list, "java.util.Vector")) {
    throw_error(Error::kArrayIndexOutOfBounds, of_several ? "Array index out of range: " + at : at + " > " + size);
  }
  throw_error(Error::kIndexOutOfBounds, "Index: " + at + ", Size: " + size);
}
void check_not_empty(const List* list) {
  if (list->size == 0) throw_named("java.util.NoSuchElementException", Value::nil());
}

bool same(Value a, Value b) { return a.is_nil() ? b.is_nil() : java_equals(a, b); }

int64_t find_first(const List* list, Value v) {
  for (int64_t i = 0; i < list->size; ++i) {
    if (same(v, element(list, i))) return i;
  }
  return -1;
}

Value make_list_of(const char* class_name, Value* args, uint32_t count) {
  Value type = find_class(class_name);
  Value array = make_object_array(0);
  auto* list = gc::make<List>();
  list->type = type;
  list->array.store(array);
  if (count > 0 && !is_int(args[0])) {
    // The constructor of a linked list that takes one argument is its only one, so that the argument is cast.
    if (std::string_view(class_name) == "java.util.LinkedList") require_collection(args[0]);
    check_collection_arg(args[0], "java.util.Collection", class_name);
    for_each(args[0], [&](Value v) {
      add_last(list, v);
      return true;
    });
  }
  return Value::object(list);
}

template <class Keep>
bool filter(List* list, Keep keep) {
  int64_t kept = 0, size = list->size;
  for (int64_t i = 0; i < size; ++i) {
    Value v = element(list, i);
    if (keep(v)) store(list, kept++, v);
  }
  for (int64_t i = kept; i < size; ++i) store(list, i, Value::nil());
  list->size = kept;
  return kept != size;
}

Value end_value(List* list, bool first, bool remove, bool must) {
  if (list->size == 0) {
    if (must) check_not_empty(list);
    return Value::nil();
  }
  int64_t index = first ? 0 : list->size - 1;
  return remove ? remove_at(list, index) : element(list, index);
}

}  // namespace

Value make_array_list(const Value* values, size_t n) {
  Value list = make_list_of("java.util.ArrayList", nullptr, 0);
  for (size_t i = 0; i < n; ++i) add_last(static_cast<List*>(list.as_object()), values[i]);
  return list;
}

bool remove_list_element(Value list, int64_t index) {
  auto* own = static_cast<List*>(list.as_object());
  remove_at(own, check_index(own, index));
  return index != 0;
}

std::string java_list_text(Value coll) {
  StringBuffer out;
  out.append("[");
  bool first = true;
  for_each(coll, [&](Value v) {
    if (!first) out.append(", ");
    first = false;
    if (v == coll) {
      out.append("(this Collection)");
    } else if (v.is_nil()) {
      out.append("null");
    } else {
      append_str(out, v);
    }
    return true;
  });
  out.append("]");
  return out.to_utf8();
}

namespace {
void check_capacity(const Value* args, uint32_t count) {
  if (count > 0 && is_int(args[0]) && int_arg(args[0]) < 0)
    throw_error(Error::kIllegalArgument, "Illegal Capacity: " + std::to_string(int_arg(args[0])));
}
}  // namespace

CLJ_FN(array_list_new) {
  check_capacity(args, count);
  return make_list_of("java.util.ArrayList", args, count);
}
CLJ_FN(linked_list_new) {
  if (count > 0 && is_number(args[0])) throw_class_cast(args[0], "java.util.Collection");
  return make_list_of("java.util.LinkedList", args, count);
}
CLJ_FN(array_deque_new) { return make_list_of("java.util.ArrayDeque", args, count); }
CLJ_FN(vector_new) {
  check_capacity(args, count);
  return make_list_of("java.util.Vector", args, count);
}
CLJ_FN(stack_new) { return make_list_of("java.util.Stack", args, count); }
CLJ_FN(copy_on_write_list_new) { return make_list_of("java.util.concurrent.CopyOnWriteArrayList", args, count); }

CLJ_FN(list_add) {
  if (count == 3) {
    insert_at(self(args), check_position(self(args), int_arg(args[1])), args[2]);
    return Value::nil();
  }
  add_last(self(args), args[1]);
  return boolean(true);
}
CLJ_FN(list_add_all) {
  require_collection(args[count - 1]);
  gc::ValueList added;
  append_elements(args[count - 1], added);
  int64_t at = count == 3 ? check_position(self(args), int_arg(args[1]), true) : self(args)->size;
  for (Value v : added) insert_at(self(args), at++, v);
  return boolean(!added.empty());
}
CLJ_FN(list_size) { return integer(static_cast<int32_t>(self(args)->size)); }
CLJ_FN(list_is_empty) { return boolean(self(args)->size == 0); }
CLJ_FN(list_clear) {
  filter(self(args), [](Value) { return false; });
  return Value::nil();
}
CLJ_FN(list_contains) { return boolean(find_first(self(args), args[1]) >= 0); }
CLJ_FN(list_to_array) {
  List* list = self(args);
  gc::ValueList all;
  for (int64_t i = 0; i < list->size; ++i) all.push_back(element(list, i));
  return elements_to_array(all, args, count);
}
namespace {
Value fail_fast_iterator(Value owner, End end) {
  auto* list = static_cast<List*>(owner.as_object());
  auto size = [](Value v) { return static_cast<List*>(v.as_object())->size; };
  return make_fail_fast_iterator(list->array.load(), list->head, list->head + list->size, owner, size, end);
}
}  // namespace
CLJ_FN(list_iterator) { return fail_fast_iterator(args[0], End::kAtSize); }
CLJ_FN(linked_list_iterator) { return fail_fast_iterator(args[0], End::kFromSize); }
CLJ_FN(deque_iterator) {
  List* list = self(args);
  return make_array_iterator(list->array.load(), list->head, list->head + list->size, args[0], true);
}
CLJ_FN(list_snapshot_iterator) {
  List* list = self(args);
  Value elements = make_object_array(items(list)->items() + list->head, static_cast<size_t>(list->size));
  return make_array_iterator(elements, 0, list->size, Value::nil(), false);
}
CLJ_FN(list_descending_iterator) {
  List* list = self(args);
  gc::ValueList all;
  for (int64_t i = list->size; i-- > 0;) all.push_back(element(list, i));
  return make_array_iterator(make_object_array(all.data(), all.size()), 0, list->size, Value::nil(), false);
}
CLJ_FN(list_remove) {
  List* list = self(args);
  if (count == 1) return end_value(list, true, true, true);
  // An Integer is an index: what the compiler knows to be an int or long, of what it knows to be a list. A Long is an element.
  bool deque = list->type == roots.class_array_deque;
  if (args[1].is_immediate(ImmediateKind::kInteger) && !deque) return remove_at(list, check_index(list, int_arg(args[1])));
  int64_t index = find_first(list, args[1]);
  if (index >= 0) remove_at(list, index);
  return boolean(index >= 0);
}
CLJ_FN(list_remove_if) {
  if (args[1].is_nil()) throw_error(Error::kNullPointer);
  return boolean(filter(self(args), [&](Value v) {
    Value call[] = {v};
    return !call_functional(args[1], "test", call, 1).truthy();
  }));
}
CLJ_FN(list_remove_all) {
  require_collection(args[1]);
  return boolean(filter(self(args), [&](Value v) { return !holds(args[1], v); }));
}
CLJ_FN(list_retain_all) {
  require_collection(args[1]);
  return boolean(filter(self(args), [&](Value v) { return holds(args[1], v); }));
}
CLJ_FN(list_to_string) { return make_string(java_list_text(args[0])); }
CLJ_FN(list_clone) {
  std::string type = to_utf8(cast<Class>(self(args)->type)->name);
  return make_list_of(type.c_str(), args, 1);
}

CLJ_FN(list_element) { return element(self(args), check_index(self(args), int_arg(args[1]))); }
CLJ_FN(vector_element_at) {
  int32_t index = int_arg(args[1]);
  if (index >= self(args)->size)
    throw_error(Error::kArrayIndexOutOfBounds, std::to_string(index) + " >= " + std::to_string(self(args)->size));
  return list_element(args, count);
}
CLJ_FN(list_set) {
  int64_t index = check_index(self(args), int_arg(args[1]));
  Value old = element(self(args), index);
  store(self(args), index, args[2]);
  return old;
}
CLJ_FN(list_first_index) { return integer(static_cast<int32_t>(find_first(self(args), args[1]))); }
CLJ_FN(list_last_index) {
  List* list = self(args);
  for (int64_t i = list->size; i-- > 0;) {
    if (same(args[1], element(list, i))) return integer(static_cast<int32_t>(i));
  }
  return integer(-1);
}
// What List.subList leans on (AbstractList.removeRange); the range was checked.
CLJ_FN(list_remove_range) {
  int64_t from = int_arg(args[1]), to = int_arg(args[2]), index = 0;
  filter(self(args), [&](Value) {
    bool keep = index < from || index >= to;
    ++index;
    return keep;
  });
  return Value::nil();
}
CLJ_FN(list_sort) {
  List* list = self(args);
  Value array = list_to_array(args, 1);
  Value call[] = {args[1], array};
  Value sorted = args[1].is_nil() ? sort_naturally(array) : clj::builtins::sort(call, 2);
  int64_t i = 0;
  for_each(sorted, [&](Value v) {
    store(list, i++, v);
    return true;
  });
  return Value::nil();
}
CLJ_FN(list_equals) {
  if (!is_instance(roots.class_java_list, args[1])) return boolean(false);
  gc::ValueList a, b;
  append_elements(args[0], a);
  append_elements(args[1], b);
  if (a.size() != b.size()) return boolean(false);
  for (size_t i = 0; i < a.size(); ++i) {
    if (!same(a[i], b[i])) return boolean(false);
  }
  return boolean(true);
}
CLJ_FN(list_hash_code) {
  uint32_t hash = 1;
  for_each(args[0], [&](Value v) {
    hash = hash * 31 + (v.is_nil() ? 0 : java_hash_code(v));
    return true;
  });
  return integer(static_cast<int32_t>(hash));
}
CLJ_FN(list_ensure_capacity) {
  reserve(self(args), 0, std::max<int64_t>(0, int_arg(args[1]) - self(args)->size));
  return Value::nil();
}
CLJ_FN(list_trim) { return Value::nil(); }

CLJ_FN(list_add_first) {
  add_first(self(args), args[1]);
  return Value::nil();
}
CLJ_FN(list_add_last) {
  add_last(self(args), args[1]);
  return Value::nil();
}
CLJ_FN(list_offer) {
  add_last(self(args), args[1]);
  return boolean(true);
}
CLJ_FN(list_offer_first) {
  add_first(self(args), args[1]);
  return boolean(true);
}
CLJ_FN(list_remove_first) { return end_value(self(args), true, true, true); }
CLJ_FN(list_remove_last) { return end_value(self(args), false, true, true); }
CLJ_FN(list_poll_first) { return end_value(self(args), true, true, false); }
CLJ_FN(list_poll_last) { return end_value(self(args), false, true, false); }
CLJ_FN(list_peek_first) { return end_value(self(args), true, false, false); }
CLJ_FN(list_peek_last) { return end_value(self(args), false, false, false); }
CLJ_FN(list_get_first) { return end_value(self(args), true, false, true); }
CLJ_FN(list_get_last) { return end_value(self(args), false, false, true); }

CLJ_FN(stack_push) {
  add_last(self(args), args[1]);
  return args[1];
}
CLJ_FN(stack_pop) {
  if (self(args)->size == 0) throw_named("java.util.EmptyStackException", Value::nil());
  return end_value(self(args), false, true, true);
}
CLJ_FN(stack_peek) {
  if (self(args)->size == 0) throw_named("java.util.EmptyStackException", Value::nil());
  return end_value(self(args), false, false, true);
}
CLJ_FN(stack_search) {
  int32_t last = to_int(list_last_index(args, count));
  return integer(last < 0 ? -1 : static_cast<int32_t>(self(args)->size) - last);
}

}  // namespace clj::builtins::host
