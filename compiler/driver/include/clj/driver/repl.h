// The REPL: reads forms, evaluates them, prints their values.
//
// On a terminal lines are edited with libedit: history in ~/.cljvm_history, completion of vars,
// namespaces and keywords with Tab, Ctrl-C to drop the input, Ctrl-D to leave. Otherwise forms
// come from *in* as with `clojure`, prompts included, and (read-line) takes what follows.
//
// Threads  Runs on the calling mutator thread, which has *ns*, *1, *2, *3 and *e bound
//          (UserScope). On a terminal it handles SIGINT while it waits for input.
// Errors   Reported on standard error (clj/launch/report.h) and kept in *e; none escapes.
// Design   docs/repl.md
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "clj/value/value.h"

namespace clj::driver {

struct ReplOptions {
  Value (*eval)(Value form);
  std::string banner;        // the first line printed, if any
  std::string history_file;  // of the terminal; "" is ~/.cljvm_history
};

// Returns the exit status at the end of the input.
int run_repl(const ReplOptions& options);

// What the word `prefix` may become in the current namespace, in alphabetical order: special
// forms, mapped names, namespaces and aliases, names of a namespace after a /, keywords after
// a colon.
std::vector<std::string> completions(std::string_view prefix);

}  // namespace clj::driver
