#include "sink.h"

#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdlib>

#include "late_flush.h"

namespace clj::io {
namespace {

std::atomic<int> output_error{0};

}  // namespace

Sink& standard_sink(int descriptor) {
  struct Standard {
    Sink output{1, Charset::kUtf8}, error{2, Charset::kUtf8};
  };
  // Never destroyed: threads may print until the process is gone.
  static Standard* sinks = [] {
    auto* made = new Standard;
    std::atexit(flush_standard);
    return made;
  }();
  return descriptor == 1 ? sinks->output : sinks->error;
}

Sink& find_sink(Writer* writer) {
  if (writer->descriptor == 1 || writer->descriptor == 2) return standard_sink(writer->descriptor);
  auto* made = new Sink(writer->descriptor, writer->charset);
  Sink* known = nullptr;
  if (writer->sink.compare_exchange_strong(known, made)) {
    gc::register_finalizer(writer);
    return *made;
  }
  delete made;
  return *known;
}

int drain(Sink& sink) {
  MaybeBlocking region;
  if (sink.discards) sink.bytes.clear();
  size_t done = 0;
  int error = 0;
  while (done < sink.bytes.size()) {
    ssize_t n = ::write(sink.descriptor, sink.bytes.data() + done, sink.bytes.size() - done);
    if (n >= 0) {
      done += static_cast<size_t>(n);
    } else if (errno != EINTR) {
      error = errno;
      break;
    }
  }
  sink.bytes.clear();
  sink.flushed = std::chrono::steady_clock::now();
  if (sink.descriptor == 1 && error != 0) output_error.store(error, std::memory_order_relaxed);
  return sink.descriptor <= 2 ? 0 : error;
}

void close_standard(int descriptor) {
  Sink& sink = standard_sink(descriptor);
  auto guard = lock(sink);
  sink.encoder.finish(sink.bytes);
  drain(sink);
  sink.discards = true;
}

void flush_standard() {
  for (int descriptor : {1, 2}) {
    Sink& sink = standard_sink(descriptor);
    auto guard = lock(sink);
    if (!sink.bytes.empty()) drain(sink);
  }
}

pid_t fork_flushed() {
  Sink &output = standard_sink(1), &error = standard_sink(2);
  auto output_guard = lock(output), error_guard = lock(error);
  drain(output);
  drain(error);
  pid_t child = fork();
  if (child == 0) forget_flush();
  return child;
}

int standard_output_error() { return output_error.load(std::memory_order_relaxed); }

void finalize_writer(Object* object) { delete static_cast<Writer*>(object)->sink.exchange(nullptr); }

}  // namespace clj::io
