// The numbers of arguments that a function takes, which its class keeps: programs ask the class by reflection.
#pragma once
#include <cstdint>

#include "clj/core/type.h"

namespace clj {

struct FunctionArities {
  uint32_t fixed = 0;     // bit n: exactly n arguments
  int required = -1;      // the parameters before a rest parameter; -1: there is none
  bool captures = false;  // its class has fields for values from around it, and so no static methods
};

// What a Closure or TreeFn declares; those that evaluate them set it.
extern FunctionArities (*compiled_arities)(Value f);

Value packed(const FunctionArities& arities);  // a Long
// False where the class is not that of functions which were compiled.
bool arities_of_class(const Class* cls, FunctionArities& arities);

}  // namespace clj
