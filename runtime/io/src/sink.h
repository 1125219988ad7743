// Where what a writer writes goes: to a descriptor, through a buffer of bytes, or to a text that grows.
#pragma once
#include <chrono>
#include <mutex>
#include <optional>
#include <string>

#include "clj/core/text.h"
#include "clj/gc/heap.h"
#include "clj/io/charset.h"
#include "clj/io/writer.h"

namespace clj::io {

struct Sink {
  explicit Sink(int descriptor, Charset charset) : descriptor(descriptor), encoder(charset) {}
  std::mutex mutex;
  std::recursive_mutex passing;  // taken first, by who passes pieces on to the target: they stay in order
  const int descriptor;
  Encoder encoder;
  std::string bytes;  // not yet written
  StringBuffer text;  // of a StringWriter, and of a BufferedWriter what is not yet passed on
  std::chrono::steady_clock::time_point flushed{};
  bool discards = false;  // of standard output and error: closed, what still comes is dropped
};

// Of standard output (1) or error (2).
Sink& standard_sink(int descriptor);
// Standard output's or error's, or a new one.
Sink& find_sink(Writer* writer);
inline Sink& sink_of(Writer* writer) {
  Sink* sink = writer->sink.load(std::memory_order_acquire);
  return sink ? *sink : find_sink(writer);
}

// Blocking, unless this is no mutator thread any more (at exit).
class MaybeBlocking {
 public:
  MaybeBlocking() {
    if (gc::current_mutator) region_.emplace();
  }

 private:
  std::optional<gc::BlockingRegion> region_;
};

// Takes a lock without keeping a collection waiting.
template <class Mutex>
std::unique_lock<Mutex> lock(Mutex& mutex) {
  std::unique_lock<Mutex> lock(mutex, std::try_to_lock);
  if (!lock.owns_lock()) {
    MaybeBlocking region;
    lock.lock();
  }
  return lock;
}
inline std::unique_lock<std::mutex> lock(Sink& sink) { return lock(sink.mutex); }

// Writes the buffer out. Returns errno, 0 when all went well. The lock is held. Like System.out,
// standard output and error swallow faults; those of output are told at exit.
int drain(Sink& sink);
// What was written before is written out, what comes is dropped.
void close_standard(int descriptor);

}  // namespace clj::io
