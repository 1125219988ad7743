// Copies one unit into the bundle of a program.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "clj/bytecode/bundle.h"

namespace clj::linker {

class UnitCopier {
 public:
  UnitCopier(const bytecode::BundleView& unit, bytecode::BundleWriter& writer) : unit_(unit), writer_(writer) {}
  void copy();

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
