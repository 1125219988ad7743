// cljc build.
#include "clj/driver/build.h"
#include "clj/driver/commands.h"
#include "clj/driver/project.h"
#include "clj/driver/start.h"
#include "../watch.h"

namespace clj::driver {
namespace {

BuildRequest request_of(const CommandLine& line) {
  BuildRequest request;
  request.main_namespace = line.value("main");
  if (!line.rest.empty()) request.file = line.rest[0];
  request.output = line.value("output");
  using Runtime = BuildRequest::Runtime;
  request.runtime = line.has("lean") ? Runtime::kLean : line.has("full") ? Runtime::kFull : Runtime::kProved;
  request.shake = !line.has("keep-all");
  request.strip = line.has("strip");
  request.explain = line.has("explain-size");
  request.cached = !line.has("no-cache");
  request.cache = line.value("cache");
  if (line.has("jobs")) request.workers = std::stoul(line.value("jobs"));
  if (!line.has("classpath") && has_project(line)) request.folders = read_project(line).folders;
  request.verbose = line.has("verbose");
  if (line.has("include")) request.resources = line.options.at("include");
  return request;
}

}  // namespace

std::string check_build(const CommandLine& line) {
  if (line.rest.size() > 1) return "one source file, not " + std::to_string(line.rest.size()) + ": " + line.rest[1];
  if (line.rest.empty() && !line.has("main")) return "a source file or -m NS is needed";
  std::string stage = line.value("dump", "read");
  if (stage != "read" && stage != "expand" && stage != "ast" && stage != "bytecode") {
    return "--dump takes read, expand, ast or bytecode, not " + stage;
  }
  if (line.has("dump") && line.has("watch")) return "--dump and --watch exclude each other";
  if (line.has("dump") && line.rest.empty()) return "--dump needs a source file";
  if (line.has("lean") && line.has("full")) return "--lean and --full exclude each other";
  if (!line.has("dump") && line.value("output").empty()) return "-o FILE is needed: what to write";
  if (std::string fault = fault_of_jobs(line); !fault.empty()) return fault;
  for (const char* option : {"output", "main", "jobs"}) {
    auto given = line.options.find(option);
    if (given != line.options.end() && given->second.size() > 1) {
      return std::string("--") + option + " was given " + std::to_string(given->second.size()) + " times: one, please";
    }
  }
  return "";
}

namespace {

// The build that --watch repeats.
WatchRequest watch_request(const CommandLine& line, const std::vector<std::string>& class_path) {
  WatchRequest request{{"build"}, {"deps.edn"}, line.value("output")};
  for (const auto& [name, values] : line.options) {
    if (name == "watch") continue;
    if (values.empty()) request.arguments.push_back("--" + name);
    for (const std::string& value : values) request.arguments.push_back("--" + name + "=" + value);
  }
  for (const std::string& file : line.rest) {
    request.arguments.push_back(file);
    request.places.push_back(file);
  }
  for (const std::string& entry : class_path) {
    // Everything below the current folder only if the sources are nowhere else.
    if (entry != "." || (class_path.size() == 1 && line.rest.empty())) request.places.push_back(entry);
  }
  if (line.has("include")) {
    const auto& folders = line.options.at("include");
    request.places.insert(request.places.end(), folders.begin(), folders.end());
  }
  return request;
}

}  // namespace

int run_build(const CommandLine& line) {
  start();
  std::vector<std::string> class_path = class_path_of(line);
  if (line.has("watch")) return watch(watch_request(line, class_path));
  start_class_path(class_path);
  if (!line.has("dump")) return build(request_of(line));
  std::string stage = line.value("dump");
  return dump(line.rest[0], stage == "read"     ? Stage::kRead
                            : stage == "expand" ? Stage::kExpand
                            : stage == "ast"    ? Stage::kAst
                                                : Stage::kBytecode);
}

}  // namespace clj::driver
