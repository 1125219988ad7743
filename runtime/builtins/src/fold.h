// Functions of two arguments that take more, from left to right.
#pragma once
#include "native.h"

namespace clj::builtins {

template <Value (*op)(Value, Value)>
Value fold(Value* args, uint32_t count) {
  Value result = op(args[0], args[1]);
  for (uint32_t i = 2; i < count; ++i) result = op(result, args[i]);
  return result;
}

}  // namespace clj::builtins
