#include "late_flush.h"

#include <time.h>

#include <atomic>

#include "clj/base/background_thread.h"
#include "clj/io/writer.h"

namespace clj::io {

namespace {

std::atomic<bool> wanted{false};

void* flush_later(void*) {
  timespec interval{0, std::chrono::nanoseconds(kFlushInterval).count()};
  nanosleep(&interval, nullptr);
  wanted.store(false);  // what is printed from here on asks again
  flush_standard();
  return nullptr;
}

}  // namespace

bool flush_soon() {
  if (wanted.load() || wanted.exchange(true)) return true;
  if (start_background_thread(flush_later, nullptr)) return true;
  wanted.store(false);
  return false;
}

void forget_flush() { wanted.store(false); }

}  // namespace clj::io
