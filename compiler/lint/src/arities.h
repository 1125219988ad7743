// How many arguments a function takes.
#pragma once
#include <set>
#include <string>

#include "clj/analyze/ast.h"

namespace clj::lint {

struct Arities {
  bool known = false;
  std::set<uint32_t> fixed;
  int variadic = -1;  // how many arguments the variadic arity needs; -1: there is none

  bool accepts(uint32_t count) const {
    return !known || fixed.count(count) != 0 || (variadic >= 0 && count >= static_cast<uint32_t>(variadic));
  }
  void add(const Arities& other);
  std::string text() const;  // "1, 2 or at least 4"
};

Arities arities_of(const analyze::FnNode& fn);
// Of a function object or another value that can be called; not known for most.
Arities arities_of(Value function);
// By :arglists.
Arities arities_of_arglists(Value arglists);

}  // namespace clj::lint
