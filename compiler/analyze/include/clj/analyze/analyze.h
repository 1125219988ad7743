// The analyzer: a form, macroexpanded, becomes an AST.
//
// Errors   CompilerException whose data has :clojure.error/phase, /line, /column, /source and
//          whose cause is what went wrong: "Unable to resolve symbol: x in this context".
#pragma once
#include <memory>

#include "clj/analyze/ast.h"

namespace clj::analyze {

// Analyses one top-level form in the current namespace (*ns*). The root node is the body of an
// implicit function of no arguments. Macros run; vars that the form defines are interned.
std::shared_ptr<Unit> analyze(Value form);

// Whether calls of methods keep the hints of their targets for their errors. Off while the library is loaded, whose image
// would grow.
extern bool hints_enabled;
// Whether equal literal strings become one object. Not in the boot image: what several of its parts share cannot be packed with one.
extern bool literals_interned;

// Whether a function object in a form, which a macro put there, stands for the var that it is the value of. In a build: a
// file cannot hold the object.
extern bool functions_by_name;

// One step and all steps of macro expansion, as clojure.core's.
Value macroexpand_1(Value form);
Value macroexpand(Value form);

// Evaluates a form as Clojure does at top level: expands, unrolls `do` so that each part is
// analysed after the one before has run, and hands each Unit to `run`.
Value eval_top_level(Value form, Value (*run)(const std::shared_ptr<Unit>&));

// While one that says true lives, a form at top level that names a class which is not here, outside of functions, is refused as
// the JVM's compiler does: what `eval` is given was not written for several platforms. Files load, and throw when they get there.
class ClassesMustExist {
 public:
  explicit ClassesMustExist(bool must);
  ~ClassesMustExist();
  ClassesMustExist(const ClassesMustExist&) = delete;

 private:
  bool outer_;
};

// Where the form stands that this thread evaluates or compiles: the place of what its expansion
// makes without a position of its own, a macro's `def` or (eval 'foo).
class TopLevelPosition {
 public:
  explicit TopLevelPosition(Value form);
  TopLevelPosition(uint32_t line, uint32_t column);
  ~TopLevelPosition();
  TopLevelPosition(const TopLevelPosition&) = delete;

 private:
  uint32_t outer_line_, outer_column_;
};

// That place, [line column]; [0 0] outside.
Value current_position();

// Resolution as clojure.core's ns-resolve: Var, Class, or nil.
Value resolve(Value ns, Value symbol);

}  // namespace clj::analyze
