// What the parts of the type system share and nobody else needs.
#pragma once
#include <string_view>

#include "clj/core/type.h"

namespace clj {

Value object_class();
// Map of Symbol to Class: the imports of a new namespace.
Value default_imports();
// The class of one function, made when first asked for: "user$f".
Value function_class(Value f);
// Object[] or the class of an array made for a certain component class.
Value array_class_of(Value array);

}  // namespace clj
