// CompilerException: what every error of the analyzer and of macros becomes.
#pragma once
#include <cstdint>
#include <string>

#include "clj/value/value.h"

namespace clj::analyze {

enum class Phase : uint8_t { kCompileSyntaxCheck, kMacroSyntaxCheck, kMacroexpansion };

// Throws a CompilerException caused by `cause`. `symbol` is the form's operator or nil.
[[noreturn]] void throw_compiler_exception(Phase phase, Value symbol, uint32_t line, uint32_t column, Value cause);

// A form as Java's + joins it to a message: a text without its quotes, nil as null.
std::string host_text(Value form);

}  // namespace clj::analyze
