// Definite assignment, as the Java verifier has it: no instruction reads a register that was not
// written before, on whatever way the code comes to it.
//
// A call's window and what is behind it belong to the callee: after the call nothing there is assigned.
#pragma once
#include <cstdint>
#include <string>

#include "clj/bytecode/bundle.h"

namespace clj::bytecode {

// Empty, or what is wrong with the code of the arity. Its instructions, jumps, registers and exception table must have been
// checked before.
std::string assignment_fault(const ArityRecord& arity, const uint32_t* code);

}  // namespace clj::bytecode
