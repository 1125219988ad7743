#include "clj/conc/ref.h"

#include <mutex>
#include <vector>

#include "clj/core/call.h"
#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/gc/heap.h"

namespace clj::conc {

namespace {

constexpr uint64_t kBeingWritten = ~uint64_t{0};
constexpr int kPatience = 100;  // tries before a transaction takes the lock for its whole run
constexpr int kRetryLimit = 10000;

std::atomic<uint64_t> clock_now{0};
std::recursive_mutex commit_mutex;

class CommitLock {
 public:
  CommitLock() : lock_(commit_mutex, std::try_to_lock) {
    if (lock_.owns_lock()) return;
    gc::BlockingRegion region;
    lock_.lock();
  }

 private:
  std::unique_lock<std::recursive_mutex> lock_;
};

// A transaction lives on its thread's stack, where the collector sees its maps.
struct Transaction {
  uint64_t start = 0;
  Value values;    // map of Ref to the value it has in here
  Value set;       // set of the refs that were set or ensured: they must not have changed
  Value commutes;  // map of Ref to a vector of [f args-seq]
  Value retry;     // what is thrown to run again
  gc::ValueList payloads;
  std::vector<void (*)(Value)> codes;  // of at_commit, one per payload

  void begin() {
    start = clock_now.load();
    values = roots.empty_hash_map;
    set = roots.empty_hash_set;
    commutes = roots.empty_hash_map;
    payloads.clear();
    codes.clear();
  }
};
thread_local Transaction* current = nullptr;

class CurrentScope {
 public:
  explicit CurrentScope(Transaction* t) { current = t; }
  ~CurrentScope() { current = nullptr; }
};

Transaction& running() {
  if (!current) throw_error(Error::kIllegalState, "No transaction running");
  return *current;
}

// The committed value and its time.
Value read_committed(Ref* ref, uint64_t& version) {
  for (;;) {
    version = ref->version.load(std::memory_order_acquire);
    Value value = ref->value.load();
    if (version != kBeingWritten && ref->version.load(std::memory_order_acquire) == version) return value;
  }
}

// A clock that is behind (a boot image brings refs of another process) catches up.
void advance_clock(uint64_t version) {
  uint64_t now = clock_now.load();
  while (now < version && !clock_now.compare_exchange_weak(now, version)) {
  }
}

[[noreturn]] void run_again(Transaction& t, uint64_t version) {
  advance_clock(version);
  throw_value(t.retry);
}

Value read_in(Transaction& t, Value ref) {
  Value own = get(t.values, ref, Value::absent());
  if (!own.is_absent()) return own;
  uint64_t version;
  Value value = read_committed(cast<Ref>(ref), version);
  if (version > t.start) run_again(t, version);
  return value;
}

Value call_with(Value f, Value first_argument, const Value* args, uint32_t count) {
  gc::ValueList all;
  all.push_back(first_argument);
  for (uint32_t i = 0; i < count; ++i) all.push_back(args[i]);
  return invoke(f, all.data(), static_cast<uint32_t>(all.size()));
}

void check_unchanged(Transaction& t) {
  for_each(t.set, [&](Value ref) {
    uint64_t version = cast<Ref>(ref)->version.load(std::memory_order_acquire);
    if (version > t.start) run_again(t, version);
    return true;
  });
}

void recompute_commutes(Transaction& t) {
  for_each_kv(t.commutes, [&](Value ref, Value calls) {
    if (contains(t.set, ref)) return true;
    uint64_t version;
    Value value = read_committed(cast<Ref>(ref), version);
    for_each(calls, [&](Value call) {
      Value first_argument[] = {value};
      value = apply(nth(call, 0), first_argument, 1, nth(call, 1));
      return true;
    });
    t.values = assoc(t.values, ref, value);
    return true;
  });
}

// Publishes the changes; `before` receives ref, old, new of each ref that has watches.
void commit(Transaction& t, gc::ValueList& watched) {
  CommitLock lock;
  check_unchanged(t);
  recompute_commutes(t);
  for_each_kv(t.values, [&](Value ref, Value value) {
    validate(cast<Ref>(ref)->validator.load(), value);
    return true;
  });
  uint64_t now = clock_now.load() + 1;
  for_each_kv(t.values, [&](Value ref, Value value) {
    Ref* r = cast<Ref>(ref);
    Value old = r->value.load();
    r->version.store(kBeingWritten, std::memory_order_release);
    r->value.store(value);
    gc::write_barrier(r);
    r->version.store(now, std::memory_order_release);
    if (!r->watches.load().is_nil()) {
      for (Value v : {ref, old, value}) watched.push_back(v);
    }
    return true;
  });
  clock_now.store(now);
}

Value attempt(Transaction& t, Value f) {
  gc::ValueList watched;
  Value result;
  {
    CurrentScope scope(&t);
    t.begin();
    result = invoke(f);
    commit(t, watched);
  }
  for (size_t i = 0; i < watched.size(); i += 3) {
    notify_watches(watched[i], try_reference(watched[i])->watches, watched[i + 1], watched[i + 2]);
  }
  for (size_t i = 0; i < t.codes.size(); ++i) t.codes[i](t.payloads[i]);
  return result;
}

}  // namespace

Value make_ref(Value value, Value meta, Value validator) {
  Ref* ref = gc::make<Ref>();
  ref->value.store(value);
  ref->meta.store(meta);
  ref->validator.store(validator);
  ref->min_history = Value::inline_long(0);
  ref->max_history = Value::inline_long(10);
  return Value::object(ref);
}

Value deref_ref(Value ref) { return current ? read_in(*current, ref) : cast<Ref>(ref)->value.load(); }

bool in_transaction() { return current != nullptr; }

Value run_in_transaction(Value f) {
  if (current) return invoke(f);
  Transaction t;
  t.retry = make_throwable(error_class(Error::kError), make_string("transaction retry"), Value::nil(), Value::nil());
  for (int tries = 0; tries < kRetryLimit; ++tries) {
    try {
      if (tries < kPatience) return attempt(t, f);
      CommitLock lock;
      return attempt(t, f);
    } catch (ClojureThrow& thrown) {
      if (!(thrown.value == t.retry)) throw;
    }
  }
  throw_error(Error::kRuntimeException, "Transaction failed after reaching retry limit");
}

Value set_ref(Value ref, Value value) {
  Transaction& t = running();
  if (contains(t.commutes, ref)) throw_error(Error::kIllegalState, "Can't set after commute");
  if (!contains(t.set, ref)) {
    uint64_t version = cast<Ref>(ref)->version.load(std::memory_order_acquire);
    if (version != kBeingWritten && version > t.start) run_again(t, version);
    t.set = conj(t.set, ref);
  }
  t.values = assoc(t.values, ref, value);
  return value;
}

Value alter_ref(Value ref, Value f, const Value* args, uint32_t count) {
  Transaction& t = running();
  if (contains(t.commutes, ref)) throw_error(Error::kIllegalState, "Can't set after commute");
  return set_ref(ref, call_with(f, read_in(t, ref), args, count));
}

Value commute_ref(Value ref, Value f, const Value* args, uint32_t count) {
  Transaction& t = running();
  Value own = get(t.values, ref, Value::absent());
  uint64_t version;
  Value value = call_with(f, own.is_absent() ? read_committed(cast<Ref>(ref), version) : own, args, count);
  Value calls = get(t.commutes, ref, roots.empty_vector);
  t.commutes = assoc(t.commutes, ref, conj(calls, make_vector({f, make_list(args, count)})));
  t.values = assoc(t.values, ref, value);
  return value;
}

Value ensure_ref(Value ref) {
  Transaction& t = running();
  Value value = read_in(t, ref);
  t.set = conj(t.set, ref);
  return value;
}

bool at_commit(void (*code)(Value payload), Value payload) {
  if (!current) return false;
  current->codes.push_back(code);
  current->payloads.push_back(payload);
  return true;
}

}  // namespace clj::conc
