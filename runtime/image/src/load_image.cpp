#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "clj/base/checksum.h"
#include "clj/base/file.h"
#include "clj/base/packed_memory.h"
#include "clj/gc/heap.h"
#include "format.h"

namespace clj::image {

namespace {

// Closes with the scope.
struct File {
  int fd;
  explicit File(const std::string& path) : fd(open(system_path(path), O_RDONLY | O_CLOEXEC)) {}
  ~File() {
    if (fd >= 0) close(fd);
  }
};

// In the file.
uint64_t packed_offset(const Header& header) {
  return header.hot_end + (header.cold_offset - header.objects_offset) / gc::kGranule;
}

// Why the header does not fit this build or the mapping of `bytes`, or "".
std::string fault_of(const Header& header, uint64_t bytes, RootSpan roots) {
  if (std::memcmp(header.magic, kMagic, sizeof kMagic) != 0) return "is no boot image";
  if (header.layout != layout_fingerprint() || header.root_count != roots.count || header.base != kImageBase) {
    return "was made by another build of this program";
  }
  auto inside = [&](uint64_t offset, uint64_t size) { return offset <= header.bytes && size <= header.bytes - offset; };
  if (header.file_bytes > bytes || header.metadata_offset > header.bytes || header.hot_end > header.cold_offset ||
      header.cold_offset + header.cold_bytes != header.metadata_offset || header.cold_offset < header.objects_offset ||
      (header.cold_offset - header.objects_offset) % kChunk != 0 ||
      packed_offset(header) + header.packed_bytes > header.file_bytes ||
      header.packed_bytes < (header.cold_bytes + kChunk - 1) / kChunk * sizeof(uint32_t) ||
      !inside(header.objects_offset, header.objects_bytes) ||
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

// Reads the whole file.
bool is_intact(int fd, uint64_t offset, const Header& header) {
  void* memory = mmap(nullptr, header.file_bytes, PROT_READ, MAP_PRIVATE, fd, static_cast<off_t>(offset));
  if (memory == MAP_FAILED) return false;
  bool intact = header.checksum == xxh3_64(static_cast<char*>(memory) + kChecksumFrom, header.file_bytes - kChecksumFrom);
  munmap(memory, header.file_bytes);
  return intact && header.natives == natives_fingerprint();
}

char* cold_metadata;  // of the cold objects: writable, zero until they are unpacked
uint64_t cold_address;  // where the image says that the cold objects are

// Maps the parts to their places, the cold one as reserved addresses. nullptr and errno when
// that fails.
char* map_image(int fd, uint64_t offset, const Header& header) {
  // Without MAP_FIXED_NOREPLACE (Linux before 4.17) the address is a hint.
  auto reserve = [&](void* at, int flags) {
    return mmap(at, header.bytes, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | flags, -1, 0);
  };
  void* memory = reserve(reinterpret_cast<void*>(kImageBase), MAP_FIXED_NOREPLACE);
  if (memory == MAP_FAILED && errno == EEXIST) memory = reserve(nullptr, 0);
  if (memory == MAP_FAILED) return nullptr;
  auto* image = static_cast<char*>(memory);
  auto map = [&](char* at, uint64_t bytes, uint64_t from) {
    return mmap(at, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_FIXED, fd, static_cast<off_t>(offset + from)) != MAP_FAILED;
  };
  uint64_t metadata_bytes = (header.cold_offset - header.objects_offset) / gc::kGranule;
  if (!map(image, header.hot_end, 0)) return nullptr;
  // The metadata of the cold part are zero until it is unpacked.
  char* metadata = image + header.metadata_offset;
  if (mprotect(metadata, header.bytes - header.metadata_offset, PROT_READ | PROT_WRITE) != 0) return nullptr;
  if (metadata_bytes != 0 && !map(metadata, metadata_bytes, header.hot_end)) return nullptr;
  if (header.packed_bytes == 0) return image;
  // A mapping begins at a page; what is packed need not.
  uint64_t from = packed_offset(header), skipped = (offset + from) % kPage;
  void* packed = mmap(nullptr, header.packed_bytes + skipped, PROT_READ, MAP_PRIVATE, fd, static_cast<off_t>(offset + from - skipped));
  if (packed == MAP_FAILED) return nullptr;
  cold_metadata = metadata + metadata_bytes;
  cold_address = header.base + header.cold_offset;
  PackedRange cold;
  cold.address = image + header.cold_offset;
  cold.bytes = header.cold_bytes;
  cold.chunk_bytes = kChunk;
  cold.packed = static_cast<char*>(packed) + skipped;
  cold.packed_bytes = header.packed_bytes;
  cold.protection = PROT_READ | PROT_WRITE;
  cold.bytes_per_extra_byte = gc::kGranule;
  cold.finish = [](const PackedRange&, size_t from, char* chunk, size_t bytes) {
    convert_chunk(chunk, chunk + bytes, bytes, cold_address + from, Pointers::kAbsolute);
    std::memcpy(cold_metadata + metadata_bytes_of(from), chunk + bytes, metadata_bytes_of(bytes));
  };
  serve(cold);
  return image;
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
  if (verify && !is_intact(file.fd, offset, header)) {
    error = path + ": the boot image is damaged or was made by another build of this program.";
    return false;
  }
  char* image = map_image(file.fd, offset, header);
  if (image == nullptr) {
    error = path + ": the boot image could not be mapped: " + std::strerror(errno);
    return false;
  }
  std::memcpy(static_cast<void*>(roots.begin), image + sizeof(Header), roots.count * sizeof(Value));
  int64_t delta = static_cast<int64_t>(reinterpret_cast<uint64_t>(image) - kImageBase);
  // Callgrind loses its way in a program that goes on after a fault, as unpacking on demand does.
  if (delta != 0 || std::getenv(kUnpackVariable) != nullptr) unpack_all();
  if (delta != 0) relocate(image, header, delta, roots);
  gc::adopt_image(image + header.objects_offset, header.objects_bytes,
                  reinterpret_cast<const uint8_t*>(image + header.metadata_offset));
  gc::add_static_roots(roots.begin, roots.count);
  return true;
}

}  // namespace clj::image
