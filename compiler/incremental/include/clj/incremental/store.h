// The files of a cache: each holds one text under a key, and is either whole or as if it were not
// there.
//
// A file ends up under its name by renaming, and carries the compiler's fingerprint and a
// checksum: what another compiler wrote, or what is damaged, is not read. A folder that cannot
// be written is no error, as nothing depends on what a cache holds.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace clj::incremental {

class Store {
 public:
  // Without a folder ("") nothing is kept.
  Store(std::string folder, uint64_t fingerprint) : folder_(std::move(folder)), fingerprint_(fingerprint) {}
  bool enabled() const { return !folder_.empty(); }
  bool has(std::string_view key) const;  // of this compiler, though maybe damaged
  bool read(std::string_view key, std::string& contents) const;
  void write(std::string_view key, std::string_view contents) const;
  std::string file_of(std::string_view key) const;

 private:
  std::string folder_;
  uint64_t fingerprint_;
};

}  // namespace clj::incremental
