// The emitter's state: one FunctionEmitter per fn form, one MethodEmitter per arity.
//
// Registers are allocated as a stack: locals keep theirs for their scope, temporaries are
// above. Code that would need too many registers is outlined into a closure of its own
// (outlining.cpp), so deep nesting and many locals compile.
#pragma once
#include <initializer_list>
#include <map>
#include <unordered_map>
#include <vector>

#include "clj/analyze/ast.h"
#include "clj/bytecode/opcode.h"
#include "clj/exec/proto.h"
#include "clj/gc/heap.h"

namespace clj::emit {

using analyze::Local;
using analyze::Node;
using analyze::NodeKind;
using bytecode::Op;

class FunctionEmitter;
struct Intrinsic;
struct Test;

// See set_checked_vars (emit.h).
bool reads_are_checked();

// Where an expression's value goes.
struct Dest {
  enum Mode { kValue, kReturn, kEffect } mode;
  uint32_t reg = 0;  // kValue
  static Dest value(uint32_t reg) { return {kValue, reg}; }
  static Dest ret() { return {kReturn, 0}; }
  static Dest effect() { return {kEffect, 0}; }
};

struct Label {
  uint32_t position = UINT32_MAX;
  std::vector<uint32_t> uses;  // words that hold displacements
};

// Where a recur goes. When the body is an `if`, whose test may be made again at the recur
// (emit_loop_test): the starts of its branches, once emit_if has come there.
struct LoopHead {
  explicit LoopHead(const Node* loop_body) : body(loop_body) {}
  const Node* body;
  Label start, then;
  Label* otherwise = nullptr;
};

class MethodEmitter {
 public:
  MethodEmitter(FunctionEmitter& function, MethodEmitter* outer) : function_(function), outer_(outer) {}

  void emit_method(const analyze::FnMethodNode& method);
  void emit_body(const Node* body);  // a method of no parameters
  exec::ArityCode take(uint8_t params, bool variadic);

  // Where a local of this or an enclosing function is, for a closure made here.
  uint32_t capture_word(const Local* local, bool taken);
  bool knows(const Local* local) const;

