// The project in the current folder: deps.edn, its aliases and dependencies, as a class path.
//
// Nothing is downloaded: Maven artifacts come from the local repository (~/.m2), with what their
// POM files depend on; git dependencies from clones in ~/.gitlibs; local ones from where they are.
//
// Errors   FileNotFoundException with the path that was looked for; IllegalArgumentException for
//          a deps.edn that says nothing sensible.
// Design   docs/projects.md
#pragma once
#include <string>
#include <vector>

#include "clj/driver/command_line.h"
#include "clj/value/value.h"

namespace clj::driver {

struct Project {
  std::vector<std::string> class_path;
  std::vector<std::string> folders;    // of it, the project's own: :paths and :extra-paths
  std::vector<std::string> main_opts;  // of the last alias that has them
  Value exec_fn;                       // Symbol or nil
  Value exec_args;                     // map or nil
};
// What deps.edn (if there is one) says with --deps merged in and the aliases of all options.
Project read_project(const CommandLine& line);

// Is there a deps.edn, or do options say something that stands for one?
bool has_project(const CommandLine& line);
// Whether options say something about the class path.
bool asks_for_class_path(const CommandLine& line);

// The class path given with --classpath, the project's, or src:. where there is none.
std::vector<std::string> class_path_of(const CommandLine& line);

}  // namespace clj::driver
