// (sequence xform coll): the outputs of a transduction as they are asked for, in chunks of 32.
//
// One NativeClosure is the thunk of all of the seq's lazy parts and keeps what the transduction
// needs between them. It takes no more inputs than are needed to know the next 32 outputs, and
// whether others follow.
#include "clj/core/array.h"
#include "clj/core/caller.h"
#include "clj/core/error.h"
#include "clj/core/collections.h"
#include "clj/core/refs.h"
#include "clj/core/roots.h"
#include "clj/core/seqs.h"
#include "clj/gc/heap.h"
#include "native_closures.h"

namespace clj {
namespace {

void store(NativeClosure* self, Value& slot, Value v) {
  slot = v;
  gc::write_barrier(self);
}

// The outputs from n on.
Value outputs_behind(Value outputs, int64_t n) {
  Value left = roots.empty_vector;
  for (int64_t i = n, size = count(outputs); i < size; ++i) left = conj(left, nth(outputs, i));
  return left;
}

// Takes inputs until there are n outputs or the end has come.
void collect(NativeClosure* self, int64_t n) {
  if (self->extra.truthy() || count(self->state) >= n) return;
  Caller step(self->function, 2);
  while (count(self->state) < n) {
    int64_t before = count(self->state);
    bool ends;
    try {
      Value s = seq(self->target);
      ends = s.is_nil();
      if (!ends) {
        Value input = first(s);
        store(self, self->target, rest(s));
        s = Value::nil();
        ends = is_reduced(step(Value::nil(), input));
      }
    } catch (const ClojureThrow&) {
      // As on the JVM: the outputs that were taken for this chunk are lost with it.
      store(self, self->state, outputs_behind(self->state, before));
      throw;
    }
    if (!ends) continue;
    self->extra = Value::boolean(true);
    self->target = Value::nil();
    invoke(self->function, Value::nil());
    return;
  }
}

// The rest of the seq: a lazy seq when there is an output to come, else nil.
Value more(NativeClosure* self) {
  collect(self, 1);
  return count(self->state) == 0 ? Value::nil() : make_lazy_seq(Value::object(self));
}

}  // namespace

Value make_lazy_sequence(Value transducer, Value coll) {
  Value self = make_native_closure(NativeClosureOp::kLazySequence, Value::nil(), coll, roots.empty_vector);
  coll = Value::nil();
  Value step = invoke(function_in(transducer, "\"xform\""), make_native_closure(NativeClosureOp::kSequenceSink, Value::nil(), self));
  store(cast<NativeClosure>(self), cast<NativeClosure>(self)->function, step);
  Value s = more(cast<NativeClosure>(self));
  return s.is_nil() ? roots.empty_list : s;
}

Value lazy_sequence(NativeClosure* self, Value*, uint32_t) {
  collect(self, kChunkSize);
  Value outputs = self->state;
  int64_t size = count(outputs), n = std::min<int64_t>(size, kChunkSize);
  Value array = make_object_array(n);
  for (int64_t i = 0; i < n; ++i) cast<ObjectArray>(array)->items()[i] = nth(outputs, i);
  store(self, self->state, outputs_behind(outputs, n));
  Value chunk = make_array_chunk(array, 0, static_cast<uint32_t>(n));
  return chunk_cons(chunk, more(self));
}

Value run_step_of(NativeClosure* self, Value* args, uint32_t) { return invoke(self->function, args[1]); }

Value collect_output(NativeClosure* self, Value* args, uint32_t argument_count) {
  if (argument_count < 2) return Value::nil();
  auto* sequence = cast<NativeClosure>(self->target);
  store(sequence, sequence->state, conj(sequence->state, args[1]));
  return Value::nil();
}

}  // namespace clj
