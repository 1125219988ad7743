// cljc check: reads and analyses sources without running them, and reports what the lint rules
// find.
//
// What defines is evaluated as in a build (compile_unit.h), because macros may need it. Errors
// do not end anything: reading goes on at the next line that begins with a parenthesis, the
// analysis at the next form, and a library that is missing is replaced by a namespace in which
// every name may exist.
//
// Design   docs/lint.md
#pragma once
#include <map>
#include <string>
#include <vector>

#include "clj/lint/report.h"

namespace clj::driver {

struct CheckRequest {
  std::vector<std::string> paths;  // files, and folders whose sources are meant
  std::map<std::string, lint::Level> levels;
  lint::Format format = lint::Format::kText;
};
// Prints the report on standard output. Returns the exit status: 0 nothing to say, 2 warnings,
// 3 errors.
int check(const CheckRequest& request);

}  // namespace clj::driver
