// Agents: values that change by functions run one after the other in the thread pool.
//
// What is sent waits in a persistent queue in the agent; the thread that finds it empty starts
// a task, which takes action after action. Sends made in an action, or in a transaction, are
// held back until it has succeeded.
//
// Threads  Any.
// Errors   RuntimeException "Agent is failed, needs restart", whose cause is the agent's error.
// Design   docs/threads.md
#pragma once
#include <cstdint>

#include "clj/core/refs.h"

namespace clj::conc {

struct Agent : Reference {
  static constexpr Kind kKind = Kind::kAgent;
  static constexpr uint16_t kSlots = 7;
  static constexpr uint8_t kContinue = kFlagA;  // error mode :continue
  AtomicValue queue;    // PersistentQueue of [f args-seq bindings-frame]; the first is running
  AtomicValue error;    // Throwable or nil
  AtomicValue handler;  // function of (agent, exception), or nil
};

Value make_agent(Value state, Value meta, Value validator, Value handler, bool continues);
// Queues (f state args…).
void send_action(Value agent, Value f, const Value* args, uint32_t count);
// Sends now what the running action has sent so far; how many that were.
int64_t release_pending_sends();
// A failed agent goes on with the state; the queue is kept or dropped.
void restart_agent(Value agent, Value state, bool clear_actions);
// The agent whose action this thread runs, or nil.
Value running_agent();

}  // namespace clj::conc
