#include "clj/driver/project.h"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>

#include "clj/base/file.h"
#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/print.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/reader/edn.h"
#include "pom.h"

namespace clj::driver {
namespace {

namespace fs = std::filesystem;

Value key(const char* name) { return make_keyword("", name); }
Value key(const char* ns, const char* name) { return make_keyword(ns, name); }

[[noreturn]] void throw_nonsense(const std::string& where, const std::string& what, Value found) {
  throw_error(Error::kIllegalArgument, where + ": " + what + ", not " + print_text(found));
}

std::string home() {
  const char* home = std::getenv("HOME");
  return home == nullptr ? "" : home;
}

std::string in_folder(const std::string& folder, const std::string& path) {
  if (folder.empty() || folder == "." || fs::path(path).is_absolute()) return path;
  return (fs::path(folder) / path).lexically_normal().string();
}

// A map that deps.edn, or a part of it, must be; nil is an empty one.
Value checked_map(Value value, const std::string& where, const std::string& what) {
  if (value.is_nil()) return roots.empty_array_map;
  if (!is_map(value)) throw_nonsense(where, what + " must be a map", value);
  return value;
}

std::vector<std::string> checked_strings(Value value, const std::string& where, const std::string& what) {
  std::vector<std::string> strings;
  if (value.is_nil()) return strings;
  if (!is_sequential(value)) throw_nonsense(where, what + " must be a vector of strings", value);
  for_each(value, [&](Value item) {
    if (!is_string(item)) throw_nonsense(where, what + " must be a vector of strings", value);
    strings.push_back(to_utf8(item));
    return true;
  });
  return strings;
}

Value read_edn(const std::string& text, const std::string& where) {
  try {
    return checked_map(reader::read_edn_string(make_string(text), Value::nil()), where, "it");
  } catch (const ClojureThrow& thrown) {
    auto* error = cast<Throwable>(thrown.value);
    if (error->type == error_class(Error::kIllegalArgument)) throw;
    throw_error(Error::kIllegalArgument, where + ": " + (is_string(error->message) ? to_utf8(error->message) : "unreadable"));
  }
}

// The deps.edn in a folder; an empty map when there is none.
Value read_deps(const std::string& folder, bool* exists = nullptr) {
  std::string file = in_folder(folder, "deps.edn"), text;
  bool found = access(file.c_str(), F_OK) == 0;
  if (exists != nullptr) *exists = found;
  if (!found) return roots.empty_array_map;
  if (!read_file(file, text)) throw_error(Error::kFileNotFound, file + " (" + std::strerror(errno) + ")");
  return read_edn(text, file);
}

// b's entries win; maps below :deps and :aliases are merged, too.
Value merged(Value a, Value b) {
  for_each_kv(b, [&](Value k, Value v) {
    bool both = (k == key("deps") || k == key("aliases")) && is_map(get(a, k)) && is_map(v);
    a = assoc(a, k, both ? merged(get(a, k), v) : v);
    return true;
  });
  return a;
}

// A vector of paths; a keyword in it is an alias that is such a vector.
std::vector<std::string> paths_of(Value value, Value aliases, const std::string& where, const std::string& what,
                                  int depth = 0) {
  if (depth > 20) throw_error(Error::kIllegalArgument, where + ": " + what + " refers to itself");
  if (!is_sequential(value)) return checked_strings(value, where, what);
  std::vector<std::string> paths;
  for_each(value, [&](Value item) {
    if (!is_keyword(item) && !is_string(item)) throw_nonsense(where, what + " must be a vector of strings", value);
    if (is_string(item)) return paths.push_back(to_utf8(item)), true;
    if (!contains(aliases, item)) throw_error(Error::kIllegalArgument, where + " has no alias " + print_text(item));
    for (std::string& path : paths_of(get(aliases, item), aliases, where, "the alias " + print_text(item), depth + 1)) {
      paths.push_back(std::move(path));
    }
    return true;
  });
  return paths;
}

// Where a dependency comes from, ready to be looked at.
struct Coordinate {
  std::string version;  // :mvn/version
  std::string folder;   // :local/root, or the clone of a :git/sha
  std::set<std::string> exclusions;
  bool direct;          // of the project itself: no other version replaces it
};

// Finds the class path of a set of dependencies.
//
// Breadth first: the project's own dependencies keep their versions, of others the newest counts.
class Resolver {
 public:
  // `overrides`: the coordinates that libraries have, whoever asks for them.
  Resolver(const std::string& repository, Value overrides) : repository_(repository), overrides_(overrides) {}

