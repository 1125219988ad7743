#include "build_session.h"

#include <algorithm>
#include <cstdio>
#include <utility>

#include "clj/base/checksum.h"
#include "clj/core/text.h"
#include "clj/core/warning.h"
#include "clj/driver/loader.h"
#include "clj/driver/start.h"
#include "clj/incremental/bytes.h"
#include "clj/io/class_path.h"
#include "clj/launch/dormant.h"
#include "source_tree.h"

namespace clj::driver {
namespace {

BuildSession* session = nullptr;
bool loading_from_store = false;  // its warnings have been printed with the unit

void add_once(std::vector<std::string>& list, const std::string& item) {
  if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
}

std::string source_of_lib(const std::string& path) { return launch::is_clojures_own(path) ? "" : find_source(path); }

}  // namespace

std::string lib_key(const std::string& path) { return "lib " + path; }

BuildSession::BuildSession(const incremental::Store& store, bool anything_changed,
                           std::function<void(const std::string&)> progress)
    : store_(store), anything_changed_(anything_changed), progress_(std::move(progress)) {
  session = this;
  lib_loader_override = load_lib;
  warning_listener = hear_warning;
}

BuildSession::~BuildSession() {
  lib_loader_override = nullptr;
  warning_listener = nullptr;
  session = nullptr;
}

Source BuildSession::lib_source(const std::string& path, const std::string& place) {
  return {place, io::read_place(place), path + place.substr(place.rfind('.')), path};
}

// Is it to be printed?
bool BuildSession::hear_warning(const std::string& line) {
  if (loading_from_store) return false;
  if (!session->warnings_.empty()) session->warnings_.back() += line + "\n";
  return !session->keeps_warnings_;
}

bool BuildSession::load_lib(const std::string& path) { return session->load(path); }

// What `require` calls while the build evaluates something.
bool BuildSession::load(const std::string& path) {
  if (!required_.empty()) add_once(required_.back(), path);
  auto known = by_path_.find(path);
  CompiledUnit* unit = known == by_path_.end() ? nullptr : known->second;
  if (unit == nullptr || unit->loaded) {  // loaded: :reload
    std::string place = source_of_lib(path);
    if (place.empty()) return false;
    Source source = lib_source(path, place);
    unit = unit == nullptr ? valid_unit(source, lib_key(path)) : nullptr;
    if (unit == nullptr) unit = compile(source, lib_key(path));
  }
  bool outer = std::exchange(loading_from_store, true);
  try {
    load_unit(*unit);
  } catch (...) {
    loading_from_store = outer;
    throw;
  }
  loading_from_store = outer;
  return true;
}

CompiledUnit* BuildSession::lib(const std::string& path) {
  auto known = by_path_.find(path);
  if (known != by_path_.end()) return known->second;
  std::string place = source_of_lib(path);
  if (place.empty()) return nullptr;
  if (CompiledUnit* unit = valid_unit(lib_source(path, place), lib_key(path))) return unit;
  require_namespace(namespace_of_path(path));  // which asks `load`
  known = by_path_.find(path);
  return known == by_path_.end() ? nullptr : known->second;
}

CompiledUnit* BuildSession::file(const std::string& place) {
  Source source{place, io::read_place(place), place, ""};
  CompiledUnit* unit = valid_unit(source, "file " + place);
  return unit != nullptr ? unit : compile(source, "file " + place);
}

// The unit from the cache, unless it has to be compiled.
CompiledUnit* BuildSession::valid_unit(const Source& source, const std::string& key) {
  auto unit = std::make_unique<CompiledUnit>();
  // A cycle of requires is found, and reported, by compiling.
  if (open_.contains(key) || stale_.contains(key)) return nullptr;
  if (take_from_store(source, key, *unit)) {
    open_.insert(key);
    CompiledUnit* taken = units_.emplace_back(std::move(unit)).get();
    for (const std::string& path : taken->facts.requires_) lib(path);
    open_.erase(key);
    // It may have been compiled meanwhile, by something in a cycle with it.
    auto known = by_path_.find(taken->facts.path);
    if (known != by_path_.end()) return known->second;
    project_.add(&taken->facts);
    if (project_.is_valid(taken->facts)) {
      if (!keeps_warnings_) std::fputs(taken->facts.warnings.c_str(), stderr);
      return by_path_[taken->facts.path] = taken;
    }
  }
  stale_.insert(key);
  return nullptr;
}

bool BuildSession::take_from_store(const Source& source, const std::string& key, CompiledUnit& unit) {
  std::string entry;
  if (!store_.read(key, entry)) return false;
  incremental::ByteReader reader(entry);
  std::string facts = reader.text();
  unit.bytes = reader.text();
  if (reader.failed || !reader.at_end() || !decode(facts, unit.facts)) return false;
  if (unit.facts.source_hash != xxh3_64(source.text.data(), source.text.size())) return false;
  if (unit.facts.place != source.place || (unit.facts.impure && anything_changed_)) return false;
  return unit.view.open(unit.bytes, true).empty() && unit.facts.parts.size() == unit.view.init_functions().size();
}

bool BuildSession::has_effects(const CompiledUnit& unit) const {
  return unit.facts.impure || std::any_of(unit.facts.exports.begin(), unit.facts.exports.end(), [&](const auto& item) {
    return item.runs && project_.closure(item.name, unit.facts).impure;
  });
}

bool BuildSession::is_of_source(const std::string& path) const {
  return by_path_.contains(path) || !launch::is_library(path);
}

CompiledUnit* BuildSession::compile(const Source& source, const std::string& key) {
  anything_changed_ = true;
  progress_(source.path.empty() ? source.place : namespace_of_path(source.path));
  required_.emplace_back();
  warnings_.emplace_back();
  struct Scope {  // also when compiling throws
    BuildSession& self;
    ~Scope() {
      self.required_.pop_back();
      self.warnings_.pop_back();
    }
  } scope{*this};
  auto of_source = [&](std::string_view ns) {
    std::string path = path_of_namespace(std::string(ns));
    return path == source.path || is_of_source(path);
  };
  Compiled compiled = compile_source(source, of_source);
  // The unit moves before the project refers to its facts.
  auto unit = std::make_unique<CompiledUnit>(std::move(compiled.unit));
  unit->view.open(unit->bytes, false);
  for (const std::string& path : required_.back()) {
    add_once(unit->facts.requires_, path);
    // A part of this namespace in a file of its own: both stand and fall together.
    auto part = by_path_.find(path);
    if (part != by_path_.end() && path != path_of_namespace(part->second->facts.ns)) unit->facts.impure = true;
  }
  unit->facts.warnings = warnings_.back();
  CompiledUnit* made = units_.emplace_back(std::move(unit)).get();
  by_path_[made->facts.path] = made;
  record_uses(*made, compiled.symbols, project_, of_source);
  incremental::ByteWriter entry;
  entry.text(encode(made->facts));
  entry.text(made->bytes);
  store_.write(key, entry.out);
  return made;
}

std::vector<CompiledUnit*> BuildSession::in_order(const std::vector<CompiledUnit*>& roots) {
  std::set<CompiledUnit*> seen;
  std::vector<CompiledUnit*> order;
  for (CompiledUnit* root : roots) visit(root, seen, order);
  for (size_t i = 0; i < order.size(); ++i) {
    for (const std::string& ns : std::vector<std::string>(order[i]->facts.late)) {
      std::string path = path_of_namespace(ns);
      if (!by_path_.contains(path)) {
        if (source_of_lib(path).empty()) {
          absent_libs_.insert(path);
          continue;
        }
        // Compiled with its namespace made known, as `require` does it; or taken from the cache.
        lib(path);
      }
      visit(by_path_.at(path), seen, order);
    }
  }
  return order;
}

void BuildSession::visit(CompiledUnit* unit, std::set<CompiledUnit*>& seen, std::vector<CompiledUnit*>& order) {
  if (!seen.insert(unit).second) return;
  for (const std::string& path : unit->facts.requires_) {
    auto required = by_path_.find(path);
    if (required != by_path_.end()) visit(required->second, seen, order);
  }
  order.push_back(unit);
}

}  // namespace clj::driver
