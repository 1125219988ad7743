// Refs and transactions of clojure.core.
#include "clj/conc/ref.h"
#include "native.h"

namespace clj::builtins {

namespace {

conc::Ref* ref_arg(Value v) { return object_arg<conc::Ref>(v, "clojure.lang.Ref"); }

Value history_bound(Value* args, uint32_t count, Value conc::Ref::* bound) {
  conc::Ref* ref = ref_arg(args[0]);
  if (count == 1) return ref->*bound;
  ref->*bound = make_long(to_long(args[1]));
  gc::write_barrier(ref);
  return args[0];
}

}  // namespace

CLJ_FN(ref) {
  Value metadata, validator, least = make_long(0), greatest = make_long(10);
  if (count % 2 == 0)
    throw_error(Error::kIllegalArgument, "No value supplied for key: " + to_utf8(str_value(args[count - 1])));
  for (uint32_t i = 1; i < count; i += 2) {
    if (args[i] == roots.kw_meta) metadata = args[i + 1];
    if (args[i] == roots.kw_validator) validator = args[i + 1];
    if (args[i] == make_keyword("", "min-history")) least = args[i + 1];
    if (args[i] == make_keyword("", "max-history")) greatest = args[i + 1];
  }
  validate(validator, args[0]);
  Value made = conc::make_ref(args[0], metadata, validator);
  conc::Ref* ref = cast<conc::Ref>(made);
  ref->min_history = least;
  ref->max_history = greatest;
  gc::write_barrier(ref);
  return made;
}
CLJ_FN(ref_set) {
  ref_arg(args[0]);
  return conc::set_ref(args[0], args[1]);
}
CLJ_FN(alter) {
  ref_arg(args[0]);
  return conc::alter_ref(args[0], args[1], args + 2, count - 2);
}
CLJ_FN(commute) {
  ref_arg(args[0]);
  return conc::commute_ref(args[0], args[1], args + 2, count - 2);
}
CLJ_FN(ensure) {
  ref_arg(args[0]);
  return conc::ensure_ref(args[0]);
}
CLJ_FN(run_transaction) { return conc::run_in_transaction(args[0]); }
CLJ_FN(is_in_transaction) { return boolean(conc::in_transaction()); }
CLJ_FN(ref_history_count) {
  ref_arg(args[0]);
  return make_long(0);
}
CLJ_FN(ref_min_history) { return history_bound(args, count, &conc::Ref::min_history); }
CLJ_FN(ref_max_history) { return history_bound(args, count, &conc::Ref::max_history); }

}  // namespace clj::builtins
