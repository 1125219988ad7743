// The analyzer's state while it works on one top-level form.
//
// Special forms are member functions form_x, declared from special_forms.def and defined in
// forms/. What they share is here: scopes, captures, positions, node construction.
//
// Threads  One Analyzer per form, on one thread's stack.
#pragma once
#include <vector>

#include "clj/analyze/ast.h"
#include "clj/core/error.h"
#include "clj/core/text.h"
#include "clj/gc/heap.h"

namespace clj::analyze {

// Who takes an expression's value, as JVM Clojure's compiler sees it: where it does not return the value from a function, it makes a
// function of its own of a try, and of a loop whose value counts. Here this shows in the names of functions inside alone.
enum class Context : uint8_t { kExpression, kStatement, kReturn };

// Where an expression stands.
struct Place {
  bool tail = false;   // its value is the value of the enclosing fn method
  bool recur = false;  // its value is the value of the enclosing loop body or fn method
  Value name;          // String: what it is about to be bound to, names functions in traces
  Context context = Context::kExpression;
};

struct Binding;

// A mutable deftype field as a closure in a method sees it: its value when the closure is made.
struct Snapshot {
  Binding* field;
  Local* local;
};

// A function under analysis; the outermost one is the unit's root.
struct FnContext {
  FnContext* outer = nullptr;
  FnNode* node = nullptr;  // null for the root
  uint32_t outer_class_id = 0;
  Value name;              // String: what functions inside are named after, of a method its type; nil at the root of a top-level def
  uint32_t slots = 0;
  std::vector<Local*> captures;
  std::vector<Snapshot> snapshots;  // taken by the enclosing method where the function is made
};

// A name in scope. Lives in the unit's arena, chained from the innermost outwards.
struct Binding {
  Binding* outer;
  Value symbol;
  Local* local;      // for a deftype field: the method's `this`
  FnContext* owner;  // whose frame holds `local`
  int64_t field;     // index among the deftype's fields, or -1
  bool is_mutable;   // a field that set! may change
  Value env;         // &env of a macro called here, made when asked for
};

// What recur would jump to.
struct RecurTarget {
  Node* node;
  LocalList locals;
  std::vector<bool>* boxed = nullptr;  // of a loop: its locals that a recur gives no double although they start as one
};

// The elements of a form, as an array.
struct Items : gc::ValueList {
  explicit Items(Value form);
};

class Analyzer {
 public:
  // `line` and `column` are the place of forms that have none of their own.
  Analyzer(Unit& unit, uint32_t line, uint32_t column) : unit_(unit), line_(line), column_(column) {}

  void analyze_root(Value form);
  Node* analyze(Value form, Place place = {});

  // For macro expansion.
  bool is_local(Value symbol) const { return find_binding(symbol) != nullptr; }
  Value macro_env();
  uint32_t line() const { return line_; }
  uint32_t column() const { return column_; }
  // A Class, a String for a class that is unknown (yet), or nil when `symbol` names none.
  InvokeNode* with_primitive_operation(InvokeNode* call);
  Node* int_as_long(Node* value);
  Node* converted(Node* value, Primitive type);
  VarRefNode* core_var(const char* name);
  InvokeNode* core_call(const char* name, const std::vector<Node*>& args);
  Value find_class_here(Value symbol) const;
  bool is_unknown_class(Value found) const;
  // The same for the target of (. target …), where a class hides a local of its name.
  Value find_target_class(Value symbol) const;

  // The special forms. `items` are the elements of `form`, the operator first.
#define CLJ_SPECIAL_FORM(symbol, handler, usage, doc) Node* form_##handler(Value form, const Items& items, Place place);
  void finish_root_def(DefNode& def);  // of a def at top level, in forms/def.cpp
#define CLJ_SPECIAL_CLAUSE(symbol, usage, doc)
#include "special_forms.def"
#undef CLJ_SPECIAL_FORM
#undef CLJ_SPECIAL_CLAUSE

 private:
  // Kinds of forms.
  Node* analyze_dispatch(Value form, Place place);
  Node* analyze_symbol(Value symbol);
  Node* analyze_seq(Value form, Place place);
  void refuse_class_as_function(Value op) const;
  void check_protocol_call(const InvokeNode* call);
  Node* analyze_invoke(Value form, const Items& items, Place place);
  Node* analyze_loop(const Items& items, Place place, std::vector<bool>& boxed);
  Node* analyze_vector(Value form);
  Node* analyze_map(Value form);
  Node* analyze_set(Value form);
  Node* with_literal_meta(Node* node, Value form);
  Node* body(const gc::ValueList& items, size_t from, Place place);
  CatchNode* catch_clause(const Items& parts);
  NodeList arguments(const gc::ValueList& items, size_t from);
  Node* constant(Value value);
  Node* var_reference(Value var);

