// Operations that work on every collection.
#include "clj/core/caller.h"
#include "clj/core/native_closure.h"
#include "native.h"
#include "reducing.h"

namespace clj::builtins {

CLJ_FN(list) { return make_list(args, count); }

CLJ_FN(list_star) {
  Value result = args[count - 1];
  if (count == 1) return seq(result);
  for (uint32_t i = count - 1; i-- > 0;) result = cons(args[i], result);
  return result;
}

CLJ_FN(vector) { return make_vector(args, count); }

CLJ_FN(vec) {
  Value coll = args[0];
  args[0] = Value::nil();
  if (is_kind(coll, Kind::kVector)) return meta(coll).is_nil() ? coll : with_meta(coll, Value::nil());
  if (is_vector(coll) && supports_meta(coll)) return with_meta(coll, Value::nil());  // of another kind: as it is
  if (is_kind(coll, Kind::kInstance) && is_instance(roots.class_reduce_init, coll)) return vector_by_reduction(coll);
  if (!is_kind(coll, Kind::kInstance) || !is_seq(coll)) require_elements(coll);
  Value vector = transient(roots.empty_vector);
  for_each(coll, [&](Value v) {
    vector = conj_transient(vector, v);
    return true;
  });
  return persistent(vector);
}

CLJ_FN(conj_values) {
  if (count == 0) return roots.empty_vector;
  Value coll = args[0];
  for (uint32_t i = 1; i < count; ++i) coll = conj(coll, args[i]);
  return coll;
}

// The argument is given up: a seq that is walked can be collected behind the walk.
CLJ_FN(count_as_long) {
  Value coll = args[0];
  args[0] = Value::nil();
  return make_long(clj::count(coll));
}
CLJ_FN(count_value) { return make_int(static_cast<int32_t>(to_long(count_as_long(args, count)))); }

CLJ_FN(empty_value) { return is_coll(args[0]) ? empty(args[0]) : Value::nil(); }
CLJ_FN(peek_value) { return peek(args[0]); }
CLJ_FN(pop_value) { return pop(args[0]); }

CLJ_FN(nth_value) {
  int64_t index = int_arg(args[1]);
  Value coll = args[0];
  args[0] = Value::nil();
  return count == 2 ? nth(coll, index) : nth(coll, index, args[2]);
}

CLJ_FN(reverse) {
  Value coll = args[0];
  args[0] = Value::nil();
  Value result = roots.empty_list;
  for_each(coll, [&](Value v) {
    result = conj(result, v);
    return true;
  });
  return result;
}

CLJ_FN(mapv) {
  Caller f(args[0], count - 1);
  Value result = transient(roots.empty_vector);
  if (count == 2) {
    for_each_taking(args[1], [&](Value v) {
      result = conj_transient(result, f(v));
      return true;
    });
    return persistent(result);
  }
  uint32_t width = count - 1;
  gc::ValueList seqs, row;
  seqs.resize(width);
  row.resize(width);
  for (uint32_t i = 0; i < width; ++i) {
    seqs[i] = seq(args[i + 1]);
    args[i + 1] = Value::nil();
  }
  for (;;) {
    for (uint32_t i = 0; i < width; ++i) {
      if (seqs[i].is_nil()) return persistent(result);
      row[i] = first(seqs[i]);
    }
    result = conj_transient(result, f.call(row.data()));
    for (uint32_t i = 0; i < width; ++i) seqs[i] = next(seqs[i]);
  }
}

CLJ_FN(filterv) {
  Caller predicate(function_in(args[0], "\"this.pred\""), 1);
  Value result = transient(roots.empty_vector);
  for_each_taking(args[1], [&](Value v) {
    if (predicate(v).truthy()) result = conj_transient(result, v);
    return true;
  });
  return persistent(result);
}

CLJ_FN(every) {
  Caller predicate(function_in(args[0], "\"pred\""), 1);
  return boolean(walk_taking(args[1], [&](Value v) { return predicate(v).truthy(); }));
}

CLJ_FN(some) {
  Caller predicate(function_in(args[0], "\"pred\""), 1);
  Value found;
  walk_taking(args[1], [&](Value v) {
    found = predicate(v);
    return !found.truthy();
  });
  return found.truthy() ? found : Value::nil();
}

CLJ_FN(frequencies) {
  Value counts = transient(roots.empty_array_map);
  for_each_taking(args[0], [&](Value v) {
    counts = assoc_transient(counts, v, num::inc(get(counts, v, Value::inline_long(0))));
    return true;
  });
  return persistent(counts);
}

CLJ_FN(group_by) {
  Caller f(function_in(args[0], "\"this.f\""), 1);
  Value groups = transient(roots.empty_array_map);
  for_each_taking(args[1], [&](Value v) {
    Value key = f(v);
    groups = assoc_transient(groups, key, conj(get(groups, key, roots.empty_vector), v));
    return true;
  });
  return persistent(groups);
}

}  // namespace clj::builtins
