// The register VM: one interpreter stack per thread, calls without C recursion.
//
// Threads  Each mutator has its own stack, made at its first call.
// Errors   StackOverflowError when the VM stack is used up; a ClojureThrow that no handler of
//          the called code takes passes through.
// Design   docs/bytecode.md
#pragma once
#include <cstddef>

#include "clj/exec/proto.h"

namespace clj {
class Caller;
}

namespace clj::exec {

// Sets the upcalls of core and gc. Call once at start, before the second thread.
void initialize();

// Off in the process that makes a boot image: caches hold addresses.
extern bool inline_caches_enabled;
// False: functions are made without line tables (the host classes in Clojure, whose frames are
// of no interest).
extern bool line_tables_enabled;

// Bytes of a thread's stack, of which 512 KiB stay free for handlers. Set before the thread's first call.
extern size_t stack_bytes;

// Calls a Closure. Reentrant: native functions called by the VM call it again.
Value call(Value closure, Value* args, uint32_t count);
// Has a Caller of a Closure enter its arity directly, when one takes exactly its arguments.
void prepare_closure(Caller& caller);
// How many arguments the variadic arity takes before its rest parameter; -1: there is none.
int variadic_required(Value closure);
// Calls the variadic arity with exactly that many arguments and `rest` (a seq or nil), which is
// not walked.
Value call_with_rest(Value closure, Value* args, uint32_t count, Value rest);

}  // namespace clj::exec
