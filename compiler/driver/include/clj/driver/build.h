// cljc build: a program's require graph compiled and linked into a bundle or an executable.
//
// Compile time is not run time: what defines (functions, macros, types, requires …) is
// evaluated, because macros may need it; the value of any other `def` only when something that
// runs during expansion asks for it; every other top-level expression is left to the program.
//
// What was compiled is kept in a cache and used by the next build where nothing that it depends on has
// changed (docs/incremental-builds.md).
//
// Errors   Those of reading, analysis and macro expansion; IOException when the output cannot be
//          written. Nothing is left behind: outputs are written to a temporary name and renamed.
// Design   docs/architecture.md, docs/incremental-builds.md
#pragma once
#include <string>
#include <vector>

namespace clj::driver {

struct BuildRequest {
  std::string file;                    // source file, or "" when only main_namespace is given
  std::string main_namespace;          // -m
  std::string output;                  // *.cljb: a bundle
  enum class Runtime { kProved, kLean, kFull };
  Runtime runtime = Runtime::kProved;  // without the compiler where the program cannot reach it
  bool shake = true;                   // leave out what -main does not reach
  bool strip = false;                  // leave out line tables
  bool explain = false;                // say what the output consists of, and why
  std::vector<std::string> resources;  // files, folders and jars
  std::vector<std::string> folders;    // of the project: what is no source in them is a resource, too
  bool cached = true;                  // use what earlier builds have kept
  bool verbose = false;                // name what is compiled
  size_t workers = 0;                  // processes that compile, at most; 0: one a processor
  std::string cache;                   // the folder where they keep it, or "": the user's
};
// Returns the process's exit status.
int build(const BuildRequest& request);

enum class Stage { kRead, kExpand, kAst, kBytecode };
// Prints one stage of a file's forms on standard output.
int dump(const std::string& file, Stage stage);

}  // namespace clj::driver
