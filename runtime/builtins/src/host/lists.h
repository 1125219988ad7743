// Lists of java.util for other host classes.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>

#include "clj/value/value.h"

namespace clj::builtins::host {

Value make_array_list(const Value* values, size_t n);
// Removes an element of a list class of array_list.cpp. True when what follows moved down in the
// list's array; false when the list begins one place further on instead.
bool remove_list_element(Value list, int64_t index);
// What the collection's own `contains` says.
bool holds(Value coll, Value x);
// AbstractCollection.toString: "[a, null, b]".
std::string java_list_text(Value coll);

}  // namespace clj::builtins::host
