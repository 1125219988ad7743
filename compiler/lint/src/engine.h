// The linter's engine: files, events and findings; rules see it through Context.
#pragma once
#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_set>
#include <vector>

#include "clj/analyze/observer.h"
#include "clj/lint/linter.h"
#include "clj/lint/finding.h"
#include "rule.h"
#include "source_file.h"

namespace clj::lint {

class Engine : public analyze::Observer {
 public:
  Engine(const std::map<std::string, Level>& levels, NearestName nearest);

  // Observer.
  bool enter(Value form, Value op) override;
  void resolved(Value symbol, Value what) override;
  bool recover(Value form, uint32_t line, uint32_t column, Value error, Value locals) override;

  void begin_file(const std::string& name, std::string_view text, bool reported);
  void end_file();
  void begin_form(Value form);
  void end_form();
  bool unit(const std::shared_ptr<analyze::Unit>& unit);
  // Whether the evaluation is worth another try, because what was in its way is not any more.
  bool failed(Value form, bool evaluating, Value error);
  void read_failed(uint32_t line, uint32_t column, Value error);
  void missing_library(const std::string& ns);
  void cyclic_library(const std::string& ns, const std::string& chain);
  void duplicate(SourceFile& file, const Entry& entry, bool in_set);
  std::vector<Finding> finish();

  void report(SourceFile& file, const Rule& rule, const Place& place, const std::string& message);
  bool is_missing(Value ns) const { return missing_.count(ns.bits()) != 0; }
  bool may_be_missing(const SourceFile& file, Value symbol) const;
  SourceFile* current() { return stack_.empty() ? nullptr : stack_.back(); }

 private:
  void note_requirements(SourceFile& file, const List& list);
  void walk(SourceFile& file, const analyze::Unit& unit);
  void tell(SourceFile& file, Failure failure);
  std::string question(const std::string& message, const std::vector<std::string>& locals) const;
  std::string absence_of(const std::string& ns) const;
  void report_missing(SourceFile& file, const Requirement& requirement);
  void admit_names(const SourceFile& file, const Requirement& requirement);
  bool admit_referred(SourceFile& file, const std::string& message);
  const Rule& rule_named(std::string_view name) const;

  NearestName nearest_;
  std::vector<std::unique_ptr<Rule>> rules_;
  std::vector<Level> levels_;  // parallel to rules_ by construction: both come from rules.def
  std::vector<std::unique_ptr<SourceFile>> files_;
  std::vector<SourceFile*> stack_;
  std::vector<Finding> findings_;
  std::set<std::string> seen_;              // findings as text, against telling one twice
  std::unordered_set<uint64_t> missing_;    // namespaces that stand for missing libraries
  std::unordered_set<uint64_t> failed_macros_;
  std::unordered_set<uint64_t> unsound_namespaces_;  // some of their definitions failed
  bool form_failed_ = false;
  std::vector<uint64_t> macros_in_form_;    // vars of the macros that the form at hand defines
  gc::ValueList last_entered_;              // one form: it is told once although it is met twice
  bool last_answer_ = true;
};

}  // namespace clj::lint
