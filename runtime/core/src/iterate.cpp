#include "clj/core/array.h"
#include "clj/core/call.h"
#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/host.h"
#include "clj/core/list.h"
#include "clj/core/numbers.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "native_closures.h"
#include "once_lock.h"
#include "ranges.h"

namespace clj {
namespace {

// Keeps the first answer when two threads computed one.
Value publish(Object* owner, AtomicValue& slot, Value v) {
  Value expected = Value::absent();
  if (!slot.compare_exchange(expected, v)) return expected;
  gc::write_barrier(owner);
  return v;
}

Value new_iterate(Value f, Value previous, Value current) {
  auto* s = gc::make<Iterate>();
  s->function = f;
  s->previous.store(previous);
  s->current.store(current);
  s->next.store(Value::absent());
  return Value::object(s);
}

Value new_cycle(Value all, Value previous, Value current) {
  auto* s = gc::make<Cycle>();
  s->all = all;
  s->previous = previous;
  s->current.store(current);
  return Value::object(s);
}

Value call_iterator(Value iterator, Value method) {
  Value args[] = {iterator};
  return call_host_method(method, args, 1);
}

// A method without arguments of one object, looked up once for many calls.
class BoundMethod {
 public:
  BoundMethod(Value target, Value member)
      : target_(target), member_(member), method_(find_instance_method(target, member_)) {
    if (method_.is_inline_long()) method_ = target.as_object()->slot_array()[method_.as_inline_long()];  // of a reify
    if (method_.is_absent() && !is_kind(target, Kind::kInstance)) code_ = find_method_code(target, member_, 0);
  }
  Value operator()() const {
    Value args[] = {target_};
    if (code_ != nullptr) return code_(args, 1);
    return method_.is_absent() ? call_host_method(member_, args, 1) : invoke(method_, args, 1);
  }

 private:
  Value target_, member_, method_;
  NativeCode code_ = nullptr;
};

}  // namespace

Value make_iterate(Value f, Value x) { return new_iterate(f, Value::nil(), x); }

Value iterate_first(Iterate* s) {
  Value current = s->current.load();
  if (!current.is_absent()) return current;
  return publish(s, s->current, invoke(s->function, s->previous.load()));
}

Value iterate_next(Iterate* s) {
  Value next = s->next.load();
  if (!next.is_absent()) return next;
  return publish(s, s->next, new_iterate(s->function, iterate_first(s), Value::absent()));
}

Value make_cycle(Value coll) {
  Value all = seq(coll);
  return all.is_nil() ? roots.empty_list : new_cycle(all, Value::nil(), all);
}

Value cycle_current(Cycle* s) {
  Value current = s->current.load();
  if (!current.is_absent()) return current;
  current = next(s->previous);
  return publish(s, s->current, current.is_nil() ? s->all : current);
}

Value cycle_next(Cycle* s) { return new_cycle(s->all, cycle_current(s), Value::absent()); }

Value make_repeat(int64_t count, Value x) {
  if (count == 0) return roots.empty_list;
  auto* s = gc::make<Repeat>();
  s->value = x;
  s->count = count < 0 ? -1 : count;
  return Value::object(s);
}

Value repeat_next(const Repeat* s) {
  if (s->count < 0) return Value::object(s);
  return s->count > 1 ? make_repeat(s->count - 1, s->value) : Value::nil();
}

Value make_chunked_iterator_seq(Value iterator) {
  if (iterator.is_nil())
    throw_error(Error::kNullPointer, "Cannot invoke \"java.util.Iterator.hasNext()\" because \"iter\" is null");
  if (!call_iterator(iterator, roots.sym_m_has_next).truthy()) return Value::nil();
  return make_native_lazy(NativeClosureOp::kLazyIterator, Value::nil(), iterator);
}

// When the iterator throws, what it gave before is lost, and the next call goes on behind it.
Value lazy_iterator(NativeClosure* self, Value*, uint32_t) {
  Value iterator = self->target;
  BoundMethod has_next(iterator, roots.sym_m_has_next), next(iterator, roots.sym_m_next);
  gc::ValueList fetched;
  while (has_next().truthy() && fetched.size() < kChunkSize) fetched.push_back(next());
  auto n = static_cast<uint32_t>(fetched.size());
  Value chunk = make_array_chunk(make_object_array(fetched.data(), n), 0, n);
  return chunk_cons(chunk, make_chunked_iterator_seq(iterator));
}

namespace {

template <class Seq>
Value iterator_seq(Value iterator, Value has_more, const char* interface) {
  if (iterator.is_nil()) {
    throw_errorf(Error::kNullPointer, "Cannot invoke \"java.util.%s()\" because \"iter\" is null", interface);
  }
  if (!call_iterator(iterator, has_more).truthy()) return Value::nil();
  auto* s = gc::make<Seq>();
  s->iterator = iterator;
  s->element.store(Value::absent());
  s->following.store(Value::absent());
  return Value::object(s);
}

// What `slot` has, or what `make` gives, once.
template <class Make>
Value once(IteratorSeq* s, AtomicValue& slot, Make make) {
  Value v = slot.load();
  if (!v.is_absent()) return v;
  OnceLock lock(s);
  v = slot.load();
  if (!v.is_absent()) return v;
  v = make();
  slot.store(v);
  gc::write_barrier(s);
  return v;
}

}  // namespace

Value make_iterator_seq(Value iterator) {
  return iterator_seq<IteratorSeq>(iterator, roots.sym_m_has_next, "Iterator.hasNext");
}

Value make_enumeration_seq(Value enumeration) {
  if (!enumeration.is_nil() && !is_instance(find_class("java.util.Enumeration"), enumeration)) {
    throw_class_cast(enumeration, "java.util.Enumeration");
  }
  return iterator_seq<EnumerationSeq>(enumeration, make_symbol("", "hasMoreElements"), "Enumeration.hasMoreElements");
}

Value iterator_seq_first(Value seq) {
  auto* s = static_cast<IteratorSeq*>(seq.as_object());
  bool iterates = is_kind(seq, Kind::kIteratorSeq);
  return once(s, s->element,
              [&] { return call_iterator(s->iterator, iterates ? roots.sym_m_next : make_symbol("", "nextElement")); });
}

Value iterator_seq_next(Value seq) {
  auto* s = static_cast<IteratorSeq*>(seq.as_object());
  iterator_seq_first(seq);
  return once(s, s->following, [&] {
    return is_kind(seq, Kind::kIteratorSeq) ? make_iterator_seq(s->iterator) : make_enumeration_seq(s->iterator);
  });
}

}  // namespace clj
