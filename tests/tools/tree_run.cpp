// tree_run [--stdlib DIR] [--path DIR]… FILE.clj… [-e EXPR]: evaluates each file's forms with the
// tree evaluator, in a process without a boot image. For bringing up the standard library and
// for comparisons.
//
// --stdlib DIR  loads clojure.core by DIR/clojure/core.manifest first, and finds libs in DIR
// --path DIR    finds libs in DIR as well
#include <pthread.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "clj/analyze/analyze.h"
#include "clj/base/file.h"
#include "clj/builtins/builtins.h"
#include "clj/conc/pool.h"
#include "clj/core/call.h"
#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/print.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/core/var.h"
#include "clj/gc/heap.h"
#include "clj/io/writer.h"
#include "clj/reader/reader.h"
#include "clj/tree/tree.h"

namespace {

using namespace clj;

void report(Value thrown) {
  for (Value v = thrown; is_kind(v, Kind::kThrowable); v = cast<Throwable>(v)->cause) {
    auto* t = cast<Throwable>(v);
    std::fprintf(stderr, "%s%s: %s %s\n", v == thrown ? "" : "caused by ",
                 to_utf8(cast<Class>(t->type)->name).c_str(),
                 t->message.is_nil() ? "" : to_utf8(t->message).c_str(),
                 t->data.is_nil() ? "" : print_text(t->data).c_str());
    if (!t->cause.is_nil()) continue;
    int64_t frames = count(t->trace);
    for (int64_t i = 0; i < frames && i < 20; ++i) std::fprintf(stderr, "  %s\n", print_text(nth(t->trace, i)).c_str());
  }
}

// Evaluates every form; `show` prints the values.
void evaluate(std::string_view text, const std::string& name, bool show) {
  Value bindings[] = {roots.var_file, make_string(name), roots.var_ns, current_ns()};
  BindingScope scope(make_map(bindings, 4));
  reader::Utf8Source source(text, name);
  reader::Options options;
  options.conditionals = reader::Options::Conditionals::kAllow;
  reader::Reader reader(source, options);
  for (;;) {
    Value form = reader.read();
    if (form.is_absent()) return;
    Value value = analyze::eval_top_level(form, tree::run);
    if (show) std::printf("%s\n", print_text(value).c_str());
  }
}

// Where load_lib looks, without a slash at the end. Set before anything runs.
std::vector<std::string> search_path;

void load_lib(const char* path) {
  std::string text;
  for (const std::string& root : search_path) {
    for (const char* extension : {".clj", ".cljc"}) {
      std::string file = root + "/" + path + extension;
      if (!read_file(file.c_str(), text)) continue;
      evaluate(text, file, false);
      return;
    }
  }
  std::string lib = path;
  throw_error(Error::kFileNotFound,
              "Could not locate " + lib + "__init.class, " + lib + ".clj or " + lib + ".cljc on classpath." +
                  (lib.find('_') == std::string::npos
                       ? ""
                       : " Please check that namespaces with dashes use underscores in the Clojure file name."));
}

// The files of clojure.core in the order of the manifest: one path a line, # begins a comment.
void load_core(const std::string& root) {
  std::string manifest;
  std::string name = root + "/clojure/core.manifest";
  if (!read_file(name.c_str(), manifest)) throw_error(Error::kFileNotFound, name);
  for (size_t at = 0; at < manifest.size();) {
    size_t end = std::min(manifest.find('\n', at), manifest.size());
    std::string line = manifest.substr(at, end - at);
    at = end + 1;
    if (!line.empty() && line[0] != '#') load_lib(("clojure/" + line).c_str());
  }
}

// In namespace user, which refers to clojure.core once that is loaded.
void enter_user_namespace() {
  bind_root(cast<Var>(roots.var_ns), find_or_create_namespace(make_symbol("", "user")));
  Value refer = find_interned_var(roots.core_ns, make_symbol("", "refer"));
  if (!refer.is_nil()) invoke(deref(cast<Var>(refer)), roots.sym_clojure_core);
}

struct Arguments {
  int count;
  char** values;
  int status;
};

void* run(void* context) {
  auto* arguments = static_cast<Arguments*>(context);
  gc::ThreadScope scope(size_t{500} << 20);
  gc::upcalls.finalize = tree::finalize;
  bootstrap_core();
  register_builtins();
  intern_builtins();
  tree::install();
  core_upcalls.load_lib = load_lib;
  core_upcalls.macroexpand_1 = analyze::macroexpand_1;
  core_upcalls.macroexpand = analyze::macroexpand;
  for (int i = 1; i < arguments->count; ++i) {
    try {
      bool has_value = i + 1 < arguments->count;
      if (std::strcmp(arguments->values[i], "--stdlib") == 0 && has_value) {
        search_path.push_back(arguments->values[++i]);
        load_core(search_path.back());
        enter_user_namespace();
        continue;
      }
      if (std::strcmp(arguments->values[i], "--path") == 0 && has_value) {
        search_path.push_back(arguments->values[++i]);
        continue;
      }
      bool expression = std::strcmp(arguments->values[i], "-e") == 0 && i + 1 < arguments->count;
      if (expression) {
        enter_user_namespace();
        evaluate(arguments->values[++i], "NO_SOURCE_PATH", true);
      } else {
        std::string text;
        if (!read_file(arguments->values[i], text)) {
          std::perror(arguments->values[i]);
          arguments->status = 1;
          break;
        }
        evaluate(text, arguments->values[i], false);
      }
    } catch (const ClojureThrow& thrown) {
      io::flush_standard();
      report(thrown.value);
      arguments->status = 1;
      break;
    }
  }
  conc::wait_for_tasks();
  io::flush_standard();
  std::fflush(stdout);
  return nullptr;
}

}  // namespace

int main(int argc, char** argv) {
  clj::gc::initialize({});
  Arguments arguments{argc, argv, 0};
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, size_t{512} << 20);
  pthread_t thread;
  pthread_create(&thread, &attributes, run, &arguments);
  pthread_join(thread, nullptr);
  // Not exit(): idle threads of the pool would keep its destructors waiting.
  _exit(arguments.status);
}
