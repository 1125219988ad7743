// The tree evaluator: runs the AST directly, one C++ function per kind of node.
//
// It is the reference that the interpreter is compared with, so it is short rather than fast:
// a frame is an array of the locals that a function owns, a closure copies what it captures,
// recur stores and loops, exceptions are C++ exceptions.
//
// Threads  Any; each thread has its own chain of frames.
// Errors   As the program throws; StackOverflowError when the C stack is nearly used up.
// Design   docs/pipeline.md
#pragma once
#include <memory>

#include "clj/analyze/ast.h"
#include "clj/value/object.h"

namespace clj::tree {

// Runs a unit's root and yields its value.
Value run(const std::shared_ptr<analyze::Unit>& unit);

// Makes functions of this evaluator callable from everywhere (core_upcalls). Hooks that are
// set already keep serving the functions of the other evaluator.
void install();

// The frames of the calling thread, innermost first: a vector of [class method file line].
Value capture_stack();

// Frees what a dead TreeUnit holds; for gc::Upcalls::finalize.
void finalize(Object* object);

}  // namespace clj::tree
