#include "vm_thread.h"

#include <sys/mman.h>

#include <cstdlib>
#include <unordered_map>

#include "clj/core/call.h"
#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/function_arities.h"
#include "clj/core/stack_trace.h"
#include "clj/core/text.h"
#include "liveness.h"

namespace clj::exec {

// Room for some 700,000 frames of small functions, sixty times what the JVM has by default. Each minor collection scans all
// frames, so that recursion without end takes time with the square of this: eight times as much took 80 times as long.
size_t stack_bytes = size_t{32} << 20;

VmThread::VmThread() : stack_size(stack_bytes) {
  void* memory = mmap(nullptr, stack_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (memory == MAP_FAILED) throw_error(Error::kOutOfMemory, "no address space for an interpreter stack");
  stack = static_cast<Value*>(memory);
  stack_end = reinterpret_cast<uintptr_t>(stack + stack_size / sizeof(Value) - kStackReserveWords);
  limit.store(stack_end);
}

VmThread::~VmThread() {
  if (mutator != nullptr && mutator->vm == this) {
    mutator->poll_word = nullptr;
    mutator->vm = nullptr;
  }
  munmap(static_cast<void*>(stack), stack_size);
}

namespace {
thread_local VmThread* current = nullptr;
struct Owner {
  ~Owner() { delete current; }
};
}  // namespace

VmThread& vm_thread() {
  if (void* vm = gc::mutator().vm) [[likely]] return *static_cast<VmThread*>(vm);
  if (current == nullptr) [[unlikely]] {
    static thread_local Owner owner;
    (void)owner;
    current = new VmThread();
  }
  gc::Mutator& mutator = gc::mutator();
  if (mutator.vm != current) [[unlikely]] {
    current->mutator = &mutator;
    mutator.vm = current;
    mutator.poll_word = &current->limit;
  }
  return *current;
}

Value* frame_end(Value* base, const uint32_t* pc) {
  if (frame_function(base).is_nil()) return base + frame_caller_constants(base).as_inline_long();
  return base + arity_at(static_cast<Closure*>(frame_function(base).as_object())->fn(), pc).registers;
}

namespace {

// Calls visit(base, pc, inside) for each frame, innermost first. `inside`: the frame is in the
// middle of an instruction, rather than waiting for a callee's return.
template <class Visit>
void for_each_frame(const VmThread& t, Visit&& visit) {
  Value* base = t.base;
  const uint32_t* pc = t.pc;
  bool inside = true;
  while (base != nullptr) {
    if (!visit(base, pc, inside)) return;
    inside = frame_function(base).is_nil();
    pc = as_pc(frame_return_pc(base));
    base = as_base(frame_caller_base(base));
  }
}

}  // namespace

void visit_stack(gc::Mutator& mutator, void (*visit)(void* context, Value), void* context) {
  auto* t = static_cast<VmThread*>(mutator.vm);
  if (t == nullptr) return;
  std::unordered_map<const uint32_t*, Liveness> cache;  // of this collection: code may die and its memory be reused
  for_each_frame(*t, [&](Value* base, const uint32_t* pc, bool inside) {
    Value function = frame_function(base);
    if (function.is_nil()) {
      // Once the call has been entered, the window belongs to the callee.
      Value* end = inside ? frame_end(base, pc) : base + 1;
      for (Value* r = base; r < end; ++r) visit(context, *r);
      return true;
    }
    visit(context, function);
    const FnProto* proto = static_cast<Closure*>(function.as_object())->fn();
    // The word before pc is an instruction only here: elsewhere it may be an operand.
    if (is_prepare_code(pc - 1)) {
      const Arity& arity = proto->arities.load(std::memory_order_acquire)[bytecode::a_of(pc[-1])];
      // Nothing but the parameters is there yet.
      for (uint32_t r = 0; r < uint32_t{arity.params} + arity.variadic; ++r) visit(context, base[r]);
      return true;
    }
    const Arity& arity = arity_at(proto, pc);
    auto found = cache.find(arity.code);
    if (found == cache.end()) found = cache.emplace(arity.code, Liveness(arity)).first;
    auto offset = static_cast<uint32_t>(pc - arity.code);
    auto keep = [&](uint32_t r) { visit(context, base[r]); };
    if (inside) found->second.inside(offset, keep);
    else found->second.at_return(offset, keep);
    return true;
  });
}

namespace {

// The innermost frames of this thread, as a trace (stack_trace.h).
Value capture_stack() {
  auto* t = static_cast<VmThread*>(gc::mutator().vm);
  constexpr size_t kLimit = 1024;
  auto for_each_traced = [&](auto&& visit) {
    if (t == nullptr) return;
    size_t n = 0;
    for_each_frame(*t, [&](Value* base, const uint32_t* pc, bool) {
      if (n == kLimit) return false;
      Value function = frame_function(base);
      if (!function.is_nil()) visit(n++, static_cast<Closure*>(function.as_object())->fn(), pc);
      return true;
    });
  };
  Position positions[kLimit];
  bool shown[kLimit];
  size_t count = 0;
  for_each_traced([&](size_t i, const FnProto* proto, const uint32_t* pc) {
    const Arity& arity = arity_at(proto, pc);
    positions[i] = position_of(proto, arity, static_cast<uint32_t>(pc - 1 - arity.code));
    // Parameters with a primitive hint are converted before the first place: on the JVM by the caller.
    shown[i] = positions[i].line != 0 || arity.line_count == 0;
    count += shown[i];
  });
  Value trace = make_recorded_trace(count);
  size_t next = 0;
  for_each_traced([&](size_t i, const FnProto* proto, const uint32_t*) {
    if (shown[i]) set_recorded_frame(trace, next++, {proto->name, proto->file, positions[i].line, positions[i].column});
  });
  return trace;
}

FunctionArities declared_arities(Value closure) {
  const FnProto* proto = cast<Closure>(closure)->fn();
  const Arity* arities = proto->arities.load(std::memory_order_acquire);
  FunctionArities declared;
  declared.captures = proto->capture_count > 0;
  for (uint16_t i = 0; i < proto->arity_count; ++i) {
    if (arities[i].variadic) {
      declared.required = arities[i].params;
    } else {
      declared.fixed |= 1u << arities[i].params;
    }
  }
  return declared;
}

}  // namespace

void initialize() {
  gc::upcalls.visit_vm_stack = visit_stack;
  core_upcalls.invoke_closure = call;
  core_upcalls.prepare_closure = prepare_closure;
  core_upcalls.variadic_required = variadic_required;
  compiled_arities = declared_arities;
  core_upcalls.invoke_rest = call_with_rest;
  core_upcalls.closure_name = [](Value f) { return cast<Closure>(f)->fn()->name; };
  core_upcalls.capture_stack = capture_stack;
}

}  // namespace clj::exec
