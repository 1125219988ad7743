// tests/golden/ast: forms and the AST each becomes. tests/golden/expand: forms and one step of
// their expansion, recorded from JVM Clojure. A golden file holds, for every form of the .clj
// beside it, the form as a comment line and then what it became.
// CLJ_UPDATE_GOLDENS=1 writes the ast goldens anew.
#include <cstdlib>

#include "support.h"

namespace clj::analyze_test {
namespace {

template <class Show>
void compare(const std::string& name, bool may_update, Show&& show) {
  INFO(name);
  std::string source, golden, actual;
  REQUIRE(read_file(golden_path(name + ".clj"), source));
  gc::ValueList forms;
  reader::read_all(source, "test.clj", {}, forms);
  for (Value form : forms) {
    actual += "; " + print_text(form) + "\n";
    actual += show(form);
  }
  if (may_update && std::getenv("CLJ_UPDATE_GOLDENS") != nullptr) {
    REQUIRE(write_file(golden_path(name + ".golden"), actual));
    return;
  }
  REQUIRE(read_file(golden_path(name + ".golden"), golden));
  CHECK(actual == golden);
}

TEST_CASE("the AST of every special form") {
  Session session;
  for (const char* name : {"literals", "names", "functions", "control", "types", "interop"}) {
    compare(std::string("ast/") + name, true, [](Value form) { return analyze::dump_ast(*analyze::analyze(form)); });
  }
}

TEST_CASE("interop sugar expands as on the JVM") {
  Session session;
  compare("expand/interop", false, [](Value form) { return print_text(analyze::macroexpand_1(form)) + "\n"; });
}

}  // namespace
}  // namespace clj::analyze_test
