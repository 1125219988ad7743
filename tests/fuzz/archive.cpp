// A jar of any bytes: its index, then every file of it.
#include <unistd.h>

#include <cstdlib>
#include <string>

#include "clj/base/archive.h"
#include "clj/base/file.h"
#include "fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const std::string path = [] {
    const char* folder = std::getenv("TMPDIR");
    return std::string(folder == nullptr ? "/tmp" : folder) + "/fuzz-archive-" + std::to_string(getpid()) + ".jar";
  }();
  if (!clj::write_file(path, {reinterpret_cast<const char*>(data), size})) std::abort();
  std::string error, contents;
  if (auto archive = clj::Archive::open(path, error)) {
    for (const std::string& name : archive->names()) archive->read(name, contents, error);
  }
  ::unlink(path.c_str());
  return 0;
}
