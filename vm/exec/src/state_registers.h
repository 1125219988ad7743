// Where the interpreter's state lives while handlers run.
//
// In four registers that belong to it in interpreter.cpp (gcc's explicit register variables): a call of C++ keeps them, as
// the System V ABI has every function keep them, so a handler saves and restores nothing around one, and all other
// registers are free. Nobody else knows of them, though: handlers are entered through keep_state_registers alone, in a
// translation unit of its own, which saves them for its caller and tells the unwinder so. Other compilers, and builds
// whose handlers return to a loop, pass the state as arguments.
#pragma once

#ifndef CLJ_TAIL_CALLS
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || !defined(__OPTIMIZE__)
#define CLJ_TAIL_CALLS 0
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define CLJ_TAIL_CALLS 0
#endif
#endif
#endif
#ifndef CLJ_TAIL_CALLS
#define CLJ_TAIL_CALLS 1
#endif

#ifndef CLJ_STATE_IN_REGISTERS
#if CLJ_TAIL_CALLS && defined(__GNUC__) && !defined(__clang__) && defined(__x86_64__)
#define CLJ_STATE_IN_REGISTERS 1
#else
#define CLJ_STATE_IN_REGISTERS 0
#endif
#endif

#if CLJ_STATE_IN_REGISTERS
#include "clj/value/value.h"

#define CLJ_PC_REGISTER "rbx"
#define CLJ_THREAD_REGISTER "r13"
#define CLJ_BASE_REGISTER "r14"
#define CLJ_CONSTANTS_REGISTER "r15"

namespace clj::exec {
struct VmThread;

// Runs `handlers`, which may do with the state registers as they like, and returns or throws what they do.
Value keep_state_registers(Value (*handlers)(const uint32_t* pc, Value* base, Value* k, VmThread* t), const uint32_t* pc, Value* base,
                           Value* k, VmThread* t);
}  // namespace clj::exec
#endif
