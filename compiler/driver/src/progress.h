// A line on a terminal that says what a build is at, from its first second on.
//
// Errors   Where standard error is no terminal nothing is written.
#pragma once
#include <chrono>
#include <cstddef>
#include <string>

namespace clj::driver {

class Progress {
 public:
  explicit Progress(bool wanted);
  ~Progress();  // takes the line away
  Progress(const Progress&) = delete;
  void compiling(const std::string& ns);

 private:
  using Clock = std::chrono::steady_clock;
  bool wanted_;
  size_t count_ = 0;
  Clock::time_point begin_ = Clock::now(), shown_{};
};

}  // namespace clj::driver
