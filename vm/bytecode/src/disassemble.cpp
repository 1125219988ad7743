#include <cstdio>

#include "clj/bytecode/bundle.h"
#include "clj/bytecode/opcode.h"

namespace clj::bytecode {

std::string disassemble(const ArityRecord& arity, const uint32_t* code) {
  std::string out;
  char buffer[160];
  auto print = [&](const char* format, auto... args) {
    std::snprintf(buffer, sizeof buffer, format, args...);
    out += buffer;
  };
  auto operand = [&](Operand mode, uint32_t value) {
    switch (mode) {
      case Operand::kNone: break;
      case Operand::kWrite:
      case Operand::kRead:
      case Operand::kModify:
      case Operand::kBase: print(" r%u", value); break;
      case Operand::kCount: print(" #%u", value); break;
      case Operand::kImm: print(" %d", static_cast<int8_t>(value)); break;
      case Operand::kField: print(" .%u", value); break;
      case Operand::kConst8: print(" k%u", value); break;
      default: break;
    }
  };
  for (uint32_t pc = 0; pc < arity.code_words; pc += instruction_words(code + pc)) {
    const uint32_t* at = code + pc;
    const OpInfo& row = info(op_of(*at));
    print("%5u  %s", pc, row.name);
    operand(row.a, a_of(*at));
    switch (row.b) {
      case Operand::kConst: print(" k%u", d_of(*at)); break;
      case Operand::kImm16: print(" %d", static_cast<int32_t>(*at) >> 16); break;
      case Operand::kCap: print(" capture%u", d_of(*at)); break;
      default:
        operand(row.b, b_of(*at));
        operand(row.c, c_of(*at));
    }
    switch (row.extra) {
      case Extra::kNo: break;
      case Extra::kJump: print(" -> %u", pc + 2 + at[1]); break;
      case Extra::kCallK:
        print(" k%u", at[1] & 0xFFFFFF);
        if (row.a != Operand::kWrite) print(" => r%u", at[1] >> 24);
        break;
      case Extra::kCallBack: print(" -> %u => r%u", pc + 2 - (at[1] & kMaxCallBack), at[1] >> 24); break;
      case Extra::kConsts: print(" k%u k%u", at[1] & 0xFFFF, at[1] >> 16); break;
      case Extra::kCaps:
        for (uint32_t i = 0; i < at[1]; ++i) {
          static const char* const kinds[] = {"r", "capture", "self", "later"};
          uint32_t kind = at[2 + i] & 0xFF;
          print(kind < 2 ? " %s%u" : " %s", kinds[kind & 3], at[2 + i] >> 8);
        }
        break;
      case Extra::kTable:
        for (uint32_t i = 0; i <= at[1]; ++i) print(" -> %u", pc + 3 + i + at[2 + i]);
        break;
    }
    out += "\n";
  }
  const uint32_t* entries = code + arity.exceptions;
  for (uint32_t i = 0; i < arity.exception_count; ++i, entries += 4) {
    print("       try %u to %u: handler %u, exception in r%u\n", entries[0], entries[1], entries[2], entries[3]);
  }
  return out;
}

}  // namespace clj::bytecode
