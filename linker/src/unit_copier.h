// Copies one unit into the bundle of a program.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "clj/bytecode/constant.h"
#include "clj/linker/program.h"

namespace clj::linker {

class UnitCopier {
 public:
  // Copies the functions and constants that the part's kept forms lead to.
  UnitCopier(const Part& part, bytecode::BundleWriter& writer);
  std::string name_of(uint32_t ns) const;
  // The functions of a namespace's forms, as the program counts them.
  std::vector<uint32_t> copy_forms(uint32_t ns) const;
  void add_namespace(uint32_t ns, const std::vector<uint32_t>& forms);
  void copy_files();

 private:
  bool is_kept(uint32_t form) const;
  uint32_t copy_constant(uint32_t index);
  void copy_function(uint32_t index);
  uint32_t string(uint32_t index);

  const bytecode::BundleView& unit_;
  const Part& part_;
  bytecode::BundleWriter& writer_;
  bytecode::Reached reached_;
  // From the unit's index to the program's, kNoIndex: not copied (yet).
  std::vector<uint32_t> strings_, constants_, functions_;
};

}  // namespace clj::linker
