// Bringing up the compiler in a running process, and what the front ends share.
#pragma once
#include <string>
#include <vector>

#include "clj/core/var.h"
#include "clj/gc/heap.h"

namespace clj::driver {

// Makes clojure.core and the compiler ready: from the boot image, or in a binary without one
// from the standard library's sources (CLJ_STDLIB names their folder: stage 0).
void start();

// Binds *ns* to `user` (with clojure.core referred) and the vars that a session may set!.
class UserScope {
 public:
  UserScope();

 private:
  BindingScope bindings_;
};

// Reads and evaluates every form of `text`; prints each value that is not nil, as
// `clojure -e` does.
void eval_and_print(const std::string& text);
// Sets the class path and adds to *data-readers* what the data_readers files on it say.
void start_class_path(const std::vector<std::string>& entries);
// A list of the forms that add them, one per file: they are part of what is built, too.
Value data_reader_forms();
void require_namespace(const std::string& ns);
std::string read_standard_input();

}  // namespace clj::driver
