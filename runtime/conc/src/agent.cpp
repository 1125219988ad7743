#include "clj/conc/agent.h"

#include "clj/conc/pool.h"
#include "clj/conc/ref.h"
#include "clj/core/call.h"
#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/core/var.h"
#include "clj/gc/heap.h"

namespace clj::conc {

namespace {

// The action this thread runs: on its stack, so that the collector sees it.
struct Running {
  Value agent;
  gc::ValueList sends;  // agent, action, agent, action …
};
thread_local Running* current = nullptr;

class RunningScope {
 public:
  explicit RunningScope(Running* r) { current = r; }
  ~RunningScope() { current = nullptr; }
};

void run_actions(Value agent);

void enqueue(Value agent, Value action) {
  Agent* a = cast<Agent>(agent);
  Value old = a->queue.load();
  while (!a->queue.compare_exchange(old, conj(old, action))) {
  }
  gc::write_barrier(a);
  if (seq(old).is_nil() && a->error.load().is_nil()) run_in_pool(run_actions, agent);
}

void enqueue_pair(Value pair) { enqueue(nth(pair, 0), nth(pair, 1)); }

// Drops the first action; true when others wait.
bool drop_first(Agent* a) {
  Value old = a->queue.load(), rest = pop(old);
  while (!a->queue.compare_exchange(old, rest)) rest = pop(old);
  gc::write_barrier(a);
  return !seq(rest).is_nil();
}

void store_state(Value agent, Value state) {
  Agent* a = cast<Agent>(agent);
  validate(a->validator.load(), state);
  Value old = a->value.load();
  a->value.store(state);
  gc::write_barrier(a);
  notify_watches(agent, a->watches, old, state);
}

// False when the agent has failed and has to be restarted.
bool handle_error(Value agent, Value thrown) {
  Agent* a = cast<Agent>(agent);
  Value handler = a->handler.load();
  if (!handler.is_nil()) {
    try {
      invoke(handler, agent, thrown);
    } catch (ClojureThrow&) {  // an error in the handler has nowhere to go
    }
  }
  if (a->has_flag(Agent::kContinue)) return true;
  a->error.store(thrown);
  gc::write_barrier(a);
  return false;
}

// Runs one action; false when the agent failed.
bool run_action(Value agent, Value action) {
  Running running;
  running.agent = agent;
  RunningScope scope(&running);
  reset_thread_binding_frame(nth(action, 2));
  Value bindings[] = {intern_var("clojure.core", "*agent*"), agent};
  BindingScope binding(make_map(bindings, 2));
  try {
    Value state[] = {cast<Agent>(agent)->value.load()};
    store_state(agent, apply(nth(action, 0), state, 1, nth(action, 1)));
    release_pending_sends();
    return true;
  } catch (ClojureThrow& thrown) {
    running.sends.clear();
    return handle_error(agent, thrown.value);
  }
}

void run_actions(Value agent) {
  Agent* a = cast<Agent>(agent);
  for (;;) {
    Value action = peek(a->queue.load());
    bool alive = run_action(agent, action);
    bool more = drop_first(a);
    if (!alive || !more) return;
  }
}

}  // namespace

Value make_agent(Value state, Value meta, Value validator, Value handler, bool continues) {
  Agent* a = gc::make<Agent>();
  a->value.store(state);
  a->meta.store(meta);
  a->validator.store(validator);
  a->handler.store(handler);
  a->queue.store(roots.empty_queue);
  if (continues) a->set_flag(Agent::kContinue);
  return Value::object(a);
}

void send_action(Value agent, Value f, const Value* args, uint32_t count) {
  Agent* a = cast<Agent>(agent);
  Value error = a->error.load();
  if (!error.is_nil()) {
    throw_value(make_throwable(error_class(Error::kRuntimeException), make_string("Agent is failed, needs restart"),
                               error, Value::nil()));
  }
  Value action = make_vector({f, make_list(args, count), thread_binding_frame()});
  if (at_commit(enqueue_pair, make_vector({agent, action}))) return;
  if (current) {
    current->sends.push_back(agent);
    current->sends.push_back(action);
    return;
  }
  enqueue(agent, action);
}

int64_t release_pending_sends() {
  if (!current) return 0;
  size_t n = current->sends.size();
  for (size_t i = 0; i < n; i += 2) enqueue(current->sends[i], current->sends[i + 1]);
  current->sends.clear();
  return static_cast<int64_t>(n / 2);
}

void restart_agent(Value agent, Value state, bool clear_actions) {
  Agent* a = cast<Agent>(agent);
  if (a->error.load().is_nil()) throw_error(Error::kRuntimeException, "Agent does not need a restart");
  store_state(agent, state);
  if (clear_actions) a->queue.store(roots.empty_queue);
  a->error.store(Value::nil());
  gc::write_barrier(a);
  if (!seq(a->queue.load()).is_nil()) run_in_pool(run_actions, agent);
}

Value running_agent() { return current ? current->agent : Value::nil(); }

}  // namespace clj::conc
