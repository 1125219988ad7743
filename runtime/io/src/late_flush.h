// Flushing standard output when nothing else does.
//
// A busy program flushes by the clock, whenever it prints. One that falls silent, because it waits or computes, must not keep
// its last lines to itself: a thread, made when a line stays in the buffer, writes it out after a while and ends.
//
// Threads  Any.
#pragma once

namespace clj::io {

// Standard output is flushed kFlushInterval from now, if that is not going to happen already.
// False when there is no thread for it.
bool flush_soon();

// In a process just forked, which lacks the thread.
void forget_flush();

}  // namespace clj::io
