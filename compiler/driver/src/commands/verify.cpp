// cljc verify: are files signed, and bundles sound?
#include <cerrno>
#include <cstdio>
#include <cstring>

#include "clj/base/file.h"
#include "clj/bytecode/bundle.h"
#include "clj/bytecode/signature_block.h"
#include "clj/driver/commands.h"
#include "clj/launch/launch.h"
#include "clj/linker/executable.h"
#include "clj/linker/signature.h"

namespace clj::driver {
namespace {

std::string fault_of_bundle(std::string_view file) {
  // The tables are read in place, which wants them aligned as in a mapped file.
  std::string bytes(linker::parts_of_file(bytecode::without_signature(file)).bundle);
  bytecode::BundleView bundle;
  std::string fault = bundle.open(bytes, true);
  return fault.empty() ? bytecode::verify_bundle(bundle) : fault;
}

}  // namespace

std::string check_verify(const CommandLine& line) {
  return line.rest.empty() ? "a bundle or an executable is needed" : "";
}

int run_verify(const CommandLine& line) {
  std::string key;
  if (line.has("key") && !read_file(line.value("key"), key)) {
    launch::report_failure("cljc", line.value("key") + ": " + std::strerror(errno));
    return 2;
  }
  int status = 0;
  for (const std::string& file : line.rest) {
    std::string contents, signer;
    std::string fault = read_file(file, contents) ? "" : std::strerror(errno);
    if (fault.empty()) fault = fault_of_bundle(contents);
    if (fault.empty() && line.has("key")) fault = linker::verify_signature(contents, key, signer);
    if (fault.empty()) {
      std::printf("%s: %s\n", file.c_str(), signer.empty() ? "sound" : ("sound, signed with " + signer).c_str());
    } else {
      launch::report_failure("cljc", file + ": " + fault);
      status = 1;
    }
  }
  return status;
}

}  // namespace clj::driver
