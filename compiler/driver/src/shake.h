// Tree shaking: which forms of a program's units it can do without, and whether it needs the
// compiler.
//
// A form that only gives a var a function or a constant is left out when nothing reaches the var.
// All other forms stay, with what they reach. Where names that are not known can be looked up,
// nothing is left out.
//
// Design   docs/linking.md
#pragma once
#include <string>
#include <vector>

#include "unit_compiler.h"

namespace clj::driver {

struct Shaken {
  // By unit: for each form whether it stays. Empty when all do.
  std::vector<std::vector<bool>> kept;
  size_t left_out = 0;        // forms
  std::string kept_because;   // why nothing is left out: "my.app/-main uses clojure.core/eval"; or ""
  std::string compiler_because;  // why the program needs the compiler; "": it needs none
};

// `wanted`: leave out what can be. The program starts with main_namespace/-main.
Shaken shake(const std::vector<CompiledUnit*>& units, const CompiledUnit& data_readers,
             const std::string& main_namespace, bool wanted);

}  // namespace clj::driver
