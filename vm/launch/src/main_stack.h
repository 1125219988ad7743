// The stack that a program runs on: far larger than a process's own, which the user limits.
//
// Threads  Called once, on the process's first thread.
#pragma once
#include <cstddef>

namespace clj::launch {

// Calls body(context, base) on a stack of that many bytes, which ends below `base`, and comes back; false when there is not
// enough address space. No exception may leave the body.
bool call_on_main_stack(size_t bytes, void (*body)(void* context, const char* base), void* context);

}  // namespace clj::launch
