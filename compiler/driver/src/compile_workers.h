// Sources compiled into the cache by several processes, before the build takes the units from
// there: each as soon as what it requires is done.
//
// Only work is shared out, not the build: what the workers leave, for whatever reason, the build
// compiles itself. They leave what does not compile, so that errors come in the order of one
// process, and what macros with effects run in, so that effects happen once.
//
// Threads  The process has one that runs Clojure code: workers are forks of it.
// Errors   None. What a worker prints while it compiles a unit that it does not leave is printed.
// Design   docs/incremental-builds.md
#pragma once
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "clj/incremental/store.h"

namespace clj::driver {

struct SharedWork {
  std::vector<std::string> namespaces;                       // with what they require
  size_t workers;                                            // at most
  std::function<bool(const std::string& path)> is_up_to_date;  // the lib's unit need not be compiled, most likely
  std::function<void(const std::string& ns)> progress;       // told each namespace that was compiled
};
void compile_in_workers(const incremental::Store& store, const SharedWork& work);

// One for each processor that this process may use.
size_t default_workers();

}  // namespace clj::driver
