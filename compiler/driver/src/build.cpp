#include "clj/driver/build.h"

#include <ftw.h>

#include <cerrno>
#include <cstring>
#include <memory>
#include <set>

#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/text.h"
#include "clj/core/var.h"
#include "clj/driver/loader.h"
#include "clj/driver/start.h"
#include "clj/emit/bundle_emitter.h"
#include "clj/io/class_path.h"
#include "clj/launch/dormant.h"
#include "clj/launch/launch.h"
#include "clj/linker/executable.h"
#include "clj/linker/program.h"
#include "compile_unit.h"
#include "late_requires.h"
#include "source_tree.h"

namespace clj::driver {
namespace {

// What one source became.
struct Unit {
  std::string path;   // root path of its lib ("my/app")
  std::string bytes;  // a bundle
  bytecode::BundleView view;
};

// The build in progress. One per process; the lib loader is a plain function.
struct Build {
  std::vector<std::unique_ptr<Unit>> units;  // in the order in which they were finished
  std::vector<std::string> late_libs;        // that code requires while it runs
  bool data_readers_added = false;
};
Build* current = nullptr;

// One source on its way into a unit.
struct Compilation {
  emit::BundleEmitter emitter;
  std::vector<uint32_t> init_functions;

  void compile_form(Value form, Evaluate evaluate) {
    compile_top_level(form, evaluate, [&](const analyze::Unit& unit) {
      init_functions.push_back(emitter.add_form(unit));
      find_late_requires(unit, [](const std::string& lib) { current->late_libs.push_back(lib); });
    });
  }
};

// The data readers of the class path become part of the first source that is compiled, before
// its own forms: the program may read tagged literals, too.
void add_data_readers(Compilation& compilation) {
  if (current->data_readers_added) return;
  current->data_readers_added = true;
  for_each(data_reader_forms(), [&](Value form) {
    compilation.compile_form(form, Evaluate::kAll);
    return true;
  });
}

// Compiles a source into a unit. Returns the name of the namespace it ends in. Without a `path`
// the unit's lib is that namespace.
std::string compile_source(const std::string& file, const std::string& visible_name, std::string path) {
  Evaluate evaluate = evaluation_of(file);
  std::string text = io::read_place(file);
  std::string ns;
  Compilation compilation;
  add_data_readers(compilation);
  for_each_form(text, file, visible_name, [&](Value form) {
    compilation.compile_form(form, evaluate);
    ns = symbol_text(cast<Namespace>(current_ns())->name);
  });
  if (ns.empty()) ns = "user";
  std::string unit_ns = path.empty() ? ns : namespace_of_path(path);
  if (path.empty()) path = path_of_namespace(ns);
  compilation.emitter.add_namespace(unit_ns, path, compilation.init_functions);
  auto unit = std::make_unique<Unit>();
  unit->path = path;
  unit->bytes = compilation.emitter.finish();
  if (std::string fault = unit->view.open(unit->bytes, false); !fault.empty()) throw_error(Error::kIllegalState, fault);
  current->units.push_back(std::move(unit));
  return ns;
}

// load_lib during a build: the lib becomes part of the program.
bool compile_lib(const std::string& path) {
  std::string source = launch::is_clojures_own(path) ? "" : find_source(path);
  if (source.empty()) return false;
  compile_source(source, path + source.substr(source.rfind('.')), path);
  return true;
}

// Adds the libs that functions of the program require, when the class path has them. They are
// part of the bundle and run when they are required; what is not found is for the program to miss.
void add_late_libs() {
  std::set<std::string> seen;
  while (!current->late_libs.empty()) {
    std::string lib = current->late_libs.back();
    current->late_libs.pop_back();
    if (seen.insert(lib).second && !find_source(path_of_namespace(lib)).empty()) require_namespace(lib);
  }
}

std::set<std::string> resource_files;
int note_resource(const char* path, const struct stat*, int type, struct FTW*) {
  if (type == FTW_F) resource_files.insert(path);
  return 0;
}

void add_resources(const BuildRequest& request, linker::Program& program) {
  for (std::string folder : request.resources) {
    if (io::is_archive(folder)) {
      for (const std::string& name : io::names_in_archive(folder)) {
        program.resources.push_back({name, io::read_place(io::place_in_archive(folder, name))});
      }
      continue;
    }
    while (folder.size() > 1 && folder.back() == '/') folder.pop_back();
    resource_files.clear();
    if (nftw(folder.c_str(), note_resource, 16, FTW_PHYS) != 0) {
      throw_error(Error::kFileNotFound, folder + " (" + std::strerror(errno) + ")");
    }
    for (const std::string& file : resource_files) {
      program.resources.push_back({file.substr(folder.size() + 1), io::read_place(file)});
    }
  }
}

void check(Error error, const std::string& fault) {
  if (!fault.empty()) throw_error(error, fault);
}

void write_output(const BuildRequest& request, const std::string& bundle) {
  if (request.output.ends_with(".cljb")) {
    return check(Error::kIO, linker::write_program(request.output, bundle, false));
  }
  std::string self = launch::attachments().path;
  linker::Stub stub;
  check(Error::kFileNotFound, linker::load_stub(self.substr(0, self.rfind('/')),
                                                request.lean ? linker::StubKind::kLean : linker::StubKind::kFull, stub));
  check(Error::kIO, linker::write_program(request.output, linker::link_executable(stub, bundle), true));
}

}  // namespace

int build(const BuildRequest& request) {
  Build build;
  current = &build;
  install_pending_vars();
  lib_loader_override = compile_lib;
  UserScope user;
  std::string main = request.main_namespace;
  if (!request.file.empty()) {
    std::string ns = compile_source(request.file, request.file, "");
    if (main.empty()) main = ns;
    if (main != ns) require_namespace(main);
  } else {
    require_namespace(main);
  }
  if (!request.main_namespace.empty()) {
    Value ns = find_namespace(make_symbol("", main));
    if (ns.is_nil() || find_interned_var(ns, make_symbol("", "-main")).is_nil()) {
      throw_error(Error::kIllegalState, "The namespace " + main + " has no function -main.");
    }
  }
  add_late_libs();
  linker::Program program;
  for (const auto& unit : build.units) program.units.push_back(&unit->view);
  program.main_namespace = main;
  program.call_main = request.main_namespace.empty() ? 2 : 1;
  add_resources(request, program);
  write_output(request, linker::link_program(program));
  current = nullptr;
  return 0;
}

}  // namespace clj::driver
