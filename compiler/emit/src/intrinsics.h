// Which calls of clojure.core functions become instructions. As JVM Clojure's inlined
// functions, they do not see a with-redefs of the var.
#pragma once
#include "clj/analyze/ast.h"
#include "clj/bytecode/opcode.h"

namespace clj::emit {

enum class Shape { kUnary, kInt, kBinary, kSwapped, kFold, kAddOne, kAddMinusOne, kStore, kOrNil, kTest, kPredicate };

struct Intrinsic {
  const char* name;
  uint32_t arguments;
  bytecode::Op op;
  Shape shape;
};

// The row for a call of a clojure.core function, by its var or by a local that a let binds to it, with arguments that the instruction
// takes; else null.
const Intrinsic* find_intrinsic(const analyze::InvokeNode& call);

}  // namespace clj::emit
