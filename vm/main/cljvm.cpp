// cljvm: runs scripts, expressions, namespaces, bundles, and the REPL. An executable made by
// `cljc build` is this program with a bundle behind it, which it runs instead.
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstring>
#include <iterator>

#include "clj/base/file.h"
#include "clj/core/call.h"
#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/print.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/var.h"
#include "clj/driver/command_line.h"
#include "clj/driver/compare.h"
#include "clj/driver/loader.h"
#include "clj/driver/project.h"
#include "clj/driver/repl.h"
#include "clj/driver/start.h"
#include "clj/launch/launch.h"
#include "clj/linker/signature.h"
#include "clj/reader/edn.h"

namespace {

using namespace clj;

constexpr const char* kUsage =
    "Usage: cljvm [options] [FILE.clj | FILE.cljb | - | -m NS | -e EXPR] [argument…]\n"
    "Runs a script, a bundle, standard input, a namespace's -main or an expression;\n"
    "without any, a REPL.\n";

struct Invocation {
  driver::CommandLine line;
  gc::Options options;
};

bool is_bundle_name(const std::string& file) {
  return file.size() > 5 && file.compare(file.size() - 5, 5, ".cljb") == 0;
}

// The rest of the command line as EDN: the function to call (or nil) and its map of arguments.
Value exec_arguments(const std::vector<std::string>& rest, Value args, Value& function) {
  size_t at = 0;
  auto read = [](const std::string& text) { return reader::read_edn_string(make_string(text), Value::nil()); };
  if (rest.size() % 2 == 1) function = read(rest[at++]);
  if (args.is_nil()) args = make_map(nullptr, 0);
  for (; at + 1 < rest.size(); at += 2) args = assoc(args, read(rest[at]), read(rest[at + 1]));
  return args;
}

// -X: calls one function with one map.
int run_exec(const driver::Project& project, const std::vector<std::string>& rest) {
  driver::UserScope user;
  Value function = project.exec_fn;
  Value args = exec_arguments(rest, project.exec_args, function);
  if (!is_symbol(function) || cast<Symbol>(function)->ns.is_nil()) {
    throw_error(Error::kIllegalArgument, "-X needs a function: :exec-fn of an alias, or ns/name as the first argument");
  }
  Value resolve = deref(cast<Var>(intern_var("clojure.core", "requiring-resolve")));
  Value var = invoke(resolve, function);
  if (var.is_nil()) throw_error(Error::kFileNotFound, symbol_text(function) + " does not exist");
  invoke(var, args);
  return 0;
}

// The command line that :main-opts and what follows -M make.
driver::CommandLine main_line(const driver::CommandLine& line, const driver::Project& project) {
  std::vector<std::string> args = project.main_opts;
  args.insert(args.end(), line.rest.begin(), line.rest.end());
  driver::CommandLine inner = driver::parse_command_line(driver::kCljvm, args, "main");
  if (!inner.error.empty()) throw_error(Error::kIllegalArgument, ":main-opts: " + inner.error);
  return inner;
}

// --require-signature: nothing runs but a bundle that is signed with one of the keys.
void check_signature(const driver::CommandLine& line, std::string_view bundle) {
  if (!line.has("require-signature")) return;
  std::string file = line.value("require-signature"), keys, signer;
  if (!read_file(file, keys)) throw_error(Error::kFileNotFound, file + " (" + std::strerror(errno) + ")");
  std::string fault = bundle.data() == nullptr ? "--require-signature runs bundles only"
                                               : linker::verify_signature(bundle, keys, signer);
  if (!fault.empty()) throw_error(Error::kSecurity, fault);
}

bool names_file(const driver::CommandLine& line) { return !line.has("main") && !line.has("eval") && !line.rest.empty(); }
bool names_bundle(const driver::CommandLine& line) {
  return names_file(line) && line.rest[0] != "-" && is_bundle_name(line.rest[0]);
}

// As on the JVM, user.clj is loaded first: that of a project or of a class path that was given. Without either the working
// directory is on the class path, and what is called so there may be the program.
void load_user_file(const driver::CommandLine& line) {
  if (names_bundle(line) || (!line.has("classpath") && !driver::has_project(line))) return;
  if (driver::find_source("user").empty()) return;
  driver::UserScope user;
  core_upcalls.load_lib("user");
}

// A bundle has what it requires, so it runs where the project that happens to be there wants libraries that are not to be had.
std::vector<std::string> run_class_path(const driver::CommandLine& line) {
  if (!names_bundle(line) || driver::asks_for_class_path(line)) return driver::class_path_of(line);
  try {
    return driver::class_path_of(line);
  } catch (const ClojureThrow&) {
    return {"src", "."};
  }
}

int run_line(const driver::CommandLine& line);

int run(const Invocation& invocation) {
  const driver::CommandLine& line = invocation.line;
  driver::start();
  driver::set_backend(line.value("backend") == "tree" ? driver::BackendKind::kTree : driver::BackendKind::kVm);
  std::vector<std::string> path = run_class_path(line);
  if (line.has("print-path")) {
    std::string text;
    for (const std::string& entry : path) text += (text.empty() ? "" : ":") + entry;
    std::printf("%s\n", text.c_str());
    return 0;
  }
  bool alias = line.has("run-exec") || line.has("run-main");
  if (alias) check_signature(line, {});
  driver::start_class_path(path);
  load_user_file(line);
  if (line.has("run-exec")) return run_exec(driver::read_project(line), line.rest);
  if (line.has("run-main")) return run_line(main_line(line, driver::read_project(line)));
  return run_line(line);
}

int run_line(const driver::CommandLine& line) {
  std::vector<std::string> args = line.rest;
  bool file = names_file(line);
  if (file) args.erase(args.begin());
  if (names_bundle(line)) {
    static MappedFile bundle;  // mapped until the process ends
    if (!bundle.open(line.rest[0])) {
      throw_error(Error::kFileNotFound, line.rest[0] + " (" + std::strerror(errno) + ")");
    }
    check_signature(line, bundle.view());
    return launch::run_bundle(bundle.view(), false, args);
  }
  check_signature(line, {});
  driver::UserScope user;
  launch::set_command_line_args(args);
  for (const std::string& init : line.has("init") ? line.options.at("init") : std::vector<std::string>{}) {
    driver::load_file(init);
  }
  if (line.has("eval")) {
    for (const std::string& text : line.options.at("eval")) driver::eval_and_print(text);
    return 0;
  }
  if (line.has("main")) {
    std::string ns = line.value("main");
    driver::require_namespace(ns);
    if (!launch::call_main(ns, args)) {
      throw_error(Error::kIllegalState, "The namespace " + ns + " has no function -main.");
    }
    return 0;
  }
  if (file) {
    if (line.rest[0] == "-") {
      driver::load_text(driver::read_standard_input(), "-.cljc", "<stdin>");
    } else {
      driver::load_file(line.rest[0]);
    }
    return 0;
  }
  std::string banner = driver::version_text(driver::kCljvm);
  banner.pop_back();  // its newline
  return driver::run_repl({driver::eval, banner, ""});
}

int run_application(std::vector<std::string>& args) {
  return launch::run_on_main_thread(
      gc::Options(),
      [](void* context) {
        driver::start();
        return launch::run_bundle(launch::attachments().bundle, true, *static_cast<std::vector<std::string>*>(context));
      },
      &args);
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> args(argv + 1, argv + argc);
  if (!launch::attachments().bundle.empty()) return run_application(args);

  Invocation invocation{driver::parse_command_line(driver::kCljvm, args, "main"), {}};
  driver::CommandLine& line = invocation.line;
  std::string error = line.error;
  if (error.empty()) driver::collector_options(line, invocation.options, error);
  std::string backend = line.value("backend", "vm");
  if (error.empty() && backend != "vm" && backend != "tree") error = "--backend takes vm or tree, not " + backend;
  if (!error.empty()) {
    launch::report_failure("cljvm", error + "\nTry cljvm --help.");
    return 2;
  }
  if (line.has("help")) {
    std::fputs(driver::help_text(driver::kCljvm, kUsage).c_str(), stdout);
    return 0;
  }
  if (line.has("version")) {
    std::fputs(driver::version_text(driver::kCljvm).c_str(), stdout);
    return 0;
  }
  if (line.has("compare")) return driver::compare_backends(args);
  return launch::run_on_main_thread(
      invocation.options, [](void* context) { return run(*static_cast<Invocation*>(context)); }, &invocation);
}
