// cljvm-lean: the runtime without the compiler, of which `cljc build --lean` makes executables.
// By itself it runs a bundle: cljvm-lean app.cljb argument…
#include <cerrno>
#include <cstring>

#include "clj/base/file.h"
#include "clj/core/error.h"
#include "clj/launch/launch.h"
#include "clj/launch/report.h"

namespace {

using namespace clj;

int run(void* context) {
  auto& args = *static_cast<std::vector<std::string>*>(context);
  if (!launch::attachments().bundle.empty()) return launch::run_bundle(launch::attachments().bundle, true, args);
  std::string file = args[0];
  args.erase(args.begin());
  static MappedFile bundle;  // mapped until the process ends
  if (!bundle.open(file)) throw_error(Error::kFileNotFound, file + " (" + std::strerror(errno) + ")");
  return launch::run_bundle(bundle.view(), false, args);
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> args(argv + 1, argv + argc);
  if (launch::attachments().bundle.empty() && args.empty()) {
    launch::report_failure("cljvm-lean", "Usage: cljvm-lean FILE.cljb [argument…]");
    return 2;
  }
  return launch::run_on_main_thread(gc::Options(), run, &args);
}
