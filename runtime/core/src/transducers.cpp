// Transducers that are native, their steps, and chains of steps.
//
// A step called through `invoke` does its part and calls the next reducing function. A Caller
// made for a step does better: it collects the steps up to the first reducing function that is
// none, prepares what each of them applies, and passes an element through all of them in a loop.
#include <list>

#include "clj/core/caller.h"
#include "clj/core/error.h"
#include "clj/core/numbers.h"
#include "clj/core/refs.h"
#include "clj/gc/heap.h"
#include "native_closures.h"

namespace clj {
namespace {

using Op = NativeClosureOp;

constexpr auto kFirstTransducer = static_cast<uint32_t>(Op::kMapTransducer);
constexpr auto kFirstStep = static_cast<uint32_t>(Op::kMapStep);
static_assert(static_cast<uint32_t>(Op::kMapIndexedStep) - kFirstStep ==
              static_cast<uint32_t>(Op::kMapIndexedTransducer) - kFirstTransducer,
              "steps stand in the order of their transducers");

bool is_step(Value f) {
  return is_kind(f, Kind::kNativeClosure) && static_cast<uint32_t>(cast<NativeClosure>(f)->op) >= kFirstStep;
}

Value ensure_reduced(Value v) { return is_reduced(v) ? v : make_reduced(v); }

void set_state(NativeClosure* step, Value v) {
  step->state = v;
  gc::write_barrier(step);
}

bool is_positive(Value n) { return num::less(Value::inline_long(0), n); }

// What happens to an input.
enum class Pass {
  kOn,      // goes on to the next reducing function
  kOnLast,  // the same, and the reduction ends after it
  kDrop,    // nothing: the result stays as it is
  kStop,    // the reduction ends without it
};

// How many arguments the step's function takes; 0: there is none.
uint32_t argument_count(const NativeClosure* step) {
  switch (step->op) {
    case Op::kTakeStep:
    case Op::kDropStep: return 0;
    case Op::kMapIndexedStep: return 2;
    default: return 1;
  }
}

// The step's part for input x, which may become another one. `f` is its function.
template <class F>
Pass advance(NativeClosure* step, F& f, Value& x) {
  switch (step->op) {
    case Op::kMapStep: x = f(x); return Pass::kOn;
    case Op::kFilterStep: return f(x).truthy() != step->extra.truthy() ? Pass::kOn : Pass::kDrop;
    case Op::kKeepStep: x = f(x); return x.is_nil() ? Pass::kDrop : Pass::kOn;
    case Op::kTakeWhileStep: return f(x).truthy() ? Pass::kOn : Pass::kStop;
    case Op::kTakeStep: {
      Value before = step->state, after = num::dec(before);
      set_state(step, after);
      return !is_positive(before) ? Pass::kStop : is_positive(after) ? Pass::kOn : Pass::kOnLast;
    }
    case Op::kDropStep: {
      Value before = step->state;
      set_state(step, num::dec(before));
      return is_positive(before) ? Pass::kDrop : Pass::kOn;
    }
    default: {  // kMapIndexedStep
      Value index = num::inc(step->state);
      set_state(step, index);
      x = f(index, x);
      return Pass::kOn;
    }
  }
}

struct Stage {
  explicit Stage(NativeClosure* s) : step(s), f(s->function, argument_count(s)) {}
  NativeClosure* step;
  Caller f;
};

// What it refers to is kept alive by the Caller's function, the first step.
struct Chain {
  explicit Chain(Value f) : last(end_of(f), 2) {
    for (; is_step(f); f = cast<NativeClosure>(f)->target) stages.emplace_back(cast<NativeClosure>(f));
  }
  static Value end_of(Value f) {
    while (is_step(f)) f = cast<NativeClosure>(f)->target;
    return f;
  }
  std::list<Stage> stages;
  Caller last;
};

Value run_chain(Caller& caller, Value* args) {
  auto* chain = static_cast<Chain*>(caller.chain.get());
  Value result = args[0], x = args[1];
  bool ends = false;
  for (Stage& stage : chain->stages) {
    Pass pass = advance(stage.step, stage.f, x);
    if (pass == Pass::kOn) [[likely]] continue;
    if (pass == Pass::kStop) return ensure_reduced(result);
    if (pass == Pass::kDrop) return ends ? ensure_reduced(result) : result;
    ends = true;
  }
  result = chain->last(result, x);
  return ends ? ensure_reduced(result) : result;
}

}  // namespace

void prepare_native_closure(Caller& caller) {
  if (caller.count != 2 || !is_step(caller.function)) return;
  caller.chain = std::make_shared<Chain>(caller.function);
  caller.enter = run_chain;
}

Value make_step(NativeClosure* self, Value* args, uint32_t) {
  auto op = static_cast<Op>(static_cast<uint32_t>(self->op) - kFirstTransducer + kFirstStep);
  return make_native_closure(op, self->function, args[0], self->state, self->extra);
}

Value run_step(NativeClosure* self, Value* args, uint32_t count) {
  check_stack();
  if (count < 2) return invoke(self->target, args, count);
  auto f = [&](auto... inputs) { return invoke(self->function, inputs...); };
  Value x = args[1];
  switch (advance(self, f, x)) {
    case Pass::kOn: return invoke(self->target, args[0], x);
    case Pass::kOnLast: return ensure_reduced(invoke(self->target, args[0], x));
    case Pass::kDrop: return args[0];
    default: return ensure_reduced(args[0]);
  }
}

Value run_map_step(NativeClosure* self, Value* args, uint32_t count) {
  if (count <= 2) return run_step(self, args, count);
  check_stack();
  Value x = invoke(self->function, args + 1, count - 1);
  return invoke(self->target, args[0], x);
}

}  // namespace clj
