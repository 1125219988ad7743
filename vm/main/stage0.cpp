// stage0 STDLIB OUTPUT LEAN_OUTPUT: loads the standard library from its sources and writes the boot
// image, and another for programs that do not compile, which differs in what is cold.
//
// clojure.core is loaded as such. The other libraries are loaded, too, and then put aside: a
// program finds them (ns, find-ns, all-ns) only when it requires them (launch/dormant.h).
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "clj/analyze/analyze.h"
#include "clj/builtins/builtins.h"
#include "clj/core/call.h"
#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/loaded_at_start.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/var.h"
#include "clj/driver/lean_image.h"
#include "clj/driver/loader.h"
#include "clj/driver/start.h"
#include "clj/exec/vm.h"
#include "clj/image/image.h"
#include "clj/launch/dormant.h"
#include "clj/launch/launch.h"

namespace {

using namespace clj;

// The lines of clojure.core's manifest: "core/seqs" …
std::set<std::string> core_files(const std::string& stdlib) {
  std::ifstream manifest(stdlib + "/clojure/core.manifest");
  std::set<std::string> files;
  for (std::string line; std::getline(manifest, line);) files.insert("clojure/" + line);
  return files;
}

// Is this file a part of a namespace, which that namespace's file loads? It begins with in-ns.
bool is_part(const std::filesystem::path& path) {
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && line[0] == '(') return line.starts_with("(in-ns ");
  }
  return false;
}

// Root paths ("clojure/set") of the libraries beside clojure.core, sorted: the order of loading
// is part of the image.
std::vector<std::string> libraries(const std::string& stdlib) {
  std::set<std::string> core = core_files(stdlib);
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(stdlib)) {
    std::string file = entry.path().lexically_relative(stdlib).string();
    if (entry.path().extension() != ".clj") continue;
    std::string path = file.substr(0, file.size() - 4);
    if (!core.contains(path) && !is_part(entry.path())) paths.push_back(path);
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

struct Arguments {
  std::string stdlib, output, lean_output;
};

int run(void* context) {
  auto* arguments = static_cast<Arguments*>(context);
  exec::inline_caches_enabled = false;
  analyze::hints_enabled = false;
  analyze::literals_interned = false;
  driver::bootstrap_from_source(arguments->stdlib);
  Value loaded;
  {
    driver::UserScope user;
    for (const auto& row : kLoadedAtStart) {
      if (row.shown == ShownAtStart::kAtOnce) driver::require_namespace(std::string(row.name));
    }
    loaded = invoke(deref(cast<Var>(intern_var("clojure.core", "loaded-libs"))));
    for (const std::string& path : libraries(arguments->stdlib)) {
      std::string ns = path;
      std::replace(ns.begin(), ns.end(), '/', '.');
      std::replace(ns.begin(), ns.end(), '_', '-');
      exec::line_tables_enabled = !ns.starts_with("clojure.host.");
      driver::require_namespace(ns);
    }
    exec::line_tables_enabled = true;
  }
  launch::make_dormant(loaded);
  std::string error;
  for (bool compiles : {true, false}) {
    const std::string& output = compiles ? arguments->output : arguments->lean_output;
    if (image::write_image(output, image::runtime_roots(), driver::cold_slots(compiles), error)) continue;
    std::fprintf(stderr, "stage0: %s\n", error.c_str());
    return 1;
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fputs("Usage: stage0 STDLIB OUTPUT LEAN_OUTPUT\n", stderr);
    return 2;
  }
  Arguments arguments{argv[1], argv[2], argv[3]};
  return launch::run_on_main_thread(gc::Options(), run, &arguments);
}
