// Who requires whom: from ns forms and top-level require, use and load, without running anything.
//
// Errors   None: a text that can't be read ends where it can't.
// Design   docs/projects.md
#pragma once
#include <map>
#include <string>
#include <vector>

#include "clj/value/value.h"

namespace clj::driver {

// What the top-level forms of one source say, given one after another: its namespace and what it
// requires, each once, in order.
class RequireReader {
 public:
  void top_level(Value form);

  std::string ns;
  std::vector<std::string> required;

 private:
  void clause(Value clause);
  void spec(Value value, const std::string& prefix);
  void add(const std::string& lib);
};

struct RequireGraph {
  struct Node {
    std::string file;                   // its place, or "": of the runtime, or missing
    bool missing = false;
    std::vector<std::string> requires_;  // in the order of the file, each once
  };
  std::map<std::string, Node> nodes;  // by namespace

  // Each a chain of namespaces: "a -> b -> a", and from a root to what is missing.
  std::vector<std::string> cycles, missing;
};

// What of a source is read: all, or, sooner, its first form, which in most files requires everything.
enum class RequireForms { kAll, kNamespace };
// What the namespaces require, and what those do, as far as the class path has them.
RequireGraph require_graph(const std::vector<std::string>& roots, RequireForms forms = RequireForms::kAll);
// What a file requires, in order.
std::vector<std::string> required_by_file(const std::string& place);
// The namespace that a file's ns form names, or "".
std::string namespace_in_file(const std::string& place);

}  // namespace clj::driver
