// Finding, reading and evaluating source: files, libs on the class path, top-level forms.
//
// Threads  Loading is serialised by a lock, as the JVM's `load`.
// Errors   FileNotFoundException "Could not locate my/lib.cljvm, my/lib.clj or my/lib.cljc on
//          classpath."; a cycle of requires names every namespace in it.
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "clj/analyze/ast.h"
#include "clj/reader/reader.h"
#include "clj/value/value.h"

namespace clj::driver {

// What evaluates an analysed form.
using Backend = Value (*)(const std::shared_ptr<analyze::Unit>&);
enum class BackendKind { kTree, kVm };
void set_backend(BackendKind kind);

// The place (clj/io/class_path.h) of the lib whose root path is `path` ("my/lib"), or "".
std::string find_source(std::string_view path);

// Evaluates one form as at top level.
Value eval(Value form);
// Evaluates every form of a text in a fresh binding of *ns*, *file* and the compiler's flags;
// yields the last value. `visible_name` is what errors and metadata call it.
Value load_text(std::string_view utf8, const std::string& path, const std::string& visible_name);
// (load-file path). FileNotFoundException.
Value load_file(const std::string& path);
// The vars that loading a file binds, with their values; and how its text is read.
Value load_bindings(const std::string& visible_name);
reader::Options source_options(const std::string& path);
// Calls `form` with each form of a text, bound as load_text does.
void for_each_form(std::string_view utf8, const std::string& path, const std::string& visible_name,
                   const std::function<void(Value form)>& visit);

// Calls `visit` with the form that `reader` just read; a compiler error without a place gets the
// form's.
void visit_located(const reader::Reader& reader, Value form, const std::function<void(Value form)>& visit);

// Sets the upcalls eval, load_lib and their kin. With `replace_lib_loader`, load_lib first asks
// it (the build does).
void install();
extern bool (*lib_loader_override)(const std::string& path);

// Loads clojure.core and the rest of the standard library from source: stage 0.
void bootstrap_from_source(const std::string& stdlib_folder);

}  // namespace clj::driver
