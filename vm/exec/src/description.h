// What some instructions do beyond the core library's functions.
#pragma once
#include <cstdint>

#include "clj/value/value.h"

namespace clj::exec {

// True when `thrown` is caught by a clause for `cls`: a Class, or the name (String) of a class
// that was unknown when the clause was compiled.
bool catches(Value cls, Value thrown);
Value nth_or_nil(Value coll, Value index);
[[noreturn]] void throw_checked(Value thrown);  // ClassCastException unless it is a Throwable
Value make_rest_args(const Value* args, uint32_t count);
Value nth_checked(Value coll, Value index);
Value next_element_checked(Value walk);  // ClassCastException when it is none
Value append_to_vector(Value vector, const Value* items, uint32_t count);
Value append_to_map(Value map, const Value* items, uint32_t count);
Value append_to_set(Value set, const Value* items, uint32_t count);
// `description` as emitted: [name fields interfaces method-names] and [name interfaces method-names].
Value define_described_type(Value description, const Value* methods, uint32_t count);
// args: metadata, then `count` methods. `site` is the Box that keeps the class.
Value reify_described(Value description, Value site, const Value* args, uint32_t count);

}  // namespace clj::exec
