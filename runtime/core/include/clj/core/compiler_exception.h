// CompilerException: what the compiler and `load` throw, with the phase and the place in the source as data.
//
// Threads  Any. Making one allocates (may collect).
// Design   docs/errors.md
#pragma once
#include <cstdint>
#include <string_view>

#include "clj/value/value.h"

namespace clj {

// `phase` is the name of :clojure.error/phase, `words` how the message begins ("Syntax error compiling"), `symbol` the
// operator of the form or nil, `file` a String or nil, `line` and `column` are 1-based.
Value make_compiler_exception(std::string_view phase, std::string_view words, Value symbol, Value file, int64_t line,
                              int64_t column, Value cause);

bool is_compiler_exception(Value throwable);

// What `load` throws for what a form of a namespace's file threw while it ran: a CompilerException of the phase
// :execution around it, or `thrown` itself if it is a CompilerException.
Value loading_error(Value thrown, Value file, int64_t line, int64_t column);

// What loading_error put the exception around; otherwise `thrown` itself.
Value without_loading_error(Value thrown);

}  // namespace clj
