// Agents of clojure.core.
#include "clj/conc/agent.h"

#include "native.h"

namespace clj::builtins {

namespace {

conc::Agent* agent_arg(Value v) { return object_arg<conc::Agent>(v, "clojure.lang.Agent"); }

bool is_continue(Value mode) {
  if (mode == make_keyword("", "continue")) return true;
  if (mode == make_keyword("", "fail")) return false;
  throw_error(Error::kIllegalArgument, "error-mode must be :continue or :fail");
}

}  // namespace

CLJ_FN(agent) {
  Value metadata, validator, handler, mode;
  if (count % 2 == 0)
    throw_error(Error::kIllegalArgument, "No value supplied for key: " + to_utf8(str_value(args[count - 1])));
  for (uint32_t i = 1; i < count; i += 2) {
    if (args[i] == roots.kw_meta) metadata = args[i + 1];
    if (args[i] == roots.kw_validator) validator = args[i + 1];
    if (args[i] == make_keyword("", "error-handler")) handler = args[i + 1];
    if (args[i] == make_keyword("", "error-mode")) mode = args[i + 1];
  }
  validate(validator, args[0]);
  bool continues = mode.is_nil() ? !handler.is_nil() : is_continue(mode);
  return conc::make_agent(args[0], metadata, validator, handler, continues);
}
CLJ_FN(send) {
  agent_arg(args[0]);
  conc::send_action(args[0], args[1], args + 2, count - 2);
  return args[0];
}
CLJ_FN(send_via) { return send(args + 1, count - 1); }
CLJ_FN(release_sends) { return make_long(conc::release_pending_sends()); }
CLJ_FN(agent_error) { return agent_arg(args[0])->error.load(); }
CLJ_FN(restart) {
  agent_arg(args[0]);
  bool clear = false;
  for (uint32_t i = 2; i + 1 < count; i += 2) {
    if (args[i] == make_keyword("", "clear-actions")) clear = args[i + 1].truthy();
  }
  conc::restart_agent(args[0], args[1], clear);
  return args[1];
}
CLJ_FN(error_handler) { return agent_arg(args[0])->handler.load(); }
CLJ_FN(set_error_handler) {
  conc::Agent* agent = agent_arg(args[0]);
  agent->handler.store(args[1]);
  gc::write_barrier(agent);
  return Value::nil();
}
CLJ_FN(error_mode) {
  return make_keyword("", agent_arg(args[0])->has_flag(conc::Agent::kContinue) ? "continue" : "fail");
}
CLJ_FN(set_error_mode) {
  conc::Agent* agent = agent_arg(args[0]);
  if (is_continue(args[1])) {
    agent->set_flag(conc::Agent::kContinue);
  } else {
    agent->clear_flag(conc::Agent::kContinue);
  }
  return Value::nil();
}

}  // namespace clj::builtins
