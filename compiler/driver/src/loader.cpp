#include "clj/driver/loader.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <mutex>
#include <utility>

#include "clj/analyze/analyze.h"
#include "clj/base/file.h"
#include "clj/builtins/builtins.h"
#include "clj/core/call.h"
#include "clj/core/collections.h"
#include "clj/core/compiler_exception.h"
#include "clj/core/equality.h"
#include "clj/core/error.h"
#include "clj/core/numbers.h"
#include "clj/core/print.h"
#include "clj/core/roots.h"
#include "clj/core/type.h"
#include "clj/core/text.h"
#include "clj/core/var.h"
#include "clj/emit/emit.h"
#include "clj/exec/bundle.h"
#include "clj/io/class_path.h"
#include "clj/launch/report.h"
#include "clj/launch/dormant.h"
#include "clj/reader/reader.h"
#include "clj/passes/passes.h"
#include "clj/tree/tree.h"

namespace clj::driver {
namespace {

Backend backend = emit::run;

// Extensions of sources, in the order in which they are looked for.
constexpr const char* kExtensions[] = {".cljvm", ".clj", ".cljc"};

// What a file is loaded for: the program itself, whose exceptions are the program's, or a namespace that `load` loads, which
// puts a CompilerException with the form's place around them.
enum class Loading : uint8_t { kProgram, kNamespace };

Value load_text_for(Loading loading, std::string_view utf8, const std::string& path, const std::string& visible_name);

void load_lib(const char* path) {
  analyze::ClassesMustExist file(false);
  std::string lib = path;
  bool own = launch::is_clojures_own(lib);
  if (!own && launch::is_library(lib) && !find_source(lib).empty()) hide_library(lib);
  if (lib_loader_override != nullptr && lib_loader_override(lib)) return;
  if (exec::load_namespace_from_bundles(lib)) return;
  std::string source = own ? "" : find_source(lib);
  if (source.empty() && launch::wake(lib)) return;
  if (source.empty()) {
    // Programs see this message, so it names the files that the JVM looks for.
    throw_error(Error::kFileNotFound,
                "Could not locate " + lib + "__init.class, " + lib + ".clj or " + lib + ".cljc on classpath." +
                    (lib.find('_') == std::string::npos
                         ? ""
                         : " Please check that namespaces with dashes use underscores in the Clojure file name."));
  }
  // As on the JVM, *file* is the path below the class path's root.
  load_text_for(Loading::kNamespace, io::read_place(source), source, lib + source.substr(source.rfind('.')));
}

}  // namespace

bool (*lib_loader_override)(const std::string& path) = nullptr;

void set_backend(BackendKind kind) {
  if (kind == BackendKind::kTree) {
    tree::install();
    core_upcalls.capture_stack = tree::capture_stack;  // the program's frames are this evaluator's
  }
  backend = kind == BackendKind::kTree ? tree::run : emit::run;
}

std::string find_source(std::string_view path) {
  for (const char* extension : kExtensions) {
    std::string place = io::find_on_class_path(std::string(path) + extension);
    if (!place.empty()) return place;
  }
  return "";
}

namespace {

// Whether the form at top level that threw last did so while it ran, rather than while it was compiled.
thread_local bool threw_running = false;

// An eval that is under way: macros may evaluate forms of their own, and catch what these throw.
struct Evaluation {
  Evaluation() : outer(std::exchange(innermost, this)) {}
  ~Evaluation() { innermost = outer; }
  Evaluation(const Evaluation&) = delete;
  static thread_local Evaluation* innermost;
  Evaluation* outer;
  bool threw = false;  // while it ran
};
thread_local Evaluation* Evaluation::innermost = nullptr;

}  // namespace

Value eval(Value form) {
  Evaluation evaluation;
  try {
    return analyze::eval_top_level(form, [](const std::shared_ptr<analyze::Unit>& unit) {
      passes::run(*unit);
      try {
        return backend(unit);
      } catch (const ClojureThrow&) {
        Evaluation::innermost->threw = true;
        throw;
      }
    });
  } catch (const ClojureThrow&) {
    threw_running = evaluation.threw;
    throw;
  }
}

namespace {

// The next form of a file. What is wrong with its text, too deep a nesting included, becomes a
// CompilerException, as every other error of loading it.
Value read_form(reader::Reader& reader, const reader::CharSource& source, const std::string& visible_name) {
  try {
    return reader.read();
  } catch (const ClojureThrow& thrown) {
    auto* error = cast<Throwable>(thrown.value);
    auto key = [](const char* name) { return make_keyword("clojure.error", name); };
    Value line, column, cause = thrown.value;
    if (error->type == error_class(Error::kReaderException)) {
      line = get(error->data, key("line"));
      column = get(error->data, key("column"));
      cause = error->cause;
    } else if (error->type == error_class(Error::kStackOverflow)) {
      line = make_long(source.line());
      column = make_long(source.column());
    } else {
      throw;
    }
    throw_value(make_compiler_exception("read-source", "Syntax error reading source", Value::nil(), make_string(visible_name),
                                        as_long(line), as_long(column), cause));
  }
}

// Only lists carry positions, so an error in a top-level form that is none (an unresolved
// symbol, a vector) has no place yet: it gets the form's.
[[noreturn]] void throw_located(Value thrown, const reader::Reader& reader) {
  auto* error = cast<Throwable>(thrown);
  Value line_key = make_keyword("clojure.error", "line");
  if (error->type != error_class(Error::kCompilerException) || !is_map(error->data) ||
      !equiv(get(error->data, line_key), make_long(0)))
    throw_value(thrown);
  Value data = assoc(error->data, line_key, make_long(reader.form_line()));
  data = assoc(data, make_keyword("clojure.error", "column"), make_long(reader.form_column()));
  std::string message = to_utf8(str_value(error->message));
  size_t at = message.rfind(":0:0)");
  if (at != message.npos)
    message.replace(at, 5, ":" + std::to_string(reader.form_line()) + ":" + std::to_string(reader.form_column()) + ")");
  throw_value(make_throwable(error->type, make_string(message), error->cause, data));
}

}  // namespace

void visit_located(const reader::Reader& reader, Value form, const std::function<void(Value form)>& visit) {
  threw_running = false;
  try {
    visit(form);
  } catch (const ClojureThrow& thrown) {
    launch::remember_namespace(symbol_text(cast<Namespace>(current_ns())->name));
    Value file = deref(cast<Var>(roots.var_file));
    launch::remember_form(without_loading_error(thrown.value), is_string(file) ? to_utf8(file) : "", reader.form_line(), reader.form_column(),
                          !threw_running);
    throw_located(thrown.value, reader);
  }
}

Value load_bindings(const std::string& visible_name) {
  gc::ValueList entries;
  auto bind = [&](const char* name, Value value) {
    entries.push_back(intern_var("clojure.core", name));
    entries.push_back(value);
  };
  bind("*ns*", current_ns());
  bind("*file*", make_string(visible_name));
  for (const char* flag : {"*warn-on-reflection*", "*unchecked-math*", "*data-readers*", "*compiler-options*"}) {
    Value var = find_interned_var(roots.core_ns, make_symbol("", flag));
    if (!var.is_nil() && cast<Var>(var)->is_bound()) bind(flag, deref(cast<Var>(var)));
  }
  return make_map(entries.data(), entries.size());
}

reader::Options source_options(const std::string& path) {
  reader::Options options;
  // .cljc everywhere else, too: a reader conditional in a .clj file is an error on the JVM.
  bool portable = path.size() < 4 || path.compare(path.size() - 4, 4, ".clj") != 0;
  options.conditionals =
      portable ? reader::Options::Conditionals::kAllow : reader::Options::Conditionals::kForbid;
  return options;
}

namespace {

void for_each_form(Loading loading, std::string_view utf8, const std::string& path, const std::string& visible_name,
                   const std::function<void(Value form)>& visit) {
  analyze::ClassesMustExist file(false);
  BindingScope bindings(load_bindings(visible_name));
  reader::Utf8Source source(utf8, visible_name);
  reader::Reader reader(source, source_options(path));
  for (;;) {
    Value form = read_form(reader, source, visible_name);
    if (form.is_absent()) return;
    try {
      visit_located(reader, form, visit);
    } catch (const ClojureThrow& thrown) {
      if (loading == Loading::kProgram) throw;
      throw_value(loading_error(thrown.value, make_string(visible_name), reader.form_line(), reader.form_column()));
    }
  }
}

Value load_text_for(Loading loading, std::string_view utf8, const std::string& path, const std::string& visible_name) {
  Value last;
  for_each_form(loading, utf8, path, visible_name, [&](Value form) { last = eval(form); });
  return last;
}

}  // namespace

void for_each_form(std::string_view utf8, const std::string& path, const std::string& visible_name,
                   const std::function<void(Value form)>& visit) {
  for_each_form(Loading::kProgram, utf8, path, visible_name, visit);
}

Value load_text(std::string_view utf8, const std::string& path, const std::string& visible_name) {
  return load_text_for(Loading::kProgram, utf8, path, visible_name);
}

Value load_file(const std::string& path) { return load_text(io::read_place(path), path, path); }

void install() {
  core_upcalls.eval = [](Value form) {
    analyze::ClassesMustExist given(true);
    return eval(form);
  };
  core_upcalls.macroexpand_1 = analyze::macroexpand_1;
  core_upcalls.macroexpand = analyze::macroexpand;
  core_upcalls.compiler_position = analyze::current_position;
  core_upcalls.load_lib = load_lib;
  tree::install();
  gc::upcalls.finalize = [](Object* object) {
    finalize_builtin(object);
    tree::finalize(object);
  };
}

void bootstrap_from_source(const std::string& stdlib) {
  bootstrap_core();
  intern_builtins();
  install();
  std::string manifest;
  std::string manifest_path = stdlib + "/clojure/core.manifest";
  if (!read_file(manifest_path, manifest)) throw_error(Error::kFileNotFound, manifest_path);
  io::set_class_path({stdlib});
  gc::ValueList bindings;
  bindings.push_back(intern_var("clojure.core", "*ns*"));
  bindings.push_back(roots.core_ns);
  BindingScope scope(make_map(bindings.data(), bindings.size()));
  for (size_t at = 0; at < manifest.size();) {
    size_t end = manifest.find('\n', at);
    if (end == std::string::npos) end = manifest.size();
    std::string line = manifest.substr(at, end - at);
    at = end + 1;
    if (line.empty() || line[0] == '#') continue;
    std::string file = stdlib + "/clojure/" + line + ".clj";
    std::string text;
    if (!read_file(file, text)) throw_error(Error::kFileNotFound, file);
    load_text(text, file, "clojure/" + line + ".clj");
  }
}

}  // namespace clj::driver
