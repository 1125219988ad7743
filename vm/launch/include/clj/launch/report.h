// Error reports: what a user sees of an exception nobody caught.
//
//   src/app/main.clj:12:3: error: ArithmeticException: Divide by zero
//    12 |   (/ 1 n)
//       |   ^
//   caused by: …
//     at app.main/half (main.clj:12)
//
// The place comes from the exception's data (:clojure.error/line …) where the reader, the
// analyzer or the macroexpander put it there, else from the innermost frame with a file, else it is
// that of the form at top level. A name
// that cannot be resolved is answered with the nearest one that can.
//
// Threads  Any. Reads files, calls no Clojure code besides what printing ex-data calls.
// Design   docs/errors.md
#pragma once
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "clj/value/value.h"

namespace clj::launch {

struct ReportOptions {
  bool colour = false;
  // The text the program was read from, when it is no file (-e, the REPL) and under what name.
  std::string_view source_text;
  std::string_view source_name;
  std::string_view source_label;  // what to call it; empty: source_name
  size_t frames = 30;  // how much of the stack to show
};

// The report, lines ending in \n.
std::string report_text(Value throwable, const ReportOptions& options);
// Keeps the text of a program that is no file for the reports to come: the name its positions
// have ("NO_SOURCE_PATH") and what to call it ("-e").
void remember_source(std::string name, std::string label, std::string text);
// Keeps the name of the namespace in which a form failed: by the time of the report its binding is
// gone, and suggestions are about what could be written there.
void remember_namespace(std::string name);
// Keeps where the form began that threw, the innermost that did. It is the place of what was thrown while the form was
// compiled, where the stack is that of who loads it; otherwise for want of a better one.
void remember_form(Value thrown, std::string file, int64_t line, int64_t column, bool compiling);
// On standard error, in colour when that is a terminal and NO_COLOR is not set.
void print_report(Value throwable, ReportOptions options = {});

// The candidate nearest to `name` (insertions, deletions, substitutions, swaps of neighbours),
// or "" when none is near enough to be what was meant.
std::string nearest_name(std::string_view name, const std::vector<std::string>& candidates);
// For the message of an error that says what could not be resolved: what was meant, as it would have to be written there
// ("str/join"), among the names of `ns` and `locals`. "" when the message is another one or nothing is near enough.
std::string nearest_to_unresolved(const std::string& message, Value ns, const std::vector<std::string>& locals = {});

}  // namespace clj::launch
