// What Collection.toArray gives.
#pragma once
#include "clj/gc/heap.h"
#include "clj/value/value.h"

namespace clj::builtins::host {

// For the arguments of toArray: a new Object[] of the elements without an array; the array that was given, with
// null after the elements, when they fit; else a new one of its class. What makes an array of a length (an
// IntFunction) stands for an array of length 0. ArrayStoreException for an element of another class.
Value elements_to_array(gc::ValueList& elements, const Value* args, uint32_t count);

}  // namespace clj::builtins::host
