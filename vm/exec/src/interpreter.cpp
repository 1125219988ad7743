// The interpreter.
//
// One handler function per opcode. Each ends in a tail call to the next handler with the
// machine state in registers: program counter, frame base, constants, thread, instruction
// word. Handlers keep no local whose address escapes, or the compiler could not make the tail
// call; slow paths are calls to functions that are not inlined. Where tail calls are not
// certain (sanitizers, -O0), the same handlers return to a loop: CLJ_TAIL_CALLS is 0.
//
// `t->pc` and `t->base` are saved (SAVE) before anything that may throw, collect, or call back
// into the VM: unwinding, stack traces and the collector start from them.
#include <cstring>
#include <utility>

#include "clj/core/array.h"
#include "clj/core/bigint.h"
#include "clj/core/call.h"
#include "clj/core/caller.h"
#include "clj/core/case_match.h"
#include "clj/core/collections.h"
#include "clj/core/equality.h"
#include "clj/core/error.h"
#include "clj/core/field_types.h"
#include "clj/core/host.h"
#include "clj/core/list.h"
#include "clj/core/map.h"
#include "clj/core/multifn.h"
#include "clj/core/numbers.h"
#include "clj/core/protocol.h"
#include "clj/core/record.h"
#include "clj/core/refs.h"
#include "clj/core/roots.h"
#include "clj/core/seqs.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/core/var.h"
#include "clj/core/vector.h"
#include "clj/core/walk.h"
#include "clj/gc/cards.h"
#include "description.h"
#include "state_registers.h"
#include "vm_thread.h"

#if defined(__clang__)
#define CLJ_MUSTTAIL [[clang::musttail]]
#else
#define CLJ_MUSTTAIL
#endif

