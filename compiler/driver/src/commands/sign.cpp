// cljc sign: signs bundles and executables, and makes keys.
#include <sys/stat.h>

#include <cerrno>
#include <cstring>

#include "clj/base/file.h"
#include "clj/driver/commands.h"
#include "clj/launch/launch.h"
#include "clj/linker/signature.h"

namespace clj::driver {
namespace {

int fail(const std::string& file, const std::string& what) {
  launch::report_failure("cljc", file + ": " + what);
  return 1;
}

int write_keys(const std::string& file) {
  struct stat status;
  for (const std::string& path : {file, file + ".pub"}) {
    if (lstat(path.c_str(), &status) == 0) return fail(path, "is there already; a key is not replaced");
  }
  linker::KeyPair pair = linker::make_key_pair();
  if (!write_file(file, pair.secret, 0600)) return fail(file, std::strerror(errno));
  if (!write_file(file + ".pub", pair.public_)) return fail(file + ".pub", std::strerror(errno));
  return 0;
}

}  // namespace

std::string check_sign(const CommandLine& line) {
  if (line.has("new-key")) return line.rest.empty() ? "" : "--new-key takes no files";
  if (!line.has("key")) return "--key FILE is needed, or --new-key FILE";
  return line.rest.empty() ? "a file to sign is needed" : "";
}

int run_sign(const CommandLine& line) {
  if (line.has("new-key")) return write_keys(line.value("new-key"));
  std::string key;
  if (!read_file(line.value("key"), key)) return fail(line.value("key"), std::strerror(errno));
  for (const std::string& file : line.rest) {
    std::string contents, signed_file;
    struct stat status;
    if (!read_file(file, contents) || stat(file.c_str(), &status) != 0) return fail(file, std::strerror(errno));
    std::string fault = linker::sign(contents, key, signed_file);
    if (!fault.empty()) return fail(line.value("key"), fault);
    if (!write_file(file, signed_file, status.st_mode & 0777)) return fail(file, std::strerror(errno));
  }
  return 0;
}

}  // namespace clj::driver
