// Arguments that name a namespace.
#pragma once
#include "native.h"

namespace clj::builtins {

// (the-ns x): the Namespace itself or the one a symbol names; Exception "No namespace: x found".
Value namespace_arg(Value v);

}  // namespace clj::builtins
