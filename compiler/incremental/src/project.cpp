#include "clj/incremental/project.h"

#include <algorithm>

#include "clj/base/checksum.h"

namespace clj::incremental {
namespace {

uint64_t hash_of_numbers(const std::vector<uint64_t>& numbers) {
  return xxh3_64(numbers.data(), numbers.size() * sizeof(uint64_t));
}

template <class Map, class Matches>
void drop(Map& map, const std::string& name, Matches&& matches) {
  auto found = map.find(name);
  if (found != map.end()) std::erase_if(found->second, matches);
}

}  // namespace

void Project::add(const UnitFacts* facts) {
  const UnitFacts*& known = units_[facts->path];
  if (known == facts) return;
  if (known != nullptr) forget(known);
  known = facts;
  by_namespace_[facts->ns].push_back(facts);
  for (const Export& item : facts->exports) exports_[item.name] = &item;
  for (const Part& part : facts->parts) {
    for (const Definition& definition : part.defines) definitions_[definition.var].push_back({facts, &part});
    if (!part.effect) continue;
    for (const std::string& var : part.vars) effects_[var].push_back({facts, &part});
  }
}

void Project::forget(const UnitFacts* facts) {
  auto is_of_unit = [facts](const PartRef& ref) { return ref.unit == facts; };
  for (const Part& part : facts->parts) {
    for (const Definition& definition : part.defines) drop(definitions_, definition.var, is_of_unit);
    for (const std::string& var : part.vars) drop(effects_, var, is_of_unit);
  }
  drop(by_namespace_, facts->ns, [facts](const UnitFacts* unit) { return unit == facts; });
  for (const Export& item : facts->exports) exports_.erase(item.name);
}

const UnitFacts* Project::find(const std::string& path) const {
  auto found = units_.find(path);
  return found == units_.end() ? nullptr : found->second;
}

const Export* Project::find_export(const std::string& name) const {
  auto found = exports_.find(name);
  return found == exports_.end() ? nullptr : found->second;
}

uint64_t Project::interface(const std::string& name) const {
  const Export* found = find_export(name);
  return found == nullptr ? 0 : found->interface;
}

// The unit and all that it requires, directly or not.
std::set<const UnitFacts*> Project::required_by(const UnitFacts& user) const {
  std::set<const UnitFacts*> units{&user};
  std::vector<const UnitFacts*> open{&user};
  while (!open.empty()) {
    const UnitFacts* unit = open.back();
    open.pop_back();
    for (const std::string& path : unit->requires_) {
      const UnitFacts* required = find(path);
      if (required != nullptr && units.insert(required).second) open.push_back(required);
    }
  }
  return units;
}

// A form is one: what it defines belongs together.
void Project::add_group(PartRef ref, std::set<const Part*>& parts) const {
  for (const Part& part : ref.unit->parts) {
    if (part.form == ref.part->form) parts.insert(&part);
  }
}

Closure Project::closure(const std::string& var, const UnitFacts& user) const {
  Closure closure;
  std::set<const Part*> parts, visited;
  std::set<std::string> names{var}, symbols;
  std::set<std::string> interfaces;  // mentioned by a symbol, and only compiled
  std::vector<std::string> open{var};
  std::set<const UnitFacts*> required;  // made when it is first needed
  auto reach = [&](const std::string& name) {
    if (names.insert(name).second) open.push_back(name);
  };
  while (!open.empty()) {
    std::string name = open.back();
    open.pop_back();
    auto defined = definitions_.find(name);
    if (defined != definitions_.end()) {
      for (PartRef ref : defined->second) add_group(ref, parts);
    } else if (find_export(name) != nullptr) {
      closure.impure = true;  // made by something that no part shows
    }
    auto extended = effects_.find(name);
    if (extended != effects_.end()) {
      if (required.empty()) required = required_by(user);
      for (PartRef ref : extended->second) {
        if (required.contains(ref.unit)) add_group(ref, parts);
      }
    }
    for (const Part* part : parts) {
      if (!visited.insert(part).second) continue;
      closure.impure = closure.impure || part->impure;
      for (const std::string& mentioned : part->vars) reach(mentioned);
      for (const std::string& symbol : part->symbols) {
        if (symbol.find('/') == std::string::npos) {
          symbols.insert(symbol);
        } else if (const Export* found = find_export(symbol)) {
          if (found->runs) reach(symbol);
          interfaces.insert(symbol);
        }
      }
    }
  }
  std::vector<uint64_t> hashes;
  for (const Part* part : parts) hashes.push_back(part->digest);
  std::sort(hashes.begin(), hashes.end());
  for (const std::string& name : interfaces) hashes.push_back(interface(name));
  closure.hash = hash_of_numbers(hashes);
  closure.symbols.assign(symbols.begin(), symbols.end());
  return closure;
}

uint64_t Project::names(const std::string& ns) const {
  auto found = by_namespace_.find(ns);
  if (found == by_namespace_.end()) return 0;
  std::set<std::string> names;
  for (const UnitFacts* unit : found->second) {
    for (const Export& item : unit->exports) {
      if (item.is_public) names.insert(item.name);
    }
  }
  std::string all;
  for (const std::string& name : names) all += name + "\n";
  return xxh3_64(all.data(), all.size());
}

uint64_t Project::hash_of(Use::Kind kind, const std::string& name, const UnitFacts& user) const {
  switch (kind) {
    case Use::Kind::kInterface: return interface(name);
    case Use::Kind::kCode: return closure(name, user).hash;
    case Use::Kind::kNames: return names(name);
  }
  return 0;
}

bool Project::is_valid(const UnitFacts& facts) const {
  return std::all_of(facts.uses.begin(), facts.uses.end(),
                     [&](const Use& use) { return hash_of(use.kind, use.name, facts) == use.hash; });
}

}  // namespace clj::incremental
