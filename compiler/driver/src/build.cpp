#include "clj/driver/build.h"

#include <fcntl.h>
#include <ftw.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <set>

#include "clj/analyze/analyze.h"
#include "clj/base/file.h"
#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/print.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/var.h"
#include "clj/driver/loader.h"
#include "clj/driver/start.h"
#include "clj/emit/bundle_emitter.h"
#include "clj/emit/emit.h"
#include "clj/io/class_path.h"
#include "clj/launch/dormant.h"
#include "clj/launch/launch.h"
#include "clj/launch/trailer.h"
#include "compile_unit.h"
#include "late_requires.h"
#include "source_tree.h"

namespace clj::driver {
namespace {

// The build in progress. One per process; the lib loader is a plain function.
struct Build {
  emit::BundleEmitter emitter;
  std::vector<std::string> late_libs;  // that code requires while it runs
};
Build* current = nullptr;

// Compiles one top-level form into init functions.
void compile_form(Value form, Evaluate evaluate, std::vector<uint32_t>& init_functions) {
  compile_top_level(form, evaluate, [&](const analyze::Unit& unit) {
    init_functions.push_back(current->emitter.add_form(unit));
    find_late_requires(unit, [](const std::string& lib) { current->late_libs.push_back(lib); });
  });
}

// The data readers of the class path become part of the first namespace that is compiled, before
// its own forms: the program may read tagged literals, too.
bool data_readers_added = false;
void add_data_readers(std::vector<uint32_t>& init_functions) {
  if (data_readers_added) return;
  data_readers_added = true;
  for_each(data_reader_forms(), [&](Value form) {
    compile_form(form, Evaluate::kAll, init_functions);
    return true;
  });
}

// Compiles a file's forms into init functions. Returns the name of the namespace it ends in.
std::string compile_file(const std::string& file, const std::string& visible_name,
                         std::vector<uint32_t>& init_functions) {
  Evaluate evaluate = evaluation_of(file);
  std::string text = io::read_place(file);
  std::string ns;
  add_data_readers(init_functions);
  for_each_form(text, file, visible_name, [&](Value form) {
    compile_form(form, evaluate, init_functions);
    ns = symbol_text(cast<Namespace>(current_ns())->name);
  });
  return ns.empty() ? "user" : ns;
}

// load_lib during a build: the lib becomes part of the bundle.
bool compile_lib(const std::string& path) {
  std::string source = launch::is_clojures_own(path) ? "" : find_source(path);
  if (source.empty()) return false;
  std::vector<uint32_t> init_functions;
  compile_file(source, path + source.substr(source.rfind('.')), init_functions);
  current->emitter.add_namespace(namespace_of_path(path), path, init_functions);
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

void add_resources(const BuildRequest& request) {
  for (std::string folder : request.resources) {
    if (io::is_archive(folder)) {
      for (const std::string& name : io::names_in_archive(folder)) {
        current->emitter.add_resource(name, io::read_place(io::place_in_archive(folder, name)));
      }
      continue;
    }
    while (folder.size() > 1 && folder.back() == '/') folder.pop_back();
    resource_files.clear();
    if (nftw(folder.c_str(), note_resource, 16, FTW_PHYS) != 0) {
      throw_error(Error::kFileNotFound, folder + " (" + std::strerror(errno) + ")");
    }
    for (const std::string& file : resource_files) {
      current->emitter.add_resource(file.substr(folder.size() + 1), io::read_place(file));
    }
  }
}

// The runtime with its boot image, page aligned, without its trailer.
std::string read_stub(bool lean, launch::Trailer& trailer) {
  std::string self = launch::attachments().path;
  std::string file = self.substr(0, self.rfind('/') + 1) + (lean ? "cljvm-lean" : "cljvm");
  std::string stub;
  if (!read_file(file, stub)) {
    throw_error(Error::kFileNotFound, file + " (" + std::strerror(errno) + "): the runtime that executables are made of");
  }
  if (!launch::read_trailer(stub, stub.size(), trailer)) {
    throw_error(Error::kIO, file + " carries no boot image and cannot be linked");
  }
  stub.resize(trailer.image_offset + trailer.image_bytes);
  return stub;
}

void write_output(const BuildRequest& request, const std::string& bundle) {
  bool is_bundle = request.output.size() > 5 && request.output.compare(request.output.size() - 5, 5, ".cljb") == 0;
  std::string contents;
  if (is_bundle) {
    contents = bundle;
  } else {
    launch::Trailer trailer;
    contents = read_stub(request.lean, trailer);
    contents.resize((contents.size() + 4095) & ~size_t{4095});
    launch::Trailer own =
        launch::make_trailer(trailer.image_offset, trailer.image_bytes, contents.size(), bundle.size());
    contents += bundle;
    contents.append(reinterpret_cast<const char*>(&own), sizeof own);
  }
  struct stat status;
  if (stat(request.output.c_str(), &status) == 0 && !S_ISREG(status.st_mode)) {
    throw_error(Error::kIO, request.output + ": the output would replace a folder or a device; name a file");
  }
  if (!write_file(request.output, contents, is_bundle ? 0666 : 0777)) {
    throw_error(Error::kIO, request.output + ": could not be written: " + std::strerror(errno));
  }
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
    std::vector<uint32_t> init_functions;
    std::string ns = compile_file(request.file, request.file, init_functions);
    if (main.empty() || main == ns) {
      main = ns;
      build.emitter.add_namespace(ns, path_of_namespace(ns), init_functions);
    } else {
      build.emitter.add_namespace(ns, path_of_namespace(ns), init_functions);
      require_namespace(main);
    }
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
  add_resources(request);
  write_output(request, build.emitter.finish(main, request.main_namespace.empty() ? 2 : 1));
  current = nullptr;
  return 0;
}

namespace {

void dump_proto(const exec::FnProto* proto) {
  std::printf("%s\n", to_utf8(proto->name).c_str());
  const exec::Arity* arities = proto->arities.load();
  for (uint16_t i = 0; i < proto->arity_count; ++i) {
    const exec::Arity& a = arities[i];
    bytecode::ArityRecord record{a.params,     a.variadic,        a.registers, 0,           a.code_words,
                                 a.exceptions, a.exception_count, a.lines,     a.line_count};
    std::printf("  %u parameters%s, %u registers\n%s", a.params, a.variadic ? " and rest" : "", a.registers,
                bytecode::disassemble(record, a.code).c_str());
  }
  uint64_t count = proto->constants_array.as_object()->slot_count();
  for (uint64_t i = 0; i < count; ++i) {
    Value constant = proto->constants[i];
    if (!is_kind(constant, Kind::kFnProto)) {
      std::printf("  k%llu %s\n", static_cast<unsigned long long>(i), print_text(constant).c_str());
    }
  }
  for (uint64_t i = 0; i < count; ++i) {
    if (is_kind(proto->constants[i], Kind::kFnProto)) dump_proto(cast<exec::FnProto>(proto->constants[i]));
  }
}

}  // namespace

int dump(const std::string& file, Stage stage) {
  install_pending_vars();
  UserScope user;
  std::string text = io::read_place(file);
  for_each_form(text, file, file, [&](Value form) {
    if (stage == Stage::kRead) std::printf("%s\n", print_text(form).c_str());
    if (stage == Stage::kExpand) std::printf("%s\n", print_text(analyze::macroexpand(form)).c_str());
    compile_top_level(form, Evaluate::kDefinitions, [&](const analyze::Unit& unit) {
      if (stage == Stage::kAst) std::printf("%s\n", analyze::dump_ast(unit).c_str());
      if (stage == Stage::kBytecode) dump_proto(cast<exec::FnProto>(emit::compile(unit)));
    });
  });
  return 0;
}

}  // namespace clj::driver