 private:
  friend class FunctionEmitter;
  void emit_parameters_and_body(const analyze::FnMethodNode& method);
  // Expressions (expressions.cpp)
  void emit(const Node* node, Dest dest);
  void emit_expression(const Node* node, Dest dest);
  uint32_t operand(const Node* node);      // a register that holds the value, not to be written
  void emit_local(const analyze::LocalRefNode& node, Dest dest);
  void emit_var(const analyze::VarRefNode& node, Dest dest);
  void emit_let(const analyze::LetNode& node, Dest dest);
  void emit_if(const analyze::IfNode& node, Dest dest);
  void emit_def(const analyze::DefNode& node, Dest dest);
  // loops.cpp
  void emit_loop(const analyze::LoopNode& node, Dest dest);
  void emit_recur(const analyze::RecurNode& node);
  // case.cpp
  void emit_case(const analyze::CaseNode& node, Dest dest);
  // Functions (closures.cpp)
  void emit_fn(const analyze::FnNode& node, uint32_t reg);
  void emit_letfn(const analyze::LetfnNode& node, Dest dest);
  // var: what a def binds to the function, else nil.
  void emit_closure(const analyze::FnNode& node, uint32_t reg, const analyze::LetfnNode* group, uint32_t group_index, Value var = Value::nil());
  // Reads of final fields that a test and its branches share (kept_reads.cpp).
  const analyze::HostCallNode* shared_read(const analyze::IfNode& node) const;
  uint32_t kept_register(const Node* node) const;  // UINT32_MAX: it is not kept
  // try (try.cpp)
  void emit_try(const analyze::TryNode& node, Dest dest);
  // Tests (tests.cpp): falls through when truthy, else jumps.
  void branch(const Node* test, Label& if_false);
  void emit_test(const analyze::InvokeNode& node, const Intrinsic& intrinsic, uint32_t reg);  // true or false
  void emit_comparison(const analyze::InvokeNode& node, const Test& test, Label& if_false);
  void emit_comparisons(const analyze::InvokeNode& node, const Test& test, Label& if_false);
  // Whether an argument can be read again: a constant, or a local that stays where it is.
  bool stays(const analyze::Node* arg) const;
  // The end of a turn, with the loop's test in one instruction; false when there is none for it.
  bool emit_loop_test(const Node* test, LoopHead& head);
  bool emit_loop_test_of_number(const analyze::InvokeNode& node, const Intrinsic& intrinsic);
  bool emit_loop_comparison(const analyze::InvokeNode& node, const Intrinsic& intrinsic);
  uint32_t home(const Node* operand) const;  // the register of a local that has one, else UINT32_MAX
  // False, and nothing emitted, when it is no test.
  bool branch_intrinsic(const analyze::InvokeNode& node, const Intrinsic& intrinsic, Label& if_false);
  bool branch_on_one(const analyze::InvokeNode& node, const Intrinsic& intrinsic, Label& if_false);
  // Calls that are instructions (intrinsic_calls.cpp)
  void emit_binary(const analyze::InvokeNode& node, Op o, uint32_t reg, uint32_t first, const Node* second);
  bool small_constant(Value value, uint32_t& index);  // of those that an operand byte can name
  // wanted: whether the value is; else it is only for what the call does.
  void emit_intrinsic(const analyze::InvokeNode& node, const Intrinsic& row, uint32_t reg, bool wanted);
  // Calls (calls.cpp)
  void emit_invoke(const analyze::InvokeNode& node, Dest dest);
  void emit_keyword_get(const analyze::InvokeNode& node, const Node* keyword, const Node* map, uint32_t reg);
  void emit_keyword_get_or(const analyze::InvokeNode& node, uint32_t reg);
  void emit_wide_call(const analyze::InvokeNode& node, uint32_t reg);
  // Code in a closure of its own (outlining.cpp)
  void outline(const Node* node, uint32_t reg);
  bool can_outline(const Node* node);
  // A run of registers with the values of `nodes`; returns the first.
  uint32_t emit_window(const analyze::NodeList& nodes);
  // Literals (literals.cpp)
  void emit_collection(const Node* node, uint32_t reg);
  // Host and types (host.cpp)
  void emit_host(const Node* node, uint32_t reg);
  void emit_host_call(const analyze::HostCallNode& call, uint32_t reg);
  void emit_deftype(const analyze::DeftypeNode& type, uint32_t reg);
  void emit_reify(const analyze::ReifyNode& type, uint32_t reg);

