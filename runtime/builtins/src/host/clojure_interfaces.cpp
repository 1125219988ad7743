// The interfaces of clojure.lang, where a native function does not do as it is.
#include <string>

#include "clj/core/refs.h"
#include "clj/core/seqs.h"
#include "clj/core/sorted.h"
#include "../native_arities.h"
#include "host_support.h"

namespace clj::builtins::host {

CLJ_FN(fn_invoke) { return invoke(args[0], args + 1, count - 1); }
CLJ_FN(fn_run) {
  invoke(args[0]);
  return Value::nil();
}
CLJ_FN(fn_apply_to) {
  if (!args[1].is_nil() && !is_seq(args[1]) && !is_kind(args[1], Kind::kEmptyList)) {
    throw_error(Error::kClassCast, "Cannot cast " + class_name(args[1]) + " to clojure.lang.ISeq");
  }
  return apply(args[0], nullptr, 0, args[1]);
}

// Members of RestFn: the class of a function depends on the function, its rows are those of all functions.
CLJ_FN(fn_required_arity) {
  if (is_kind(args[0], Kind::kMetaFn)) return integer(0);  // takes all arguments as the rest
  int required = arities_of(args[0]).required;
  if (required < 0) throw_error(Error::kIllegalArgument, "No matching field found: getRequiredArity for class " + class_name(args[0]));
  return integer(required);
}
CLJ_FN(fn_do_invoke) {
  if (count < 2 || (!is_kind(args[0], Kind::kMetaFn) && arities_of(args[0]).required != static_cast<int>(count) - 2)) {
    throw_error(Error::kIllegalArgument, "No matching method doInvoke found taking " + std::to_string(count - 1) + " args for class " +
                                             class_name(args[0]));
  }
  return apply(args[0], args + 1, count - 2, args[count - 1]);
}

CLJ_FN(reference_alter_meta) {
  Value var = intern_var("clojure.core", "alter-meta!");
  gc::ValueList all;
  all.push_back(args[0]);
  all.push_back(args[1]);
  append_elements(args[2], all);
  return invoke(deref(cast<Var>(var)), all.data(), static_cast<uint32_t>(all.size()));
}
CLJ_FN(hash_eq_member) { return integer(static_cast<int32_t>(hash_eq(args[0]))); }
CLJ_FN(equiv_member) { return boolean(equiv(args[0], args[1])); }
CLJ_FN(collection_cons) { return conj(args[0], args[1]); }
CLJ_FN(map_assoc_new) {
  if (contains(args[0], args[1])) throw_error(Error::kRuntimeException, "Key already present");
  return assoc(args[0], args[1], args[2]);
}
CLJ_FN(collection_reduce) {
  if (count == 3) {
    Value result = reduce(args[1], args[2], args[0]);
    return is_reduced(result) ? cast<Reduced>(result)->value : result;
  }
  Value s = seq(args[0]);
  if (s.is_nil()) return invoke(args[1]);
  return reduce(args[1], first(s), next(s));
}
CLJ_FN(map_kvreduce) { return reduce_kv(args[1], args[2], args[0]); }

CLJ_FN(sorted_comparator_member) {
  Value comparator = sorted_comparator(args[0]);
  if (comparator == no_comparator()) return Value::nil();
  return comparator.is_nil() ? deref(cast<Var>(intern_var("clojure.core", "compare"))) : comparator;
}
CLJ_FN(sorted_entry_key_member) { return sorted_entry_key(args[0], args[1]); }
CLJ_FN(sorted_seq_member) { return sorted_seq(args[0], args[1].truthy()); }
CLJ_FN(sorted_seq_from_member) { return sorted_seq_from(args[0], args[1], args[2].truthy()); }

CLJ_FN(indexed_seq_index) {
  if (auto* of_string = try_cast<StringSeq>(args[0])) return integer(static_cast<int32_t>(of_string->index));
  if (auto* of_array = try_cast<ArraySeq>(args[0])) return integer(static_cast<int32_t>(of_array->index));
  if (auto* of_slice = try_cast<SubVectorSeq>(args[0])) return integer(static_cast<int32_t>(of_slice->index));
  return integer(static_cast<int32_t>(cast<VectorRSeq>(args[0])->index));
}

}  // namespace clj::builtins::host
