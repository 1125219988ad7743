// Passes: what is found out about an AST between the analyzer and the evaluators.
//
// A pass fills in what the analyzer leaves empty or puts a cheaper node in a node's place; a unit
// means the same without it, except for memory held and time taken. To add one: a row in
// passes.def and a file in src/.
//
// Threads  A unit is passed by the thread that analysed it, before anything else sees it.
// Errors   StackOverflowError for a tree too deep to walk.
#pragma once
#include <string_view>
#include <vector>

#include "clj/analyze/ast.h"

namespace clj::passes {

struct Pass {
  std::string_view name, doc;
  void (*run)(analyze::Unit& unit);
};

// All passes, in the order in which they run.
const std::vector<Pass>& all();

// Runs all of them.
void run(analyze::Unit& unit);

}  // namespace clj::passes
