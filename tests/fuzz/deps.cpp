// A deps.edn of any bytes, in a folder where nothing that it names is there.
#include <unistd.h>

#include <cstdlib>
#include <string>

#include "clj/driver/project.h"
#include "fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  clj::fuzz::start();
  static const bool elsewhere = [] {
    const std::string& folder = clj::fuzz::scratch_folder();
    return chdir(folder.c_str()) == 0 && setenv("HOME", folder.c_str(), 1) == 0;
  }();
  if (!elsewhere) std::abort();
  clj::driver::CommandLine line;
  line.options["deps"] = {std::string(reinterpret_cast<const char*>(data), size)};
  line.options["aliases"] = {":dev:test"};
  clj::fuzz::expect_value_or_exception([&] { clj::driver::read_project(line); });
  return 0;
}
