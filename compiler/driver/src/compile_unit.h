// The build's treatment of top-level forms: what is evaluated while compiling, and what waits.
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "clj/analyze/ast.h"
#include "clj/value/value.h"

namespace clj::driver {

// Who follows the treatment of a form's parts.
class PartVisitor {
 public:
  virtual ~PartVisitor() = default;
  // A part, analysed. False: it is not evaluated, whatever it defines.
  virtual bool analysed(const std::shared_ptr<analyze::Unit>& unit) = 0;
  // What follows for that part: it is evaluated now, or left to the program.
  virtual void treated(const analyze::Unit&, bool /*evaluated*/) {}
  // What expanding or analysing a part threw, or evaluating it. Throws it on, or returns true to
  // have an evaluation done once more, false to go on with the next part.
  virtual bool failed(Value form, bool evaluating, Value error);
};

// Expands and unrolls one top-level form, analyses each part, shows it to the visitor, and then
// evaluates it if it defines or, with kAll, in any case.
enum class Evaluate { kDefinitions, kAll };
void compile_top_level(Value form, Evaluate evaluate, PartVisitor& visitor);
void compile_top_level(Value form, Evaluate evaluate, const std::function<void(const analyze::Unit&)>& visit);

// What comes from a jar is evaluated whole, as JVM Clojure's compiler does it: the macros of a
// library may need everything that its forms did, and a library does nothing of its own.
Evaluate evaluation_of(const std::string& place);

// The vars that a part's `def`s outside of functions define.
std::vector<Value> defined_vars(const analyze::Unit& unit);
// Leaves the vars without values, and has `make_values` called when something asks for one.
void put_off(const std::vector<Value>& vars, const std::function<void()>& make_values);
// Makes vars whose `def` has not been evaluated get their value when they are asked for.
void install_pending_vars();

}  // namespace clj::driver
