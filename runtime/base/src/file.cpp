#include "clj/base/file.h"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <utility>

namespace clj {

namespace {

// Closes on scope exit and keeps errno.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    int saved = errno;
    if (fd_ >= 0) ::close(fd_);
    errno = saved;
  }
  Descriptor(const Descriptor&) = delete;
  int get() const { return fd_; }
  bool close() {
    int fd = std::exchange(fd_, -1);
    return ::close(fd) == 0;
  }

 private:
  int fd_;
};

// Gives a file that is whole its name, in the place of what has it now.
bool rename_whole(const std::string& temporary, const std::string& path) {
  if (::rename(temporary.c_str(), system_path(path)) == 0) return true;
  int saved = errno;
  ::unlink(system_path(temporary));
  errno = saved;
  return false;
}

// Where the file system can, the file has no name until it is whole, so that even a process that is killed leaves nothing behind;
// it has a temporary one for the moment of the exchange when another file has its name.
bool write_unnamed(const std::string& path, const std::string& temporary, std::string_view contents, unsigned mode) {
  std::string folder = path.substr(0, path.rfind('/') + 1);
  Descriptor unnamed(::open(folder.empty() ? "." : system_path(folder), O_WRONLY | O_TMPFILE | O_CLOEXEC, mode));
  if (unnamed.get() < 0 || !write_all(unnamed.get(), contents)) return false;
  std::string link = "/proc/self/fd/" + std::to_string(unnamed.get());
  auto named = [&](const std::string& name) {
    return ::linkat(AT_FDCWD, link.c_str(), AT_FDCWD, system_path(name), AT_SYMLINK_FOLLOW) == 0;
  };
  return named(path) || (errno == EEXIST && named(temporary) && rename_whole(temporary, path));
}

bool write_named(const std::string& path, const std::string& temporary, std::string_view contents, unsigned mode) {
  Descriptor named(::open(system_path(temporary), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode));
  if (named.get() < 0) return false;
  if (write_all(named.get(), contents) && named.close()) return rename_whole(temporary, path);
  int saved = errno;
  ::unlink(system_path(temporary));
  errno = saved;
  return false;
}

}  // namespace

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    ssize_t n = ::write(descriptor, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return false;
    bytes.remove_prefix(static_cast<size_t>(n));
  }
  return true;
}

bool read_all(int descriptor, std::string& bytes) {
  char piece[65536];
  for (;;) {
    ssize_t n = ::read(descriptor, piece, sizeof piece);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return n == 0;
    bytes.append(piece, static_cast<size_t>(n));
  }
}

int64_t bytes_waiting(int descriptor) {
  struct stat status;
  // FIONREAD gives an int, which is less than files have.
  if (fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode)) {
    return std::max<int64_t>(status.st_size - lseek(descriptor, 0, SEEK_CUR), 0);
  }
  int waiting = 0;
  return ioctl(descriptor, FIONREAD, &waiting) == 0 ? waiting : 0;
}

bool read_file(const std::string& path, std::string& contents) {
  Descriptor fd(::open(system_path(path), O_RDONLY | O_CLOEXEC));
  if (fd.get() < 0) return false;
  struct stat status;
  if (::fstat(fd.get(), &status) == 0 && S_ISDIR(status.st_mode)) {
    errno = EISDIR;
    return false;
  }
  contents.clear();
  char buffer[65536];
  for (;;) {
    ssize_t n = ::read(fd.get(), buffer, sizeof buffer);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return false;
    if (n == 0) return true;
    contents.append(buffer, static_cast<size_t>(n));
  }
}

bool write_file(const std::string& path, std::string_view contents, unsigned mode) {
  std::string temporary = path + "." + std::to_string(::getpid()) + ".tmp";
  ::unlink(system_path(temporary));
  return write_unnamed(path, temporary, contents, mode) || write_named(path, temporary, contents, mode);
}

MappedFile::~MappedFile() {
  if (size_) ::munmap(const_cast<char*>(data_), size_);
}
MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}
MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}
bool MappedFile::open(const std::string& path) {
  Descriptor fd(::open(system_path(path), O_RDONLY | O_CLOEXEC));
  if (fd.get() < 0) return false;
  struct stat status;
  if (::fstat(fd.get(), &status) != 0) return false;
  MappedFile mapped;
  if (status.st_size > 0) {
    void* memory = ::mmap(nullptr, static_cast<size_t>(status.st_size), PROT_READ, MAP_PRIVATE, fd.get(), 0);
    if (memory == MAP_FAILED) return false;
    mapped.data_ = static_cast<const char*>(memory);
    mapped.size_ = static_cast<size_t>(status.st_size);
  }
  *this = std::move(mapped);
  return true;
}

}  // namespace clj
