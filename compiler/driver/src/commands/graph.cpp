// cljc graph: prints who requires whom.
#include <unistd.h>

#include <cstdio>

#include "../require_graph.h"
#include "../source_tree.h"
#include "clj/core/print.h"
#include "clj/core/text.h"
#include "clj/driver/commands.h"
#include "clj/driver/project.h"
#include "clj/driver/start.h"

namespace clj::driver {
namespace {

// Namespaces and paths hold nothing that JSON escapes otherwise than Clojure.
std::string quoted(const std::string& text) { return print_text(make_string(text)); }

template <class Items, class F>
std::string joined(const Items& items, const char* separator, F&& text_of) {
  std::string out;
  for (const auto& item : items) out += (out.empty() ? "" : separator) + text_of(item);
  return out;
}

const char* kind_of(const RequireGraph::Node& node) {
  return node.missing ? "missing" : node.file.empty() ? "runtime" : "source";
}

std::string as_text(const RequireGraph& graph) {
  std::string out;
  for (const auto& [ns, node] : graph.nodes) {
    if (node.file.empty()) continue;
    out += ns + " (" + node.file + ")\n";
    for (const std::string& required : node.requires_) {
      const RequireGraph::Node& target = graph.nodes.at(required);
      out += "  " + required + (target.file.empty() ? std::string(" [") + kind_of(target) + "]" : "") + "\n";
    }
  }
  return out;
}

std::string as_dot(const RequireGraph& graph) {
  std::string out = "digraph requires {\n  rankdir=LR;\n  node [shape=box];\n";
  for (const auto& [ns, node] : graph.nodes) {
    const char* style = node.missing ? " [color=red]" : node.file.empty() ? " [style=dashed]" : "";
    out += "  " + quoted(ns) + style + ";\n";
    for (const std::string& required : node.requires_) out += "  " + quoted(ns) + " -> " + quoted(required) + ";\n";
  }
  return out + "}\n";
}

std::string as_json(const RequireGraph& graph) {
  std::string nodes = joined(graph.nodes, ",\n    ", [](const auto& entry) {
    const auto& [ns, node] = entry;
    return "{\"namespace\": " + quoted(ns) + ", \"kind\": \"" + kind_of(node) + "\", \"file\": " +
           (node.file.empty() ? "null" : quoted(node.file)) + ", \"requires\": [" + joined(node.requires_, ", ", quoted) + "]}";
  });
  return "{\n  \"namespaces\": [\n    " + nodes + "\n  ],\n  \"cycles\": [" + joined(graph.cycles, ", ", quoted) +
         "],\n  \"missing\": [" + joined(graph.missing, ", ", quoted) + "]\n}\n";
}

std::vector<std::string> roots_of(const CommandLine& line) {
  if (line.has("main")) return line.options.at("main");
  std::vector<std::string> roots;
  for (const std::string& path : line.rest.empty() ? std::vector<std::string>{"src"} : line.rest) {
    for (const std::string& file : source_files(path)) {
      std::string ns = namespace_in_file(file);
      if (!ns.empty()) roots.push_back(ns);
    }
  }
  return roots;
}

}  // namespace

std::string check_graph(const CommandLine& line) {
  std::string format = line.value("format", "text");
  if (format != "text" && format != "dot" && format != "json") return "--format takes text, dot or json, not " + format;
  if (line.rest.empty() && !line.has("main") && access("src/.", X_OK) != 0) {
    return "a path or -m NS is needed: there is no src here";
  }
  return "";
}

int run_graph(const CommandLine& line) {
  start();
  std::vector<std::string> path = class_path_of(line);
  for (const std::string& folder : line.rest) {
    if (access((folder + "/.").c_str(), X_OK) == 0) path.insert(path.begin(), folder);
  }
  start_class_path(path);
  UserScope user;
  RequireGraph graph = require_graph(roots_of(line));
  std::string format = line.value("format", "text");
  std::string text = format == "dot" ? as_dot(graph) : format == "json" ? as_json(graph) : as_text(graph);
  std::fwrite(text.data(), 1, text.size(), stdout);
  std::fflush(stdout);
  for (const std::string& chain : graph.cycles) std::fprintf(stderr, "error: a cycle of requires: %s\n", chain.c_str());
  for (const std::string& chain : graph.missing) std::fprintf(stderr, "error: not on the class path: %s\n", chain.c_str());
  return graph.cycles.empty() && graph.missing.empty() ? 0 : 1;
}

}  // namespace clj::driver
