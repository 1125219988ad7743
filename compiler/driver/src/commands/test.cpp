// cljc test: runs the tests below the test folders, by cljc.test-runner.
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "clj/core/call.h"
#include "clj/core/collections.h"
#include "clj/core/numbers.h"
#include "clj/core/text.h"
#include "clj/core/var.h"
#include "clj/driver/commands.h"
#include "clj/driver/loader.h"
#include "clj/driver/project.h"
#include "clj/driver/start.h"
#include "../source_tree.h"

namespace clj::driver {
namespace {

std::vector<std::string> test_folders(const CommandLine& line) {
  return line.rest.empty() ? std::vector<std::string>{"test"} : line.rest;
}

// The namespaces of the sources below the folders, as symbols.
Value namespaces_below(const std::vector<std::string>& folders) {
  gc::ValueList names;
  for (const std::string& folder : folders) {
    for (const std::string& file : source_files(folder)) {
      std::filesystem::path below = std::filesystem::path(file).lexically_relative(folder);
      names.push_back(make_symbol("", namespace_of_path(below.replace_extension().string())));
    }
  }
  return make_vector(names.data(), names.size());
}

std::vector<std::string> values_of(const CommandLine& line, const char* option) {
  return line.has(option) ? line.options.at(option) : std::vector<std::string>{};
}

Value strings(const std::vector<std::string>& texts) {
  gc::ValueList items;
  for (const std::string& text : texts) items.push_back(make_string(text));
  return make_vector(items.data(), items.size());
}

Value keywords(const std::vector<std::string>& texts) {
  gc::ValueList items;
  for (const std::string& text : texts) items.push_back(make_keyword(parse_symbol(make_string(text.substr(text[0] == ':')))));
  return make_vector(items.data(), items.size());
}

}  // namespace

std::string check_test(const CommandLine& line) {
  std::string format = line.value("report", "text");
  if (format != "text" && format != "tap" && format != "junit") return "--report takes text, tap or junit, not " + format;
  if (std::string fault = fault_of_jobs(line); !fault.empty()) return fault;
  for (const std::string& folder : test_folders(line)) {
    if (access((folder + "/.").c_str(), X_OK) != 0) return "there is no folder " + folder + " with tests";
  }
  return "";
}

int run_test(const CommandLine& line) {
  start();
  std::vector<std::string> folders = test_folders(line), path = class_path_of(line);
  for (const std::string& folder : folders) {
    if (std::find(path.begin(), path.end(), folder) == path.end()) path.push_back(folder);
  }
  start_class_path(path);
  UserScope user;
  require_namespace("cljc.test-runner");
  Value entries[] = {make_keyword("", "namespaces"), namespaces_below(folders),
                     make_keyword("", "only"),       strings(values_of(line, "only")),
                     make_keyword("", "include"),    keywords(values_of(line, "include")),
                     make_keyword("", "exclude"),    keywords(values_of(line, "exclude")),
                     make_keyword("", "jobs"),      make_long(std::stoi(line.value("jobs", "1"))),
                     make_keyword("", "format"),     make_string(line.value("report", "text"))};
  Value run = deref(cast<Var>(intern_var("cljc.test-runner", "run")));
  return static_cast<int>(to_long(invoke(run, make_map(entries, std::size(entries)))));
}

}  // namespace clj::driver
