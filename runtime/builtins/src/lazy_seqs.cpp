// Constructors of lazy seqs and transducers: each is a native closure of core.
#include "clj/core/native_closure.h"
#include "native.h"

namespace clj::builtins {

using Op = NativeClosureOp;

namespace {
constexpr Value kNil = Value::nil();
}

CLJ_FN(lazy_map) { return make_native_lazy(Op::kLazyMap, args[0], args[1]); }
CLJ_FN(lazy_map_2) { return make_native_lazy(Op::kLazyMap2, args[0], args[1], args[2]); }
CLJ_FN(lazy_map_indexed) { return make_native_lazy(Op::kLazyMapIndexed, args[0], args[1], Value::inline_long(0)); }
CLJ_FN(lazy_filter) { return make_native_lazy(Op::kLazyFilter, args[0], args[1]); }
CLJ_FN(lazy_remove) { return make_native_lazy(Op::kLazyFilter, args[0], args[1], kNil, boolean(true)); }
CLJ_FN(lazy_keep) { return make_native_lazy(Op::kLazyKeep, args[0], args[1]); }
CLJ_FN(lazy_keep_indexed) { return make_native_lazy(Op::kLazyKeepIndexed, args[0], args[1], Value::inline_long(0)); }
CLJ_FN(lazy_take) { return make_native_lazy(Op::kLazyTake, args[0], args[1]); }
CLJ_FN(lazy_take_while) { return make_native_lazy(Op::kLazyTakeWhile, args[0], args[1]); }
CLJ_FN(lazy_concat) { return make_native_lazy(Op::kLazyConcat, kNil, args[0], args[1]); }
CLJ_FN(lazy_concat_all) { return make_native_lazy(Op::kLazyConcatAll, kNil, args[0], args[1]); }
CLJ_FN(lazy_partition) { return make_native_lazy(Op::kLazyPartition, args[0], args[2], args[1]); }
CLJ_FN(lazy_partition_all) { return make_native_lazy(Op::kLazyPartitionAll, args[0], args[2], args[1]); }

CLJ_FN(lazy_sequence) {
  Value coll = args[1];
  args[1] = kNil;
  return make_lazy_sequence(args[0], coll);
}

CLJ_FN(map_transducer) { return make_native_closure(Op::kMapTransducer, args[0]); }
CLJ_FN(filter_transducer) { return make_native_closure(Op::kFilterTransducer, args[0]); }
CLJ_FN(remove_transducer) { return make_native_closure(Op::kFilterTransducer, args[0], kNil, kNil, boolean(true)); }
CLJ_FN(keep_transducer) { return make_native_closure(Op::kKeepTransducer, args[0]); }
CLJ_FN(take_while_transducer) { return make_native_closure(Op::kTakeWhileTransducer, args[0]); }
CLJ_FN(take_transducer) { return make_native_closure(Op::kTakeTransducer, kNil, kNil, args[0]); }
CLJ_FN(drop_transducer) { return make_native_closure(Op::kDropTransducer, kNil, kNil, args[0]); }
CLJ_FN(map_indexed_transducer) {
  return make_native_closure(Op::kMapIndexedTransducer, args[0], kNil, Value::inline_long(-1));
}

}  // namespace clj::builtins
