// Whether this processor has what cmake/options.cmake compiles for. Asked before any other code of
// the program runs, for any may use it: otherwise the end would be an illegal instruction.
#include "processor.h"

#include <unistd.h>

namespace clj::launch {

void require_processor() {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("popcnt") && __builtin_cpu_supports("sse4.2")) return;
  static const char text[] = "error: this program needs a processor with SSE4.2 and POPCNT (x86-64-v2, made since 2009)\n";
  // What write answers changes nothing: the process ends.
  if (::write(2, text, sizeof text - 1) < 0) ::_exit(1);
  ::_exit(1);
#endif
}

namespace {

// The lowest priority that programs may use: before all constructors of C++ objects.
[[gnu::constructor(101)]] void at_start() { require_processor(); }

}  // namespace
}  // namespace clj::launch
