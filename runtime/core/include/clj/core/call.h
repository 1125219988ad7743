// Functions and calling them from C++.
//
// `invoke` calls anything Clojure can call: native functions, closures of either evaluator,
// keywords, symbols, maps, sets, vectors, vars, multimethods, instances that implement IFn.
// Arguments live in the caller's array and belong to the callee: a function that walks a seq
// may overwrite its slot so that the head is not retained.
//
// Errors   ArityException; ClassCastException "… cannot be cast to class clojure.lang.IFn …".
#pragma once
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "clj/value/object.h"

namespace clj {

using NativeCode = Value (*)(Value* args, uint32_t count);

// One row of the native function tables (runtime/builtins). Arity is checked before the call.
struct NativeRow {
  const char* ns;
  const char* name;
  NativeCode code;
  int8_t min_args;
  int8_t max_args;  // -1: variadic
};
extern const NativeRow* native_rows;
extern uint32_t native_row_count;
// The row of a name, or nullptr. Walks the table.
const NativeRow* find_native_row(std::string_view ns, std::string_view name);

struct NativeFn : Object {
  static constexpr Kind kKind = Kind::kNativeFn;
  static constexpr uint16_t kSlots = 0;
  uint32_t row;
};

// A function with metadata (fn with-meta): calls go to `function`. Its class is AFunction$1, but where a fn form has
// metadata (kOfForm) that of the form.
struct MetaFn : Object {
  static constexpr Kind kKind = Kind::kMetaFn;
  static constexpr uint8_t kOfForm = kFlagA;
  static constexpr uint16_t kSlots = 2;
  Value function;
  Value meta;
};

// A member of a host class as a function (Long/parseLong, String/.toUpperCase as values).
struct HostFn : Object {
  static constexpr Kind kKind = Kind::kHostFn;
  static constexpr uint16_t kSlots = 2;
  Value type;    // Class of the static method; nil: an instance method of the first argument
  Value member;  // Symbol
};

Value invoke(Value f, Value* args, uint32_t count);
inline Value invoke(Value f) { return invoke(f, nullptr, 0); }
template <class... Args>
Value invoke(Value f, Value a, Args... rest) {
  Value args[] = {a, rest...};
  return invoke(f, args, 1 + sizeof...(rest));
}
// (apply f args… seq)
Value apply(Value f, const Value* leading, uint32_t count, Value seq);

// IFn's methods take that many arguments; all further ones come in an array.
constexpr uint32_t kMostSpread = 20;
// "Object, Object": the parameters of the method of IFn that a call with that many arguments calls.
constexpr std::string_view ifn_parameters(uint32_t count) {
  constexpr std::string_view kAll =
      "Object, Object, Object, Object, Object, Object, Object, Object, Object, Object, Object, Object, Object, Object, Object, Object, "
      "Object, Object, Object, Object, Object[]";
  constexpr size_t kEach = std::string_view("Object, ").size();
  return count > kMostSpread ? kAll : kAll.substr(0, count == 0 ? 0 : count * kEach - 2);
}
// NullPointerException of such a call of nil. `reason` says where the nil came from, or nothing.
[[noreturn]] void throw_call_of_nil(uint32_t count, std::string_view reason);
// The same for a call of applyTo, of a nil in that local.
[[noreturn]] void throw_apply_of_nil(std::string_view reason);
// The reason where it came from a var's root, or from the var as this thread sees it.
constexpr std::string_view kReasonOfRoot = "the return value of \"clojure.lang.Var.getRawRoot()\"";
constexpr std::string_view kReasonOfDynamic = "the return value of \"clojure.lang.Var.get()\"";

bool is_fn(Value v);   // fn?
bool is_ifn(Value v);  // ifn?
// "user/f" or "clojure.core/map": for messages and stack traces.
std::string native_name(const NativeFn* f);
// The same for any function; "" when it has no name.
std::string function_name(Value f);

// What core calls up for (set once at start).
struct CoreUpcalls {
  Value (*invoke_closure)(Value closure, Value* args, uint32_t count) = nullptr;  // exec
  // Makes a Caller of a Closure enter the interpreter directly, where its arity allows that.
  void (*prepare_closure)(class Caller& caller) = nullptr;                        // exec
  Value (*invoke_tree)(Value tree_fn, Value* args, uint32_t count) = nullptr;     // tree
  // How many arguments the variadic arity of a Closure or TreeFn takes before `&`; -1: none.
  int (*variadic_required)(Value f) = nullptr;
  // Calls the variadic arity with exactly that many arguments and the rest as a seq or nil, so
  // that (apply f lazy-seq) walks no more of the seq than f does.
  Value (*invoke_rest)(Value f, Value* args, uint32_t count, Value rest) = nullptr;
  // The name of a Closure or TreeFn ("user/f/fn--12"), a String.
  Value (*closure_name)(Value f) = nullptr;
  Value (*eval)(Value form) = nullptr;                                            // driver
  Value (*macroexpand_1)(Value form) = nullptr;                                   // driver
  Value (*macroexpand)(Value form) = nullptr;                                     // driver
  Value (*compiler_position)() = nullptr;  // [line column] of the form that is compiled; driver
  Value (*capture_stack)() = nullptr;  // vector of [class method file line] of the caller's frames
  // Requires or loads the lib whose root path is `path` ("clojure/set"); driver.
  void (*load_lib)(const char* path) = nullptr;
  Value (*deref_ref)(Value ref) = nullptr;  // a Ref's value in the running transaction; builtins
  // A build: gives an unbound var the value of a `def` it has put off. False when there is none.
  bool (*force_var)(struct Var* var) = nullptr;
};
extern CoreUpcalls core_upcalls;

}  // namespace clj