namespace clj::exec {

bool inline_caches_enabled = true;
bool line_tables_enabled = true;

namespace {

using bytecode::Op;

#if CLJ_STATE_IN_REGISTERS
register const uint32_t* pc asm(CLJ_PC_REGISTER);
register VmThread* t asm(CLJ_THREAD_REGISTER);
register Value* base asm(CLJ_BASE_REGISTER);
register Value* k asm(CLJ_CONSTANTS_REGISTER);
// The word is the third argument, because of rdx the second byte is an operand as it is; what is in rdi and rsi does not matter.
#define CLJ_PARAMS [[maybe_unused]] uint64_t unused_rdi, [[maybe_unused]] uint64_t unused_rsi, [[maybe_unused]] uint64_t insn
#define CLJ_ARGS any_rdi(), any_rsi(), insn
inline uint64_t any_rdi() {
  uint64_t any;
  asm("" : "=D"(any));
  return any;
}
inline uint64_t any_rsi() {
  uint64_t any;
  asm("" : "=S"(any));
  return any;
}
#else
#define CLJ_PARAMS                                                                                           \
  [[maybe_unused]] const uint32_t *pc, [[maybe_unused]] Value *base, [[maybe_unused]] uint64_t insn, \
      [[maybe_unused]] Value *k, [[maybe_unused]] VmThread *t
#define CLJ_ARGS pc, base, insn, k, t
#endif
using Handler = Value (*)(CLJ_PARAMS);
extern const Handler handlers[256];

#if CLJ_TAIL_CALLS
#define NEXT                                               \
  do {                                                     \
    insn = *pc;                                            \
    ++pc;                                                  \
    CLJ_MUSTTAIL return handlers[insn & 0xFF](CLJ_ARGS);   \
  } while (0)
#define CONTINUE_IN(function) CLJ_MUSTTAIL return function(CLJ_ARGS)
#else
#define NEXT                \
  do {                      \
    t->next_pc = pc;        \
    t->next_base = base;    \
    t->next_constants = k;  \
    return Value::absent(); \
  } while (0)
#define CONTINUE_IN(function) return function(CLJ_ARGS)
#endif

#define OP(name) Value op_##name(CLJ_PARAMS)
#define A (insn >> 8 & 0xFF)
#define B (insn >> 16 & 0xFF)
#define C (insn >> 24)  // an instruction word is zero-extended
#define D (insn >> 16)
#define D_SIGNED (static_cast<int32_t>(insn) >> 16)
#define C_SIGNED (static_cast<int32_t>(insn) >> 24)
#define SAVE (t->pc = pc, t->base = base)
#define TAKE_WORD (++pc, pc[-1])
#define JUMP (pc += 1 + static_cast<int32_t>(*pc))

inline bool both_longs(Value a, Value b) { return (a.bits() & b.bits()) >= Value::kLongTag; }
// Whether both are doubles and neither is NaN, in one comparison: words of other values, read as doubles, are NaNs, because the
// offset of doubles (value.h) moves them to exponents of ones.
constexpr bool both_real(Value a, Value b) { return !__builtin_isunordered(a.as_double(), b.as_double()); }
static_assert(!both_real(Value::nil(), Value::dbl(1)) && !both_real(Value::dbl(1), Value::inline_long(0)));
// Longs of any width, and the ints that host methods and arrays give.
inline bool both_integers(Value a, Value b) { return is_fixed_integer(a) && is_fixed_integer(b); }
inline bool safepoint_wanted(const VmThread* t) {
  return t->mutator->safepoint_requested.load(std::memory_order_relaxed);
}

Value slow_call(CLJ_PARAMS);
Value slow_call_var(CLJ_PARAMS);
Value slow_call_native(CLJ_PARAMS);
Value call_closure(CLJ_PARAMS);
Value call_protocol(CLJ_PARAMS);
Value call_protocol_of_any(CLJ_PARAMS);
Value slow_call_protocol(CLJ_PARAMS);

inline void atomic_store(Value& slot, Value v) {
  std::atomic_ref<uint64_t>(*reinterpret_cast<uint64_t*>(&slot)).store(v.bits(), std::memory_order_release);
}

inline Value atomic_load(const Value& slot) {
  uint64_t& word = *reinterpret_cast<uint64_t*>(const_cast<Value*>(&slot));
  return Value::from_bits(std::atomic_ref<uint64_t>(word).load(std::memory_order_acquire));
}

// Several threads fill and read one cache. Who fills an entry takes its key first, which is absent() meanwhile: readers do not
// find what they look for, and others do not fill it. False: it was not `before`, or another thread has it.
inline bool take_key(Value& key, Value before) {
  uint64_t bits = before.bits();
  return !before.is_absent() && std::atomic_ref<uint64_t>(*reinterpret_cast<uint64_t*>(&key))
                                    .compare_exchange_strong(bits, Value::kAbsentBits, std::memory_order_acq_rel);
}

// Where an index of a field is cached, class and index are one word: the address, and
// in the 16 bits above it the index. The class stands beside it for the collector.
inline Value field_word(Value cls, uint64_t index) { return Value::from_bits(cls.bits() | index << 48); }
constexpr uint64_t kMostCachedFields = uint64_t{1} << 16;
// Whether `word` is of an instance of `cls`, then with the index of the field.
inline bool is_field_word(Value word, Value cls, uint64_t& index) {
  uint64_t difference = word.bits() ^ cls.bits();
  index = difference >> 48;
  return difference << 16 == 0;
}

// Finds the handler of `thrown` among the frames of this run, from t->base down to its pseudo
// frame. On success t->next_pc, next_base and next_constants are where to go on.
[[gnu::noinline]] bool find_handler(VmThread* t, Value thrown) {
  const uint32_t* pc = t->pc;
  Value* base = t->base;
  while (!frame_function(base).is_nil()) {
    auto* proto = static_cast<Closure*>(frame_function(base).as_object())->fn();
    const Arity& arity = arity_at(proto, pc);
    auto at = static_cast<uint32_t>(pc - 1 - arity.code);
    auto* entries = reinterpret_cast<const ExceptionEntry*>(arity.code + arity.exceptions);
    for (uint32_t i = 0; i < arity.exception_count; ++i) {
      if (at >= entries[i].from && at < entries[i].to) {
        base[entries[i].reg] = thrown;
        t->next_pc = arity.code + entries[i].handler;
        t->next_base = base;
        t->next_constants = proto->constants;
        return true;
      }
    }
    pc = as_pc(frame_return_pc(base));
    base = as_base(frame_caller_base(base));
  }
  return false;
}

#include "handlers_moves.inc"
#include "handlers_calls.inc"
#include "handlers_jumps.inc"
#include "handlers_arithmetic.inc"
#include "handlers_arrays.inc"
#include "handlers_types.inc"
#include "handlers_host.inc"
#include "handlers_collections.inc"

#undef OP
const Handler handlers[256] = {
#define CLJ_OP(name, a, b, c, extra, doc) op_##name,
#include "clj/bytecode/opcodes.def"
#undef CLJ_OP
};

// Where a run from C++ starts: row n calls the function in register 1 with n arguments and
// leaves with the result in register 0.
constexpr uint32_t kMaxEntryArguments = 200;
struct EntryCode {
  uint32_t words[kMaxEntryArguments + 1][2];
  constexpr EntryCode() : words() {
    for (uint32_t n = 0; n <= kMaxEntryArguments; ++n) {
      words[n][0] = bytecode::encode(Op::kCall, 1, n, 0);
      words[n][1] = bytecode::encode(Op::kHalt);
    }
  }
};
constexpr EntryCode kEntryCode;

#if CLJ_TAIL_CALLS
Value dispatch(CLJ_PARAMS) {
  insn = TAKE_WORD;
  return handlers[insn & 0xFF](CLJ_ARGS);
}
#endif

// Runs from the given state on until Halt.
#if CLJ_STATE_IN_REGISTERS
Value start(const uint32_t* start_pc, Value* start_base, Value* start_constants, VmThread* thread) {
  pc = start_pc;
  base = start_base;
  k = start_constants;
  t = thread;
  uint64_t insn = 0;
  return dispatch(CLJ_ARGS);
}
Value run_handlers(const uint32_t* pc, Value* base, Value* k, VmThread* t) { return keep_state_registers(start, pc, base, k, t); }
#else
Value run_handlers(const uint32_t* pc, Value* base, Value* k, VmThread* t) {
  uint64_t insn = 0;
#if CLJ_TAIL_CALLS
  return dispatch(CLJ_ARGS);
#else
  for (;;) {
    insn = TAKE_WORD;
    Value result = handlers[insn & 0xFF](CLJ_ARGS);
    if (!result.is_absent()) return result;
    pc = t->next_pc;
    base = t->next_base;
    k = t->next_constants;
  }
#endif
}
#endif

// First free word above what runs now.
Value* stack_top(const VmThread& t) { return t.base == nullptr ? t.stack : frame_end(t.base, t.pc); }

// A pseudo frame above what runs now, with room for a window of `words`.
Value* push_pseudo_frame(VmThread& t, size_t words) {
  check_stack();
  Value* top = stack_top(t);
  if (reinterpret_cast<uintptr_t>(top + words + 16) > t.stack_end) throw_stack_overflow();
  Value* bottom = top + bytecode::kFrameHeaderWords;
  frame_function(bottom) = Value::nil();
  frame_return_pc(bottom) = raw(t.pc);
  frame_caller_base(bottom) = raw(t.base);
  frame_caller_constants(bottom) = Value::inline_long(static_cast<int64_t>(words + 1));
  for (size_t i = 0; i <= words; ++i) bottom[i] = Value::nil();
  return bottom;
}

// Runs from the given state until the pseudo frame `bottom` has its result.
[[gnu::always_inline]] inline Value run(VmThread& t, Value* bottom, const uint32_t* pc, Value* base, Value* k) {
  const uint32_t* outer_pc = t.pc;
  Value* outer_base = t.base;
  t.pc = kEntryCode.words[0] + 1;
  t.base = bottom;
  for (;;) {
    Value thrown;
    try {
      Value result = run_handlers(pc, base, k, &t);
      t.pc = outer_pc;
      t.base = outer_base;
      return result;
    } catch (const ClojureThrow& e) {
      thrown = e.value;
    }
    if (!find_handler(&t, thrown)) {
      t.pc = outer_pc;
      t.base = outer_base;
      throw_value(thrown);
    }
    pc = t.next_pc;
    base = t.next_base;
    k = t.next_constants;
    // The frames above are gone; the next instruction has not saved its place yet.
    t.pc = pc + 1;
    t.base = base;
  }
}

// A frame of `closure` right above the pseudo frame `bottom`, whose result `run` returns.
Value* frame_above(Value* bottom, Value closure) {
  Value* base = bottom + 1 + bytecode::kFrameHeaderWords;
  frame_function(base) = closure;
  frame_return_pc(base) = raw(&kEntryCode.words[0][1]);
  frame_caller_base(base) = raw(bottom);
  return base;
}

// Calls an arity that takes exactly `count` arguments, without looking anything up: what
// push_pseudo_frame and the Call instruction do. `bottom` is where the pseudo frame goes.
[[gnu::always_inline]] inline Value enter_arity(VmThread& t, Value* bottom, const Arity* arity, Value closure, Value* args, uint32_t count) {
  Value* base = frame_above(bottom, closure);
  frame_function(bottom) = Value::nil();
  frame_return_pc(bottom) = raw(t.pc);
  frame_caller_base(bottom) = raw(t.base);
  frame_caller_constants(bottom) = Value::inline_long(1);
  bottom[0] = Value::nil();
  // The arguments belong to the callee now: the caller's array must not keep a seq's head.
  auto pass = [&](uint32_t i) { base[i] = std::exchange(args[i], Value::nil()); };
  switch (count) {
    case 3: pass(2); [[fallthrough]];
    case 2: pass(1); [[fallthrough]];
    case 1: pass(0); [[fallthrough]];
    case 0: break;
    default:
      for (uint32_t i = 0; i < count; ++i) pass(i);
  }
  return run(t, bottom, arity->code, base, arity->constants);
}

// False when a safepoint is wanted, or the stack ends: then the Call instruction does what is due.
bool may_enter(const VmThread& t, const Value* bottom, const Arity* arity) {
  return reinterpret_cast<uintptr_t>(bottom + 1 + bytecode::kFrameHeaderWords + arity->registers) <=
         t.limit.load(std::memory_order_relaxed);
}

// The arity with exactly `count` parameters, when it can be entered from C++; else nullptr.
const Arity* exact_arity(const FnProto* proto, uint32_t count) {
  if (proto->constants == nullptr) return nullptr;
  const Arity* arities = proto->arities.load(std::memory_order_acquire);
  for (uint16_t i = 0; i < proto->arity_count; ++i)
    if (arities[i].params == count && !arities[i].variadic) return &arities[i];
  return nullptr;
}

Value enter_prepared(Caller& caller, Value* args) {
  VmThread& t = *static_cast<VmThread*>(caller.thread);
  auto* arity = static_cast<const Arity*>(caller.arity);
  bool room = static_cast<const char*>(__builtin_frame_address(0)) >= t.mutator->stack_limit;  // check_stack's test
  if (!room || !may_enter(t, caller.frame, arity)) [[unlikely]] return call(caller.function, args, caller.count);
  return enter_arity(t, caller.frame, arity, caller.function, args, caller.count);
}

}  // namespace

void prepare_closure(Caller& caller) {
  FnProto* proto = cast<Closure>(caller.function)->fn();
  if (proto->constants == nullptr) prepare_function(proto);
  const Arity* arity = exact_arity(proto, caller.count);
  if (arity == nullptr) return;
  VmThread& t = vm_thread();
  caller.thread = &t;
  caller.frame = stack_top(t) + bytecode::kFrameHeaderWords;
  caller.arity = arity;
  caller.enter = enter_prepared;
}

Value call(Value closure, Value* args, uint32_t count) {
  if (count > kMaxEntryArguments) {
    int required = variadic_required(closure);
    if (required < 0) throw_call_arity(closure, args, count);
    return call_with_rest(closure, args, static_cast<uint32_t>(required), make_list(args + required, count - static_cast<uint32_t>(required)));
  }
  VmThread& t = vm_thread();
  if (const Arity* arity = exact_arity(cast<Closure>(closure)->fn(), count)) {
    check_stack();
    Value* frame = stack_top(t) + bytecode::kFrameHeaderWords;
    if (may_enter(t, frame, arity)) return enter_arity(t, frame, arity, closure, args, count);
  }
  Value* bottom = push_pseudo_frame(t, count + 5);
  bottom[1] = closure;
  for (uint32_t i = 0; i < count; ++i) {
    bottom[5 + i] = args[i];
    args[i] = Value::nil();
  }
  return run(t, bottom, kEntryCode.words[count], bottom, nullptr);
}

int variadic_required(Value closure) {
  const FnProto* proto = cast<Closure>(closure)->fn();
  const Arity& last = proto->arities.load(std::memory_order_acquire)[proto->arity_count - 1];
  return last.variadic ? last.params : -1;
}

Value call_with_rest(Value closure, Value* args, uint32_t count, Value rest) {
  const FnProto* proto = cast<Closure>(closure)->fn();
  const Arity& last = proto->arities.load(std::memory_order_acquire)[proto->arity_count - 1];
  // Enter the variadic arity with its rest parameter ready: a frame made by hand.
  VmThread& t = vm_thread();
  Value* bottom = push_pseudo_frame(t, last.registers + 5);
  Value* base = frame_above(bottom, closure);
  for (uint32_t i = 0; i < count; ++i) {
    base[i] = args[i];
    args[i] = Value::nil();
  }
  base[count] = rest;
  return run(t, bottom, last.code, base, proto->constants);
}

}  // namespace clj::exec
