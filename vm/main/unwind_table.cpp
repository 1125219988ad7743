// The unwinder's search for the frame description of a code address, by the linker's sorted table.
//
// In a statically linked program libgcc searches the frame descriptions registered at start: it sorts
// all of them at the first throw (2.6 million instructions), and decodes one at every step of each
// search, which is half of a throw. The table of PT_GNU_EH_FRAME is sorted by the linker. The
// link option --wrap=_Unwind_Find_FDE (cmake/binaries.cmake) brings the unwinder here.
//
// Design   docs/decisions/0005-caches-and-throws-without-unwinding.md
#include <elf.h>

#include <atomic>
#include <cstdint>
#include <cstring>

extern "C" {

struct dwarf_eh_bases {
  void* tbase;
  void* dbase;
  void* func;
};
const void* __real__Unwind_Find_FDE(void* pc, dwarf_eh_bases* bases);
const void* __wrap__Unwind_Find_FDE(void* pc, dwarf_eh_bases* bases);
extern const Elf64_Ehdr __ehdr_start [[gnu::visibility("hidden")]];
}

namespace {

// Encodings of pointers, from the Linux Standard Base.
constexpr uint8_t kPcRelativeInt = 0x1b, kDataRelativeInt = 0x3b, kUnsignedInt = 0x03;

struct Row {
  int32_t start;        // relative to the table's header
  int32_t description;  // the same
};

struct Table {
  const uint8_t* header = nullptr;
  const Row* rows = nullptr;
  uint32_t count = 0;
};

Table find_table() {
  auto* start = reinterpret_cast<const uint8_t*>(&__ehdr_start);
  auto* programs = reinterpret_cast<const Elf64_Phdr*>(start + __ehdr_start.e_phoff);
  const uint8_t *base = nullptr, *header = nullptr;
  for (int i = 0; i < __ehdr_start.e_phnum; ++i) {
    if (programs[i].p_type == PT_LOAD && programs[i].p_offset == 0) base = start - programs[i].p_vaddr;
  }
  for (int i = 0; i < __ehdr_start.e_phnum; ++i) {
    if (programs[i].p_type == PT_GNU_EH_FRAME) header = base + programs[i].p_vaddr;
  }
  Table table;
  if (header == nullptr || header[0] != 1 || header[1] != kPcRelativeInt || header[2] != kUnsignedInt || header[3] != kDataRelativeInt) return table;
  table.header = header;
  std::memcpy(&table.count, header + 8, 4);
  table.rows = reinterpret_cast<const Row*>(header + 12);
  return table;
}

size_t bytes_of(uint8_t encoding) {
  switch (encoding & 7) {
    case 2: return 2;
    case 3: return 4;
    case 0:
    case 4: return 8;
    default: return 0;
  }
}

// Whether the description's addresses have 4 bytes, as the augmentation "R" of its common part says.
bool read_has_short_addresses(const uint8_t* common) {
  const uint8_t* p = common + 8;
  if (*p++ != 1) return false;  // version
  if (*p != 'z') return false;
  auto* letters = reinterpret_cast<const char*>(p) + 1;
  p += std::strlen(letters) + 2;
  for (int number = 0; number < 2; ++number) {  // alignments of code and data
    while (*p++ & 0x80) {
    }
  }
  ++p;  // the register of the return address
  while (*p++ & 0x80) {
  }
  for (; *letters != 0; ++letters) {
    if (*letters == 'R') return bytes_of(*p) == 4;
    if (*letters == 'L') {
      ++p;
    } else if (*letters == 'P') {
      if (bytes_of(*p) == 0) return false;
      p += 1 + bytes_of(*p);
    } else if (*letters != 'S') {
      return false;
    }
  }
  return false;
}

// The same; there are only a few common parts.
bool has_short_addresses(const uint8_t* common) {
  static std::atomic<const uint8_t*> known[8];
  std::atomic<const uint8_t*>& place = known[reinterpret_cast<uintptr_t>(common) / 8 % 8];
  if (place.load(std::memory_order_relaxed) == common) return true;
  if (!read_has_short_addresses(common)) return false;
  place.store(common, std::memory_order_relaxed);
  return true;
}

}  // namespace

const void* __wrap__Unwind_Find_FDE(void* pc, dwarf_eh_bases* bases) {
  static const Table table = find_table();
  if (table.count != 0) {
    auto offset = static_cast<const uint8_t*>(pc) - table.header;
    uint32_t low = 0, high = table.count;  // the row is at or above low and below high
    while (high - low > 1) {
      uint32_t middle = low + (high - low) / 2;
      (table.rows[middle].start <= offset ? low : high) = middle;
    }
    const Row& row = table.rows[low];
    const uint8_t* description = table.header + row.description;
    int32_t to_common;
    std::memcpy(&to_common, description + 4, 4);
    if (row.start <= offset && has_short_addresses(description + 4 - to_common)) {
      uint32_t bytes;
      std::memcpy(&bytes, description + 12, 4);
      if (offset - row.start < bytes) {
        bases->tbase = bases->dbase = nullptr;
        bases->func = const_cast<uint8_t*>(table.header) + row.start;
        return description;
      }
    }
  }
  return __real__Unwind_Find_FDE(pc, bases);
}
