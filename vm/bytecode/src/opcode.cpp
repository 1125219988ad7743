#include "clj/bytecode/opcode.h"

namespace clj::bytecode {

const OpInfo op_table[static_cast<int>(Op::kOpCount)] = {
#define CLJ_OP(name, a, b, c, extra, doc) {#name, Operand::a, Operand::b, Operand::c, Extra::extra, doc},
#include "clj/bytecode/opcodes.def"
#undef CLJ_OP
};

const char* const predicate_names[kPredicateCount] = {
#define CLJ_PREDICATE(name) name,
#include "clj/bytecode/predicates.def"
#undef CLJ_PREDICATE
};

uint32_t find_predicate(std::string_view name) {
  uint32_t number = 0;
  while (number < kPredicateCount && predicate_names[number] != name) ++number;
  return number;
}

// FNV-1a, so that the compiler computes it: every start asks for it.
static constexpr uint64_t fingerprint_of(std::string_view text) {
  uint64_t hash = 0xcbf29ce484222325;
  for (char c : text) hash = (hash ^ static_cast<uint8_t>(c)) * 0x100000001b3;
  return hash;
}

uint64_t opcode_fingerprint() {
  constexpr std::string_view text =
#define CLJ_OP(name, a, b, c, extra, doc) #name "," #a "," #b "," #c "," #extra ";"
#include "clj/bytecode/opcodes.def"
#undef CLJ_OP
#define CLJ_PREDICATE(name) name ";"
#include "clj/bytecode/predicates.def"
#undef CLJ_PREDICATE
      ;
  constexpr uint64_t fingerprint = fingerprint_of(text);
  return fingerprint;
}

}  // namespace clj::bytecode
