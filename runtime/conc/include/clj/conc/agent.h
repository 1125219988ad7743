// Agents: values that change by actions run one after the other in other threads.
//
// Actions wait in a persistent queue in the agent; the first to arrive at an idle agent has the
// pool (pool.h) run it, and whoever finishes one starts the next. Actions sent from within an
// action or a transaction wait until that is over.
//
// Threads  Any.
// Errors   RuntimeException "Agent is failed, needs restart", "Agent does not need a restart".
// Design   docs/threads.md
#pragma once
#include <cstdint>

#include "clj/value/object.h"

namespace clj::conc {

struct Agent : Object {
  static constexpr Kind kKind = Kind::kAgent;
  static constexpr uint16_t kSlots = 8;
  AtomicValue state;
  AtomicValue meta;
  AtomicValue watches;
  AtomicValue validator;
  AtomicValue queue;          // of actions [function arguments bindings]
  AtomicValue error;          // the exception that stopped the agent, or nil
  AtomicValue error_handler;  // function of (agent exception), or nil
  AtomicValue error_mode;     // :fail or :continue
};

Value make_agent(Value state, Value meta, Value validator, Value error_handler, Value error_mode);
Value send(Value agent, Value f, const Value* args, uint32_t count);
Value restart_agent(Agent* agent, Value state, bool clear_actions);
// Lets the actions go that the running action has sent; their number.
int64_t release_pending_sends();

}  // namespace clj::conc
