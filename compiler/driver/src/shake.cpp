#include "shake.h"

#include <unordered_map>
#include <unordered_set>

#include "by_name.h"
#include "clj/bytecode/constant.h"
#include "library_reach.h"

namespace clj::driver {
namespace {

using incremental::Part;
using incremental::UnitFacts;

class Shaker {
 public:
  Shaker(const std::vector<CompiledUnit*>& units, bool wanted) : units_(units), wanted_(wanted) {
    for (size_t u = 0; u < units.size(); ++u) {
      const UnitFacts& facts = units[u]->facts;
      kept_.emplace_back(facts.parts.size(), false);
      seen_constants_.emplace_back();
      for (size_t f = 0; f < facts.parts.size(); ++f) {
        const Part& part = facts.parts[f];
        if (!part.serves.empty()) serving_[part.serves].push_back({u, f});
        for (const auto& definition : part.defines) {
          vars_of_[facts.ns].insert(definition.var);
          names_.insert(definition.var.substr(definition.var.find('/') + 1));
        }
      }
    }
  }

  void run(const CompiledUnit& data_readers, const std::string& main_namespace) {
    reach_var(main_namespace + "/-main");
    for (const Part& part : data_readers.facts.parts) {
      note(part, "data_readers");
      for (const std::string& symbol : part.symbols) reach_var(symbol);
    }
    for (size_t u = 0; u < units_.size(); ++u) {
      const auto& parts = units_[u]->facts.parts;
      for (size_t f = 0; f < parts.size(); ++f) {
        bool removable = !parts[f].serves.empty() || parts[f].does_nothing;
        if (!removable || !wanted_) keep(u, f);
      }
    }
    while (!open_.empty()) {
      Form form = open_.back();
      open_.pop_back();
      follow(form);
    }
    look_into_library();
  }

  Shaken result() {
    Shaken shaken;
    shaken.compiler_because = compiler_because_;
    shaken.kept_because = any_because_;
    // Any name may be that of eval.
    if (compiler_because_.empty() && !any_because_.empty()) shaken.compiler_because = any_because_ + ", which may find eval";
    if (!wanted_ || !any_because_.empty()) return shaken;
    for (const auto& forms : kept_) {
      for (bool kept : forms) shaken.left_out += !kept;
    }
    shaken.kept = std::move(kept_);
    return shaken;
  }

 private:
  struct Form {
    size_t unit, form;
  };

  void keep(size_t unit, size_t form) {
    if (kept_[unit][form]) return;
    kept_[unit][form] = true;
    open_.push_back({unit, form});
  }

  void reach_var(const std::string& name) {
    if (!reached_.insert(name).second) return;
    auto serving = serving_.find(name);
    if (serving == serving_.end()) return;
    for (Form form : serving->second) keep(form.unit, form.form);
  }

  // All vars of a namespace, by name. One of the library may have any of what needs the compiler.
  void reach_namespace(const std::string& ns, const std::string& who) {
    auto vars = vars_of_.find(ns);
    if (vars == vars_of_.end()) {
      if (any_because_.empty()) any_because_ = who + " uses the vars of " + ns;
      return;
    }
    for (const std::string& var : vars->second) reach_var(var);
  }

  // A var of the library: what it leads to is looked at when all are known.
  void reach_library(const std::string& name, const std::string& who) {
    if (library_names_.insert(name).second) library_uses_.push_back({name, who});
  }

  // What the program reaches of by_name.def through the library.
  void look_into_library() {
    LibraryReach reach;
    // require and its kin look up what they are given: their callers count.
    for (const char* loader : {"require", "use", "refer", "load"}) reach.stop_at(std::string("clojure.core/") + loader);
    for (const CompiledUnit* unit : units_) mention_members(*unit, reach);
    for (const auto& [name, who] : library_uses_) reach.mention(name);
    reach.run();
    for_each_by_name([&](const std::string& name) {
      Var* var = LibraryReach::find_var(name);
      if (var == nullptr || !reach.reaches(var)) return;
      if (compiler_because_.empty() && needs_compiler(name)) compiler_because_ = explained(reach, var, name);
      if (any_because_.empty() && reaches_any_name(name)) any_because_ = explained(reach, var, name);
    });
  }

