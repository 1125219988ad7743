#include "clj/incremental/store.h"

#include <cstdio>
#include <cstring>
#include <filesystem>

#include "clj/base/checksum.h"
#include "clj/base/file.h"

namespace clj::incremental {
namespace {

constexpr char kMagic[8] = {'C', 'L', 'J', 'C', 'A', 'C', 'H', 'E'};

struct Header {
  char magic[8];
  uint64_t fingerprint;
  uint64_t key;       // its XXH3: a file that was moved to another's name is not it
  uint64_t checksum;  // XXH3 of what follows

  bool is_of(std::string_view text, uint64_t compiler) const {
    return std::memcmp(magic, kMagic, sizeof kMagic) == 0 && fingerprint == compiler && key == xxh3_64(text.data(), text.size());
  }
};

}  // namespace

std::string Store::file_of(std::string_view key) const {
  char name[24];
  std::snprintf(name, sizeof name, "%016llx", static_cast<unsigned long long>(xxh3_64(key.data(), key.size())));
  return folder_ + "/" + std::string(name, 2) + "/" + (name + 2);
}

bool Store::has(std::string_view key) const {
  std::FILE* file = enabled() ? std::fopen(file_of(key).c_str(), "rbe") : nullptr;
  if (file == nullptr) return false;
  Header header;
  bool whole = std::fread(&header, sizeof header, 1, file) == 1;
  std::fclose(file);
  return whole && header.is_of(key, fingerprint_);
}

bool Store::read(std::string_view key, std::string& contents) const {
  if (!enabled() || !read_file(file_of(key), contents)) return false;
  Header header;
  if (contents.size() < sizeof header) return false;
  std::memcpy(&header, contents.data(), sizeof header);
  contents.erase(0, sizeof header);
  return header.is_of(key, fingerprint_) && header.checksum == xxh3_64(contents.data(), contents.size());
}

void Store::write(std::string_view key, std::string_view contents) const {
  if (!enabled()) return;
  Header header{{}, fingerprint_, xxh3_64(key.data(), key.size()), xxh3_64(contents.data(), contents.size())};
  std::memcpy(header.magic, kMagic, sizeof kMagic);
  std::string file(reinterpret_cast<const char*>(&header), sizeof header);
  file += contents;
  std::string path = file_of(key);
  if (write_file(path, file)) return;
  std::error_code error;
  std::filesystem::create_directories(std::filesystem::path(path).parent_path(), error);
  if (!error) write_file(path, file);
}

}  // namespace clj::incremental
