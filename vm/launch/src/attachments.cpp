#include <fcntl.h>
#include <sys/auxv.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

#include "clj/bytecode/signature_block.h"
#include "clj/bytecode/trailer.h"
#include "clj/launch/launch.h"

namespace clj::launch {

namespace {

// The file of this executable; where /proc is not mounted, what the kernel was asked to execute.
std::string own_path() {
  char path[4096];
  ssize_t n = readlink("/proc/self/exe", path, sizeof path - 1);
  if (n > 0) return {path, static_cast<size_t>(n)};
  auto* executed = reinterpret_cast<const char*>(getauxval(AT_EXECFN));
  if (executed == nullptr) return "";
  return realpath(executed, path) != nullptr ? path : executed;
}

Attachments find_attachments() {
  Attachments found;
  found.path = own_path();
  if (found.path.empty()) return found;
  int fd = open("/proc/self/exe", O_RDONLY | O_CLOEXEC);
  if (fd < 0) fd = open(found.path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return found;
  struct stat status;
  char tail[sizeof(bytecode::Trailer) + sizeof(bytecode::SignatureBlock)];
  bytecode::Trailer trailer;
  if (fstat(fd, &status) == 0 && status.st_size > static_cast<off_t>(sizeof tail) &&
      pread(fd, tail, sizeof tail, status.st_size - static_cast<off_t>(sizeof tail)) == static_cast<ssize_t>(sizeof tail) &&
      bytecode::read_trailer(bytecode::without_signature({tail, sizeof tail}), static_cast<uint64_t>(status.st_size), trailer)) {
    found.image_offset = trailer.image_offset;
    found.image_bytes = trailer.image_bytes;
    if (trailer.bundle_bytes != 0) {
      void* memory = mmap(nullptr, trailer.bundle_bytes, PROT_READ, MAP_PRIVATE, fd,
                          static_cast<off_t>(trailer.bundle_offset));
      if (memory != MAP_FAILED) found.bundle = {static_cast<const char*>(memory), trailer.bundle_bytes};
    }
  }
  close(fd);
  return found;
}

}  // namespace

const Attachments& attachments() {
  static const Attachments found = find_attachments();
  return found;
}

}  // namespace clj::launch
