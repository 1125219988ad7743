// Refs and transactions of clojure.core.
#include "clj/conc/ref.h"

#include "clj/core/refs.h"
#include "native.h"
#include "options.h"

namespace clj::builtins {

namespace {
conc::Ref* ref_arg(Value v, const char* call) {
  return object_arg<conc::Ref>(v, "clojure.lang.Ref", call, "ref");
}

// The limit of a ref, or the ref when a new limit is given, which is converted before a nil is refused.
Value history(std::atomic<int32_t> conc::Ref::*limit, const char* call, Value* args, uint32_t count) {
  if (!args[0].is_nil()) ref_arg(args[0], call);
  int32_t given = count == 1 ? 0 : int_arg(args[1]);
  conc::Ref* ref = ref_arg(args[0], call);
  if (count == 1) return integer((ref->*limit).load());
  (ref->*limit).store(given);
  return args[0];
}
}  // namespace

CLJ_FN(ref) {
  Options options(args + 1, count - 1);
  Value validator = options.get("validator");
  validate(validator, args[0]);
  Value ref = conc::make_ref(args[0], options.metadata(), validator);
  Value low = options.get("min-history"), high = options.get("max-history");
  if (!low.is_nil()) cast<conc::Ref>(ref)->min_history.store(to_int(low));
  if (!high.is_nil()) cast<conc::Ref>(ref)->max_history.store(to_int(high));
  return ref;
}
CLJ_FN(ref_set) { return conc::ref_set(ref_arg(args[0], "set(Object)"), args[1]); }
CLJ_FN(alter) {
  check_applied_to(args[0], args[1]);
  conc::Ref* ref = ref_arg(args[0], "alter(clojure.lang.IFn, clojure.lang.ISeq)");
  return conc::alter(ref, function_or_nil(args[1]), args + 2, count - 2);
}
CLJ_FN(commute) {
  check_applied_to(args[0], args[1]);
  conc::Ref* ref = ref_arg(args[0], "commute(clojure.lang.IFn, clojure.lang.ISeq)");
  return conc::commute(ref, function_or_nil(args[1]), args + 2, count - 2);
}
CLJ_FN(ensure) { return conc::ensure(ref_arg(args[0], "touch()")); }
CLJ_FN(ref_history_count) {
  ref_arg(args[0], "getHistoryCount()");
  return integer(0);
}
CLJ_FN(ref_min_history) { return history(&conc::Ref::min_history, "getMinHistory()", args, count); }
CLJ_FN(ref_max_history) { return history(&conc::Ref::max_history, "getMaxHistory()", args, count); }
CLJ_FN(run_in_transaction) { return conc::run_in_transaction(args[0]); }
CLJ_FN(is_in_transaction) { return boolean(conc::in_transaction()); }

}  // namespace clj::builtins
