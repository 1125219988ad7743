// Refs and transactions (dosync): software transactional memory.
//
// Optimistic, with one process-wide clock. A transaction reads values no newer than its start
// and keeps what it sets to itself; to commit it takes a lock for as long as it needs to check
// that nothing it set or ensured has changed since, and to publish all its values under one new
// time. When that fails, or it meets a value from its future, it runs again. Functions given to
// commute are applied again to the newest value, outside the lock.
//
// Threads  A transaction belongs to its thread. Watches run after the commit.
// Errors   IllegalStateException "No transaction running", "Can't set after commute";
//          RuntimeException "Transaction failed after reaching retry limit". The exception that
//          makes a transaction run again passes through the program's finally blocks.
// Design   docs/threads.md
#pragma once
#include <cstdint>

#include "clj/value/object.h"

namespace clj::conc {

struct Ref : Object {
  static constexpr Kind kKind = Kind::kRef;
  static constexpr uint16_t kSlots = 4;
  AtomicValue value;
  AtomicValue meta;
  AtomicValue watches;
  AtomicValue validator;
  std::atomic<uint64_t> time;  // of the commit that set the value
  int64_t number;              // refs compare in the order they were made in
  // Kept for ref-min-history and ref-max-history; no old values are stored.
  std::atomic<int32_t> min_history, max_history;
};

// Refs of an image are older than those of the process that boots it.
constexpr int64_t kImageAge = int64_t{1} << 40;

Value make_ref(Value value, Value meta, Value validator);
// The value in the running transaction, else the current one.
Value deref_ref(Ref* ref);

bool in_transaction();
// Calls f() in a transaction, or as part of the running one.
Value run_in_transaction(Value f);
Value ref_set(Ref* ref, Value v);
Value alter(Ref* ref, Value f, const Value* args, uint32_t count);
Value commute(Ref* ref, Value f, const Value* args, uint32_t count);
Value ensure(Ref* ref);

// Has code(a, b) called after the running transaction commits, not at all if it does not.
// False when no transaction is running.
bool after_commit(void (*code)(Value a, Value b), Value a, Value b);

}  // namespace clj::conc
