// Digests of the functions of a unit: what they are and what they mention, without where they
// stand in the file.
//
// Design   docs/incremental-builds.md
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "clj/bytecode/bundle.h"

namespace clj::incremental {

// What a form's code mentions, with the functions inside of it. Names are sorted.
struct Mentions {
  uint64_t digest = 0;
  std::vector<std::string> vars;     // that `is_of_source` accepts
  std::vector<std::string> symbols;  // in constants, but not in metadata of a `def`
  // A row of impure.def, in a function that the form makes; in what the form itself does.
  bool impure = false, impure_itself = false;
};

class Digester {
 public:
  // `is_of_source`: does the namespace of that name come from a source (and not with the runtime)?
  Digester(const bytecode::BundleView& unit, std::function<bool(std::string_view ns)> is_of_source);
  Mentions of_function(uint32_t function) const;

 private:
  uint64_t function_digest(uint32_t function) const;
  uint64_t constant_digest(uint32_t constant);
  bool is_definition_meta(uint32_t constant) const;
  void note_impure(uint32_t constant, bool& impure) const;

  const bytecode::BundleView& unit_;
  std::function<bool(std::string_view)> is_of_source_;
  std::vector<uint64_t> constants_;  // their digests
};

// The unit's bytes with every read of a source's var made one that notices values that the build
// has put off (CoreUpcalls::force_var). For use in a build only.
std::string with_checked_reads(const bytecode::BundleView& unit);

}  // namespace clj::incremental
