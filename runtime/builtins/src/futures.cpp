// Promises and futures of clojure.core.
#include "clj/conc/future.h"

#include "native.h"

namespace clj::builtins {

CLJ_FN(promise) { return conc::make_promise(); }
CLJ_FN(deliver) {
  // A promise is a function of the value, on the JVM and here.
  return is_kind(args[0], Kind::kPromise) ? conc::deliver(args[0], args[1]) : invoke(args[0], args[1]);
}
CLJ_FN(future_call) { return conc::start_future(args[0]); }

}  // namespace clj::builtins
