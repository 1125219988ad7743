#include "clj/core/call.h"
#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/seqs.h"
#include "dead_stack.h"
#include "once_lock.h"

namespace clj {
namespace {

void store(LazySeq* lazy, AtomicValue& slot, Value v) {
  slot.store(v);
  gc::write_barrier(lazy);
}

// Runs the thunk unless it has run. The thunk stays in place while it runs, so that one that
// throws is called again next time; what it closes over is released by the evaluators, which
// clear the captures of ^:once functions at their last use. The lock is held.
void call_thunk(LazySeq* lazy) {
  if (lazy->has_flag(LazySeq::kCalled)) return;
  Value v = invoke(lazy->pending.load());
  store(lazy, lazy->pending, v);
  lazy->set_flag(LazySeq::kCalled);
}

// What a nested lazy seq stands for, itself perhaps a lazy seq.
Value unwrap(LazySeq* lazy) {
  Value s = lazy->seq.load();
  if (!s.is_absent()) return s;
  OnceLock lock(lazy);
  call_thunk(lazy);
  s = lazy->seq.load();
  return s.is_absent() ? lazy->pending.load() : s;
}

[[gnu::noinline]] Value realize_slow(LazySeq* lazy) {
  check_stack();
  OnceLock lock(lazy);
  Value s = lazy->seq.load();
  if (!s.is_absent()) return s;
  // The thunk asks for the very seq it is to produce, after it returned: there is none.
  if (lock.is_nested() && lazy->has_flag(LazySeq::kCalled)) return Value::nil();
  call_thunk(lazy);
  Value v = lazy->pending.load();
  lazy->pending.store(Value::nil());
  try {
    while (is_kind(v, Kind::kLazySeq)) v = unwrap(cast<LazySeq>(v));
    s = seq(v);
  } catch (const ClojureThrow&) {
    // As on the JVM: the thunk is gone, so the seq is empty from now on.
    store(lazy, lazy->seq, Value::nil());
    throw;
  }
  store(lazy, lazy->seq, s);
  return s;
}

}  // namespace

Value make_lazy_seq(Value thunk) {
  auto* lazy = gc::make<LazySeq>();
  lazy->pending.store(thunk);
  lazy->seq.store(Value::absent());
  return Value::object(lazy);
}

Value make_realized_lazy_seq(Value seq) {
  auto* lazy = gc::make<LazySeq>();
  lazy->seq.store(seq);
  lazy->set_flag(LazySeq::kCalled);
  return Value::object(lazy);
}

Value realize(LazySeq* lazy) {
  Value s = lazy->seq.load();
  if (!s.is_absent()) return s;
  s = realize_slow(lazy);
  clear_dead_stack_sometimes();
  return s;
}

bool is_realized(const LazySeq* lazy) {
  return lazy->has_flag(LazySeq::kCalled) || !lazy->seq.load().is_absent();
}

}  // namespace clj
