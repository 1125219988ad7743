// Refs and the transactions that change them.
//
// Optimistic: a transaction notes the value of a global clock when it starts, keeps its changes
// to itself, and commits them under one lock. A ref carries the time of its last commit; a
// transaction that meets one later than its start, or that finds at commit that a ref it set or
// ensured has changed, runs again. One that has been unlucky for long runs under the lock.
// Commuted functions run again at commit, on the value there is then.
//
// Threads  Any. Functions of transactions may run several times.
// Errors   IllegalStateException "No transaction running", "Can't set after commute";
//          RuntimeException when a transaction was retried too often.
// Design   docs/threads.md
#pragma once
#include <cstdint>

#include "clj/core/refs.h"

namespace clj::conc {

struct Ref : Reference {
  static constexpr Kind kKind = Kind::kRef;
  static constexpr uint16_t kSlots = 6;
  Value min_history;             // a long: kept for programs that ask; no history is
  Value max_history;
  std::atomic<uint64_t> version;  // the clock at the last commit; kBeingWritten during one
};

Value make_ref(Value value, Value meta, Value validator);
Value deref_ref(Value ref);  // in a transaction, as it sees it

// (f) in a transaction: the one that is running on this thread, or a new one.
Value run_in_transaction(Value f);
bool in_transaction();

// Within a transaction only.
Value set_ref(Value ref, Value value);
Value alter_ref(Value ref, Value f, const Value* args, uint32_t count);
Value commute_ref(Value ref, Value f, const Value* args, uint32_t count);
Value ensure_ref(Value ref);

// Runs code(payload) when the transaction commits; false when none is running.
bool at_commit(void (*code)(Value payload), Value payload);

}  // namespace clj::conc
