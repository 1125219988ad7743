// The interpreter's state of one thread.
//
// The stack is one reserved mapping, so frames never move. A frame's registers start at
// `base`; the four words below it are its header: function, return pc, caller's base, caller's
// constants. A run of the interpreter from C++ begins with a pseudo frame whose function is nil
// and whose header keeps the pc and base of the frames below it.
#pragma once
#include <cstdint>

#include "clj/bytecode/opcode.h"
#include "clj/exec/proto.h"
#include "clj/exec/vm.h"

namespace clj::exec {

// Words kept free for unwinding and for the handler of a StackOverflowError.
constexpr size_t kStackReserveWords = 64 << 10;

struct VmThread {
  const uint32_t* pc = nullptr;   // saved before anything that may throw, collect or re-enter
  Value* base = nullptr;
  // Frames must end at or below this address; 0 while a safepoint is wanted (see Mutator).
  std::atomic<uintptr_t> limit{0};
  uintptr_t stack_end = 0;        // what `limit` is otherwise
  gc::Mutator* mutator = nullptr;
  int64_t wide = 0;  // from an instruction to the step that boxes its result
  Value* stack = nullptr;
  size_t stack_size;  // bytes
  // The next step: of a found exception handler, and of every instruction when handlers return
  // to a loop instead of tail-calling each other.
  const uint32_t* next_pc = nullptr;
  Value* next_base = nullptr;
  Value* next_constants = nullptr;

  VmThread();
  ~VmThread();
};

VmThread& vm_thread();

inline Value raw(const void* p) { return Value::from_bits(reinterpret_cast<uint64_t>(p)); }
inline Value& frame_function(Value* base) { return base[-4]; }
inline Value& frame_return_pc(Value* base) { return base[-3]; }
inline Value& frame_caller_base(Value* base) { return base[-2]; }
inline Value& frame_caller_constants(Value* base) { return base[-1]; }
inline const uint32_t* as_pc(Value v) { return reinterpret_cast<const uint32_t*>(v.bits()); }
inline Value* as_base(Value v) { return reinterpret_cast<Value*>(v.bits()); }

// First word above the frame that runs at `base`; for a pseudo frame, above its one register.
Value* frame_end(Value* base, const uint32_t* pc);

// Visits what a collection must keep of this thread's frames.
void visit_stack(gc::Mutator& mutator, void (*visit)(void* context, Value), void* context);

// Makes the constants of a bundle's function and publishes its code (bundle.cpp).
void prepare_function(FnProto* proto);
// Whether `word` is the Prepare instruction of a cold function.
bool is_prepare_code(const uint32_t* word);

}  // namespace clj::exec
