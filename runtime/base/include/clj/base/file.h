// Whole files: read, map, and write so that a reader never sees a half-written one.
//
// Errors  Functions return false (or an empty mapping) and leave `errno` as the system set it.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace clj {

// A path for the system, which would take one with a NUL character for what stands before it: then "", which is nowhere and
// cannot be made (ENOENT).
inline const char* system_path(const std::string& path) { return path.find('\0') == std::string::npos ? path.c_str() : ""; }

bool read_file(const std::string& path, std::string& contents);

// All of it to an open descriptor, and all that one still gives, appended.
bool write_all(int descriptor, std::string_view bytes);
bool read_all(int descriptor, std::string& bytes);

// How many bytes a read gives without waiting; 0 at the end, and where that is not known.
int64_t bytes_waiting(int descriptor);

// The file is there with all its contents or as it was. `mode` is the file's permission bits, masked by the umask (0777 for
// executables).
bool write_file(const std::string& path, std::string_view contents, unsigned mode = 0666);

// A read-only private mapping of a whole file, unmapped with the object.
class MappedFile {
 public:
  MappedFile() = default;
  ~MappedFile();
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  MappedFile(const MappedFile&) = delete;
  bool open(const std::string& path);
  const char* data() const { return data_; }
  size_t size() const { return size_; }
  std::string_view view() const { return {data_, size_}; }

 private:
  const char* data_ = nullptr;
  size_t size_ = 0;
};

}  // namespace clj
