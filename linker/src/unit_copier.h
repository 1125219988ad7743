// Copies one unit into the bundle of a program.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "clj/bytecode/bundle.h"

namespace clj::linker {

class UnitCopier {
 public:
  // Copies the unit's functions and constants.
  UnitCopier(const bytecode::BundleView& unit, bytecode::BundleWriter& writer);
  std::string name_of(uint32_t ns) const;
  // The functions of a namespace's forms, as the program counts them.
  std::vector<uint32_t> copy_forms(uint32_t ns) const;
  void add_namespace(uint32_t ns, const std::vector<uint32_t>& forms);
  void copy_resources();

 private:
  void copy_constant(uint32_t index);
  void copy_operand(char kind, size_t& at, std::string& out);
  void copy_function(uint32_t index);
  uint32_t string(uint32_t index);

  const bytecode::BundleView& unit_;
  bytecode::BundleWriter& writer_;
  std::vector<uint32_t> strings_;    // the unit's index to the program's, kNoIndex: not yet copied
  std::vector<uint32_t> constants_;  // likewise; constants refer to lower ones only
  uint32_t first_function_ = 0;      // of the unit, in the program
};

}  // namespace clj::linker
