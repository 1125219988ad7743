// Libraries of the standard library that are in the boot image but not yet required.
//
// A program that has not required clojure.set must not find it, as on the JVM. So stage 0
// loads every library and then takes its namespace out of the table of namespaces; `require`
// puts it back, together with the namespaces that it refers to, which costs nothing.
#pragma once
#include <string_view>

#include "clj/value/value.h"

namespace clj::launch {

// Hides every namespace but clojure.core, user and those of `loaded` (a set of symbols), and
// resets *loaded-libs* to `loaded`.
void make_dormant(Value loaded);
// Whether the runtime has this lib.
bool is_library(std::string_view path);
// Shows the lib with this root path ("clojure/set") and what it refers to, if need be. False: no
// such lib.
bool wake(std::string_view path);
// Is this a library that comes with Clojure itself? The others of the image (clojure.data.json …)
// make way for a source file of that name on the program's class path.
bool is_clojures_own(std::string_view path);

}  // namespace clj::launch
