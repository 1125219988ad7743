// The units of a build: taken from the cache where they are valid, compiled where not.
//
// A unit is looked at when something requires it. What it requires comes first, as far as the
// cache tells; then it is valid if its source and all it uses are as they were. A valid unit is
// loaded only when a source that is compiled requires it.
//
// Threads  One session per process: the lib loader is a plain function.
// Design   docs/incremental-builds.md
#pragma once
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "clj/incremental/project.h"
#include "clj/incremental/store.h"
#include "unit_compiler.h"

namespace clj::driver {

// Under which the unit of a lib is kept.
std::string lib_key(const std::string& path);

class BuildSession {
 public:
  // `anything_changed`: sources that run impure macros are compiled in any case. `progress` is
  // told the name of each namespace that is about to be compiled.
  BuildSession(const incremental::Store& store, bool anything_changed,
               std::function<void(const std::string& ns)> progress);
  ~BuildSession();

  // The lib whose root path this is, or null when no source has it. Errors of compiling it.
  CompiledUnit* lib(const std::string& path);
  CompiledUnit* file(const std::string& place);
  // All that the units need, each after what it requires; then the libs that functions require
  // while they run, with what these need.
  std::vector<CompiledUnit*> in_order(const std::vector<CompiledUnit*>& roots);

  // For a process that only compiles: the warnings are kept with the units.
  void leave_warnings_to_the_build() { keeps_warnings_ = true; }
  // Does compiling it, or running its macros, do or read more than its source says?
  bool has_effects(const CompiledUnit& unit) const;

  // Names of libs that functions require and that no source has.
  const std::set<std::string>& absent_libs() const { return absent_libs_; }
  const incremental::Project& project() const { return project_; }

 private:
  static bool load_lib(const std::string& path);
  static bool hear_warning(const std::string& line);
  bool load(const std::string& path);
  static Source lib_source(const std::string& path, const std::string& place);
  CompiledUnit* valid_unit(const Source& source, const std::string& key);
  bool take_from_store(const Source& source, const std::string& key, CompiledUnit& unit);
  CompiledUnit* compile(const Source& source, const std::string& key);
  bool is_of_source(const std::string& path) const;
  void visit(CompiledUnit* unit, std::set<CompiledUnit*>& seen, std::vector<CompiledUnit*>& order);

  const incremental::Store& store_;
  bool anything_changed_, keeps_warnings_ = false;
  std::function<void(const std::string&)> progress_;
  incremental::Project project_;
  std::map<std::string, CompiledUnit*> by_path_;
  std::vector<std::unique_ptr<CompiledUnit>> units_;  // never shrinks: the project refers to them
  std::set<std::string> open_, stale_;                // keys: being looked at, to be compiled
  std::vector<std::vector<std::string>> required_;    // by what is being compiled, innermost last
  std::vector<std::string> warnings_;                 // likewise
  std::set<std::string> absent_libs_;
};

}  // namespace clj::driver
