// Attributes and links of files, and reading and writing anywhere in one.
#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "clj/base/file.h"
#include "clj/io/file_error.h"
#include "clj/core/array.h"
#include "host_support.h"
#include "streams.h"

namespace clj::builtins {

using host::path_arg;

namespace {

[[noreturn]] void throw_system_error(const std::string& path, int error) {
  if (error == ENOENT) host::throw_named("java.nio.file.NoSuchFileException", make_string(path));
  if (error == EEXIST) host::throw_named("java.nio.file.FileAlreadyExistsException", make_string(path));
  if (error == EACCES || error == EPERM) host::throw_named("java.nio.file.AccessDeniedException", make_string(path));
  if (error == ENOTEMPTY) host::throw_named("java.nio.file.DirectoryNotEmptyException", make_string(path));
  host::throw_named("java.nio.file.FileSystemException", make_string(path + ": " + std::strerror(error)));
}

int64_t nanoseconds(const timespec& time) { return time.tv_sec * 1'000'000'000 + time.tv_nsec; }

timespec time_arg(Value v) {
  if (v.is_nil()) return {0, UTIME_OMIT};
  int64_t nanos = to_long(v), seconds = nanos / 1'000'000'000;
  if (nanos % 1'000'000'000 < 0) --seconds;
  return {seconds, nanos - seconds * 1'000'000'000};
}

const char* type_name(mode_t mode) {
  return S_ISREG(mode) ? "file" : S_ISDIR(mode) ? "directory" : S_ISLNK(mode) ? "link" : "other";
}

std::string user_name(uid_t id) {
  char buffer[4096];
  passwd entry, *found = nullptr;
  getpwuid_r(id, &entry, buffer, sizeof buffer, &found);
  return found ? found->pw_name : std::to_string(id);
}

std::string group_name(gid_t id) {
  char buffer[4096];
  group entry, *found = nullptr;
  getgrgid_r(id, &entry, buffer, sizeof buffer, &found);
  return found ? found->gr_name : std::to_string(id);
}

struct Piece {
  int descriptor;
  int64_t position;
  ByteArray* array;
  int64_t offset, length;
};
Piece piece_arg(const Value* args) {
  Piece piece{static_cast<int>(to_long(args[0])), to_long(args[1]), object_arg<ByteArray>(args[2], "[B"),
              to_long(args[3]), to_long(args[4])};
  if (piece.offset < 0 || piece.length < 0 || piece.offset > piece.array->length - piece.length) {
    throw_error(Error::kIndexOutOfBounds, "");
  }
  return piece;
}

}  // namespace

CLJ_FN(file_attributes) {
  std::string path = path_arg(args[0]);
  struct stat info;
  if ((args[1].truthy() ? ::stat(system_path(path), &info) : ::lstat(system_path(path), &info)) < 0) {
    if (errno == ENOENT || errno == ENOTDIR) return Value::nil();
    throw_system_error(path, errno);
  }
  gc::ValueList parts;
  parts.push_back(make_keyword("", type_name(info.st_mode)));
  parts.push_back(make_long(info.st_size));
  parts.push_back(make_long(nanoseconds(info.st_mtim)));
  parts.push_back(make_long(nanoseconds(info.st_atim)));
  parts.push_back(make_long(nanoseconds(info.st_ctim)));
  parts.push_back(make_long(info.st_mode & 07777));
  parts.push_back(make_string(user_name(info.st_uid)));
  parts.push_back(make_string(group_name(info.st_gid)));
  parts.push_back(make_long(static_cast<int64_t>(info.st_ino)));
  parts.push_back(make_long(static_cast<int64_t>(info.st_dev)));
  parts.push_back(make_long(static_cast<int64_t>(info.st_nlink)));
  parts.push_back(make_long(info.st_uid));
  parts.push_back(make_long(info.st_gid));
  parts.push_back(make_long(static_cast<int64_t>(info.st_rdev)));
  parts.push_back(make_long(info.st_mode));
  return make_vector(parts.data(), parts.size());
}

CLJ_FN(file_space) {
  struct statvfs space{};
  std::string path = path_arg(args[0]);
  if (::statvfs(system_path(path), &space) < 0) space = {};
  auto bytes = [&](fsblkcnt_t blocks) { return make_long(static_cast<int64_t>(blocks * space.f_frsize)); };
  gc::ValueList parts;
  for (fsblkcnt_t blocks : {space.f_blocks, space.f_bfree, space.f_bavail}) parts.push_back(bytes(blocks));
  return make_vector(parts.data(), parts.size());
}

CLJ_FN(set_file_mode) {
  std::string path = path_arg(args[0]);
  if (::chmod(system_path(path), static_cast<mode_t>(to_long(args[1]))) < 0) throw_system_error(path, errno);
  return Value::nil();
}

CLJ_FN(make_file) {
  std::string path = path_arg(args[0]);
  int descriptor = ::open(system_path(path), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, static_cast<mode_t>(to_long(args[1])));
  if (descriptor < 0) throw_system_error(path, errno);
  ::close(descriptor);
  return Value::nil();
}

CLJ_FN(make_directory) {
  std::string path = path_arg(args[0]);
  if (::mkdir(system_path(path), static_cast<mode_t>(to_long(args[1]))) < 0) throw_system_error(path, errno);
  return Value::nil();
}

CLJ_FN(remove_file) {
  std::string path = path_arg(args[0]);
  struct stat info;
  if (::lstat(system_path(path), &info) < 0) throw_system_error(path, errno);
  int failed = S_ISDIR(info.st_mode) ? ::rmdir(system_path(path)) : ::unlink(system_path(path));
  if (failed) throw_system_error(path, errno == EEXIST ? ENOTEMPTY : errno);
  return Value::nil();
}

CLJ_FN(open_output) {
  std::string path = path_arg(args[0]);
  int64_t options = to_long(args[1]);
  int flags = O_WRONLY | O_CLOEXEC;
  if (options & 1) flags |= O_CREAT;
  if (options & 2) flags |= O_CREAT | O_EXCL;
  if (options & 4) flags |= O_TRUNC;
  if (options & 8) flags |= O_APPEND;
  int descriptor = ::open(system_path(path), flags, 0666);
  if (descriptor < 0) throw_system_error(path, errno);
  return host::make_descriptor_stream(descriptor, false);
}

CLJ_FN(set_file_times) {
  std::string path = path_arg(args[0]);
  timespec times[] = {time_arg(args[2]), time_arg(args[1])};
  if (::utimensat(AT_FDCWD, system_path(path), times, 0) < 0) throw_system_error(path, errno);
  return Value::nil();
}

CLJ_FN(make_link) {
  std::string link = path_arg(args[0]), target = path_arg(args[1]);
  int failed = args[2].truthy() ? ::symlink(system_path(target), system_path(link)) : ::link(system_path(target), system_path(link));
  if (failed) throw_system_error(link, errno);
  return Value::nil();
}

CLJ_FN(read_link) {
  std::string path = path_arg(args[0]), target(4096, '\0');
  ssize_t n = ::readlink(system_path(path), target.data(), target.size());
  if (n < 0 && errno == EINVAL) return Value::nil();
  if (n < 0) throw_system_error(path, errno);
  return make_string(std::string_view(target).substr(0, static_cast<size_t>(n)));
}

CLJ_FN(random_open) {
  std::string path = path_arg(args[0]);
  bool write = args[1].truthy() && !is_keyword(args[1]);
  int descriptor = ::open(system_path(path), (write ? O_RDWR | O_CREAT : O_RDONLY) | O_CLOEXEC, 0666);
  struct stat info;
  if (!is_keyword(args[1]) && descriptor >= 0 && ::fstat(descriptor, &info) == 0 && S_ISDIR(info.st_mode)) {
    ::close(descriptor);
    descriptor = -1;
    errno = EISDIR;
  }
  if (descriptor < 0) io::throw_file_not_found(path, errno);
  return make_long(descriptor);
}

CLJ_FN(random_read) {
  Piece piece = piece_arg(args);
  std::string bytes(static_cast<size_t>(piece.length), '\0');
  ssize_t got;
  {
    gc::BlockingRegion region;
    do got = ::pread(piece.descriptor, bytes.data(), bytes.size(), piece.position);
    while (got < 0 && errno == EINTR);
  }
  if (got < 0) throw_error(Error::kIO, std::strerror(errno));
  if (got == 0) return make_long(piece.length == 0 ? 0 : -1);
  std::memcpy(piece.array->items() + piece.offset, bytes.data(), static_cast<size_t>(got));
  return make_long(got);
}

CLJ_FN(random_write) {
  Piece piece = piece_arg(args);
  std::string bytes(reinterpret_cast<const char*>(piece.array->items()) + piece.offset, static_cast<size_t>(piece.length));
  int error = 0;
  {
    gc::BlockingRegion region;
    for (size_t done = 0; done < bytes.size() && !error;) {
      ssize_t n = ::pwrite(piece.descriptor, bytes.data() + done, bytes.size() - done, piece.position + static_cast<off_t>(done));
      if (n >= 0) done += static_cast<size_t>(n);
      else if (errno != EINTR) error = errno;
    }
  }
  if (error) throw_error(Error::kIO, std::strerror(error));
  return Value::nil();
}

CLJ_FN(random_length) {
  int descriptor = static_cast<int>(to_long(args[0]));
  if (count > 1 && ::ftruncate(descriptor, to_long(args[1])) < 0) throw_error(Error::kIO, std::strerror(errno));
  struct stat info;
  if (::fstat(descriptor, &info) < 0) throw_error(Error::kIO, std::strerror(errno));
  return make_long(info.st_size);
}

CLJ_FN(descriptor_position) {
  int descriptor = static_cast<int>(to_long(args[0]));
  off_t at = count > 1 ? ::lseek(descriptor, to_long(args[1]), SEEK_SET) : ::lseek(descriptor, 0, SEEK_CUR);
  if (at < 0) throw_error(Error::kIO, std::strerror(errno));
  return make_long(at);
}

CLJ_FN(file_stream_descriptor) {
  bool reads = host::is_stream(args[0], "java.io.FileInputStream");
  if (!reads && !host::is_stream(args[0], "java.io.FileOutputStream")) throw_class_cast(args[0], "java.io.FileOutputStream");
  const Object* stream = args[0].as_object();
  if (stream->has_flag(reads ? host::InputStream::kClosed : host::OutputStream::kClosed)) return Value::nil();
  return make_long(reads ? static_cast<const host::InputStream*>(stream)->descriptor
                         : static_cast<const host::OutputStream*>(stream)->descriptor);
}

CLJ_FN(random_close) {
  ::close(static_cast<int>(to_long(args[0])));
  return Value::nil();
}

}  // namespace clj::builtins
