#include "build_manifest.h"

#include <elf.h>
#include <link.h>
#include <sys/stat.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "clj/base/checksum.h"
#include "clj/base/file.h"
#include "clj/core/error.h"
#include "clj/driver/loader.h"
#include "clj/incremental/bytes.h"
#include "clj/io/class_path.h"
#include "clj/launch/launch.h"

namespace clj::driver {
namespace {

uint64_t hash_of(std::string_view bytes) { return xxh3_64(bytes.data(), bytes.size()); }

uint64_t hash_of_file(const std::string& path) {
  MappedFile file;
  return file.open(path) ? hash_of(file.view()) : 0;
}

bool is_same_source(const BuildManifest::Source& source) {
  try {
    return (source.path.empty() || find_source(source.path) == source.place) &&
           hash_of(io::read_place(source.place)) == source.hash;
  } catch (const ClojureThrow&) {
    return false;  // gone, or not to be read: compiling says so
  }
}

}  // namespace

bool read_manifest(const incremental::Store& store, const std::string& key, BuildManifest& manifest) {
  std::string entry;
  if (!store.read(key, entry)) return false;
  incremental::ByteReader bytes(entry);
  bytes.list(manifest.sources, [&](BuildManifest::Source& source) {
    source.path = bytes.text();
    source.place = bytes.text();
    source.hash = bytes.hash();
  });
  bytes.list(manifest.absent, [&](std::string& path) { path = bytes.text(); });
  manifest.warnings = bytes.text();
  manifest.output_hash = bytes.hash();
  return !bytes.failed && bytes.at_end();
}

void write_manifest(const incremental::Store& store, const std::string& key, const BuildManifest& manifest) {
  incremental::ByteWriter bytes;
  bytes.list(manifest.sources, [&](const BuildManifest::Source& source) {
    bytes.text(source.path);
    bytes.text(source.place);
    bytes.hash(source.hash);
  });
  bytes.list(manifest.absent, [&](const std::string& path) { bytes.text(path); });
  bytes.text(manifest.warnings);
  bytes.hash(manifest.output_hash);
  store.write(key, bytes.out);
}

bool sources_are_as_in(const BuildManifest& manifest) {
  for (const BuildManifest::Source& source : manifest.sources) {
    if (!is_same_source(source)) return false;
  }
  for (const std::string& path : manifest.absent) {
    if (!find_source(path).empty()) return false;
  }
  return !manifest.sources.empty();
}

std::set<std::string> changed_libs(const BuildManifest& manifest) {
  std::set<std::string> changed;
  for (const BuildManifest::Source& source : manifest.sources) {
    if (!is_same_source(source)) changed.insert(source.path);
  }
  return changed;
}

bool output_is_as_in(const BuildManifest& manifest, const std::string& output) {
  struct stat status;
  return stat(output.c_str(), &status) == 0 && S_ISREG(status.st_mode) && hash_of_file(output) == manifest.output_hash;
}

namespace {

// The build id that the linker has put into this program, a hash of its contents; or "".
std::string build_id() {
  std::string id;
  dl_iterate_phdr(
      [](dl_phdr_info* info, size_t, void* result) {
        for (int i = 0; i < info->dlpi_phnum; ++i) {
          if (info->dlpi_phdr[i].p_type != PT_NOTE) continue;
          const char* at = reinterpret_cast<const char*>(info->dlpi_addr + info->dlpi_phdr[i].p_vaddr);
          const char* end = at + info->dlpi_phdr[i].p_memsz;
          while (at + sizeof(ElfW(Nhdr)) <= end) {
            auto* note = reinterpret_cast<const ElfW(Nhdr)*>(at);
            const char* name = at + sizeof *note;
            const char* data = name + ((note->n_namesz + 3) & ~3u);
            if (note->n_type == NT_GNU_BUILD_ID && note->n_namesz == 4 && std::memcmp(name, "GNU", 4) == 0) {
              static_cast<std::string*>(result)->assign(data, note->n_descsz);
              return 1;
            }
            at = data + ((note->n_descsz + 3) & ~3u);
          }
        }
        return 1;  // the program is the first
      },
      &id);
  return id;
}

// Of this program: its build id and the checksum in its boot image's header, or all its bytes.
void add_identity(Xxh3Stream& stream) {
  const launch::Attachments& own = launch::attachments();
  std::string id = build_id();
  MappedFile file;
  if (!file.open(own.path)) return;
  std::string_view bytes = file.view();
  if (!id.empty() && own.image_bytes != 0) {
    stream.update(id.data(), id.size());
    bytes = bytes.substr(own.image_offset, 64);
  }
  stream.update(bytes.data(), bytes.size());
}

}  // namespace

uint64_t build_fingerprint() {
  Xxh3Stream stream;
  add_identity(stream);
  for (const char* name : {"data_readers.clj", "data_readers.cljc"}) {
    for (const std::string& place : io::find_all_on_class_path(name)) {
      std::string text = io::read_place(place);
      stream.update(place.c_str(), place.size() + 1);
      stream.update(text.data(), text.size());
    }
  }
  return stream.digest();
}

std::string stub_identity(const std::string& file) {
  struct stat status;
  if (stat(file.c_str(), &status) != 0) return file;
  return file + " " + std::to_string(status.st_size) + " " + std::to_string(status.st_mtim.tv_sec) + "." +
         std::to_string(status.st_mtim.tv_nsec);
}

std::string cache_folder(const std::string& wanted) {
  if (!wanted.empty()) return wanted;
  const char* base = std::getenv("XDG_CACHE_HOME");
  const char* home = std::getenv("HOME");
  std::string folder = base != nullptr && base[0] == '/'   ? std::string(base)
                       : home != nullptr && home[0] == '/' ? std::string(home) + "/.cache"
                                                           : "";
  std::error_code error;
  std::string here = std::filesystem::current_path(error).string();
  if (folder.empty() || error) return "";
  char name[24];
  std::snprintf(name, sizeof name, "%016llx", static_cast<unsigned long long>(hash_of(here)));
  return folder + "/cljc/" + name;
}

}  // namespace clj::driver
