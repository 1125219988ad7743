// java.util.concurrent.Future: what the futures of core have as members.
#include "clj/conc/future.h"
#include "host_support.h"
#include "waiting.h"

namespace clj::builtins::host {

CLJ_FN(future_get) {
  if (count == 1) return conc::await(args[0]);
  int64_t milliseconds = duration(args[1], args[2]).count() / 1000000;
  Value result = conc::await(args[0], milliseconds, Value::absent());
  if (result.is_absent()) throw_named("java.util.concurrent.TimeoutException", Value::nil());
  return result;
}
CLJ_FN(future_cancel_member) { return boolean(conc::cancel(args[0])); }
CLJ_FN(future_is_done) { return boolean(conc::is_done(args[0])); }
CLJ_FN(future_is_cancelled_member) { return boolean(conc::is_cancelled(args[0])); }


}  // namespace clj::builtins::host
