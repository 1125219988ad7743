// cljc: compiles programs to bundles and executables.
#include <cstdio>

#include "clj/driver/build.h"
#include "clj/driver/command_line.h"
#include "clj/driver/loader.h"
#include "clj/driver/start.h"
#include "clj/launch/launch.h"

namespace {

using namespace clj;

constexpr const char* kUsage =
    "Usage: cljc build [options] [FILE.clj]\n"
    "Compiles FILE, or the namespace given with -m, and everything it requires, into one\n"
    "executable (-o app) or a bundle (-o app.cljb).\n";

struct Invocation {
  driver::CommandLine line;
  driver::BuildRequest request;
};

int run(const Invocation& invocation) {
  const driver::CommandLine& line = invocation.line;
  driver::start();
  driver::start_class_path(driver::class_path_of(line));
  if (line.has("dump")) {
    std::string stage = line.value("dump");
    driver::Stage which = stage == "read"     ? driver::Stage::kRead
                          : stage == "expand" ? driver::Stage::kExpand
                          : stage == "ast"    ? driver::Stage::kAst
                                              : driver::Stage::kBytecode;
    return driver::dump(invocation.request.file, which);
  }
  return driver::build(invocation.request);
}

// The arguments after `build`: options and one file, in any order.
std::string fill_request(driver::CommandLine& line, std::vector<std::string> args, driver::BuildRequest& request) {
  std::vector<std::string> files;
  std::vector<std::string> options;
  for (;;) {
    line = driver::parse_command_line(driver::kCljc, args, "");
    if (!line.error.empty()) return line.error;
    size_t consumed = args.size() - line.rest.size();
    options.insert(options.end(), args.begin(), args.begin() + static_cast<std::ptrdiff_t>(consumed));
    if (line.rest.empty()) break;
    files.push_back(line.rest.front());
    args.assign(line.rest.begin() + 1, line.rest.end());
  }
  line = driver::parse_command_line(driver::kCljc, options, "");
  if (line.has("help") || line.has("version")) return "";
  if (files.size() > 1) return "one source file, not " + std::to_string(files.size()) + ": " + files[1];
  request.main_namespace = line.value("main");
  if (files.empty() && request.main_namespace.empty()) return "a source file or -m NS is needed";
  if (!files.empty()) request.file = files[0];
  request.output = line.value("output");
  request.lean = line.has("lean");
  if (line.has("resource")) request.resources = line.options.at("resource");
  std::string stage = line.value("dump", "read");
  if (stage != "read" && stage != "expand" && stage != "ast" && stage != "bytecode") {
    return "--dump takes read, expand, ast or bytecode, not " + stage;
  }
  if (line.has("dump") && request.file.empty()) return "--dump needs a source file";
  if (!line.has("dump") && request.output.empty()) return "-o FILE is needed: what to write";
  return "";
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> args(argv + 1, argv + argc);
  Invocation invocation;
  bool is_build = !args.empty() && args[0] == "build";
  std::string error;
  if (is_build) {
    error = fill_request(invocation.line, {args.begin() + 1, args.end()}, invocation.request);
  } else {
    invocation.line = driver::parse_command_line(driver::kCljc, args, "");
    error = invocation.line.error;
    if (error.empty() && !invocation.line.has("help") && !invocation.line.has("version")) {
      error = args.empty() ? "a command is needed: build" : "unknown command " + args[0] + "; there is: build";
    }
  }
  if (!error.empty()) {
    launch::report_failure("cljc", error + "\nTry cljc --help.");
    return 2;
  }
  if (invocation.line.has("help")) {
    std::fputs(driver::help_text(driver::kCljc, kUsage).c_str(), stdout);
    return 0;
  }
  if (invocation.line.has("version")) {
    std::fputs(driver::version_text(driver::kCljc).c_str(), stdout);
    return 0;
  }
  return launch::run_on_main_thread(
      gc::Options(), [](void* context) { return run(*static_cast<Invocation*>(context)); }, &invocation);
}
