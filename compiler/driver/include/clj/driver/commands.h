// The commands of cljc (commands.def). A command has two functions: check_<name> looks at the
// command line before anything starts, run_<name> does the work on the main thread.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "clj/driver/command_line.h"

namespace clj::driver {

struct Command {
  Program program;
  const char* name;
  const char* arguments;
  const char* summary;
  std::string (*check)(const CommandLine&);  // what is wrong with the usage, or ""
  int (*run)(const CommandLine&);            // the exit status
};
// In the order of the table.
std::span<const Command> all_commands();
// The command, or null.
const Command* find_command(const std::string& name);
// All names, for messages: "build, check".
std::string command_names();
// What `cljc --help` and `cljc NAME --help` print.
std::string commands_help();
std::string command_help(const Command& command);

#define CLJ_COMMAND(program, name, function, arguments, summary) \
  std::string check_##function(const CommandLine& line);         \
  int run_##function(const CommandLine& line);
#include "clj/driver/commands.def"
#undef CLJ_COMMAND

}  // namespace clj::driver
