// Libs that a program requires while it runs: (require 'lib) inside a function.
//
// A build finds those that the code names: calls of require, use, requiring-resolve with
// quoted arguments, anywhere. Where a source passes them what it computes, as (run! require plugins) does,
// whatever its quoted symbols name may be meant: 'my.plugin, 'my.plugin/start. Names made of texts cannot be found.
#pragma once
#include <string>
#include <vector>

#include "clj/analyze/ast.h"

namespace clj::driver {

class LateRequires {
 public:
  void look_at(const analyze::Unit& unit);
  // The libs that the units name, whether there are such libs or not.
  std::vector<std::string> libs() const;

 private:
  void visit(const analyze::Node* node);
  void visit_call(const analyze::InvokeNode& call);
  void visit_libspec(Value spec);
  void note_mentioned(Value constant);

  std::vector<std::string> named_, mentioned_;
  bool computes_ = false;
};

}  // namespace clj::driver
