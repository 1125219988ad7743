// A POM file of any bytes, of a library that may be its own parent and dependency.
#include <cstdlib>
#include <filesystem>
#include <string>

#include "clj/base/file.h"
#include "fuzz.h"
#include "pom.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  clj::fuzz::start();
  const std::string& repository = clj::fuzz::scratch_folder();
  clj::driver::MavenArtifact artifact{"org.example", "lib", "1.0", {}};
  std::string path = artifact.path(repository, "pom");
  std::filesystem::create_directories(std::filesystem::path(path).parent_path());
  if (!clj::write_file(path, {reinterpret_cast<const char*>(data), size})) std::abort();
  clj::fuzz::expect_value_or_exception([&] { clj::driver::pom_dependencies(repository, artifact); });
  return 0;
}
