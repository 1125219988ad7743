#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "clj/base/checksum.h"
#include "clj/gc/heap.h"
#include "format.h"

namespace clj::image {

namespace {

// Closes with the scope.
struct File {
  int fd;
  explicit File(const std::string& path) : fd(open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
  ~File() {
    if (fd >= 0) close(fd);
  }
};

// Why the header does not fit this build or the mapping of `bytes`, or "".
std::string fault_of(const Header& header, uint64_t bytes, RootSpan roots) {
  if (std::memcmp(header.magic, kMagic, sizeof kMagic) != 0) return "is no boot image";
  if (header.layout != layout_fingerprint() || header.root_count != roots.count || header.base != kImageBase) {
    return "was made by another build of this program";
  }
  auto inside = [&](uint64_t offset, uint64_t size) { return offset <= header.bytes && size <= header.bytes - offset; };
  if (header.bytes > bytes || !inside(header.objects_offset, header.objects_bytes) ||
      !inside(header.metadata_offset, header.objects_bytes / gc::kGranule + 8)) {
    return "is cut short";
  }
  return "";
}

// Moves every reference by `delta`. Reads all pages and writes most.
void relocate(char* image, const Header& header, int64_t delta, RootSpan roots) {
  auto move = [&](Value& v) {
    if (v.is_object() && v.bits() - header.base < header.bytes) {
      v = Value::from_bits(v.bits() + static_cast<uint64_t>(delta));
    }
  };
  const char* metadata = image + header.metadata_offset;
  for (size_t granule = 0; granule < header.objects_bytes / gc::kGranule; ++granule) {
    if (!(metadata[granule] & gc::kMetaStart)) continue;
    auto* object = reinterpret_cast<Object*>(image + header.objects_offset + granule * gc::kGranule);
    Value* slots = object->slot_array();
    for (uint64_t i = 0; i < object->slot_count(); ++i) move(slots[i]);
    if (const Hook& hook = hook_of(object->kind); hook.relocate) hook.relocate(object, delta);
  }
  for (size_t i = 0; i < roots.count; ++i) move(roots.begin[i]);
}

}  // namespace

bool load_image(const std::string& path, uint64_t offset, RootSpan roots, bool verify, std::string& error) {
  File file(path);
  struct stat status;
  Header header;
  if (file.fd < 0 || fstat(file.fd, &status) != 0) {
    error = path + ": the boot image could not be opened: " + std::strerror(errno);
    return false;
  }
  auto file_bytes = static_cast<uint64_t>(status.st_size);
  if (pread(file.fd, &header, sizeof header, static_cast<off_t>(offset)) != static_cast<ssize_t>(sizeof header)) {
    error = path + " is cut short.";
    return false;
  }
  if (std::string fault = fault_of(header, file_bytes - offset, roots); !fault.empty()) {
    error = path + " " + fault + ".";
    return false;
  }
  // Without MAP_FIXED_NOREPLACE (Linux before 4.17) the address is a hint.
  auto map = [&](void* at, int flags) {
    return mmap(at, header.bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | flags, file.fd, static_cast<off_t>(offset));
  };
  void* memory = map(reinterpret_cast<void*>(kImageBase), MAP_FIXED_NOREPLACE);
  if (memory == MAP_FAILED && errno == EEXIST) memory = map(nullptr, 0);
  if (memory == MAP_FAILED) {
    error = path + ": the boot image could not be mapped: " + std::strerror(errno);
    return false;
  }
  auto* image = static_cast<char*>(memory);
  if (verify && (header.checksum != xxh3_64(image + kChecksumFrom, header.bytes - kChecksumFrom) ||
                 header.natives != natives_fingerprint())) {
    munmap(memory, header.bytes);
    error = path + ": the boot image is damaged or was made by another build of this program.";
    return false;
  }
  std::memcpy(static_cast<void*>(roots.begin), image + sizeof(Header), roots.count * sizeof(Value));
  int64_t delta = static_cast<int64_t>(reinterpret_cast<uint64_t>(memory) - kImageBase);
  if (delta != 0) relocate(image, header, delta, roots);
  gc::adopt_image(image + header.objects_offset, header.objects_bytes,
                  reinterpret_cast<const uint8_t*>(image + header.metadata_offset));
  gc::add_static_roots(roots.begin, roots.count);
  return true;
}

}  // namespace clj::image
