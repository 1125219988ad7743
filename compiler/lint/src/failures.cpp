// What could not be read, expanded, analyzed or evaluated, and how the linter goes on behind it.
#include "clj/core/call.h"
#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "engine.h"

namespace clj::lint {
namespace {

// Exceptions that only say where another one happened.
Value innermost(Value error) {
  while (is_kind(error, Kind::kThrowable)) {
    auto* throwable = cast<Throwable>(error);
    bool wraps = throwable->type == error_class(Error::kCompilerException) ||
                 throwable->type == error_class(Error::kReaderException);
    if (!wraps || !is_kind(throwable->cause, Kind::kThrowable)) break;
    error = throwable->cause;
  }
  return error;
}

// What spec says about explain-data, in one line.
std::string problems_of(Value data) {
  if (!is_map(data) || !contains(data, make_keyword("clojure.spec.alpha", "problems"))) return "";
  Value names[] = {make_string("clojure.main"), make_string("problems-text")};
  Value text_of = invoke(deref(cast<Var>(intern_var("clojure.core", "-library-value"))), names, 2);
  std::string text = to_utf8(invoke(text_of, &data, 1));
  while (text.ends_with('\n')) text.pop_back();
  for (size_t at = 0; (at = text.find('\n', at)) != text.npos;) text.replace(at, 1, "; ");
  return text;
}

Failure describe(Value form, Value error) {
  Failure failure{form, {}, innermost(error), "", "", false, {}, ""};
  if (auto* throwable = try_cast<Throwable>(failure.error)) {
    failure.type = to_utf8(cast<Class>(throwable->type)->name);
    if (is_string(throwable->message)) failure.message = to_utf8(throwable->message);
    if (std::string problems = problems_of(throwable->data); !problems.empty()) failure.message += " " + problems;
  }
  if (failure.message.empty()) failure.message = failure.type;
  return failure;
}

}  // namespace

bool Engine::recover(Value form, uint32_t line, uint32_t column, Value error, Value locals) {
  SourceFile* file = current();
  if (file == nullptr) return false;
  // Deep nesting: each level that unwinds would overflow again.
  if (is_instance(error_class(Error::kStackOverflow), error)) return false;
  form_failed_ = true;
  Failure failure = describe(form, error);
  Entry* entry = file->find(form);
  if (entry == nullptr) entry = file->find_at(line, column);
  failure.place = entry != nullptr ? entry->place : line == 0 ? file->form_place : Place{line, column};
  if (!locals.is_nil()) {
    for_each_kv(locals, [&](Value symbol, Value) {
      failure.locals.push_back(symbol_text(symbol));
      return true;
    });
  }
  tell(*file, std::move(failure));
  return true;
}

void Engine::tell(SourceFile& file, Failure failure) {
  // A name out of a missing library, or what follows from an absent definition.
  if (is_symbol(failure.form) && may_be_missing(file, failure.form)) return;
  if (failure.message.starts_with("Attempting to call unbound fn")) return;
  if (is_seq(failure.form)) {
    Value op = first(failure.form);
    Value var = is_symbol(op) && cast<Symbol>(op)->ns.is_nil() ? resolve_mapping(current_ns(), op) : Value::nil();
    auto* macro = try_cast<Var>(var);
    if (macro != nullptr && macro->is_macro() && unsound_namespaces_.count(macro->ns.bits()) != 0) return;
  }
  failure.question = question(failure.message, failure.locals);
  Context context(*this, file);
  for (auto& rule : rules_) {
    if (rule->failure(context, failure)) return;
  }
  for (auto& rule : rules_) rule->unclaimed(context, failure);
}

// A fault of (refer 'lib :only [x]), where lib has no x, or keeps it private: told, and out of the way. False for other faults.
bool Engine::admit_referred(SourceFile& file, const std::string& message) {
  static constexpr std::string_view kAbsent = " does not exist", kHidden = " is not public";
  for (std::string_view end : {kAbsent, kHidden}) {
    if (!message.ends_with(end)) continue;
    std::string name = message.substr(0, message.size() - end.size());
    for (const Requirement& requirement : file.requirements) {
      Value ns = find_namespace(make_symbol("", requirement.ns));
      if (ns.is_nil()) continue;
      for (uint32_t index : requirement.referred) {
        Value symbol = make_symbol(Value::nil(), cast<Symbol>(file.form(file.entries[index]))->name);
        if (symbol_text(symbol) != name) continue;
        Value var = find_interned_var(ns, symbol);
        if (end == kAbsent ? !var.is_nil() : var.is_nil() || !cast<Var>(var)->has_flag(Var::kPrivate)) continue;
        report(file, rule_named(end == kAbsent ? "unresolved-var" : "private-call"), file.entries[index].place,
               end == kAbsent ? "The namespace " + requirement.ns + " has no var " + name + "."
                              : "The var " + requirement.ns + "/" + name + " is private.");
        if (end == kAbsent) intern(ns, symbol);
        else reset_var_meta(cast<Var>(var), dissoc(cast<Var>(var)->meta.load(), make_keyword("", "private")));
        return true;
      }
    }
  }
  return false;
}

bool Engine::failed(Value form, bool evaluating, Value error) {
  SourceFile* file = current();
  if (file == nullptr) return false;
  Failure failure = describe(form, error);
  if (!evaluating) {
    Entry* entry = file->find(form);
    failure.place = entry != nullptr ? entry->place : file->form_place;
    failed_macros_.insert(macros_in_form_.begin(), macros_in_form_.end());
    tell(*file, failure);
    return false;
  }
  if (admit_referred(*file, failure.message)) return true;
  static constexpr std::string_view kNotMade = "' not found after loading '";
  size_t at = failure.message.find(kNotMade);
  if (failure.message.starts_with("namespace '") && at != std::string::npos) {
    missing_library(failure.message.substr(11, at - 11));
    return true;
  }
  if (failure.message.starts_with("Cyclic load dependency") || failure.message.starts_with("Could not locate")) {
    failure.place = file->form_place;
    tell(*file, failure);
  }
  unsound_namespaces_.insert(current_ns().bits());
  failed_macros_.insert(macros_in_form_.begin(), macros_in_form_.end());
  return false;
}

void Engine::read_failed(uint32_t line, uint32_t column, Value error) {
  Failure failure = describe(Value::nil(), error);
  failure.reading = true;
  failure.place = {line, column};
  tell(*current(), failure);
  current()->form_begin = current()->entries.size();
}

}  // namespace clj::lint
