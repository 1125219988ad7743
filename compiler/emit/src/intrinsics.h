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

// The name when `fn` refers to a var of clojure.core, or to a local that a let binds to one, else nullptr. Valid while the var lives.
const char* core_function_name(const analyze::Node* fn);
bool is_class_constant(const analyze::Node* node);
const Intrinsic* find_intrinsic(const char* name, uint32_t arguments);

}  // namespace clj::emit
