#include "engine.h"

#include <algorithm>
#include <tuple>

#include "clj/core/collections.h"
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
