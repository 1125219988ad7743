// The counterpart of bench/harness.clj: times `run` and prints the line that bench/compare reads.
#pragma once
#include <chrono>
#include <cstdio>
#include <cstdlib>

template <typename Run>
void measure(char** argv, Run run) {
  using Clock = std::chrono::steady_clock;
  auto ms_since = [](Clock::time_point t) { return std::chrono::duration<double, std::milli>(Clock::now() - t).count(); };
  int runs = std::atoi(argv[1]), n = 0;
  double seconds = std::atof(argv[2]), first = 0, best = 1e12;
  long value = 0;
  auto begin = Clock::now();
  while (!(n >= runs && (n == 1 || ms_since(begin) > seconds * 1000))) {
    auto start = Clock::now();
    value = run();
    double ms = ms_since(start);
    if (n++ == 0) first = ms;
    if (ms < best) best = ms;
  }
  std::printf("@ %f %f %ld\n", first, best, value);
}
