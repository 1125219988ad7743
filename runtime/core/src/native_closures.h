// The functions of native_closures.def.
#pragma once
#include "clj/core/native_closure.h"

namespace clj {

#define CLJ_NATIVE_CLOSURE(name, maker, function, arities, doc) Value function(NativeClosure* self, Value* args, uint32_t count);
#include "clj/core/native_closures.def"
#undef CLJ_NATIVE_CLOSURE

}  // namespace clj
