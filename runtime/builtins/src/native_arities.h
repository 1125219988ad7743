// The numbers of arguments of functions, those in C++ included.
#pragma once
#include "clj/core/function_arities.h"

namespace clj::builtins {

FunctionArities arities_of(Value f);
// Of the functions of this class; false for other classes.
bool arities_of_functions(const Class* cls, FunctionArities& arities);

}  // namespace clj::builtins