  // Registers, instructions, constants, positions, locals (method_emitter.cpp)
  uint32_t allocate(uint32_t count = 1);
  uint32_t target(Dest dest) { return dest.mode == Dest::kValue ? dest.reg : allocate(); }
  void finish(Dest dest, uint32_t reg);
  void word(uint32_t w) { words_.push_back(w); }
  // Converts a parameter or a result of a function in its register by the hint.
  void emit_hinted_conversion(Value tag, uint32_t reg);
  void op(Op o, uint32_t a = 0, uint32_t b = 0, uint32_t c = 0) { words_.push_back(bytecode::encode(o, a, b, c)); }
  void op_d(Op o, uint32_t a, uint32_t d) { words_.push_back(bytecode::encode_d(o, a, d & 0xFFFF)); }
  // last: a capture that is not read again is taken out of the closure.
  uint32_t local_register(const Local* local, bool last = false);
  void load_outer(const Local* local, bool last, uint32_t reg);  // a capture or the function itself
  void jump(Label& label);  // the displacement word
  void bind(Label& label);
  void note_position(const Node* node);
  // What the call just emitted says of a nil that it calls, where that is known.
  void note_reason_of_nil(const Node* called);
  void load_constant(Value value, uint32_t reg);
  uint32_t constant(Value value);
  uint32_t constant16(Value value);
  // The index of `values` in a row; after the first come the constants of the instruction's inline
  // cache, nil where no value is given. Sites of one function with the same instruction, count of
  // arguments and values share it.
  uint32_t cached_constants(Op op, uint32_t count, std::initializer_list<Value> values);
  void emit_call_of_var(Value var, uint32_t window, uint32_t count, uint32_t reg);
  // How the call reaches the running function with arguments that the running arity takes: Op::kCallSelf, kCallSelfVar, or
  // kOpCount when it doesn't.
  Op call_of_self(const analyze::InvokeNode& node) const;
  bool is_converted(const Node* argument, const Local* param) const;  // the value is what the hint converts to
  bool are_converted(const analyze::NodeList& args) const;            // all of them, to what the running arity's parameters are
  void emit_call_of_self(const analyze::InvokeNode& node, Op call, uint32_t window, uint32_t reg);
  // A call of the running function that its body stands for (unrolling.cpp).
  bool is_unrolled(const analyze::InvokeNode& node);
  bool may_be_unrolled(const analyze::InvokeNode& node);  // when enough registers are free
  int unrolled_levels() const;
  uint32_t calls_of_self(const Node* node) const;
  void emit_unrolled(const analyze::InvokeNode& node, uint32_t reg, Dest dest);
  void emit_calls_instead();

  struct Scope {  // restores the register stack
    explicit Scope(MethodEmitter& m) : method(m), top(m.top_) {}
    ~Scope() { method.top_ = top; }
    MethodEmitter& method;
    uint32_t top;
  };

  // Where an unrolled call goes when the function's var has another root by then.
  struct CallInstead {
    const analyze::InvokeNode* node;
    std::vector<uint32_t> args;
    uint32_t window, reg;
    bool returns;
    Label start, end;
  };

  FunctionEmitter& function_;
  MethodEmitter* outer_;  // the method this function's closure is made in
  std::vector<uint32_t> words_;
  std::vector<exec::ExceptionEntry> exceptions_;
  std::vector<exec::LineEntry> lines_;
  std::unordered_map<const Local*, uint32_t> registers_;
  const analyze::FnMethodNode* method_ = nullptr;  // null: of a thunk
  std::unordered_map<const Node*, LoopHead*> heads_;  // by Loop or FnMethod
  struct KeptRead {
    const analyze::HostCallNode* read;
    uint32_t reg;
  };
  std::vector<KeptRead> kept_reads_;
  uint32_t top_ = 0, max_ = 0;
  int level_ = 0, most_levels_ = -1;  // of bodies in the places of calls; -1: unrolled_levels() was not asked
  std::vector<CallInstead> calls_instead_;
};

class FunctionEmitter {
 public:
  FunctionEmitter(const analyze::Unit& unit, Value name) : unit_(unit), name_(name) {}
  // A whole fn form; `outer` is the method it stands in, nullptr at top level, `var` what a def binds to it, or nil.
  Value compile_fn(const analyze::FnNode& fn, MethodEmitter* outer, Value var);
  // A function of no arguments that evaluates `body`, closing over `captures`.
  Value compile_thunk(const Node* body, std::vector<const Local*> captures, MethodEmitter* outer);

 private:
  friend class MethodEmitter;
  Value finish(std::vector<exec::ArityCode> arities);

  const analyze::Unit& unit_;
  Value name_;
  const Local* self_ = nullptr;
  Value var_;
  std::vector<const Local*> captures_;
  gc::ValueList constants_;
  std::unordered_map<uint64_t, uint32_t> constant_index_;
  std::map<std::vector<uint64_t>, uint32_t> cached_constants_index_;
  // The constants that only entries of the line table name: behind all others, whose numbers may have to fit a byte.
  gc::ValueList reasons_;
  std::map<std::string, uint32_t> reason_index_;
};

}  // namespace clj::emit
