// cljc check.
#include "clj/driver/check.h"

#include <unistd.h>

#include <cstdio>

#include "clj/driver/commands.h"
#include "clj/driver/project.h"
#include "clj/driver/start.h"

namespace clj::driver {
namespace {

// Fills the levels from --level RULE=LEVEL; returns what is wrong.
std::string parse_levels(const CommandLine& line, std::map<std::string, lint::Level>& levels) {
  if (!line.has("level")) return "";
  for (const std::string& text : line.options.at("level")) {
    size_t equals = text.find('=');
    lint::Level level;
    if (equals == std::string::npos || !lint::parse_level(text.substr(equals + 1), level)) {
      return "--level takes RULE=LEVEL with a level of error, warning, info or off, not " + text;
    }
    std::string name = text.substr(0, equals);
    bool known = false;
    for (const lint::RuleInfo& rule : lint::all_rules()) known = known || name == rule.name;
    if (!known) return "there is no rule " + name + "; cljc check --rules lists them";
    levels[name] = level;
  }
  return "";
}

std::vector<std::string> default_paths() {
  std::vector<std::string> paths;
  for (const char* folder : {"src", "test"}) {
    if (access(folder, R_OK) == 0) paths.push_back(folder);
  }
  return paths;
}

// Folders that are checked hold the namespaces that are required, too.
std::vector<std::string> class_path(const CommandLine& line, const std::vector<std::string>& paths) {
  std::vector<std::string> entries = paths;
  for (std::string& entry : class_path_of(line)) entries.push_back(std::move(entry));
  return entries;
}

void print_rules() {
  for (const lint::RuleInfo& rule : lint::all_rules()) {
    std::printf("%-22s %-8s %s\n", rule.name, lint::level_name(rule.level), rule.summary);
  }
}

}  // namespace

std::string check_check(const CommandLine& line) {
  std::map<std::string, lint::Level> levels;
  lint::Format format;
  if (!lint::parse_format(line.value("format", "text"), format)) {
    return "--format takes text, edn, json, sarif or github, not " + line.value("format");
  }
  if (std::string error = parse_levels(line, levels); !error.empty()) return error;
  if (line.rest.empty() && !line.has("rules") && default_paths().empty()) {
    return "a file or folder is needed: there is no src or test here";
  }
  return "";
}

int run_check(const CommandLine& line) {
  if (line.has("rules")) {
    print_rules();
    return 0;
  }
  CheckRequest request;
  request.paths = line.rest.empty() ? default_paths() : line.rest;
  parse_levels(line, request.levels);
  lint::parse_format(line.value("format", "text"), request.format);
  start();
  std::vector<std::string> folders;
  for (const std::string& path : request.paths) {
    if (access((path + "/.").c_str(), X_OK) == 0) folders.push_back(path);
  }
  start_class_path(class_path(line, folders));
  return check(request);
}

}  // namespace clj::driver