  // The entries of a :deps map that stands in `folder`.
  void add(Value deps, const std::string& folder, bool direct, const std::string& where) {
    for_each_kv(deps, [&](Value lib, Value coordinate) {
      if (!is_symbol(lib)) throw_nonsense(where, "a library must be a symbol", lib);
      if (contains(overrides_, lib)) coordinate = get(overrides_, lib);
      if (!is_map(coordinate)) throw_nonsense(where, "what " + symbol_text(lib) + " is must be a map", coordinate);
      add(symbol_text(lib), coordinate_of(symbol_text(lib), coordinate, folder, direct, where));
      return true;
    });
  }

  std::vector<std::string> class_path() {
    while (!todo_.empty()) {
      std::string lib = todo_.front();
      todo_.pop_front();
      expand(lib);
    }
    std::vector<std::string> path;
    for (const std::string& lib : order_) {
      for (const std::string& entry : entries_[lib]) path.push_back(entry);
    }
    return path;
  }

 private:
  static bool is_runtime(const std::string& lib) {
    return lib == "org.clojure/clojure" || lib == "org.clojure/spec.alpha" || lib == "org.clojure/core.specs.alpha";
  }

  Coordinate coordinate_of(const std::string& lib, Value map, const std::string& folder, bool direct, const std::string& where) {
    Coordinate found{"", "", {}, direct};
    auto text = [&](Value k) {
      Value v = get(map, k);
      if (!v.is_nil() && !is_string(v)) throw_nonsense(where, print_text(k) + " of " + lib + " must be a string", v);
      return v.is_nil() ? std::string() : to_utf8(v);
    };
    found.version = text(key("mvn", "version"));
    std::string root = text(key("local", "root")), sha = text(key("git", "sha"));
    if (sha.empty()) sha = text(key("sha"));
    if (!root.empty()) found.folder = in_folder(folder, root);
    if (!sha.empty()) {
      const char* set = std::getenv("GITLIBS");
      found.folder = (set != nullptr ? std::string(set) : home() + "/.gitlibs") + "/libs/" + lib + "/" + sha;
      if (!fs::exists(found.folder)) {
        throw_error(Error::kFileNotFound, where + ": no clone of " + lib + " at " + found.folder + "; nothing is downloaded");
      }
      if (std::string below = text(key("deps", "root")); !below.empty()) found.folder += "/" + below;
    }
    if (Value exclusions = get(map, key("exclusions")); is_sequential(exclusions) || is_set(exclusions)) {
      for_each(exclusions, [&](Value lib) { return found.exclusions.insert(is_symbol(lib) ? symbol_text(lib) : ""), true; });
    }
    if (found.version.empty() && found.folder.empty()) {
      throw_nonsense(where, lib + " needs :mvn/version, :local/root or :git/sha", map);
    }
    return found;
  }

  void add(const std::string& lib, Coordinate coordinate) {
    if (is_runtime(lib)) return;
    auto known = selected_.find(lib);
    if (known == selected_.end()) {
      order_.push_back(lib);
    } else {
      bool newer = !known->second.direct && !known->second.version.empty() && !coordinate.version.empty() &&
                   compare_versions(known->second.version, coordinate.version) < 0;
      if (!newer) return;
    }
    selected_[lib] = std::move(coordinate);
    todo_.push_back(lib);
  }

  void expand(const std::string& lib) {
    const Coordinate coordinate = selected_[lib];
    entries_[lib].clear();
    if (coordinate.folder.empty()) return expand_maven(lib, coordinate);
    std::string folder = coordinate.folder;
    if (!fs::exists(folder)) throw_error(Error::kFileNotFound, lib + ": " + folder + " (No such file or directory)");
    if (!fs::is_directory(folder)) {
      entries_[lib] = {folder};
      return;
    }
    std::string where = in_folder(folder, "deps.edn");
    Value deps = read_deps(folder);
    Value paths = get(deps, key("paths"));
    Value aliases = checked_map(get(deps, key("aliases")), where, ":aliases");
    std::vector<std::string> names = paths.is_nil() ? std::vector<std::string>{"src"} : paths_of(paths, aliases, where, ":paths");
    for (const std::string& name : names) entries_[lib].push_back(in_folder(folder, name));
    add(checked_map(get(deps, key("deps")), where, ":deps"), folder, false, where);
  }

