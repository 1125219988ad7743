// Constants of a bundle, read without making values of them.
//
// Errors   The bundle has passed the verifier, or was written by this process.
// Design   docs/bundle-format.md
#pragma once
#include <cstring>
#include <string>
#include <vector>

#include "clj/bytecode/bundle.h"

namespace clj::bytecode {

inline ConstantTag constant_tag(const BundleView& bundle, uint32_t constant) {
  return static_cast<ConstantTag>(bundle.constant_bytes()[bundle.constant_offsets()[constant]]);
}

// A constant's operands in order: visit(kind, number), the kinds as in constants.def. For `*` and
// `%` the number is the count that follows (of pairs: twice it), for `8` the raw bits.
template <class F>
void for_each_operand(const BundleView& bundle, uint32_t constant, F&& visit) {
  std::string_view bytes = bundle.constant_bytes();
  size_t at = bundle.constant_offsets()[constant];
  auto tag = static_cast<ConstantTag>(bytes[at++]);
  uint64_t repeat = 1, n = 0;
  for (const char* op = constant_operands(tag); *op != '\0'; ++op) {
    if (*op == '*' || *op == '%') {
      read_varint(bytes, at, repeat);
      visit(*op, repeat);
      if (*op == '%') repeat *= 2;
      continue;
    }
    for (; repeat > 0; --repeat) {
      if (*op == '8') {
        std::memcpy(&n, bytes.data() + at, sizeof n);
        at += sizeof n;
      } else {
        read_varint(bytes, at, n);
      }
      visit(*op, n);
    }
    repeat = 1;
  }
}

// The texts of a constant's string operands, '/' between them; one that is absent is left out:
// "my.app/f" of a var.
std::string constant_text(const BundleView& bundle, uint32_t constant);

// The constants and functions that a function leads to, itself included.
struct Reached {
  std::vector<bool> functions, constants;
};
// Adds what `function` leads to.
void reach(const BundleView& bundle, uint32_t function, Reached& reached);

}  // namespace clj::bytecode
