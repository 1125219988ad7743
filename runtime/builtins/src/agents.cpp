// Agents of clojure.core.
#include "clj/conc/agent.h"

#include "clj/core/refs.h"
#include "native.h"
#include "options.h"

namespace clj::builtins {

namespace {

conc::Agent* agent_arg(Value v, const char* call) {
  return object_arg<conc::Agent>(v, "clojure.lang.Agent", call, "a");
}
conc::Agent* dispatching_arg(Value v) {
  return agent_arg(v, "dispatch(clojure.lang.IFn, clojure.lang.ISeq, java.util.concurrent.Executor)");
}

Value set(conc::Agent* agent, AtomicValue& slot, Value v) {
  slot.store(v);
  gc::write_barrier(agent);
  return Value::nil();
}

}  // namespace

CLJ_FN(agent) {
  Options options(args + 1, count - 1);
  Value validator = options.get("validator"), handler = options.get("error-handler"), mode = options.get("error-mode");
  validate(validator, args[0]);
  if (mode.is_nil()) mode = make_keyword("", handler.is_nil() ? "fail" : "continue");
  return conc::make_agent(args[0], options.metadata(), validator, function_or_nil(handler), mode);
}
CLJ_FN(send) {
  dispatching_arg(args[0]);
  return conc::send(args[0], args[1], args + 2, count - 2);
}
CLJ_FN(send_via) {
  dispatching_arg(args[1]);
  return conc::send(args[1], args[2], args + 3, count - 3);
}
CLJ_FN(agent_error) { return agent_arg(args[0], "getError()")->error.load(); }
CLJ_FN(restart_agent) {
  Options options(args + 2, count - 2);
  return conc::restart_agent(agent_arg(args[0], "restart(Object, boolean)"), args[1], options.get("clear-actions").truthy());
}
CLJ_FN(error_mode) { return agent_arg(args[0], "getErrorMode()")->error_mode.load(); }
CLJ_FN(set_error_mode) {
  conc::Agent* agent = agent_arg(args[0], "setErrorMode(clojure.lang.Keyword)");
  return set(agent, agent->error_mode, args[1]);
}
CLJ_FN(error_handler) { return agent_arg(args[0], "getErrorHandler()")->error_handler.load(); }
CLJ_FN(agent_queue_count) { return integer(static_cast<int32_t>(clj::count(agent_arg(args[0], "getQueueCount()")->queue.load()))); }
CLJ_FN(set_error_handler) {
  check_applied_to(args[0], args[1]);
  conc::Agent* agent = agent_arg(args[0], "setErrorHandler(clojure.lang.IFn)");
  return set(agent, agent->error_handler, function_or_nil(args[1]));
}
CLJ_FN(release_pending_sends) { return Value::inline_long(conc::release_pending_sends()); }

}  // namespace clj::builtins
