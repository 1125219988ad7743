#include "clj/core/native_closure.h"

#include "clj/core/call.h"
#include "clj/core/error.h"
#include "clj/core/seqs.h"
#include "clj/core/text.h"
#include "clj/gc/heap.h"
#include "native_closures.h"

namespace clj {
namespace {

struct Row {
  Value (*code)(NativeClosure* self, Value* args, uint32_t count);
  uint32_t arities;
  const char* maker;
};
constexpr Row kRows[] = {
#define CLJ_NATIVE_CLOSURE(name, maker, function, arities, doc) {function, arities, maker},
#include "clj/core/native_closures.def"
#undef CLJ_NATIVE_CLOSURE
};

// The local that holds what is called for each element.
const char* local_of(NativeClosureOp op, Value extra) {
  switch (op) {
    case NativeClosureOp::kLazyFilter:
    case NativeClosureOp::kFilterTransducer: return extra.truthy() ? "\"this.f\"" : "\"this.pred\"";  // of remove: a complement's
    case NativeClosureOp::kLazyTakeWhile:
    case NativeClosureOp::kTakeWhileTransducer: return "\"this.pred\"";
    case NativeClosureOp::kLazyMap:
    case NativeClosureOp::kLazyMap2:
    case NativeClosureOp::kLazyMapIndexed:
    case NativeClosureOp::kLazyKeep:
    case NativeClosureOp::kLazyKeepIndexed:
    case NativeClosureOp::kMapTransducer:
    case NativeClosureOp::kKeepTransducer:
    case NativeClosureOp::kMapIndexedTransducer: return "\"this.f\"";
    case NativeClosureOp::kRunStep: return "\"this.proc\"";
    default: return nullptr;
  }
}

}  // namespace

Value call_nil_function(NativeClosure* self, Value*, uint32_t count) { throw_call_of_nil(count, to_utf8(self->state)); }

Value function_in(Value f, const char* local) {
  return f.is_nil() && local != nullptr ? make_native_closure(NativeClosureOp::kNilFunction, f, f, make_string(local)) : f;
}

Value make_native_closure(NativeClosureOp op, Value function, Value target, Value state, Value extra) {
  if (function.is_nil()) function = function_in(function, local_of(op, extra));
  auto* closure = gc::make<NativeClosure>();
  closure->function = function;
  closure->target = target;
  closure->state = state;
  closure->extra = extra;
  closure->op = op;
  return Value::object(closure);
}

Value make_native_lazy(NativeClosureOp op, Value function, Value target, Value state, Value extra) {
  return make_lazy_seq(make_native_closure(op, function, target, state, extra));
}

std::string native_closure_name(const NativeClosure* f) {
  return std::string("clojure.core/") + kRows[static_cast<uint32_t>(f->op)].maker + "/fn";
}

Value invoke_native_closure(NativeClosure* f, Value* args, uint32_t count) {
  const Row& row = kRows[static_cast<uint32_t>(f->op)];
  if (!(row.arities >> (count > 3 ? 3 : count) & 1)) throw_arity(count, function_name(Value::object(f)));
  return row.code(f, args, count);
}

}  // namespace clj
