// cljc new: a project whose build, check, test and run work at once.
#include <cctype>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include "clj/base/file.h"
#include "clj/driver/commands.h"
#include "clj/launch/launch.h"
#include "../source_tree.h"

namespace clj::driver {
namespace {

// A file of a new project; {{name}}, {{path}} and {{ns}} stand for the project's.
struct Template {
  const char* path;
  const char* text;
};
constexpr Template kApplication[] = {
    {"deps.edn", "{:paths [\"src\"]\n :aliases {:test {:extra-paths [\"test\"]}\n           :run {:main-opts [\"-m\" \"{{ns}}.main\"]}}}\n"},
    {".gitignore", "/{{name}}\n*.cljb\n"},
    {"README.md",
     "# {{name}}\n\n| command | does |\n|---|---|\n| `cljvm -M:run Ada` | runs it |\n| `cljc test` | runs the tests |\n"
     "| `cljc check` | looks for mistakes |\n| `cljc build -m {{ns}}.main -o {{name}}` | makes the executable `{{name}}` |\n"},
    {"src/{{path}}/main.clj",
     "(ns {{ns}}.main\n  (:require [clojure.string :as str]))\n\n(defn greeting\n  \"What is said to the people of these names.\"\n"
     "  [names]\n  (str \"Hello \" (if (seq names) (str/join \" and \" names) \"world\") \"!\"))\n\n"
     "(defn -main [& args]\n  (println (greeting args)))\n"},
    {"test/{{path}}/main_test.clj",
     "(ns {{ns}}.main-test\n  (:require [clojure.test :refer [deftest is testing]]\n            [{{ns}}.main :as main]))\n\n"
     "(deftest greeting\n  (testing \"without names\"\n    (is (= \"Hello world!\" (main/greeting []))))\n"
     "  (testing \"with names\"\n    (is (= \"Hello Ada and Alan!\" (main/greeting [\"Ada\" \"Alan\"])))))\n"},
};

std::string filled(std::string text, const std::string& name) {
  for (auto [mark, value] : {std::pair<std::string, std::string>{"{{name}}", name}, {"{{ns}}", name}, {"{{path}}", path_of_namespace(name)}}) {
    for (size_t at; (at = text.find(mark)) != std::string::npos;) text.replace(at, mark.size(), value);
  }
  return text;
}

// Letters, digits and dashes, a letter first: a folder, a namespace and a program can be called so.
bool is_good_name(const std::string& name) {
  if (name.empty() || !std::isalpha(static_cast<unsigned char>(name[0])) || name.back() == '-') return false;
  for (char c : name) {
    if (!std::isalnum(static_cast<unsigned char>(c)) && c != '-') return false;
  }
  return true;
}

}  // namespace

std::string check_new(const CommandLine& line) {
  if (line.rest.size() != 2 || line.rest[0] != "app") return "what to make and its name are needed: cljc new app NAME";
  const std::string& name = line.rest[1];
  if (!is_good_name(name)) return name + " can't be a project's name: letters, digits and dashes, a letter first";
  if (std::filesystem::exists(name)) return name + " exists already";
  return "";
}

int run_new(const CommandLine& line) {
  const std::string& name = line.rest[1];
  for (const Template& file : kApplication) {
    std::filesystem::path path = std::filesystem::path(name) / filled(file.path, name);
    std::error_code error;
    std::filesystem::create_directories(path.parent_path(), error);
    if (error || !write_file(path.string(), filled(file.text, name))) {
      launch::report_failure("cljc", path.string() + " could not be written: " + (error ? error.message() : std::strerror(errno)));
      return 1;
    }
  }
  std::printf("%s is ready: its README.md says how to run, test, check and build it.\n", name.c_str());
  return 0;
}

}  // namespace clj::driver
