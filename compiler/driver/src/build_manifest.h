// What a build read and wrote, so that the next one can see at once that nothing has changed.
//
// Design   docs/incremental-builds.md
#pragma once
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "clj/incremental/store.h"

namespace clj::driver {

struct BuildManifest {
  struct Source {
    std::string path;  // root path of the lib, or "": the file that was named
    std::string place;
    uint64_t hash = 0;
  };
  std::vector<Source> sources;
  std::vector<std::string> absent;  // root paths of libs that functions require, and that were not found
  std::string warnings;
  uint64_t output_hash = 0;
};

bool read_manifest(const incremental::Store& store, const std::string& key, BuildManifest& manifest);
void write_manifest(const incremental::Store& store, const std::string& key, const BuildManifest& manifest);

// Does the class path give the same sources?
bool sources_are_as_in(const BuildManifest& manifest);
// The root paths of libs whose sources differ.
std::set<std::string> changed_libs(const BuildManifest& manifest);
// Is the output there, with the bytes that the build wrote?
bool output_is_as_in(const BuildManifest& manifest, const std::string& output);

// Identifies this very compiler with its library, and what else goes into every unit.
uint64_t build_fingerprint();
// The file that a runtime stub is read from, with its size and time.
std::string stub_identity(const std::string& file);
// The folder of the cache: `wanted`, or one below the user's cache folder that belongs to the
// current folder; "" when there is none.
std::string cache_folder(const std::string& wanted);

}  // namespace clj::driver
