// Kind: what a heap object is. The list is kinds.def.
#pragma once
#include <cstdint>

namespace clj {

enum class Kind : uint8_t {
#define CLJ_KIND(name, jvm_class, flags) k##name,
#include "clj/value/kinds.def"
#undef CLJ_KIND
  kCount
};

enum KindFlag : uint16_t {
  kPlain = 0,
  kSeq = 1,         // implements ISeq: first, next and rest work on it directly
  kSequential = 2,  // equal to any sequential collection with equal elements
  kMap = 4,
  kSet = 8,
  kMutable = 16,    // slots change after publication: stores need the write barrier
  kNative = 32,     // raw bytes hold native pointers, see object.h
  kFunction = 64,   // fn? is true
  kInternal = 128,  // never seen by programs
};

struct KindInfo {
  const char* name;       // as in kinds.def
  const char* jvm_class;  // what (class x) is called; "" for internal kinds
  uint16_t flags;
};
extern const KindInfo kind_table[static_cast<int>(Kind::kCount)];

inline const KindInfo& info(Kind kind) { return kind_table[static_cast<int>(kind)]; }

}  // namespace clj
