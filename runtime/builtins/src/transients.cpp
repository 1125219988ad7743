// Transients of clojure.core.
#include "native.h"

namespace clj::builtins {

CLJ_FN(transient_value) {
  if (args[0].is_nil())
    throw_error(Error::kNullPointer, "Cannot invoke \"clojure.lang.IEditableCollection.asTransient()\" because \"coll\" is null");
  return transient(args[0]);
}
CLJ_FN(persistent_value) { return persistent(args[0]); }

CLJ_FN(conj_mutable) {
  if (count == 0) return transient(roots.empty_vector);
  return count == 1 ? args[0] : conj_transient(args[0], args[1]);
}

CLJ_FN(assoc_mutable) {
  Value t = args[0];
  for (uint32_t i = 1; i < count; i += 2)
    t = assoc_transient(t, args[i], i + 1 < count ? args[i + 1] : Value::nil());
  return t;
}

CLJ_FN(dissoc_mutable) {
  Value t = args[0];
  for (uint32_t i = 1; i < count; ++i) t = dissoc_transient(t, args[i]);
  return t;
}

CLJ_FN(disj_mutable) {
  Value t = args[0];
  for (uint32_t i = 1; i < count; ++i) t = disj_transient(t, args[i]);
  return t;
}

CLJ_FN(pop_mutable) { return pop_transient(args[0]); }

}  // namespace clj::builtins
