// The steps of bootstrap_core, in the order they run. Each leaves its own fields of `roots`
// filled in and may use what the steps before it made.
#pragma once

namespace clj {

void bootstrap_collections();  // the empty collections (no keyword, symbol or class exists yet)
void bootstrap_names();        // the known keywords and symbols
void bootstrap_classes();      // host_classes.def and error_classes.def
void bootstrap_namespaces();   // clojure.core, user, and the vars the runtime reads

}  // namespace clj
