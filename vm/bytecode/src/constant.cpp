#include "clj/bytecode/constant.h"

namespace clj::bytecode {

std::string constant_text(const BundleView& bundle, uint32_t constant) {
  std::string text;
  for_each_operand(bundle, constant, [&](char kind, uint64_t n) {
    if ((kind != 's' && kind != 'S') || (kind == 'S' && n == 0)) return;
    if (!text.empty()) text += '/';
    text += bundle.string_text(static_cast<uint32_t>(kind == 'S' ? n - 1 : n));
  });
  return text;
}

void reach(const BundleView& bundle, uint32_t function, Reached& reached) {
  reached.functions.resize(bundle.functions().size());
  reached.constants.resize(bundle.constant_offsets().size());
  std::vector<uint32_t> functions, constants;  // whose parts are still to be looked at
  auto add = [](std::vector<bool>& known, std::vector<uint32_t>& open, uint64_t index) {
    if (known[index]) return;
    known[index] = true;
    open.push_back(static_cast<uint32_t>(index));
  };
  add(reached.functions, functions, function);
  while (!functions.empty() || !constants.empty()) {
    if (constants.empty()) {
      const FunctionRecord& f = bundle.functions()[functions.back()];
      functions.pop_back();
      for (uint32_t c : bundle.constant_indices().subspan(f.first_constant, f.constant_count)) {
        add(reached.constants, constants, c);
      }
      continue;
    }
    uint32_t constant = constants.back();
    constants.pop_back();
    for_each_operand(bundle, constant, [&](char kind, uint64_t n) {
      if (kind == 'f') add(reached.functions, functions, n);
      if (kind == 'c') add(reached.constants, constants, n);
      if (kind == 'C' && n != 0) add(reached.constants, constants, n - 1);
    });
  }
}

}  // namespace clj::bytecode
