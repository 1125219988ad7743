// The bundle's checks and the disassembler. Checksums are not asked for, or no mutation would
// get past them.
#include <cstdlib>
#include <vector>

#include "clj/bytecode/bundle.h"
#include "fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  // Mapped files start at a page: the sections rely on the alignment.
  auto* copy = static_cast<char*>(std::aligned_alloc(4096, (size + 4096) & ~size_t{4095}));
  std::copy(data, data + size, copy);
  clj::bytecode::BundleView view;
  if (view.open({copy, size}, false).empty() && clj::bytecode::verify_bundle(view).empty()) {
    for (const auto& arity : view.arities()) clj::bytecode::disassemble(arity, view.code().data() + arity.code);
  }
  std::free(copy);
  return 0;
}
