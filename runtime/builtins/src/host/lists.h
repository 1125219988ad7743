// Lists of java.util for other host classes.
#pragma once
#include <cstddef>
#include <string>

#include "clj/value/value.h"

namespace clj::builtins::host {

Value make_array_list(const Value* values, size_t n);
// AbstractCollection.toString: "[a, null, b]".
std::string java_list_text(Value coll);
// A java.util.LinkedHashSet of the values, in order.
Value make_linked_set(const Value* values, size_t n);

}  // namespace clj::builtins::host
