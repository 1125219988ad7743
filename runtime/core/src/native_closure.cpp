#include "clj/core/native_closure.h"

#include "clj/core/call.h"
#include "clj/core/error.h"
#include "clj/core/seqs.h"
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

}  // namespace

Value make_native_closure(NativeClosureOp op, Value function, Value target, Value state, Value extra) {
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
