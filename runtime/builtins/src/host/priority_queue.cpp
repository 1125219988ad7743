// java.util.PriorityQueue: the JVM's binary heap, so that iteration shows the same order.
#include "clj/core/array.h"
#include "clj/gc/cards.h"
#include "host_support.h"
#include "iterators.h"
#include "lists.h"
#include "to_array.h"

namespace clj::builtins::host {
namespace {

struct PriorityQueue : HostObject {
  static constexpr uint16_t kSlots = 3;
  Value comparator;
  AtomicValue array;
  int64_t size;
};

PriorityQueue* self(Value* args) { return static_cast<PriorityQueue*>(args[0].as_object()); }

// Every access is checked against the array, so a data race cannot leave it.
Value at(PriorityQueue* q, int64_t i) {
  auto* array = cast<ObjectArray>(q->array.load());
  return i < array->length ? array->items()[i] : Value::nil();
}
void put(PriorityQueue* q, int64_t i, Value v) {
  auto* array = cast<ObjectArray>(q->array.load());
  if (i >= array->length) return;
  array->items()[i] = v;
  gc::write_barrier_at(array, array->items() + i);
}

int in_order(PriorityQueue* q, Value a, Value b) {
  return q->comparator.is_nil() ? natural_compare(a, b) : compare_with(q->comparator, a, b);
}

void sift_up(PriorityQueue* q, int64_t i, Value v) {
  while (i > 0) {
    int64_t parent = (i - 1) / 2;
    if (in_order(q, v, at(q, parent)) >= 0) break;
    put(q, i, at(q, parent));
    i = parent;
  }
  put(q, i, v);
}

void sift_down(PriorityQueue* q, int64_t i, Value v) {
  int64_t n = q->size, half = n / 2;
  while (i < half) {
    int64_t child = 2 * i + 1;
    if (child + 1 < n && in_order(q, at(q, child), at(q, child + 1)) > 0) ++child;
    if (in_order(q, v, at(q, child)) <= 0) break;
    put(q, i, at(q, child));
    i = child;
  }
  put(q, i, v);
}

void add(PriorityQueue* q, Value v) {
  if (v.is_nil()) throw_named("java.lang.NullPointerException", Value::nil());
  if (q->comparator.is_nil()) require_natural_order(v, v);
  auto* array = cast<ObjectArray>(q->array.load());
  if (q->size >= array->length) {
    Value grown = make_object_array(array->length * 2 + 2);
    for (int64_t i = 0; i < array->length; ++i) cast<ObjectArray>(grown)->items()[i] = array->items()[i];
    q->array.store(grown);
    gc::write_barrier(q);
  }
  sift_up(q, q->size, v);
  ++q->size;
}

// Takes out the element at i. The element that came before i from behind it, which an iterator at i would miss, or nil.
Value remove_at(PriorityQueue* q, int64_t i) {
  Value last = at(q, --q->size);
  put(q, q->size, Value::nil());
  if (i == q->size) return Value::nil();
  sift_down(q, i, last);
  if (!(at(q, i) == last)) return Value::nil();
  sift_up(q, i, last);
  return at(q, i) == last ? Value::nil() : last;
}

// Makes the elements of a collection, in its order, a heap of the queue.
void fill(PriorityQueue* q, Value source) {
  gc::ValueList all;
  append_elements(source, all);
  q->array.store(make_object_array(all.data(), all.size()));
  gc::write_barrier(q);
  q->size = static_cast<int64_t>(all.size());
  for (int64_t i = q->size / 2 - 1; i >= 0; --i) sift_down(q, i, at(q, i));
}

// Goes through the heap from its start on, and then through those that a removal moved before its place.
struct QueueIterator : HostObject {
  static constexpr uint16_t kSlots = 3;
  Value queue;
  AtomicValue moved;  // a queue of those, nil before there are any
  AtomicValue given;  // the one of them that next gave, or nil
  int64_t next, last, size;  // last: where the element that next gave is, -1 without one
};

QueueIterator* iterator(Value* args) {
  auto* it = static_cast<QueueIterator*>(args[0].as_object());
  return it;
}
PriorityQueue* queue_of(QueueIterator* it) { return static_cast<PriorityQueue*>(it->queue.as_object()); }
void check_unchanged(QueueIterator* it) {
  if (queue_of(it)->size != it->size) throw_error(Error::kConcurrentModification);
}

void elements(PriorityQueue* q, gc::ValueList& out) {
  for (int64_t i = 0; i < q->size; ++i) out.push_back(at(q, i));
}

int64_t find_index(PriorityQueue* q, Value v) {
  for (int64_t i = 0; i < q->size; ++i) {
    if (java_equals(v, at(q, i))) return i;
  }
  return -1;
}

}  // namespace

CLJ_FN(priority_queue_new) {
  Value comparator, source;
  for (uint32_t i = 0; i < count; ++i) {
    if (is_int(args[i]) && int_arg(args[i]) < 1) throw_error(Error::kIllegalArgument);
    if (is_int(args[i])) continue;
    bool collection = is_instance(roots.class_java_collection, args[i]);
    (collection ? source : comparator) = args[i];
  }
  Value type = find_class("java.util.PriorityQueue"), array = make_object_array(11);
  auto* q = gc::make<PriorityQueue>();
  q->type = type;
  q->comparator = comparator;
  q->array.store(array);
  if (!source.is_nil()) {
    fill(q, source);
  }
  return Value::object(q);
}
CLJ_FN(priority_queue_add) {
  add(self(args), args[1]);
  return boolean(true);
}
CLJ_FN(priority_queue_add_all) {
  require_collection(args[1]);
  if (args[1] == args[0]) throw_error(Error::kIllegalArgument);
  int64_t before = self(args)->size;
  for_each(args[1], [&](Value v) {
    add(self(args), v);
    return true;
  });
  return boolean(self(args)->size != before);
}
CLJ_FN(priority_queue_poll) {
  PriorityQueue* q = self(args);
  if (q->size == 0) return Value::nil();
  Value first = at(q, 0), last = at(q, --q->size);
  put(q, q->size, Value::nil());
  if (q->size > 0) sift_down(q, 0, last);
  return first;
}
CLJ_FN(priority_queue_element) {
  if (self(args)->size == 0) throw_named("java.util.NoSuchElementException", Value::nil());
  return at(self(args), 0);
}
CLJ_FN(priority_queue_remove) {
  if (count == 1) {
    priority_queue_element(args, count);
    return priority_queue_poll(args, count);
  }
  int64_t index = find_index(self(args), args[1]);
  if (index >= 0) remove_at(self(args), index);
  return boolean(index >= 0);
}
CLJ_FN(priority_queue_peek) { return self(args)->size ? at(self(args), 0) : Value::nil(); }
CLJ_FN(priority_queue_size) { return integer(static_cast<int32_t>(self(args)->size)); }
CLJ_FN(priority_queue_is_empty) { return boolean(self(args)->size == 0); }
CLJ_FN(priority_queue_clear) {
  self(args)->array.store(make_object_array(11));
  gc::write_barrier(self(args));
  self(args)->size = 0;
  return Value::nil();
}
CLJ_FN(priority_queue_contains) { return boolean(find_index(self(args), args[1]) >= 0); }
CLJ_FN(priority_queue_iterator) {
  auto* it = make_host_object<QueueIterator>("java.util.PriorityQueue$Itr");
  it->queue = args[0];
  it->last = -1;
  it->size = self(args)->size;
  return Value::object(it);
}
CLJ_FN(queue_iterator_has_next) {
  QueueIterator* it = iterator(args);
  return boolean(it->next < queue_of(it)->size || !seq(it->moved.load()).is_nil());
}
CLJ_FN(queue_iterator_next) {
  QueueIterator* it = iterator(args);
  check_unchanged(it);
  if (it->next < queue_of(it)->size) return at(queue_of(it), it->last = it->next++);
  // As on the JVM, who finds the end without any that were moved may still remove the last one.
  if (!it->moved.load().is_nil()) it->last = -1;
  Value moved = seq(it->moved.load());
  if (moved.is_nil()) throw_named("java.util.NoSuchElementException", Value::nil());
  it->given.store(first(moved));
  it->moved.store(pop(it->moved.load()));
  gc::write_barrier(it);
  return it->given.load();
}
CLJ_FN(queue_iterator_remove) {
  QueueIterator* it = iterator(args);
  check_unchanged(it);
  if (it->last >= 0) {
    Value moved = remove_at(queue_of(it), it->last);
    it->last = -1;
    if (moved.is_nil()) --it->next;
    else it->moved.store(conj(it->moved.load().is_nil() ? roots.empty_queue : it->moved.load(), moved));
  } else if (!it->given.load().is_nil()) {
    if (int64_t i = find_index(queue_of(it), it->given.load()); i >= 0) remove_at(queue_of(it), i);
    it->given.store(Value::nil());
  } else {
    throw_named("java.lang.IllegalStateException", Value::nil());
  }
  gc::write_barrier(it);
  it->size = queue_of(it)->size;
  return Value::nil();
}
CLJ_FN(priority_queue_keep_only) {
  fill(self(args), args[1]);
  return Value::nil();
}
CLJ_FN(priority_queue_to_array) {
  gc::ValueList all;
  elements(self(args), all);
  return elements_to_array(all, args, count);
}
CLJ_FN(priority_queue_to_string) { return make_string(java_list_text(args[0])); }
CLJ_FN(priority_queue_comparator) { return self(args)->comparator; }

}  // namespace clj::builtins::host
