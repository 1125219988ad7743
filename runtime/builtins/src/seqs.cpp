// Seq functions of clojure.core.
#include <algorithm>

#include "clj/core/seqs.h"
#include "clj/core/vector.h"
#include "clj/core/walk.h"
#include "clj/core/native_closure.h"
#include "native.h"

namespace clj::builtins {

// Every function that may walk a lazy seq clears its argument slot first, so that the caller's
// frame does not keep the head alive.
namespace {
Value take_argument(Value& slot) {
  Value v = slot;
  slot = Value::nil();
  return v;
}

// How often a loop that counts n down runs while n is positive: fractions count as one more.
int64_t steps_of(Value n) {
  if (!num::less(Value::inline_long(0), n)) return 0;
  int64_t whole = to_long(n);
  return num::less(make_long(whole), n) ? whole + 1 : whole;
}
}  // namespace

CLJ_FN(walk) { return make_walk(take_argument(args[0])); }
CLJ_FN(next_walked) {
  if (!is_kind(args[0], Kind::kWalk)) throw_class_cast(args[0], "clojure.core.Walk");
  return next_element(cast<Walk>(args[0]));
}

CLJ_FN(seq_value) { return seq(args[0]); }
CLJ_FN(first_value) { return first(args[0]); }
CLJ_FN(next_value) { return next(take_argument(args[0])); }
CLJ_FN(rest_value) { return rest(take_argument(args[0])); }
CLJ_FN(second_value) { return first(next(take_argument(args[0]))); }
CLJ_FN(ffirst) { return first(first(args[0])); }
CLJ_FN(nfirst) { return next(first(args[0])); }
CLJ_FN(fnext) { return first(next(take_argument(args[0]))); }
CLJ_FN(nnext) { return next(next(take_argument(args[0]))); }

CLJ_FN(last) {
  if (is_kind(args[0], Kind::kVector)) return peek(args[0]);
  Value s = seq(take_argument(args[0]));
  if (s.is_nil()) return s;
  for (;;) {
    Value following = next(s);
    if (following.is_nil()) return first(s);
    s = following;
  }
}

CLJ_FN(butlast) {
  gc::ValueList items;
  append_elements(args[0], items);
  if (items.size() < 2) return Value::nil();
  return seq(make_vector(items.data(), items.size() - 1));
}

CLJ_FN(cons_value) { return cons(args[0], args[1]); }

CLJ_FN(nthnext) {
  if (args[0].is_nil()) return Value::nil();
  Value s = seq(take_argument(args[0]));
  if (s.is_nil()) return s;
  for (int64_t steps = steps_of(args[1]); steps > 0 && !s.is_nil(); --steps) s = next(s);
  return s;
}

CLJ_FN(nthrest) {
  int64_t steps = steps_of(args[1]);
  Value coll = take_argument(args[0]);
  for (; steps > 0; --steps) {
    Value s = seq(coll);
    if (s.is_nil()) break;
    coll = rest(s);
  }
  return coll;
}

CLJ_FN(rseq) {
  if (args[0].is_nil())
    throw_error(Error::kNullPointer, "Cannot invoke \"clojure.lang.Reversible.rseq()\" because \"rev\" is null");
  return clj::rseq(args[0]);
}

CLJ_FN(subvec_value) {
  int64_t to = count == 3 ? 0 : clj::count(args[0]);
  if (!args[0].is_nil() && !is_vector(args[0])) throw_class_cast(args[0], "clojure.lang.IPersistentVector");
  int64_t from = int_arg(args[1]);
  if (count == 3) to = int_arg(args[2]);
  if (args[0].is_nil()) {
    if (to < from || from < 0) throw_error(Error::kIndexOutOfBounds);
    throw_error(Error::kNullPointer, "Cannot invoke \"clojure.lang.IPersistentVector.count()\" because \"v\" is null");
  }
  if (!is_kind(args[0], Kind::kInstance)) return subvec(args[0], from, to);
  if (to < from || from < 0 || to > clj::count(args[0])) throw_error(Error::kIndexOutOfBounds);
  // Of a type of the program: the elements are taken at once, as they do not change.
  gc::ValueList elements;
  for (int64_t i = from; i < to; ++i) elements.push_back(nth(args[0], i));
  return subvec(make_vector(elements.data(), elements.size()), 0, to - from);
}

CLJ_FN(range) {
  Value zero = Value::inline_long(0), one = Value::inline_long(1);
  switch (count) {
    case 0: return make_iterate(deref(cast<Var>(intern_var("clojure.core", "inc'"))), zero);
    case 1:
      if (!is_long(args[0]) && !num::is_positive(args[0])) return roots.empty_list;
      return make_range(zero, args[0], one);
    case 2: return make_range(args[0], args[1], one);
    default:
      if (!is_long(args[2])) num::is_positive(args[2]);  // refuses what is no number
      return make_range(args[0], args[1], args[2]);
  }
}

CLJ_FN(repeat) {
  return count == 1 ? make_repeat(-1, args[0]) : make_repeat(std::max<int64_t>(0, to_long_parameter(args[0])), args[1]);
}
CLJ_FN(iterate) {
  return make_iterate(function_in(function_or_nil(args[0]), "\"this.f\""), args[1]);
}
CLJ_FN(enumeration_seq) { return make_enumeration_seq(args[0]); }
CLJ_FN(cycle) { return make_cycle(args[0]); }

CLJ_FN(chunk_buffer) { return make_chunk_buffer(int_arg(args[0])); }
CLJ_FN(chunk_append) {
  clj::chunk_append(args[0], args[1]);
  return Value::nil();
}
CLJ_FN(chunk) { return clj::chunk(args[0]); }
CLJ_FN(chunk_first) { return clj::chunk_first(args[0]); }
CLJ_FN(chunk_rest) { return clj::chunk_rest(args[0]); }
CLJ_FN(chunk_next) { return clj::chunk_next(args[0]); }
CLJ_FN(chunk_cons) {
  if (clj::count(args[0]) == 0) return args[1];
  if (!is_kind(args[0], Kind::kArrayChunk)) throw_class_cast(args[0], "clojure.lang.IChunk");
  if (!args[1].is_nil() && !is_kind(args[1], Kind::kLazySeq) && !is_seq(args[1])) throw_class_cast(args[1], "clojure.lang.ISeq");
  return clj::chunk_cons(args[0], args[1]);
}

}  // namespace clj::builtins
