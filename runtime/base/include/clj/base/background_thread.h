// A thread of the runtime's own, that the program knows nothing of.
//
// It is detached, has a small stack and gets no signals, but for the faults that it has itself.
#pragma once

namespace clj {

// False when the system gives no more threads.
bool start_background_thread(void* (*body)(void* context), void* context);

}  // namespace clj
