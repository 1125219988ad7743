#include "clj/conc/agent.h"

#include "clj/conc/pool.h"
#include "clj/conc/ref.h"
#include "clj/core/call.h"
#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/refs.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/core/var.h"
#include "clj/gc/heap.h"

namespace clj::conc {

namespace {

// The sends of the action that this thread runs, as (agent, action) pairs; nullptr outside.
thread_local gc::ValueList* held_sends = nullptr;

void set(Agent* agent, AtomicValue& slot, Value v) {
  slot.store(v);
  gc::write_barrier(agent);
}

void run_agent(Value agent);

void enqueue(Value agent_value, Value action) {
  auto* agent = cast<Agent>(agent_value);
  Value old = agent->queue.load();
  while (!agent->queue.compare_exchange(old, conj(old, action))) {
  }
  gc::write_barrier(agent);
  if (count(old) == 0 && agent->error.load().is_nil()) run_in_pool(run_agent, agent_value);
}

int64_t release(gc::ValueList& sends) {
  auto n = static_cast<int64_t>(sends.size() / 2);
  for (size_t i = 0; i < sends.size(); i += 2) enqueue(sends[i], sends[i + 1]);
  sends.clear();
  return n;
}

// The state after an action.
Value perform(Agent* agent, Value action) {
  gc::ValueList args;
  args.push_back(agent->state.load());
  append_elements(nth(action, 1), args);
  return invoke(nth(action, 0), args.data(), static_cast<uint32_t>(args.size()));
}

void handle_error(Agent* agent, Value error) {
  Value handler = agent->error_handler.load();
  if (!handler.is_nil()) {
    try {
      invoke(handler, Value::object(agent), error);
    } catch (ClojureThrow&) {
      // As on the JVM, what an error handler throws is nobody's business.
    }
  }
  if (!(agent->error_mode.load() == make_keyword("", "continue"))) set(agent, agent->error, error);
}

// Lets the sends go when the action is over; the error handler sends at once, and sees the action's bindings.
void run_action(Agent* agent, Value action) {
  gc::ValueList sends;
  held_sends = &sends;
  gc::mutator().bindings = nth(action, 2);
  {
    Value binding[] = {intern_var("clojure.core", "*agent*"), Value::object(agent)};
    BindingScope scope(make_map(binding, 2));
    try {
      Value old = agent->state.load(), state = perform(agent, action);
      validate(agent->validator.load(), state);
      set(agent, agent->state, state);
      notify_watches(Value::object(agent), agent->watches, old, state);
      release(sends);
    } catch (ClojureThrow& thrown) {
      held_sends = nullptr;
      handle_error(agent, thrown.value);
    }
  }
  held_sends = nullptr;
  gc::mutator().bindings = Value::nil();
}

void run_agent(Value agent_value) {
  auto* agent = cast<Agent>(agent_value);
  run_action(agent, peek(agent->queue.load()));
  Value old = agent->queue.load(), rest = pop(old);
  while (!agent->queue.compare_exchange(old, rest)) rest = pop(old);
  gc::write_barrier(agent);
  if (count(rest) > 0 && agent->error.load().is_nil()) run_in_pool(run_agent, agent_value);
}

void send_action(Value agent, Value action) {
  if (after_commit(enqueue, agent, action)) return;
  if (held_sends) {
    held_sends->push_back(agent);
    held_sends->push_back(action);
  } else {
    enqueue(agent, action);
  }
}

Value action_of(Value f, const Value* args, uint32_t count) {
  return make_vector({f, make_vector(args, count), thread_binding_frame()});
}

void need_working(Agent* agent) {
  Value error = agent->error.load();
  if (error.is_nil()) return;
  throw_value(make_throwable(error_class(Error::kRuntimeException), make_string("Agent is failed, needs restart"), error,
                             Value::nil()));
}

}  // namespace

Value make_agent(Value state, Value meta, Value validator, Value error_handler, Value error_mode) {
  auto* agent = gc::make<Agent>();
  agent->state.store(state);
  agent->meta.store(meta);
  agent->validator.store(validator);
  agent->queue.store(roots.empty_queue);
  agent->error_handler.store(error_handler);
  agent->error_mode.store(error_mode);
  return Value::object(agent);
}

Value send(Value agent, Value f, const Value* args, uint32_t count) {
  need_working(cast<Agent>(agent));
  send_action(agent, action_of(f, args, count));
  return agent;
}

Value restart_agent(Agent* agent, Value state, bool clear_actions) {
  if (agent->error.load().is_nil()) throw_error(Error::kRuntimeException, "Agent does not need a restart");
  validate(agent->validator.load(), state);
  set(agent, agent->state, state);
  if (clear_actions) set(agent, agent->queue, roots.empty_queue);
  set(agent, agent->error, Value::nil());
  if (count(agent->queue.load()) > 0) run_in_pool(run_agent, Value::object(agent));
  return state;
}

int64_t release_pending_sends() { return held_sends ? release(*held_sends) : 0; }

}  // namespace clj::conc
