// Promises and futures of clojure.core.
#include "clj/conc/future.h"
#include "clj/core/host.h"

#include "native.h"

namespace clj::builtins {

namespace {
constexpr const char* kFuture = "java.util.concurrent.Future";

// The answer of a Future that future did not make: a host's, or a program's own.
Value ask_future(Value f, const char* method, std::string_view parameters, Value* args, uint32_t count) {
  if (f.is_nil()) {
    throw_error(Error::kNullPointer, "Cannot invoke \"" + std::string(kFuture) + "." + method + "(" + std::string(parameters) +
                                         ")\" because \"f\" is null");
  }
  Value interface = find_class(kFuture);
  if (interface.is_nil() || !is_instance(interface, f)) throw_class_cast(f, kFuture);
  return call_host_method(make_symbol("", method), args, count);
}
}  // namespace

CLJ_FN(promise) { return conc::make_promise(); }
CLJ_FN(deliver) {
  // A promise is a function of the value, on the JVM and here.
  return is_kind(args[0], Kind::kPromise) ? conc::deliver(args[0], args[1]) : invoke(args[0], args[1]);
}
CLJ_FN(future_call) { return conc::start_future(args[0]); }
CLJ_FN(future_cancel) {
  Value future_and_interrupt[] = {args[0], Value::boolean(true)};
  if (is_kind(args[0], Kind::kFuture)) return boolean(conc::cancel(args[0]));
  return ask_future(args[0], "cancel", "boolean", future_and_interrupt, 2);
}
CLJ_FN(is_future_done) {
  if (is_kind(args[0], Kind::kFuture)) return boolean(conc::is_done(args[0]));
  return ask_future(args[0], "isDone", "", args, 1);
}
CLJ_FN(is_future_cancelled) {
  if (is_kind(args[0], Kind::kFuture)) return boolean(conc::is_cancelled(args[0]));
  return ask_future(args[0], "isCancelled", "", args, 1);
}

}  // namespace clj::builtins
