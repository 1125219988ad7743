// Starting a process: heap, threads, boot image, and running a bundle's program.
//
// Everything an executable needs that carries no compiler; `driver` builds on it.
//
// Threads  The program runs on the process's first thread, on a stack of its own (main_stack.h).
// Design   docs/architecture.md
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "clj/gc/heap.h"

namespace clj::launch {

// What this executable file carries behind its own code, empty where there is nothing. Mapped
// lazily, for the life of the process.
struct Attachments {
  std::string path;              // of the executable
  uint64_t image_offset = 0, image_bytes = 0;
  std::string_view bundle;
};
const Attachments& attachments();

// Runs `body` as the main mutator, on a stack of kMainStackBytes, with the boot
// image loaded when this executable has one. Output is flushed before it returns the status
// that `body` gave. Uncaught Clojure exceptions are reported and give 1.
int run_on_main_thread(const gc::Options& options, int (*body)(void* context), void* context);
// What recursion through native code (apply, lazy seqs, printing) may take; to unwind it takes 10 ns a byte.
constexpr size_t kMainStackBytes = size_t{32} << 20;

// What clojure.main binds around a program, as a map of var to value: *ns* (user), the vars that
// a program may set! at top level, and *print-namespace-maps* (true).
Value session_bindings();

// Binds *command-line-args* to a list of strings, or nil when there are none.
void set_command_line_args(const std::vector<std::string>& args);

// Loads the bundle, runs its main namespace's forms and then -main. Throws as the program does.
int run_bundle(std::string_view bytes, bool trusted, const std::vector<std::string>& args);
// Calls ns/-main with the arguments. False when there is no such function.
bool call_main(std::string_view ns, const std::vector<std::string>& args);

// Reports an uncaught throwable on standard error.
void report_uncaught(Value throwable);
// The same for programs that never reached Clojure: "cljvm: message".
void report_failure(std::string_view program, std::string_view message);

}  // namespace clj::launch
