// Which reads of a ^:once function's captures are the last ones.
#pragma once
#include "clj/analyze/ast.h"

namespace clj::analyze {

// Sets LocalRefNode::last and FnNode::taken in the methods of `fn`: after such a read no path
// of the method reads the capture again, so an evaluator may clear it there.
void mark_last_uses(Unit& unit, FnNode& fn);

}  // namespace clj::analyze
