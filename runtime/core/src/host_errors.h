// What is thrown where a class or a member of the host is not there.
#pragma once
#include <string_view>

#include "clj/value/value.h"
#include "host_members.h"

namespace clj {

[[noreturn]] void throw_no_method(Value cls, std::string_view name, uint32_t count);
[[noreturn]] void throw_no_field(Value cls, std::string_view name);
// What a reflected call says: without arguments it looks for a field in the end.
[[noreturn]] void throw_no_member(Value cls, std::string_view name, uint32_t count);
// ArityException of an object of the class that is called.
[[noreturn]] void throw_class_arity(uint32_t given, std::string_view class_name);
// NullPointerException for a member of nil, called with `count` arguments: where the call site's hint (Analyzer::with_hint) lets the
// JVM compile it against a method or field, it names that and the local.
[[noreturn]] void throw_nil_target(Value member, uint32_t count);

// Throws unless the class, of an instance, needs no method of its own for the row: a deftype must bring the methods of its
// interfaces; records and metadata work natively.
void check_implemented(Value cls, const HostMember& row, uint32_t count);
// AbstractMethodError for a method that the class's interfaces declare and it lacks.
void check_declared(Value cls, std::string_view method, uint32_t count);
// Throws ClassCastException where JVM Clojure casts the target to the hint of the call site, which comes with the member
// (Analyzer::with_hint): if the class of the hint has the member. For calls that have failed anyway.
void check_hint(Value target, Value member, uint32_t count);

}  // namespace clj
