// Rule: what one lint rule looks at. A rule overrides the functions it needs.
//
// Threads  One object per rule and Linter.
// Design   docs/adding-a-lint-rule.md
#pragma once
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "clj/analyze/ast.h"
#include "clj/core/collections.h"
#include "clj/core/text.h"
#include "clj/core/var.h"
#include "source_file.h"

namespace clj::lint {

class Rule;

// A list that is about to be expanded or analysed.
struct List {
  Value form;
  const gc::ValueList& items;  // the operator first
  Value op;                    // as analyze::Observer::enter's
  Entry* entry;                // where it was written, or null: made by a macro
  bool written;                // exactly as it stands in the file, not rearranged by a macro

  // Whether it calls clojure.core's `name`, or is the special form `name`.
  bool is_core(std::string_view name) const;
};

// Something that stopped the reader, the analyzer, a macro or a definition.
struct Failure {
  Value form;         // or nil
  Place place;
  Value error;        // the innermost Throwable
  std::string type;   // its class: "java.lang.RuntimeException"
  std::string message;
  bool reading;       // the reader's
  std::vector<std::string> locals;  // in scope there
  std::string question;             // " Did you mean x?" where the message says that a name is unresolved, or ""
};

// What a rule may ask and how it reports.
class Context {
 public:
  Context(Engine& engine, SourceFile& file) : file(file), engine_(engine) {}
  // A finding of `rule` in this file.
  void report(const Rule& rule, const Place& place, const std::string& message);
  void report(const Rule& rule, const Entry& entry, const std::string& message) { report(rule, entry.place, message); }
  // The place of a node, whose list may be written or made by a macro.
  Place place_of(const analyze::Node& node) const;
  // Whether the name may come from a library that could not be found.
  bool may_be_missing(Value symbol) const;
  // A namespace that stands in for a library that could not be found.
  bool is_missing_namespace(Value ns) const;

  SourceFile& file;

 private:
  Engine& engine_;
};

// Where a node is in its unit.
struct NodePath {
  const analyze::Unit& unit;
  const std::vector<const analyze::Node*>& ancestors;  // the root first

  bool inside(analyze::NodeKind kind) const;
};

// What a rule notes about the top-level form at hand. A form may load another file, whose forms are seen before it ends.
template <typename State>
class OfForm {
 public:
  State& operator[](const SourceFile& file) { return states_[&file]; }
  // The state of the file's form, which ends.
  State take(const SourceFile& file) {
    auto node = states_.extract(&file);
    return node.empty() ? State() : std::move(node.mapped());
  }

 private:
  std::map<const SourceFile*, State> states_;
};

class Rule {
 public:
  virtual ~Rule() = default;
  // A list in the file, before it is expanded; what macros make of it follows.
  virtual void list(Context&, const List&) {}
  // A node, before its children.
  virtual void node(Context&, const analyze::Node&, const NodePath&) {}
  // A symbol of the file names something.
  virtual void resolved(Context&, const Entry&, Value) {}
  // A key of a map or an element of a set stands twice.
  virtual void duplicate(Context&, const Entry&, bool) {}
  // An ns form or a call of require or use; the requirements from `first` on are its own.
  virtual void required(Context&, size_t) {}
  // True when the failure is this rule's; every rule is asked, the first that says so has it.
  virtual bool failure(Context&, const Failure&) { return false; }
  // A failure that no rule claims.
  virtual void unclaimed(Context&, const Failure&) {}
  virtual void form_end(Context&) {}
  virtual void file_end(Context&) {}
  // All files have been read; Context(engine, file) reports in one of them.
  virtual void project_end(Engine&) {}

  const char* name = "";  // of its row
};

// The factory of a row of rules.def: `CLJ_LINT_DEFINE(unused_binding, UnusedBinding)`.
#define CLJ_LINT_DEFINE(function, Type) \
  std::unique_ptr<Rule> make_##function() { return std::make_unique<Type>(); }

#define CLJ_LINT_RULE(name, function, level, summary) std::unique_ptr<Rule> make_##function();
#include "rules.def"
#undef CLJ_LINT_RULE

}  // namespace clj::lint
