// The instruction set: enum, operand modes and names, all from opcodes.def.
//
// Design   docs/bytecode.md
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace clj::bytecode {

enum class Op : uint8_t {
#define CLJ_OP(name, a, b, c, extra, doc) k##name,
#include "clj/bytecode/opcodes.def"
#undef CLJ_OP
  kOpCount  // not an opcode
};

enum class Operand : uint8_t {
  kNone, kWrite, kRead, kModify, kBase, kCount, kImm, kConst, kImm16, kCap, kField, kConst8
};
enum class Extra : uint8_t { kNo, kJump, kCallK, kCallBack, kConsts, kCaps, kTable };

struct OpInfo {
  const char* name;
  Operand a, b, c;
  Extra extra;
  const char* doc;
};
extern const OpInfo op_table[static_cast<int>(Op::kOpCount)];

constexpr uint32_t kFrameHeaderWords = 4;  // function, return pc, caller's base, caller's constants
constexpr uint32_t kMaxRegisters = 250;   // that the emitter uses
constexpr uint32_t kLargestFrame = 256;   // registers that an instruction can name

constexpr Op op_of(uint32_t word) { return static_cast<Op>(word & 0xFF); }
constexpr uint32_t a_of(uint32_t word) { return word >> 8 & 0xFF; }
constexpr uint32_t b_of(uint32_t word) { return word >> 16 & 0xFF; }
constexpr uint32_t c_of(uint32_t word) { return word >> 24; }
constexpr uint32_t d_of(uint32_t word) { return word >> 16; }
constexpr uint32_t encode(Op op, uint32_t a = 0, uint32_t b = 0, uint32_t c = 0) {
  return static_cast<uint32_t>(op) | a << 8 | b << 16 | c << 24;
}
constexpr uint32_t encode_d(Op op, uint32_t a, uint32_t d) { return static_cast<uint32_t>(op) | a << 8 | d << 16; }

constexpr uint32_t kMaxCallBack = 0xFFFFFF;  // words that a kCallBack goes back at most

// A capture word of Closure: where the value is taken from.
// kTakenCapture: a capture of the running closure, which forgets it. kNone: SetCapture follows.
enum class CaptureSource : uint8_t { kRegister, kCapture, kTakenCapture, kSelf, kNone };
constexpr uint32_t encode_capture(CaptureSource source, uint32_t index) {
  return static_cast<uint32_t>(source) | index << 8;
}

inline const OpInfo& info(Op op) { return op_table[static_cast<int>(op)]; }
// The jumps that may go backwards: they are safepoints.
inline bool is_loop(Op op) { return op == Op::kLoop || (op >= Op::kLoopIfLess && op <= Op::kLoopIfGreaterEqualConst); }

// Instructions whose window has room for a frame header before the arguments.
constexpr bool is_call(Op op) {
  return op == Op::kCall || op == Op::kCallVar || op == Op::kCallNative || op == Op::kCallProtocol || op == Op::kHostCall || op == Op::kStaticCall ||
         op == Op::kCallSelf || op == Op::kCallSelfVar;
}
// Constants after constant K that belong to the instruction, too.
constexpr uint32_t cache_constants(Op op) {
  switch (op) {
    case Op::kCallVar:
    case Op::kCallNative:
    case Op::kGetKeyword:
    case Op::kHostField:
    case Op::kNew: return 2;
    case Op::kStaticCall:
    case Op::kStaticMember:
    case Op::kHostCall:
    case Op::kHostMember: return 3;
    case Op::kCallProtocol: return 8;
    default: return 0;
  }
}

// Words of the instruction at `at`, extra words included.
inline uint32_t instruction_words(const uint32_t* at) {
  switch (info(op_of(*at)).extra) {
    case Extra::kNo: return 1;
    case Extra::kJump:
    case Extra::kCallK:
    case Extra::kCallBack:
    case Extra::kConsts: return 2;
    case Extra::kCaps: return 2 + at[1];
    case Extra::kTable: return 3 + at[1];
  }
  return 1;
}

// Calls read(r), write(r) for every register that the instruction at `at` reads and writes.
template <class Read, class Write>
void for_each_register(const uint32_t* at, Read&& read, Write&& write) {
  uint32_t word = *at;
  Op op = op_of(word);
  const OpInfo& row = info(op);
  uint32_t a = a_of(word), b = b_of(word), c = c_of(word);
  auto operand = [&](Operand mode, uint32_t r) {
    if (mode == Operand::kRead || mode == Operand::kModify) read(r);
    if (mode == Operand::kWrite || mode == Operand::kModify) write(r);
  };
  operand(row.a, a);
  operand(row.b, b);
  operand(row.c, c);
  auto window = [&](uint32_t first, uint32_t count) {
    for (uint32_t i = 0; i < count; ++i) read(first + i);
  };
  if (is_call(op)) {
    if (op == Op::kCall) read(a);
    window(a + kFrameHeaderWords, b);
  } else if (op == Op::kReify) {
    window(a, b + 1);  // metadata, then the methods
  } else if (row.a == Operand::kBase && row.b == Operand::kCount) {
    window(a, b);
  } else if (row.b == Operand::kBase) {
    window(b, c);
  }
  if ((row.extra == Extra::kCallK && row.a != Operand::kWrite) || row.extra == Extra::kCallBack) write(at[1] >> 24);
  if (row.extra == Extra::kCaps) {
    for (uint32_t i = 0; i < at[1]; ++i) {
      if (static_cast<CaptureSource>(at[2 + i] & 0xFF) == CaptureSource::kRegister) read(at[2 + i] >> 8);
    }
  }
}

// Predicates of predicates.def, by number.
enum : uint32_t {
  kPredicateCount =
#define CLJ_PREDICATE(name) 1 +
#include "clj/bytecode/predicates.def"
#undef CLJ_PREDICATE
      0
};
extern const char* const predicate_names[kPredicateCount];
// The number of the predicate with this name; kPredicateCount: none.
uint32_t find_predicate(std::string_view name);

// A hash of the whole table: chunks made with another instruction set do not load.
uint64_t opcode_fingerprint();

}  // namespace clj::bytecode
