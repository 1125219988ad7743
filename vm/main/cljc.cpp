// cljc: compiles programs to bundles and executables, and what else is done with sources.
#include <cstdio>

#include "clj/driver/command_line.h"
#include "clj/driver/commands.h"
#include "clj/driver/lean_image.h"
#include "clj/launch/launch.h"

namespace {

using namespace clj;

struct Invocation {
  const driver::Command* command;
  driver::CommandLine line;
};

int wrong_usage(const std::string& error, const std::string& command) {
  launch::report_failure("cljc", error + "\nTry cljc " + command + "--help.");
  return 2;
}

// cljc without a command: what there is.
int run_without_command(const std::vector<std::string>& args) {
  driver::CommandLine line = driver::parse_command_line(driver::kCljc, args, "");
  if (!line.error.empty()) return wrong_usage(line.error, "");
  if (line.has("help")) {
    std::fputs(driver::commands_help().c_str(), stdout);
  } else if (line.has("version")) {
    std::fputs(driver::version_text(driver::kCljc).c_str(), stdout);
  } else if (args.empty()) {
    return wrong_usage("a command is needed: " + driver::command_names(), "");
  } else {
    return wrong_usage("unknown command " + args[0] + "; there is: " + driver::command_names(), "");
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> args(argv + 1, argv + argc);
  if (args.size() == 1 && args[0] == driver::kLeanImageServer) {
    return launch::run_on_main_thread(gc::Options(), [](void*) { return driver::serve_lean_image(); }, nullptr);
  }
  Invocation invocation{args.empty() ? nullptr : driver::find_command(args[0]), {}};
  if (invocation.command == nullptr) return run_without_command(args);
  const driver::Command& command = *invocation.command;
  driver::CommandLine& line = invocation.line;
  line = driver::parse_command(command.program, {args.begin() + 1, args.end()});
  if (line.error.empty() && line.has("help")) {
    std::fputs(driver::command_help(command).c_str(), stdout);
    return 0;
  }
  if (line.error.empty() && line.has("version")) {
    std::fputs(driver::version_text(driver::kCljc).c_str(), stdout);
    return 0;
  }
  std::string error = line.error.empty() ? command.check(line) : line.error;
  if (!error.empty()) return wrong_usage(error, std::string(command.name) + " ");
  return launch::run_on_main_thread(
      gc::Options(),
      [](void* context) {
        auto* invocation = static_cast<Invocation*>(context);
        return invocation->command->run(invocation->line);
      },
      &invocation);
}