  // Names.
  Binding* find_binding(Value symbol) const;
  Local* make_local(Value symbol) { return make_local(symbol, fn_); }
  Local* make_local(Value symbol, FnContext* owner);
  void bind(Value symbol, Local* local);
  void bind_field(Value symbol, Local* instance, int64_t index, bool is_mutable);
  void capture(Local* local, FnContext* owner);
  Node* reference(Binding* binding, Value symbol);
  Local* snapshot_of(Binding* field);
  Node* with_snapshots(const std::vector<Snapshot>& snapshots, Node* body);
  Value static_class(Value symbol) const;
  Value require_class(Value symbol) const;
  // Throws ClassNotFoundException for the name of no class where ClassesMustExist asks for it.
  void refuse_missing_class(Value name) const;
  Node* unknown_class(Value name, std::string_view member = "class");

  // Functions: the methods of one function object (fn*, deftype* and reify* methods).
  struct MethodForm {
    Value params;  // vector form
    const gc::ValueList* body;
    size_t body_from;
  };
  FnMethodNode* analyze_method(const MethodForm& method, Value this_symbol, Value fields, Value result_tag);
  FnNode* begin_fn(FnContext& context, Value name);
  void finish_fn(FnContext& context, std::vector<FnMethodNode*>& methods);
  Value fn_name(Value own_name, Value bound_name);
  std::vector<Snapshot> analyze_type_methods(const Items& items, size_t from, Value type_name, Value fields,
                                             Value voids, Value* names, NodeList* methods);
  Value class_list(Value form);

  // Interop.
  Node* static_call(Value cls, Value member, NodeList args);
  Node* final_assignment(Value cls, Value member, Value value);
  Node* static_field(Value cls, Value member);
  bool removes_by_index(std::string_view member, const Node* target, const NodeList& args) const;
  Value with_hint(Value member, const Node* target);
  Node* as_functional(Node* target);
  Node* host_call(Value member, Node* target, NodeList args);

  template <class T>
  T* node() {
    return unit_.make_node<T>(line_, column_);
  }
  template <class T>
  T* node(Place place) {
    T* made = unit_.make_node<T>(line_, column_);
    made->tail = place.tail;
    return made;
  }
  uint32_t next_id() { return ++ids_; }
  uint32_t next_class_id() { return ++class_ids_; }

  // A form that is a function of its own on the JVM (see Context): functions inside have names as if one without a name were around
  // them, and locals around it are captured.
  class AsOwnFn {
   public:
    AsOwnFn(Analyzer& a, bool wanted) : a_(a), fn_(a.fn_), name_(a.fn_->name), class_id_(a.class_id_) {
      if (!wanted) return;
      fn_->name = a.fn_name(Value::nil(), Value::nil());
      a.class_id_ = a.next_class_id();
    }
    ~AsOwnFn() {
      fn_->name = name_;
      a_.class_id_ = class_id_;
    }
    AsOwnFn(const AsOwnFn&) = delete;

   private:
    Analyzer& a_;
    FnContext* fn_;
    Value name_;
    uint32_t class_id_;
  };

  // Leaves the function under analysis on every way out: an error leaves it half made.
  class LeaveFn {
   public:
    explicit LeaveFn(Analyzer& a) : a_(a), fn_(a.fn_) {}
    ~LeaveFn() { a_.fn_ = fn_; }
    LeaveFn(const LeaveFn&) = delete;

   private:
    Analyzer& a_;
    FnContext* fn_;
  };

  // Restores what bindings and targets a form changed.
  class Restore {
   public:
    explicit Restore(Analyzer& a) : a_(a), scope_(a.scope_), target_(a.target_), no_recur_(a.no_recur_) {}
    ~Restore() {
      a_.scope_ = scope_;
      a_.target_ = target_;
      a_.no_recur_ = no_recur_;
    }
    Restore(const Restore&) = delete;

   private:
    Analyzer& a_;
    Binding* scope_;
    RecurTarget* target_;
    bool no_recur_;
  };

  gc::ValueList hinted_;  // member, class, local's name and what with_hint made of them, four for each
  Unit& unit_;
  FnContext* fn_ = nullptr;
  Binding* scope_ = nullptr;
  RecurTarget* target_ = nullptr;
  bool no_recur_ = false;  // a try stands between here and the target
  uint32_t line_, column_;
  uint32_t ids_ = 0;
  uint32_t class_id_ = 0, class_ids_ = 0;  // of the function that the JVM makes of what is analyzed
  gc::ValueList defining_;  // names (String) of the classes this unit's deftype* forms define
};

// A row of special_forms.def; a clause has no handler.
struct SpecialForm {
  const char* symbol;
  Node* (Analyzer::*handler)(Value form, const Items& items, Place place);
  const char* usage;
  const char* doc;
};
// The row for this symbol, or null.
const SpecialForm* find_special_form(Value symbol);

}  // namespace clj::analyze
