// The linter: rules over what a program's forms are, as read, and what they mean, as analysed.
//
// Whoever loads the program tells the linter of files, top-level forms, analysed units and
// errors, in the order of loading; the linter is told the rest by the reader (Listener) and the
// analyzer (Observer). Files nest, as requires do.
//
// Threads  Belongs to one thread.
// Design   docs/lint.md
#pragma once
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "clj/analyze/ast.h"
#include "clj/analyze/observer.h"
#include "clj/lint/finding.h"
#include "clj/reader/reader.h"

namespace clj::lint {

class Engine;

// What was meant by the name that an error says is unresolved, among what the current namespace and `locals` have; or "".
using NearestName = std::function<std::string(const std::string& message, const std::vector<std::string>& locals)>;

class Linter {
 public:
  // `levels` overrides the rules' own.
  Linter(const std::map<std::string, Level>& levels, NearestName nearest);
  ~Linter();
  Linter(const Linter&) = delete;

  analyze::Observer* observer();

  // A file begins and ends. `reported`: findings in it are wanted; what is not reported is read
  // because others require it.
  void begin_file(const std::string& name, std::string_view text, bool reported);
  void end_file();
  reader::Listener* listener();  // of the innermost file

  // A form at top level, just read, begins and ends.
  void begin_form(Value form);
  void end_form();
  // A part of it was analysed. False when something in it was wrong, so that it can't run.
  bool unit(const std::shared_ptr<analyze::Unit>& unit);
  // What reading threw; what expanding a form or, with `evaluating`, running it threw. True: the
  // evaluation is worth another try, because what was in its way is not any more.
  void read_failed(uint32_t line, uint32_t column, Value error);
  bool failed(Value form, bool evaluating, Value error);

  // A library that the form at hand requires is nowhere. Makes a namespace for it in which every
  // name may exist, so that its absence is said once.
  void missing_library(const std::string& ns);
  // A library whose file is being loaded is required again; `chain` says by whom.
  void cyclic_library(const std::string& ns, const std::string& chain);

  // Ends the project; findings in order of file and place.
  std::vector<Finding> finish();

 private:
  std::unique_ptr<Engine> engine_;
};

}  // namespace clj::lint
