// Host interop: what (.m x), (C/m …), C/F, (C. …) do at run time.
//
// Members of host classes are rows of the tables in runtime/builtins; members of deftypes are
// in Class::methods. An unknown class is passed as its name (a String) and throws
// ClassNotFoundException here, naming the nearest one that exists.
//
// Errors   IllegalArgumentException "No matching method m found taking 1 args for class C",
//          "No matching field found: f for class C", ArityException-like cases as the JVM.
#pragma once
#include <atomic>
#include <cstdint>
#include <optional>
#include <string_view>

#include "clj/core/call.h"
#include "clj/value/value.h"

namespace clj {

Value construct(Value cls, Value* args, uint32_t count);

struct ArgumentRange {
  uint32_t least, most;
};
// How many arguments the constructors of a throwable class take; none for other classes.
std::optional<ArgumentRange> throwable_constructor_arguments(Value cls);

// The method that the JVM compiles a call with a target hinted as `cls` against, as its messages name it: "String.substring(int)".
// Empty where it is not known.
std::string compiled_method(Value cls, Value member, uint32_t count);
// args[0] is the target.
Value call_host_method(Value member_symbol, Value* args, uint32_t count);
// The same for a proxy, leaving out the proxy's own functions.
Value call_super_method(Value member_symbol, Value* args, uint32_t count);
Value call_static(Value cls, Value member_symbol, Value* args, uint32_t count);
// A static field, or a static or instance method as a function (String/.toUpperCase); the
// member `class` of a class's name is the class itself, `interface` is that or a class that is only a name.
Value static_member(Value cls, Value member_symbol);
// Grows whenever a class gets static members in Clojure.
extern std::atomic<uint64_t> statics_version;
// (.-field target), and (.field target) when there is no such method.
Value host_field(Value target, Value member_symbol);
Value set_host_field(Value target, Value member_symbol, Value value);

// For inline caches. What call_static(cls, member, …) and call_host_method(member, target, …) of
// every target of the same base class run, when it is one row of a table; else nullptr.
NativeCode find_static_code(Value cls, Value member_symbol, uint32_t count);
NativeCode find_static_field_code(Value cls, Value member_symbol);
NativeCode find_method_code(Value target, Value member_symbol, uint32_t count);
// What has no row: the value of a static field in Clojure, and the function that call_static runs for `count` arguments if
// it takes as many. Good until statics_version grows. absent() where there is none, and for the name of a class instead of it.
Value find_static_value(Value cls, Value member_symbol);
Value find_static_method(Value cls, Value member_symbol, uint32_t count);
// The slots, but for the class, of what construct(cls, `count` arguments) makes, when that is an
// instance whose first slots are the arguments and whose others are nil; else -1.
int instance_slots(Value cls, uint32_t count);
// What construct runs, when that is one function for all arguments; else nullptr.
NativeCode find_constructor_code(Value cls, uint32_t count);
// The class itself or the one of this name. Throws ClassNotFoundException.
Value require_class(Value class_or_name);
// The function that call_host_method runs for every instance of target's class; absent() when
// it is something else.
Value find_instance_method(Value target, Value member_symbol);
// The slot of a deftype's or record's field, or -1.
int field_index(const struct Class* cls, Value member_symbol);
int field_index(const struct Instance* instance, Value member_symbol);
// Whether the class has it by a row: methods in Clojure are not looked for, which would unpack parts of the image.
bool has_method_without_arguments(Value cls, Value member_symbol);
// That of the field which (.member instance) reads: -1 also where a method of the class has the name, as `count` of every record.
// Precondition: the class itself defines no such method.
int called_field_index(Value cls, Value member_symbol);

// Whether call_host_method(member, target and `count` arguments) would find a row of a table
// that a concrete class declares. The rows of interfaces are written in terms of core's generic
// functions, which ask this first.
bool has_host_method(Value target, Value member_symbol, uint32_t count);
// ClassCastException to `jvm_class` for a target without that method; nil, programs' own types and proxies are left to the call.
void require_host_method(Value target, Value member_symbol, uint32_t count, std::string_view jvm_class);

// A member row: `code` takes (target, args…) for instance members, (args…) for the others.
// Rows of one class that share a name are tried by argument count.
enum class MemberKind : uint8_t { kMethod, kStatic, kConstructor, kField, kStaticField };
struct HostMember {
  const char* class_name;
  MemberKind kind;
  const char* name;
  NativeCode code;
  int8_t min_args;  // without the target
  int8_t max_args;  // -1: variadic
};
extern const HostMember* host_members;  // set once at start by builtins
extern uint32_t host_member_count;

// What the analyzer and evaluators need for deftype*, reify* and defrecord.
// `method_functions` are functions of (this args…), one per name in `method_names`.
Value define_type(Value name_string, Value fields, Value interfaces, Value method_names,
                  const Value* method_functions, uint32_t count);
// The class of a reify form: its methods live in the instances' slots (see type.h).
Value define_reify_class(Value name_string, Value interfaces, Value method_names);
Value make_reify_instance(Value cls, Value meta, const Value* method_functions, uint32_t count);

// Throws ClassNotFoundException for `name`; for a class of the JDK the message says what the
// nearest one here is called.
[[noreturn]] void throw_class_not_found(std::string_view name);

// For the number of a method's arguments where whoever asks does not know it.
constexpr uint32_t kSomeCount = UINT32_MAX;
// AbstractMethodError: the deftype `cls` lacks a method (of `count` arguments) of its interface.
[[noreturn]] void throw_abstract_method(Value cls, std::string_view method, uint32_t count,
                                        std::string_view interface);

// Throws it where the type of v implements the interface and lacks the method; for a proxy, UnsupportedOperationException.
// Core's functions ask before they say that a value is not what they want.
void check_interface_method(Value v, Value interface, std::string_view method, uint32_t count);
// The same for all methods of the interface of that name that core's functions call.
void check_interface_methods(Value v, std::string_view interface);
// The interface of the host, among those that the class implements, by which core's functions ask for the method, or "".
std::string declaring_host_interface(Value cls, std::string_view method);

// A call of `f` with arguments that none of its arities takes: where f is a method of the type of the first argument,
// AbstractMethodError if an interface declares one with so many, else what reflection says; ArityException for other functions.
[[noreturn]] void throw_wrong_arity(Value f, std::string_view name, const Value* args, uint32_t count);

// locking: monitor-enter/-exit on any object.
void monitor_enter(Value v);
void monitor_exit(Value v);
bool leave_monitor(Value v);  // false: this thread does not hold it
class MonitorScope {
 public:
  explicit MonitorScope(Value v) : value_(v) { monitor_enter(v); }
  ~MonitorScope() { leave_monitor(value_); }  // code in the scope may have left it
  MonitorScope(const MonitorScope&) = delete;

 private:
  Value value_;
};
bool holds_monitor(Value v);
// Object's wait and notify: IllegalMonitorStateException when the thread does not hold the
// monitor. Zero waits for ever; false when the time ran out. Throws InterruptedException.
bool monitor_wait(Value v, int64_t nanoseconds);
void monitor_notify(Value v, bool all);

}  // namespace clj
