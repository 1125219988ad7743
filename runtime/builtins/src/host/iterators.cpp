#include "iterators.h"
#include "lists.h"

#include "clj/core/array.h"
#include "host_support.h"

namespace clj::builtins::host {
namespace {

// Asks its seq for an element when hasNext or next wants it, no sooner: the JVM's does, and an element may take effects.
struct SeqIterator : HostObject {
  static constexpr uint16_t kSlots = 2;
  enum State : uint8_t { kAtNext, kAtLast, kUnasked };
  AtomicValue seq;  // nil at the end
  State state;      // seq is that of the next element, that of the one given last, or what has not been asked for a seq
};

// The seq of the next element, or nil.
Value sought(SeqIterator* it) {
  Value s = it->seq.load();
  if (it->state == SeqIterator::kAtNext) return s;
  s = it->state == SeqIterator::kUnasked ? seq(s) : next(s);
  it->seq.store(s);
  gc::write_barrier(it);
  it->state = SeqIterator::kAtNext;
  return s;
}

struct ArrayIterator : HostObject {
  static constexpr uint16_t kSlots = 5;
  Value array;  // nil: over a seq
  Value owner;
  AtomicValue rest, given;  // of a seq
  int64_t next;
  int64_t end;
  int64_t first;  // where the owner's element 0 is, with by_index
  bool by_index;
  bool removable;  // next was called since the last remove
  End ends;
  int64_t (*size)(Value owner);  // null: whose owner may change
  int64_t expected;
};

void check_unchanged(const ArrayIterator* it) {
  if (it->size && it->size(it->owner) != it->expected) throw_error(Error::kConcurrentModification);
}

[[noreturn]] void throw_exhausted() { throw_named("java.util.NoSuchElementException", Value::nil()); }

Value next_of_seq(ArrayIterator* it) {
  Value s = it->rest.load();
  if (s.is_nil()) throw_exhausted();
  it->given.store(first(s));
  it->rest.store(next(s));
  gc::write_barrier(it);
  it->removable = true;
  return it->given.load();
}

ArrayIterator* self(Value* args) { return static_cast<ArrayIterator*>(args[0].as_object()); }

}  // namespace

Value make_seq_iterator(Value seq, const char* class_name) {
  auto* it = make_host_object<SeqIterator>(class_name);
  it->seq.store(seq);
  return Value::object(it);
}

Value make_iterator_of(Value source) {
  Value made = make_seq_iterator(source);
  static_cast<SeqIterator*>(made.as_object())->state = SeqIterator::kUnasked;
  return made;
}

Value make_array_iterator(Value array, int64_t from, int64_t to, Value owner, bool by_index) {
  Value type = roots.class_iterator;
  auto* it = gc::make<ArrayIterator>();
  it->type = type;
  it->array = array;
  it->owner = owner;
  it->next = from;
  it->end = to;
  it->first = from;
  it->by_index = by_index;
  return Value::object(it);
}

Value make_owned_seq_iterator(Value seq, Value owner, int64_t (*size)(Value owner)) {
  Value made = make_array_iterator(Value::nil(), 0, 0, owner, false);
  auto* it = static_cast<ArrayIterator*>(made.as_object());
  it->rest.store(seq);
  gc::write_barrier(it);
  it->size = size;
  if (size) it->expected = size(owner);
  return made;
}

Value make_fail_fast_iterator(Value array, int64_t from, int64_t to, Value owner, int64_t (*size)(Value owner), End end) {
  Value made = make_array_iterator(array, from, to, owner, end != End::kOfElements);
  auto* it = static_cast<ArrayIterator*>(made.as_object());
  it->ends = end;
  it->size = size;
  it->expected = size(owner);
  return made;
}

Value call_functional(Value f, const char* method, Value* args, uint32_t count) {
  if (f.is_nil()) throw_error(Error::kNullPointer);
  Value symbol = make_symbol("", method);
  Value found = find_any_method(f, symbol);
  if (found.is_absent()) return invoke(f, args, count);
  return call_method(f, symbol, args, count);
}

CLJ_FN(seq_iterator_new) { return make_iterator_of(args[0]); }
CLJ_FN(seq_iterator_has_next) {
  return boolean(!sought(static_cast<SeqIterator*>(args[0].as_object())).is_nil());
}
CLJ_FN(seq_iterator_next) {
  auto* it = static_cast<SeqIterator*>(args[0].as_object());
  Value s = sought(it);
  if (s.is_nil()) throw_exhausted();
  it->state = SeqIterator::kAtLast;
  return first(s);
}
// An enumeration has its next element ready.
CLJ_FN(seq_enumeration_next) {
  Value x = seq_iterator_next(args, count);
  sought(static_cast<SeqIterator*>(args[0].as_object()));
  return x;
}

CLJ_FN(collections_enumeration) {
  if (args[0].is_nil())
    throw_error(Error::kNullPointer, "Cannot invoke \"java.util.Collection.iterator()\" because \"this.val$c\" is null");
  require_collection(args[0]);
  return make_seq_iterator(seq(args[0]), "clojure.lang.SeqEnumeration");
}

CLJ_FN(array_iterator_has_next) {
  ArrayIterator* it = self(args);
  if (it->array.is_nil()) return boolean(!it->rest.load().is_nil());
  if (it->ends == End::kOfElements) return boolean(it->next < it->end);
  int64_t place = it->next - it->first, size = it->size(it->owner);
  return boolean(it->ends == End::kAtSize ? place != size : place < size);
}
CLJ_FN(array_iterator_next) {
  ArrayIterator* it = self(args);
  check_unchanged(it);
  if (it->array.is_nil()) return next_of_seq(it);
  if (it->next >= it->end) throw_exhausted();
  it->removable = true;
  return array_at(it->array, it->next++);
}
CLJ_FN(array_iterator_remove) {
  ArrayIterator* it = self(args);
  if (it->owner.is_nil()) throw_named("java.lang.UnsupportedOperationException", make_string("remove"));
  if (!it->removable) throw_named("java.lang.IllegalStateException", Value::nil());
  check_unchanged(it);
  it->removable = false;
  int64_t at = it->next - 1;
  if (!it->by_index) {
    Value call[] = {it->owner, it->array.is_nil() ? it->given.load() : array_at(it->array, at)};
    call_host_method(make_symbol("", "-removeEntry"), call, 2);
  } else if (remove_list_element(it->owner, at - it->first)) {
    // The owner moved the rest down in the same array.
    it->next = at;
    --it->end;
  } else {
    ++it->first;
  }
  if (it->size) it->expected = it->size(it->owner);
  return Value::nil();
}
CLJ_FN(iterator_for_each_remaining) {
  for (;;) {
    Value target[] = {args[0]};
    if (!call_host_method(roots.sym_m_has_next, target, 1).truthy()) return Value::nil();
    Value again[] = {args[0]};
    Value call[] = {call_host_method(roots.sym_m_next, again, 1)};
    call_functional(args[1], "accept", call, 1);
  }
}

}  // namespace clj::builtins::host
