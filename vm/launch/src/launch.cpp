#include "clj/launch/launch.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>

#include "clj/builtins/builtins.h"
#include "clj/bytecode/signature_block.h"
#include "clj/conc/pool.h"
#include "clj/core/call.h"
#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/var.h"
#include "clj/exec/bundle.h"
#include "clj/exec/vm.h"
#include "clj/image/image.h"
#include "clj/io/writer.h"
#include "clj/launch/report.h"
#include "image_hooks.h"
#include "lean.h"
#include "main_stack.h"
#include "processor.h"

namespace clj::launch {
namespace {

struct MainThread {
  const gc::Options* options;
  int (*body)(void* context);
  void* context;
  int status = 1;
};

// Runs the program and what it left running: futures and agents' actions are part of it. What nobody catches ends it at
// once, as System/exit would.
int run_to_end(MainThread* main) {
  try {
    int status = main->body(main->context);
    io::flush_standard();
    conc::wait_for_tasks();
    return status;
  } catch (const ClojureThrow& thrown) {
    report_uncaught(thrown.value);
    return 1;
  }
}

void run_main_thread(void* argument, const char* stack_base) {
  auto* main = static_cast<MainThread*>(argument);
  gc::Options options = *main->options;
  std::string error;
  // For executables, too, whose command line belongs to the program.
  if (const char* text = std::getenv("CLJVM_GC"); text != nullptr && !gc::parse_options(text, options, error)) {
    report_failure("cljvm", "CLJVM_GC: " + error);
    main->status = 2;
    return;
  }
  gc::initialize(options);
  // Some stack stays for the handlers of StackOverflowError and for signal frames.
  gc::ThreadScope scope(kMainStackBytes - (size_t{1} << 20), stack_base);
  register_builtins();
  exec::initialize();
  gc::upcalls.finalize = finalize_builtin;
  gc::upcalls.out_of_memory = [] { throw_value(roots.out_of_memory_error); };
  install_lean_upcalls();
  set_image_hooks();
  const Attachments& own = attachments();
  if (own.image_bytes != 0 && !image::load_image(own.path, own.image_offset, image::runtime_roots(), false, error)) {
    report_failure("cljvm", error);
    main->status = 70;
    return;
  }
  try {
    main->status = run_to_end(main);
    run_shutdown_hooks();
  } catch (const std::exception& fault) {
    report_failure("cljvm", std::string("internal fault, please report it with the program: ") + fault.what());
    main->status = 70;
  }
  io::flush_standard();
}

}  // namespace

int run_on_main_thread(const gc::Options& options, int (*body)(void* context), void* context) {
  require_processor();
  // A file at the size limit of the user is an error of the write, like a full disk.
  std::signal(SIGXFSZ, SIG_IGN);
  MainThread main{&options, body, context};
  if (!call_on_main_stack(kMainStackBytes, run_main_thread, &main)) {
    report_failure("cljvm", "the main thread could not be started: not enough address space");
    return 1;
  }
  // Other threads may still run; their state must not be torn down under them.
  std::fflush(nullptr);
  if (int error = io::standard_output_error(); error != 0) {
    report_failure("cljvm", std::string("standard output: ") + std::strerror(error));
    if (main.status == 0) main.status = 1;
  }
  _Exit(main.status);
}

void set_command_line_args(const std::vector<std::string>& args) {
  Value list = Value::nil();
  for (size_t i = args.size(); i > 0; --i) list = cons(make_string(args[i - 1]), list);
  bind_root(cast<Var>(intern_var("clojure.core", "*command-line-args*")), list);
}

bool call_main(std::string_view ns, const std::vector<std::string>& args) {
  Value found = find_namespace(make_symbol("", ns));
  Value var = found.is_nil() ? Value::nil() : find_interned_var(found, make_symbol("", "-main"));
  if (var.is_nil() || !cast<Var>(var)->is_bound()) return false;
  gc::ValueList list;
  for (const std::string& arg : args) list.push_back(make_string(arg));
  invoke(deref(cast<Var>(var)), list.data(), static_cast<uint32_t>(list.size()));
  return true;
}

Value session_bindings() {
  gc::ValueList entries;
  auto bind = [&](Value var, Value value) {
    entries.push_back(var);
    entries.push_back(value);
  };
  bind(roots.var_ns, find_or_create_namespace(roots.sym_user));
  for (const char* name : {"*warn-on-reflection*", "*unchecked-math*", "*print-length*", "*print-level*", "*print-meta*",
                           "*data-readers*", "*default-data-reader-fn*", "*read-eval*", "*math-context*", "*assert*",
                           "*1", "*2", "*3", "*e"}) {
    Value var = find_interned_var(roots.core_ns, make_symbol("", name));
    if (!var.is_nil() && cast<Var>(var)->is_bound()) bind(var, deref(cast<Var>(var)));
  }
  bind(roots.var_print_namespace_maps, Value::boolean(true));
  return make_map(entries.data(), entries.size());
}

int run_bundle(std::string_view bytes, bool trusted, const std::vector<std::string>& args) {
  exec::LoadedBundle* bundle = exec::load_bundle(bytecode::without_signature(bytes), trusted);
  set_command_line_args(args);
  const bytecode::BundleInfo& info = bundle->view.info();
  std::string main = bundle->view.string_text(bundle->view.namespaces()[info.main_namespace].name);
  BindingScope scope(session_bindings());
  exec::run_namespace(bundle, info.main_namespace);
  if (info.call_main != 0 && !call_main(main, args) && info.call_main == 1) {
    throw_error(Error::kIllegalState, "The namespace " + main + " has no function -main.");
  }
  return 0;
}

void report_uncaught(Value throwable) {
  io::flush_standard();
  print_report(throwable);
}

void report_failure(std::string_view program, std::string_view message) {
  std::fprintf(stderr, "%.*s: %.*s\n", static_cast<int>(program.size()), program.data(),
               static_cast<int>(message.size()), message.data());
}

}  // namespace clj::launch
