// The last reads that mark_last_uses finds, seen in the dump of the AST.
#include "../analyze/support.h"
#include "clj/passes/passes.h"

namespace clj::analyze_test {
namespace {

using namespace analyze;

// How many reads of a local are marked as the last one, and how many captures are given up.
struct Marks {
  int last = 0, taken = 0;
};

void count_marks(const Node* node, Marks& marks) {
  if (node->kind == NodeKind::kLocalRef && as<LocalRefNode>(node).last) ++marks.last;
  if (node->kind == NodeKind::kFn) marks.taken += static_cast<int>(as<FnNode>(node).taken.size);
  for_each_child(
      node, [](void* context, Node* child) { count_marks(child, *static_cast<Marks*>(context)); }, &marks);
}

struct Case {
  const char* source;
  int last, taken;
};

const Case cases[] = {
    // An ordinary function may run again: nothing is given up.
    {"(let* [a 1] (fn* [] a))", 0, 0},
    {"(let* [a 1] (^:once fn* [] a))", 1, 0},
    // The second of two reads.
    {"(let* [a 1] (^:once fn* [] (+ a a)))", 1, 0},
    // One per branch; the test's read is not the last.
    {"(let* [a 1] (^:once fn* [] (if a a (list a))))", 2, 0},
    // A loop may read again, after it nothing does.
    {"(let* [a 1] (^:once fn* [] (loop* [i 0] (if (< i a) (recur (+ i 1)) i))))", 0, 0},
    {"(let* [a 1] (^:once fn* [] (loop* [i 0] (if (< i 3) (recur (+ i 1)) (list a)))))", 0, 0},
    {"(let* [a 1] (^:once fn* [] (do (loop* [i 0] (if (< i a) (recur (+ i 1)) i)) a)))", 1, 0},
    // recur to the function itself starts it again.
    {"(let* [a 1] (^:once fn* [x] (if x (recur a) a)))", 1, 0},
    // A handler may read what the body read.
    {"(let* [a 1] (^:once fn* [] (try a (catch Exception e a))))", 1, 0},
    {"(let* [a 1] (^:once fn* [] (try a (finally (list a)))))", 1, 0},
    // A closure made inside takes the capture with it.
    {"(let* [a 1] (^:once fn* [] (fn* [] a)))", 0, 1},
    {"(let* [a 1] (^:once fn* [] (list a (^:once fn* [] a))))", 1, 1},
    {"(let* [a 1] (^:once fn* [] (list (fn* [] a) a)))", 1, 0},
};

TEST_CASE("passes: last uses") {
  Session session;
  for (const Case& c : cases) {
    auto unit = analyze::analyze(read(c.source));
    passes::run(*unit);
    Marks marks;
    count_marks(unit->root, marks);
    INFO(c.source);
    CHECK(marks.last == c.last);
    CHECK(marks.taken == c.taken);
    // A second run finds the same.
    passes::run(*unit);
    Marks again;
    count_marks(unit->root, again);
    CHECK(again.last == c.last);
    CHECK(again.taken == c.taken);
  }
}

TEST_CASE("passes: every row says what it does") {
  for (const passes::Pass& pass : passes::all()) {
    CHECK(!pass.name.empty());
    CHECK(!pass.doc.empty());
  }
}

}  // namespace
}  // namespace clj::analyze_test
