#include "progress.h"

#include <unistd.h>

#include <cstdio>

namespace clj::driver {

Progress::Progress(bool wanted) : wanted_(wanted && isatty(STDERR_FILENO) != 0) {}

Progress::~Progress() {
  if (shown_ != Clock::time_point()) std::fputs("\r\033[K", stderr);
}

void Progress::compiling(const std::string& ns) {
  ++count_;
  Clock::time_point now = Clock::now();
  if (!wanted_ || now - begin_ < std::chrono::seconds(1) || now - shown_ < std::chrono::milliseconds(100)) return;
  shown_ = now;
  std::fprintf(stderr, "\r\033[K%zu compiled, now %.60s", count_ - 1, ns.c_str());
  std::fflush(stderr);
}

}  // namespace clj::driver
