// Constructing throwables of every class.
#pragma once
#include "clj/value/value.h"

namespace clj {

bool is_throwable_class(Value cls);
// (Exception.), (Exception. "m"), (Exception. cause), (Exception. "m" cause), and the classes
// with constructors of their own: ExceptionInfo, ArityException, AssertionError.
Value construct_throwable(Value cls, const Value* args, uint32_t count);

}  // namespace clj