  void expand_maven(const std::string& lib, const Coordinate& coordinate) {
    size_t slash = lib.find('/');
    MavenArtifact artifact{lib.substr(0, slash), slash == std::string::npos ? lib : lib.substr(slash + 1), coordinate.version, {}};
    std::string jar = artifact.path(repository_, ".jar");
    if (!fs::exists(jar)) {
      throw_error(Error::kFileNotFound, lib + " " + coordinate.version + " is not in the local Maven repository: " + jar +
                                            " does not exist; nothing is downloaded");
    }
    entries_[lib] = {jar};
    for (const MavenArtifact& dependency : pom_dependencies(repository_, artifact)) {
      std::string name = dependency.group + "/" + dependency.name;
      bool excluded = coordinate.exclusions.count(name) != 0 || coordinate.exclusions.count(dependency.group + "/*") != 0 ||
                      coordinate.exclusions.count("*/*") != 0;
      if (excluded) continue;
      Coordinate next{dependency.version, "", coordinate.exclusions, false};
      next.exclusions.insert(dependency.exclusions.begin(), dependency.exclusions.end());
      add(name, std::move(next));
    }
  }

  std::string repository_;
  Value overrides_;
  std::map<std::string, Coordinate> selected_;
  std::map<std::string, std::vector<std::string>> entries_;
  std::vector<std::string> order_;
  std::deque<std::string> todo_;
};

// Those that the options name, as keywords: ":a:b" is two.
void read_aliases(const CommandLine& line, gc::ValueList& aliases) {
  for (const char* option : {"aliases", "run-main", "run-exec"}) {
    if (!line.has(option)) continue;
    for (const std::string& text : line.options.at(option)) {
      std::istringstream parts(text);
      for (std::string part; std::getline(parts, part, ':');) {
        if (!part.empty()) aliases.push_back(make_keyword(parse_symbol(make_string(part))));
      }
    }
  }
}

}  // namespace

Project read_project(const CommandLine& line) {
  const std::string where = "deps.edn";
  Value deps = read_deps(".");
  for (const std::string& text : line.has("deps") ? line.options.at("deps") : std::vector<std::string>{}) {
    deps = merged(deps, read_edn(text, "--deps"));
  }
  Value aliases = checked_map(get(deps, key("aliases")), where, ":aliases");
  Value wanted = checked_map(get(deps, key("deps")), where, ":deps"), overrides = roots.empty_array_map;
  Value paths = get(deps, key("paths"));
  std::vector<std::string> own = paths.is_nil() ? std::vector<std::string>{"src"} : paths_of(paths, aliases, where, ":paths");

  Project project;
  gc::ValueList chosen;
  read_aliases(line, chosen);
  for (Value name : chosen) {
    std::string shown = print_text(name);
    if (!contains(aliases, name)) throw_error(Error::kIllegalArgument, where + " has no alias " + shown);
    Value alias = checked_map(get(aliases, name), where, "the alias " + shown);
    auto map_of = [&](const char* k) { return checked_map(get(alias, key(k)), where, ":" + std::string(k)); };
    for (const char* k : {"replace-paths", "paths"}) {
      if (contains(alias, key(k))) own = paths_of(get(alias, key(k)), aliases, where, ":" + std::string(k));
    }
    for (std::string& path : paths_of(get(alias, key("extra-paths")), aliases, where, ":extra-paths")) {
      project.folders.push_back(std::move(path));
    }
    for (const char* k : {"replace-deps", "deps"}) {
      if (contains(alias, key(k))) wanted = map_of(k);
    }
    wanted = merged(wanted, map_of("extra-deps"));
    overrides = merged(overrides, map_of("override-deps"));
    if (contains(alias, key("main-opts"))) project.main_opts = checked_strings(get(alias, key("main-opts")), where, ":main-opts");
    if (contains(alias, key("exec-fn"))) project.exec_fn = get(alias, key("exec-fn"));
    Value args = map_of("exec-args");
    project.exec_args = project.exec_args.is_nil() ? args : merged(project.exec_args, args);
  }
  project.folders.insert(project.folders.end(), own.begin(), own.end());
  project.class_path = project.folders;
  Value repository = get(deps, key("mvn", "local-repo"));
  Resolver resolver(is_string(repository) ? to_utf8(repository) : home() + "/.m2/repository", overrides);
  resolver.add(wanted, ".", true, where);
  for (std::string& entry : resolver.class_path()) project.class_path.push_back(std::move(entry));
  return project;
}

bool has_project(const CommandLine& line) {
  return access("deps.edn", F_OK) == 0 || line.has("deps") || line.has("aliases") || line.has("run-main") || line.has("run-exec");
}

bool asks_for_class_path(const CommandLine& line) { return line.has("classpath") || line.has("deps") || line.has("aliases"); }

std::vector<std::string> class_path_of(const CommandLine& line) {
  std::string text = line.value("classpath");
  bool given = line.has("classpath");
  if (!given && has_project(line)) return read_project(line).class_path;
  if (!given) text = "src:.";
  std::vector<std::string> folders;
  std::istringstream parts(text);
  for (std::string part; std::getline(parts, part, ':');) folders.push_back(part.empty() ? "." : part);
  return folders;
}

}  // namespace clj::driver