  // Whose code leads to a var of the library.
  std::string explained(const LibraryReach& reach, const Var* var, const std::string& name) const {
    std::unordered_map<const Object*, std::pair<std::string, std::string>> uses;
    for (const auto& [used, who] : library_uses_) uses.emplace(LibraryReach::find_var(used), std::pair(used, who));
    for (const Object* at = var; at != nullptr; at = reach.reached_from(at)) {
      auto use = uses.find(at);
      if (use == uses.end()) continue;
      const auto& [used, who] = use->second;
      return who + " uses " + used + (used == name ? "" : ", which uses " + name);
    }
    return "the program uses " + name;
  }

  // The symbols, and the classes, of code may name members.
  static void mention_members(const CompiledUnit& unit, LibraryReach& reach) {
    for (uint32_t c = 0; c < unit.view.constant_offsets().size(); ++c) {
      auto tag = bytecode::constant_tag(unit.view, c);
      if (tag != bytecode::ConstantTag::kSymbol && tag != bytecode::ConstantTag::kClass) continue;
      reach.mention_member(bytecode::constant_text(unit.view, c));
    }
  }

  void note(const Part& part, const std::string& who) {
    if (!part.needs_compiler.empty() && compiler_because_.empty()) compiler_because_ = who + " uses " + part.needs_compiler;
    if (!part.any_name.empty() && any_because_.empty()) any_because_ = who + " uses " + part.any_name;
    for (const std::string& var : part.vars) reach_var(var);
    for (const std::string& name : part.by_name) {
      if (name.ends_with("/*")) {
        reach_namespace(name.substr(0, name.size() - 2), who);
      } else if (vars_of_.contains(name.substr(0, name.find('/')))) {
        reach_var(name);
      } else {
        reach_library(name, who);
      }
    }
  }

  // The vars that a namespace and a name among the symbols make.
  void reach_referred(const std::vector<std::string>& symbols) {
    std::vector<std::string> names;
    for (const std::string& symbol : symbols) {
      if (names_.contains(symbol)) names.push_back(symbol);
    }
    for (const std::string& ns : symbols) {
      auto vars = vars_of_.find(ns);
      if (vars == vars_of_.end()) continue;
      for (const std::string& name : names) {
        if (vars->second.contains(ns + "/" + name)) reach_var(ns + "/" + name);
      }
    }
  }

  void follow(Form form) {
    const CompiledUnit& unit = *units_[form.unit];
    const Part& part = unit.facts.parts[form.form];
    std::string who = !part.serves.empty() ? part.serves : unit.facts.ns;
    note(part, who);
    // What an ns form refers to has to be there.
    if (part.serves.empty()) reach_referred(part.symbols);
    bytecode::Reached reached;
    bytecode::reach(unit.view, unit.view.init_functions()[form.form], reached);
    std::vector<bool>& seen = seen_constants_[form.unit];
    seen.resize(reached.constants.size());
    for (uint32_t c = 0; c < reached.constants.size(); ++c) {
      if (!reached.constants[c] || seen[c]) continue;
      seen[c] = true;
      if (bytecode::constant_tag(unit.view, c) != bytecode::ConstantTag::kVar) continue;
      std::string name = bytecode::constant_text(unit.view, c);
      // A row of by_name.def that the code mentions was looked at with its arguments.
      if (reached_.contains(name) || needs_compiler(name) || reaches_any_name(name) || name == "clojure.core/refer") continue;
      reach_library(name, who);
    }
  }

  const std::vector<CompiledUnit*>& units_;
  bool wanted_;
  std::vector<std::vector<bool>> kept_, seen_constants_;  // by unit: forms, and constants of its bundle
  std::unordered_map<std::string, std::vector<Form>> serving_;
  std::unordered_map<std::string, std::unordered_set<std::string>> vars_of_;  // by namespace
  std::unordered_set<std::string> names_;  // of vars, without the namespace
  std::unordered_set<std::string> reached_, library_names_;
  std::vector<std::pair<std::string, std::string>> library_uses_;  // var, and whose code uses it
  std::vector<Form> open_;
  std::string compiler_because_, any_because_;
};

}  // namespace

Shaken shake(const std::vector<CompiledUnit*>& units, const CompiledUnit& data_readers,
             const std::string& main_namespace, bool wanted) {
  Shaker shaker(units, wanted);
  shaker.run(data_readers, main_namespace);
  return shaker.result();
}

}  // namespace clj::driver
