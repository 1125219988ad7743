// Command lines of cljvm and cljc: one table of options (options.def), Boost.Program_options.
//
// Everything from the first argument that is no option belongs to the program that is run.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "clj/gc/heap.h"

namespace clj::driver {

// Who takes an option: cljvm, or a command of cljc. kCljc is every command.
enum Program : uint16_t { kCljvm = 1, kBuild = 2, kCheck = 4, kTest = 8, kNew = 16, kGraph = 32, kInspect = 64,
                         kSign = 128, kVerify = 256, kCompletion = 512, kMan = 1024,
                         kCljc = kBuild | kCheck | kTest | kNew | kGraph | kInspect | kSign | kVerify |
                                 kCompletion | kMan };

// A row of options.def.
struct Option {
  uint16_t programs;
  const char* name;
  char short_name;       // or 0
  const char* argument;  // what it is called, or ""
  const char* help;
};
// The program's, in the order of the table.
std::vector<Option> options_of(Program program);

struct CommandLine {
  std::map<std::string, std::vector<std::string>> options;  // long name to values, in order
  std::vector<std::string> rest;                            // from the first non-option on
  std::string error;                                        // not empty: wrong usage

  bool has(const std::string& name) const { return options.count(name) != 0; }
  std::string value(const std::string& name, const std::string& otherwise = "") const;
};

// `stop_after`: an option after whose value everything is the program's ("main" of cljvm).
CommandLine parse_command_line(Program program, const std::vector<std::string>& args, const std::string& stop_after);
// The arguments of a command of cljc: options and others, in any order; the others are `rest`.
CommandLine parse_command(Program program, std::vector<std::string> args);
std::string help_text(Program program, const std::string& usage);
std::string version_text(Program program);

// What is wrong with --jobs, or "".
std::string fault_of_jobs(const CommandLine& line);
// "512m" as bytes; 0 when it is no size.
size_t parse_size(const std::string& text);
// Fills the collector's options; false with `error` set when one is wrong.
bool collector_options(const CommandLine& line, gc::Options& options, std::string& error);
}  // namespace clj::driver
