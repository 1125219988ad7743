// Param tags (1.12): ^[long _] Class/member.
//
// Errors   IllegalArgumentException for a call with another number of arguments than there are tags.
#pragma once
#include "clj/gc/heap.h"
#include "clj/value/value.h"

namespace clj::analyze {

// The vector of tags that a qualified symbol has; nil for others.
Value param_tags(Value symbol);
// The call of the member with its arguments made what the tags say, as a form without tags.
Value tagged_call(Value member, Value cls, const gc::ValueList& args);
// The same as a function: the member as a value.
Value tagged_function(Value member, Value cls);

}  // namespace clj::analyze
