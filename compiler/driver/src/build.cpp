#include "clj/driver/build.h"

#include <ftw.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <functional>
#include <map>
#include <set>
#include <utility>

#include "build_manifest.h"
#include "build_session.h"
#include "clj/base/checksum.h"
#include "clj/bytecode/wasm.h"
#include "clj/core/error.h"
#include "clj/driver/lean_image.h"
#include "clj/driver/start.h"
#include "clj/io/class_path.h"
#include "clj/launch/launch.h"
#include "clj/linker/executable.h"
#include "clj/linker/program.h"
#include "compile_unit.h"
#include "compile_workers.h"
#include "progress.h"
#include "require_graph.h"
#include "shake.h"
#include "source_tree.h"

namespace clj::driver {
namespace {

std::set<std::string> files_found;
int note_file(const char* path, const struct stat*, int type, struct FTW*) {
  if (type == FTW_F) files_found.insert(path);
  return 0;
}

// The files below a folder, by their names in it.
std::map<std::string, std::string> files_below(std::string folder) {
  while (folder.size() > 1 && folder.back() == '/') folder.pop_back();
  files_found.clear();
  if (nftw(folder.c_str(), note_file, 16, FTW_PHYS) != 0) {
    throw_error(Error::kFileNotFound, folder + " (" + std::strerror(errno) + ")");
  }
  std::map<std::string, std::string> files;
  for (const std::string& file : files_found) files[file.substr(folder.size() + 1)] = file;
  return files;
}

// What `path` gives, by name: a file, a folder or a jar.
std::map<std::string, std::string> places_of_resources(const std::string& path) {
  struct stat status;
  bool is_file = stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
  if (!is_file) return files_below(path);
  if (!path.ends_with(".jar")) return {{path.substr(path.rfind('/') + 1), path}};
  std::map<std::string, std::string> places;
  for (const std::string& name : io::names_in_archive(path)) places[name] = io::place_in_archive(path, name);
  return places;
}

// Of two with one name the first counts, as on the class path.
void add_resources(const BuildRequest& request, linker::Program& program) {
  std::set<std::string> names;
  auto add = [&](const std::string& name, const std::string& place) {
    if (!names.insert(name).second) return;
    linker::Resource resource{name, io::read_place(place)};
    std::string fault = linker::is_module(resource) ? bytecode::wasm_fault(resource.bytes) : "";
    if (!fault.empty()) throw_error(Error::kIllegalArgument, place + " is no WebAssembly module: it " + fault);
    program.resources.push_back(std::move(resource));
  };
  for (const std::string& path : request.resources) {
    for (const auto& [name, place] : places_of_resources(path)) add(name, place);
  }
  for (const std::string& folder : request.folders) {
    if (access(folder.c_str(), F_OK) != 0) continue;
    for (const auto& [name, file] : files_below(folder)) {
      if (!is_source_name(name)) add(name, file);
    }
  }
}

void check(Error error, const std::string& fault) {
  if (!fault.empty()) throw_error(error, fault);
}

std::string folder_of_programs() {
  std::string self = launch::attachments().path;
  return self.substr(0, self.rfind('/'));
}

bool is_bundle(const BuildRequest& request) { return request.output.ends_with(".cljb"); }

// From the cache, if it has one for the same mentions.
std::string lean_image(const incremental::Store& store, const std::string& mentions) {
  std::string image;
  if (store.read("lean image\n" + mentions, image)) return image;
  image = make_lean_image(mentions);
  store.write("lean image\n" + mentions, image);
  return image;
}

// What the output has to be written of, as one text. `mentions`: of the library, if that is known.
std::string linked(const BuildRequest& request, linker::StubKind kind, const incremental::Store& store,
                   const std::string& mentions, const std::string& bundle) {
  if (is_bundle(request)) return bundle;
  linker::Stub stub;
  check(Error::kFileNotFound, linker::load_stub(folder_of_programs(), kind, stub));
  if (kind == linker::StubKind::kLean && !mentions.empty()) linker::replace_image(stub, lean_image(store, mentions));
  return linker::link_executable(stub, bundle);
}

linker::StubKind stub_kind(const BuildRequest& request, const Shaken& shaken) {
  bool lean = request.runtime == BuildRequest::Runtime::kLean ||
              (request.runtime == BuildRequest::Runtime::kProved && shaken.compiler_because.empty());
  return lean ? linker::StubKind::kLean : linker::StubKind::kFull;
}

// Everything that decides what the build writes, but for the compiler and the sources.
std::string request_key(const BuildRequest& request, const linker::Program& program) {
  std::string text = "build\n" + request.file + "\n" + request.main_namespace + "\n";
  for (const std::string& entry : io::class_path()) text += entry + ":";
  Xxh3Stream resources;
  for (const linker::Resource& resource : program.resources) {
    resources.update(resource.name.c_str(), resource.name.size() + 1);
    resources.update(resource.bytes.data(), resource.bytes.size());
  }
  text += "\n" + std::to_string(resources.digest()) + "\n" + std::to_string(static_cast<int>(request.runtime)) +
          (request.shake ? "s" : "") + (request.strip ? "t" : "") + "\n";
  if (is_bundle(request)) return text + "bundle";
  for (linker::StubKind kind : {linker::StubKind::kFull, linker::StubKind::kLean}) {
    text += stub_identity(folder_of_programs() + "/" + linker::stub_name(kind)) + "\n";
  }
  return text;
}

// The units that the program starts with, the main namespace's last.
std::vector<CompiledUnit*> compile_roots(const BuildRequest& request, BuildSession& session) {
  std::vector<CompiledUnit*> roots;
  if (!request.file.empty()) roots.push_back(session.file(request.file));
  const std::string& main = request.main_namespace;
  if (main.empty() || (!roots.empty() && roots[0]->facts.ns == main)) return roots;
  CompiledUnit* unit = session.lib(path_of_namespace(main));
  if (unit == nullptr) {
    require_namespace(main);  // says where it was looked for
    throw_error(Error::kIllegalState, "The namespace " + main + " comes with the runtime: there is nothing to build.");
  }
  roots.push_back(unit);
  return roots;
}

// Has several processes compile what most likely has to be compiled.
void share_out(const BuildRequest& request, const incremental::Store& store, const BuildManifest& known,
               const std::function<void(const std::string& ns)>& compiling) {
  SharedWork work;
  work.workers = request.workers == 0 ? default_workers() : request.workers;
  if (!request.main_namespace.empty()) work.namespaces.push_back(request.main_namespace);
  if (!request.file.empty()) {
    for (std::string& ns : required_by_file(request.file)) work.namespaces.push_back(std::move(ns));
  }
  std::set<std::string> changed = changed_libs(known);
  work.is_up_to_date = [&](const std::string& path) { return store.has(lib_key(path)) && !changed.contains(path); };
  work.progress = compiling;
  compile_in_workers(store, work);
}

std::string sentence_about_compiler(const BuildRequest& request, const Shaken& shaken) {
  switch (request.runtime) {
    case BuildRequest::Runtime::kLean:
      return "without the compiler, as --lean asks" +
             (shaken.compiler_because.empty() ? "" : "; but " + shaken.compiler_because);
    case BuildRequest::Runtime::kFull: return "with the compiler, as --full asks";
    case BuildRequest::Runtime::kProved: break;
  }
  return shaken.compiler_because.empty() ? "without the compiler: nothing that is reached needs it"
                                         : "with the compiler: " + shaken.compiler_because;
}

void explain_size(const BuildRequest& request, const Shaken& shaken, const std::vector<CompiledUnit*>& units,
                  const std::vector<linker::Resource>& resources, const std::string& output) {
  linker::FileParts parts = linker::parts_of_file(output);
  std::printf("%s: %zu bytes\n", request.output.c_str(), output.size());
  if (parts.executable) {
    std::printf("  runtime     %8llu  %s\n", static_cast<unsigned long long>(parts.runtime_bytes),
                sentence_about_compiler(request, shaken).c_str());
    std::printf("  boot image  %8llu  the library, what is rarely used compressed\n",
                static_cast<unsigned long long>(parts.image_bytes));
  }
  size_t forms = 0;
  for (const CompiledUnit* unit : units) forms += unit->facts.parts.size();
  std::printf("  bundle      %8zu  %zu namespaces, ", parts.bundle.size(), units.size());
  size_t resource_bytes = 0;
  for (const linker::Resource& resource : resources) resource_bytes += resource.bytes.size();
  auto modules = static_cast<size_t>(std::ranges::count_if(resources, linker::is_module));
  if (!resources.empty()) std::printf("%zu bytes of %zu resources, ", resource_bytes, resources.size());
  if (modules != 0) std::printf("%zu of them WebAssembly modules, ", modules);
  if (!request.shake) {
    std::printf("all %zu forms, as --keep-all asks\n", forms);
  } else if (!shaken.kept_because.empty()) {
    std::printf("all %zu forms: %s\n", forms, shaken.kept_because.c_str());
  } else {
    std::printf("%zu of %zu forms: what -main reaches\n", forms - shaken.left_out, forms);
  }
}

BuildManifest manifest_of(const BuildRequest& request, const std::vector<CompiledUnit*>& units,
                          const BuildSession& session) {
  BuildManifest manifest;
  for (const CompiledUnit* unit : units) {
    bool named = unit->facts.place == request.file;
    manifest.sources.push_back({named ? "" : unit->facts.path, unit->facts.place, unit->facts.source_hash});
    manifest.warnings += unit->facts.warnings;
  }
  manifest.absent.assign(session.absent_libs().begin(), session.absent_libs().end());
  return manifest;
}

}  // namespace

int build(const BuildRequest& request) {
  linker::Program program;
  add_resources(request, program);
  incremental::Store store(request.cached ? cache_folder(request.cache) : "", build_fingerprint());
  std::string key = request_key(request, program);
  BuildManifest known;
  bool unchanged = read_manifest(store, key, known) && sources_are_as_in(known);
  if (unchanged && !request.explain && output_is_as_in(known, request.output)) {
    std::fputs(known.warnings.c_str(), stderr);
    return 0;
  }
  install_pending_vars();
  UserScope user;
  CompiledUnit data_readers = compile_data_readers();
  Progress progress(!request.verbose);
  auto compiling = [&](const std::string& ns) {
    if (request.verbose) std::fprintf(stderr, "compiling %s\n", ns.c_str());
    progress.compiling(ns);
  };
  if (!unchanged) share_out(request, store, known, compiling);
  BuildSession session(store, !unchanged, compiling);
  std::vector<CompiledUnit*> roots = compile_roots(request, session);
  program.main_namespace = request.main_namespace.empty() ? roots.back()->facts.ns : request.main_namespace;
  program.call_main = !request.main_namespace.empty() ? 1 : roots.back()->facts.calls_main ? 0 : 2;
  if (program.call_main == 1 && session.project().find_export(program.main_namespace + "/-main") == nullptr) {
    throw_error(Error::kIllegalState, "The namespace " + program.main_namespace + " has no function -main.");
  }
  std::vector<CompiledUnit*> units = session.in_order(roots);
  Shaken shaken = shake(units, data_readers, program.main_namespace, request.shake);
  for (size_t i = 0; i < units.size(); ++i) {
    program.parts.push_back({&units[i]->view, shaken.kept.empty() ? std::vector<bool>() : shaken.kept[i], request.strip});
  }
  if (!data_readers.bytes.empty()) program.prologue = {&data_readers.view};
  std::string bundle = linker::link_program(program);
  std::vector<const CompiledUnit*> all(units.begin(), units.end());
  if (!data_readers.bytes.empty()) all.push_back(&data_readers);
  bool known_names = request.shake && shaken.kept_because.empty();
  std::string mentions = known_names ? library_mentions(all) : "";
  std::string output = linked(request, stub_kind(request, shaken), store, mentions, bundle);
  check(Error::kIO, linker::write_program(request.output, output, !is_bundle(request)));
  if (request.explain) explain_size(request, shaken, units, program.resources, output);
  BuildManifest manifest = manifest_of(request, units, session);
  manifest.output_hash = xxh3_64(output.data(), output.size());
  write_manifest(store, key, manifest);
  return 0;
}

}  // namespace clj::driver
