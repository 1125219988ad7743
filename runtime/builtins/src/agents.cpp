// Agents of clojure.core.
#include "clj/conc/agent.h"

#include "clj/core/refs.h"
#include "native.h"
#include "options.h"

namespace clj::builtins {

namespace {

conc::Agent* agent_arg(Value v) { return object_arg<conc::Agent>(v, "clojure.lang.Agent"); }

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
  agent_arg(args[0]);
  return conc::send(args[0], args[1], args + 2, count - 2);
}
CLJ_FN(send_via) {
  agent_arg(args[1]);
  return conc::send(args[1], args[2], args + 3, count - 3);
}
CLJ_FN(agent_error) { return agent_arg(args[0])->error.load(); }
CLJ_FN(restart_agent) {
  Options options(args + 2, count - 2);
  return conc::restart_agent(agent_arg(args[0]), args[1], options.get("clear-actions").truthy());
}
CLJ_FN(error_mode) { return agent_arg(args[0])->error_mode.load(); }
CLJ_FN(set_error_mode) { return set(agent_arg(args[0]), agent_arg(args[0])->error_mode, args[1]); }
CLJ_FN(error_handler) { return agent_arg(args[0])->error_handler.load(); }
CLJ_FN(set_error_handler) { return set(agent_arg(args[0]), agent_arg(args[0])->error_handler, function_or_nil(args[1])); }
CLJ_FN(release_pending_sends) { return Value::inline_long(conc::release_pending_sends()); }

}  // namespace clj::builtins
