// The units of a build that are known so far, and what one of them depends on.
//
// A unit is valid while every use has the hash that was recorded. Of what only stands in its code
// that is the interface; of macros and constants it is all the code that runs: the forms that
// define the var, those that extend it (defmethod, extend …, in what the user requires), and
// the same of every var that these mention.
//
// Threads  A Project belongs to one thread.
// Design   docs/incremental-builds.md
#pragma once
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "clj/incremental/facts.h"

namespace clj::incremental {

// What runs when a var's value is called.
struct Closure {
  uint64_t hash = 0;
  bool impure = false;
  std::vector<std::string> symbols;  // unqualified ones among its constants
};

class Project {
 public:
  // The facts stay where they are, and so do those that they replace: what was known of that path.
  void add(const UnitFacts* facts);
  const UnitFacts* find(const std::string& path) const;
  const Export* find_export(const std::string& name) const;

  // 0: there is no such export.
  uint64_t interface(const std::string& name) const;
  Closure closure(const std::string& var, const UnitFacts& user) const;
  uint64_t names(const std::string& ns) const;
  uint64_t hash_of(Use::Kind kind, const std::string& name, const UnitFacts& user) const;

  // Is what is recorded of the unit still so? Everything that it requires must have been added.
  bool is_valid(const UnitFacts& facts) const;

 private:
  struct PartRef {
    const UnitFacts* unit;
    const Part* part;
  };
  void forget(const UnitFacts* facts);
  std::set<const UnitFacts*> required_by(const UnitFacts& user) const;
  void add_group(PartRef ref, std::set<const Part*>& parts) const;

  std::unordered_map<std::string, const UnitFacts*> units_;
  std::unordered_map<std::string, const Export*> exports_;
  std::unordered_map<std::string, std::vector<PartRef>> definitions_;  // by var
  std::unordered_map<std::string, std::vector<PartRef>> effects_;      // by var that is mentioned
  std::map<std::string, std::vector<const UnitFacts*>> by_namespace_;
};

}  // namespace clj::incremental
