#include "clj/bytecode/opcode.h"

#include <cstring>

// It prefetches beyond what it hashes, and g++ sees how long the text is.
#pragma GCC diagnostic ignored "-Warray-bounds"
#define XXH_INLINE_ALL
#include <xxhash.h>

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

uint64_t opcode_fingerprint() {
  static const char text[] =
#define CLJ_OP(name, a, b, c, extra, doc) #name "," #a "," #b "," #c "," #extra ";"
#include "clj/bytecode/opcodes.def"
#undef CLJ_OP
#define CLJ_PREDICATE(name) name ";"
#include "clj/bytecode/predicates.def"
#undef CLJ_PREDICATE
      ;
  return XXH3_64bits(text, sizeof text - 1);
}

}  // namespace clj::bytecode
