// Vars and namespaces.
//
// A Var's root is one atomic word: a read is one acquire load. Dynamic vars are looked up in
// the thread's bindings (Mutator::bindings, a persistent map of Var to Box) when the var is
// `dynamic` and has ever been bound.
//
// Threads  All operations are safe; alter-var-root locks the var.
#pragma once
#include <string>
#include <string_view>

#include "clj/gc/heap.h"
#include "clj/value/object.h"

namespace clj {

struct Var : Object {
  static constexpr Kind kKind = Kind::kVar;
  static constexpr uint16_t kSlots = 6;
  static constexpr uint8_t kDynamic = kFlagA, kMacro = kFlagB, kEverBound = kFlagC, kPrivate = kFlagD;
  AtomicValue root;  // an Unbound object until defined
  Value ns;          // Namespace or nil (with-local-vars)
  Value symbol;      // unqualified Symbol
  AtomicValue meta;
  AtomicValue watches;
  AtomicValue validator;

  bool is_dynamic() const { return has_flag(kDynamic); }
  bool is_macro() const { return has_flag(kMacro); }
  bool is_bound() const { return !is_kind(root.load(), Kind::kUnbound); }
};

struct Namespace : Object {
  static constexpr Kind kKind = Kind::kNamespace;
  static constexpr uint16_t kSlots = 4;
  Value name;            // Symbol
  AtomicValue mappings;  // map of Symbol to Var or Class
  AtomicValue aliases;   // map of Symbol to Namespace
  AtomicValue meta;
};

// The root of a var that has no value yet.
struct Unbound : Object {
  static constexpr Kind kKind = Kind::kUnbound;
  static constexpr uint16_t kSlots = 1;
  Value var;
};

// A mutable cell: thread bindings, and locals captured by letfn or set!.
struct Box : Object {
  static constexpr Kind kKind = Kind::kBox;
  static constexpr uint16_t kSlots = 1;
  AtomicValue value;
};

// nil when there is none. Shows a library of loaded_at_start.def that is named for the first time.
Value find_namespace(Value symbol);
Value shown_namespace(Value symbol);           // nil; shows nothing
Value find_or_create_namespace(Value symbol);
Value intern(Value ns, Value symbol);          // the Var, created unbound when new
Value intern_var(std::string_view ns, std::string_view name);
Value find_interned_var(Value ns, Value symbol);  // nil; only vars interned in ns itself
Value resolve_mapping(Value ns, Value symbol);    // Var, Class or nil: mappings of ns only
Value all_namespaces();                           // map of Symbol to Namespace, with all of loaded_at_start.def
void publish_namespace(Value ns);                 // puts it into the table under its name
// The library with this root path ("clojure/spec/alpha") is about to be loaded from elsewhere: the
// runtime's own is no longer in the table.
void hide_library(std::string_view path);
Value remove_namespace(Value symbol);             // the Namespace or nil
// refer: IllegalStateException when the name is taken by another var (clojure.core's excepted,
// which are replaced with a warning).
void refer_var(Value ns, Value symbol, Value var);
// `cls` is a Class, or the name (String) of one that is unknown here: code that mentions it
// loads, and throws ClassNotFoundException when it is reached.
// (refer 'clojure.core) in a namespace that maps nothing but the default imports yet: false when
// it does map more. Costs next to nothing: every such namespace starts from one shared map.
bool refer_all_of_core(Value ns);
void import_class(Value ns, Value symbol, Value cls);
// (import* "java.util.Date") in *ns*: the Class, which is only a name when it is unknown.
Value import_named(Value name_string);
void unmap(Value ns, Value symbol);
void add_alias(Value ns, Value alias_symbol, Value target_ns);
void remove_alias(Value ns, Value alias_symbol);
std::string var_text(const Var* var);             // "#'user/x"

Value make_var(Value ns_or_nil, Value symbol);
Value deref_var_slow(Var* var);  // thread binding or root
inline Value deref(Var* var) {
  return var->has_flag(Var::kEverBound) ? deref_var_slow(var) : var->root.load();
}
void bind_root(Var* var, Value value);         // def: validates, notifies watches, clears :macro
// What (def …) does before it sets metadata: binds the root (absent(): leaves it) and sets kDynamic.
void define_var(Var* var, Value init, bool dynamic);
void set_var(Var* var, Value value);           // set!: a binding that this thread made, else IllegalStateException
void set_var_meta(Var* var, Value meta);       // adds :name, :ns; updates kMacro, kPrivate
void define_var_meta(Var* var, Value meta);    // of a def: as set_var_meta, and sets kDynamic
void reset_var_meta(Var* var, Value meta);     // reset-meta!: as given; updates kMacro, kPrivate
Value alter_var_root(Var* var, Value f, const Value* args, uint32_t count);
Value current_ns();                            // deref of *ns*

// Thread bindings: `map` is var -> value. push/pop pairs nest; BindingScope is their scope.
void push_thread_bindings(Value map);
void pop_thread_bindings();
Value thread_bindings();               // get-thread-bindings: map of Var to value
bool is_thread_bound(const Var* var);
// The bindings as one value that another thread may adopt (binding conveyance).
inline Value thread_binding_frame() { return gc::mutator().bindings; }
inline void reset_thread_binding_frame(Value frame) { gc::mutator().bindings = frame; }

// Afterwards the bindings are what they were before, even if code inside it pushed or popped
// without a match.
class BindingScope {
 public:
  explicit BindingScope(Value map) : before_(thread_binding_frame()) { push_thread_bindings(map); }
  ~BindingScope() { reset_thread_binding_frame(before_); }
  BindingScope(const BindingScope&) = delete;

 private:
  Value before_;  // the C++ stack is scanned
};

}  // namespace clj
