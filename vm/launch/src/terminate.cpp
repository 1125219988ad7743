// What happens to a C++ exception that nobody catches: an internal fault. This stands in for
// libstdc++'s handler, which would bring a demangler into every executable.
#include <unistd.h>

#include <string_view>

namespace __gnu_cxx {

void __verbose_terminate_handler() {
  constexpr std::string_view kText = "cljvm: internal fault: an exception of the runtime was not caught; please report it with the program\n";
  [[maybe_unused]] ssize_t ignored = write(STDERR_FILENO, kText.data(), kText.size());
  _exit(70);
}

}  // namespace __gnu_cxx
