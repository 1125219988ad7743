// Files inside a zip archive (a jar): its index is read once, contents when they are asked for.
//
// Threads  Safe from any thread.
// Errors   Functions return nullptr or false and say why in `error`, a sentence's end such as
//          "is not a zip archive".
#pragma once
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace clj {

class Archive {
 public:
  // Refuses an archive with an entry that would lie outside of it ("../x", "/x").
  static std::unique_ptr<Archive> open(const std::string& path, std::string& error);
  ~Archive();
  Archive(const Archive&) = delete;

  bool contains(std::string_view name) const { return find(name) != nullptr; }
  bool read(std::string_view name, std::string& contents, std::string& error) const;
  // The names of the files, sorted; folders have no entry.
  std::vector<std::string> names() const;

 private:
  struct Entry {
    std::string name;
    uint64_t directory_offset, number;  // minizip's unz64_file_pos
  };

  Archive() = default;
  bool read_index(std::string& error);
  const Entry* find(std::string_view name) const;
  bool read_open_entry(std::string& contents) const;

  void* file_ = nullptr;          // unzFile: one cursor, so reads take turns
  mutable std::mutex mutex_;
  std::vector<Entry> entries_;  // sorted by name
};

}  // namespace clj
