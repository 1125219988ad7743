#include "engine.h"

#include <algorithm>
#include <tuple>

#include "clj/core/call.h"
#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "libspec.h"

namespace clj::lint {

using analyze::Node;
using analyze::NodeKind;

namespace {

constexpr struct {
  const char* name;
  std::unique_ptr<Rule> (*make)();
  Level level;
  const char* summary;
} kRules[] = {
#define CLJ_LINT_RULE(name, function, level, summary) {name, make_##function, Level::level, summary},
#include "rules.def"
#undef CLJ_LINT_RULE
};

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

// Locals of a node, if it has any.
template <class F>
void for_each_local(const Node& node, F&& visit) {
  auto all = [&](const analyze::LocalList& locals) {
    for (analyze::Local* local : locals) visit(local);
  };
  switch (node.kind) {
    case NodeKind::kLet: return all(analyze::as<analyze::LetNode>(&node).locals);
    case NodeKind::kLoop: return all(analyze::as<analyze::LoopNode>(&node).locals);
    case NodeKind::kLetfn: return all(analyze::as<analyze::LetfnNode>(&node).locals);
    case NodeKind::kFnMethod: return all(analyze::as<analyze::FnMethodNode>(&node).params);
    case NodeKind::kCatch: return visit(analyze::as<analyze::CatchNode>(&node).local);
    case NodeKind::kFn:
      if (auto* self = analyze::as<analyze::FnNode>(&node).self) visit(self);
      return;
    default: return;
  }
}

// Every child, in evaluation order.
template <class F>
void visit_children(const Node* node, F&& visit) {
  analyze::for_each_child(node, [](void* context, Node* child) { (*static_cast<F*>(context))(child); }, &visit);
}

}  // namespace

const char* level_name(Level level) {
  switch (level) {
    case Level::kOff: return "off";
    case Level::kInfo: return "info";
    case Level::kWarning: return "warning";
    case Level::kError: return "error";
  }
  return "";
}

bool parse_level(const std::string& name, Level& level) {
  for (Level known : {Level::kOff, Level::kInfo, Level::kWarning, Level::kError}) {
    if (name != level_name(known)) continue;
    level = known;
    return true;
  }
  return false;
}

const std::vector<RuleInfo>& all_rules() {
  static const std::vector<RuleInfo> rules = [] {
    std::vector<RuleInfo> list;
    for (const auto& row : kRules) list.push_back({row.name, row.level, row.summary});
    return list;
  }();
  return rules;
}

// What rules see.

bool List::is_core(std::string_view name) const {
  if (is_symbol(op)) return symbol_text(op) == name;
  auto* var = try_cast<Var>(op);
  return var != nullptr && var->ns == roots.core_ns && symbol_text(var->symbol) == name;
}

bool NodePath::inside(NodeKind kind) const {
  return std::any_of(ancestors.begin(), ancestors.end(), [&](const Node* node) { return node->kind == kind; });
}

void Context::report(const Rule& rule, const Place& place, const std::string& message) {
  engine_.report(file, rule, place, message);
}
Place Context::place_of(const Node& node) const {
  if (Entry* entry = file.find_at(node.line, node.column)) return entry->place;
  return node.line == 0 ? file.form_place : Place{node.line, node.column};
}
bool Context::may_be_missing(Value symbol) const { return engine_.may_be_missing(file, symbol); }
bool Context::is_missing_namespace(Value ns) const { return engine_.is_missing(ns); }

// The engine.

Engine::Engine(const std::map<std::string, Level>& levels, NearestName nearest) : nearest_(std::move(nearest)) {
  last_entered_.push_back(Value::nil());
  for (const auto& row : kRules) {
    rules_.push_back(row.make());
    rules_.back()->name = row.name;
    auto given = levels.find(row.name);
    levels_.push_back(given == levels.end() ? row.level : given->second);
  }
}

const Rule& Engine::rule_named(std::string_view name) const {
  for (const auto& rule : rules_) {
    if (name == rule->name) return *rule;
  }
  return *rules_.front();
}

void Engine::report(SourceFile& file, const Rule& rule, const Place& place, const std::string& message) {
  if (!file.reported) return;
  size_t index = 0;
  while (rules_[index].get() != &rule) ++index;
  if (levels_[index] == Level::kOff || file.is_ignored(place, rule.name)) return;
  Finding finding{file.name, place, levels_[index], rule.name, message, std::string(file.line_text(place.line))};
  std::string identity = file.name + ":" + std::to_string(place.line) + ":" + std::to_string(place.column) + ":" +
                         rule.name + ":" + message;
  if (seen_.insert(identity).second) findings_.push_back(std::move(finding));
}

void Engine::begin_file(const std::string& name, std::string_view text, bool reported) {
  files_.push_back(std::make_unique<SourceFile>(*this, name, text, reported));
  stack_.push_back(files_.back().get());
}

void Engine::end_file() {
  Context context(*this, *current());
  for (auto& rule : rules_) rule->file_end(context);
  stack_.pop_back();
}

void Engine::begin_form(Value) {
  SourceFile& file = *current();
  if (file.form_begin < file.entries.size()) {
    file.form_entry = file.entries.back().index;
    file.form_place = file.entries.back().place;
  }
  form_failed_ = false;
  macros_in_form_.clear();
}

void Engine::end_form() {
  SourceFile& file = *current();
  Context context(*this, file);
  for (auto& rule : rules_) rule->form_end(context);
  file.form_begin = file.entries.size();
}

bool Engine::may_be_missing(const SourceFile& file, Value symbol) const {
  auto* s = cast<Symbol>(symbol);
  if (s->ns.is_nil()) return file.opaque_names;
  Value prefix = make_symbol(Value::nil(), s->ns);
  Value ns = get(cast<Namespace>(current_ns())->aliases.load(), prefix);
  if (ns.is_nil()) ns = find_namespace(prefix);
  return ns.is_nil() ? file.late_names.count(to_utf8(s->ns)) != 0 : is_missing(ns);
}

bool Engine::enter(Value form, Value op) {
  SourceFile* file = current();
  if (file == nullptr) return true;
  if (form == last_entered_[0]) return last_answer_;
  last_entered_[0] = form;
  last_answer_ = true;

  gc::ValueList items;
  append_elements(form, items);
  Entry* entry = file->find(form);
  bool written = entry != nullptr && file->form(*entry) == form;
  List list{form, items, op, entry, written};
  Context context(*this, *file);

  auto* var = try_cast<Var>(op);
  // What a macro that is not there would have made of its arguments, nobody knows.
  bool opaque = var != nullptr && (is_missing(var->ns) || failed_macros_.count(op.bits()) != 0);
  opaque = opaque || (op.is_nil() && is_symbol(items[0]) && may_be_missing(*file, items[0]) &&
                      resolve_mapping(current_ns(), items[0]).is_nil());
  if (opaque) {
    if (Entry* name = is_symbol(items[0]) ? file->find(items[0]) : nullptr) {
      name->use = Entry::Use::kResolved;
      name->what = op;
    }
    return last_answer_ = false;
  }
  if (written && entry->entered) return true;
  if (written) entry->entered = true;

  if (list.is_core("def") && items.size() > 1 && is_symbol(items[1])) {
    if (Entry* name = file->find(items[1])) name->use = Entry::Use::kDefinition;
    Value m = meta(items[1]);
    if (!m.is_nil() && get(m, make_keyword("", "macro")).truthy()) {
      macros_in_form_.push_back(intern(current_ns(), make_symbol(Value::nil(), cast<Symbol>(items[1])->name)).bits());
    }
  }
  if (written) note_requirements(*file, list);
  for (auto& rule : rules_) rule->list(context, list);
  return true;
}

// Notes what an ns form, require or use requires; the names in it are no uses of them.
void Engine::note_requirements(SourceFile& file, const List& list) {
  bool is_ns = list.is_core("ns");
  if (list.is_core("load")) file.loads_parts = true;
  if (!is_ns && !list.is_core("require") && !list.is_core("use")) return;
  const Place& all = list.entry->place;
  for (Entry& entry : file.entries) {
    const Place& p = entry.place;
    bool inside = std::tie(p.line, p.column) > std::tie(all.line, all.column) &&
                  std::tie(p.line, p.column) < std::tie(all.end_line, all.end_column);
    if (inside) entry.use = Entry::Use::kDefinition;
  }
  if (is_ns && list.items.size() > 1 && is_symbol(list.items[1])) file.ns = symbol_text(list.items[1]);
  bool at_top = all.line == file.form_place.line && all.column == file.form_place.column;
  if (!at_top) {  // runs with the program, if at all
    for (const Requirement& requirement : requirements_of(file, list)) {
      file.late_names.insert({requirement.alias, requirement.ns});
      file.opaque_names = file.opaque_names || requirement.refers_all || !requirement.referred.empty();
    }
    return;
  }
  size_t first_new = file.requirements.size();
  for (Requirement& requirement : requirements_of(file, list)) file.requirements.push_back(std::move(requirement));
  for (size_t i = first_new; i < file.requirements.size(); ++i) {
    const Requirement& requirement = file.requirements[i];
    Value ns = find_namespace(make_symbol("", requirement.ns));
    if (!ns.is_nil() && is_missing(ns)) report_missing(file, requirement);
  }
  Context context(*this, file);
  for (auto& rule : rules_) rule->required(context, first_new);
}

// What ends a finding about an unresolved name.
std::string Engine::question(const std::string& message, const std::vector<std::string>& locals) const {
  std::string nearest = nearest_(message, locals);
  return nearest.empty() ? "" : " Did you mean " + nearest + "?";
}

std::string Engine::absence_of(const std::string& ns) const {
  return "The namespace " + ns + " is not on the class path." + question("No such namespace: " + ns, {});
}

void Engine::report_missing(SourceFile& file, const Requirement& requirement) {
  report(file, rule_named("unresolved-namespace"), file.entries[requirement.entry].place,
         absence_of(requirement.ns));
  admit_names(file, requirement);
  if (requirement.refers_all) file.opaque_names = true;
}

// Makes the names that are referred from a namespace exist there.
void Engine::admit_names(const SourceFile& file, const Requirement& requirement) {
  Value ns = find_namespace(make_symbol("", requirement.ns));
  if (ns.is_nil()) return;
  for (uint32_t index : requirement.referred) {
    intern(ns, make_symbol(Value::nil(), cast<Symbol>(file.form(file.entries[index]))->name));
  }
}

void Engine::missing_library(const std::string& ns_name) {
  Value ns = find_or_create_namespace(make_symbol("", ns_name));
  missing_.insert(ns.bits());
  SourceFile* file = current();
  if (file == nullptr) return;
  for (const Requirement& requirement : file->requirements) {
    if (requirement.ns == ns_name) return report_missing(*file, requirement);
  }
  report(*file, rule_named("unresolved-namespace"), file->form_place, absence_of(ns_name));
}

void Engine::cyclic_library(const std::string& ns, const std::string& chain) {
  SourceFile* file = current();
  if (file == nullptr) return;
  for (const Requirement& requirement : file->requirements) {
    if (requirement.ns != ns) continue;
    report(*file, rule_named("syntax"), file->entries[requirement.entry].place, "Cyclic load dependency: " + chain);
  }
}

void Engine::resolved(Value symbol, Value what) {
  SourceFile* file = current();
  if (file == nullptr || !is_symbol(symbol)) return;
  Entry* entry = file->find(symbol);
  if (entry == nullptr) return;
  if (entry->use == Entry::Use::kUnseen) {
    entry->use = what.is_nil() ? Entry::Use::kLocal : Entry::Use::kResolved;
    entry->what = is_kind(what, Kind::kVar) || is_kind(what, Kind::kClass) ? what : Value::nil();
  }
  Context context(*this, *file);
  for (auto& rule : rules_) rule->resolved(context, *entry, what);
}

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

bool Engine::unit(const std::shared_ptr<analyze::Unit>& unit) {
  SourceFile* file = current();
  if (file == nullptr) return true;
  walk(*file, *unit);
  bool sound = !form_failed_;
  if (!sound) {
    failed_macros_.insert(macros_in_form_.begin(), macros_in_form_.end());
    unsound_namespaces_.insert(current_ns().bits());
  }
  form_failed_ = false;
  macros_in_form_.clear();
  return sound;
}

// Every node, parents first, without recursion: macros nest deeply.
void Engine::walk(SourceFile& file, const analyze::Unit& unit) {
  struct Step {
    const Node* node;
    size_t depth;
  };
  std::vector<const Node*> ancestors;
  std::vector<Step> todo{{unit.root, 0}};
  NodePath path{unit, ancestors};
  Context context(*this, file);
  while (!todo.empty()) {
    Step step = todo.back();
    todo.pop_back();
    ancestors.resize(step.depth);
    for_each_local(*step.node, [&](analyze::Local* local) {
      Entry* entry = file.find(local->name);
      if (entry != nullptr) entry->use = Entry::Use::kBinding;
    });
    for (auto& rule : rules_) rule->node(context, *step.node, path);
    ancestors.push_back(step.node);
    size_t first_child = todo.size();
    visit_children(step.node, [&](const Node* child) { todo.push_back({child, step.depth + 1}); });
    std::reverse(todo.begin() + static_cast<std::ptrdiff_t>(first_child), todo.end());
  }
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
  // (refer 'lib :only [x]) where lib has no x.
  static constexpr std::string_view kAbsent = " does not exist", kHidden = " is not public";
  for (std::string_view end : {kAbsent, kHidden}) {
    if (!failure.message.ends_with(end)) continue;
    std::string name = failure.message.substr(0, failure.message.size() - end.size());
    for (const Requirement& requirement : file->requirements) {
      Value ns = find_namespace(make_symbol("", requirement.ns));
      if (ns.is_nil()) continue;
      for (uint32_t index : requirement.referred) {
        Value symbol = make_symbol(Value::nil(), cast<Symbol>(file->form(file->entries[index]))->name);
        if (symbol_text(symbol) != name) continue;
        Value var = find_interned_var(ns, symbol);
        if (end == kAbsent ? !var.is_nil() : var.is_nil() || !cast<Var>(var)->has_flag(Var::kPrivate)) continue;
        report(*file, rule_named(end == kAbsent ? "unresolved-var" : "private-call"), file->entries[index].place,
               end == kAbsent ? "The namespace " + requirement.ns + " has no var " + name + "."
                              : "The var " + requirement.ns + "/" + name + " is private.");
        if (end == kAbsent) intern(ns, symbol);
        else reset_var_meta(cast<Var>(var), dissoc(cast<Var>(var)->meta.load(), make_keyword("", "private")));
        return true;
      }
    }
  }
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

void Engine::duplicate(SourceFile& file, const Entry& entry, bool in_set) {
  Context context(*this, file);
  for (auto& rule : rules_) rule->duplicate(context, entry, in_set);
}

std::vector<Finding> Engine::finish() {
  for (auto& rule : rules_) rule->project_end(*this);
  std::stable_sort(findings_.begin(), findings_.end(), [](const Finding& a, const Finding& b) {
    return std::tie(a.file, a.place.line, a.place.column) < std::tie(b.file, b.place.line, b.place.column);
  });
  return std::move(findings_);
}

}  // namespace clj::lint
