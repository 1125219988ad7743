// Promises and futures of clojure.core.
#include "clj/conc/future.h"

#include "native.h"

namespace clj::builtins {

namespace {
Value future_arg(Value v) { return Value::object(object_arg<conc::Future>(v, "java.util.concurrent.Future")); }
}  // namespace

CLJ_FN(promise) { return conc::make_promise(); }
CLJ_FN(deliver) {
  // A promise is a function of the value, on the JVM and here.
  return is_kind(args[0], Kind::kPromise) ? conc::deliver(args[0], args[1]) : invoke(args[0], args[1]);
}
CLJ_FN(future_call) { return conc::start_future(args[0]); }
CLJ_FN(future_cancel) { return boolean(conc::cancel(future_arg(args[0]))); }
CLJ_FN(is_future_done) { return boolean(conc::is_done(future_arg(args[0]))); }
CLJ_FN(is_future_cancelled) { return boolean(conc::is_cancelled(future_arg(args[0]))); }

}  // namespace clj::builtins
