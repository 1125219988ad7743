#include "clj/linker/packed_stub.h"

#include <elf.h>

#include <algorithm>
#include <cstring>
#include <string_view>
#include <vector>

#include "clj/base/branch_filter.h"
#include "clj/base/packed_code.h"
#include "clj/base/packed_memory.h"

namespace clj::linker {

namespace {

constexpr uint64_t kPage = 4096;
uint64_t page_below(uint64_t address) { return address / kPage * kPage; }
uint64_t page_above(uint64_t address) { return page_below(address + kPage - 1); }

enum class Contents { kCode, kUnwinding, kTables };
// Of code, often a small part is all that is wanted; a throw looks up many functions; tables gain from large chunks.
constexpr uint64_t chunk_bytes_of(Contents contents) {
  return uint64_t{contents == Contents::kCode ? 64u : contents == Contents::kUnwinding ? 128u : 256u} << 10;
}

// Sections that follow one another.
struct Gathered {
  std::vector<const char*> sections;
  Contents contents;
};
const Gathered gathered[kMostPackedParts] = {
    {{".cold_text"}, Contents::kCode},
    {{".eh_frame", ".gcc_except_table"}, Contents::kUnwinding},
    {{".cold_rodata"}, Contents::kTables},
};

class Packer {
 public:
  explicit Packer(std::string& elf) : elf_(elf) {}

  std::string run() {
    if (elf_.size() < sizeof(Elf64_Ehdr) || std::memcmp(elf_.data(), ELFMAG, SELFMAG) != 0) return "is no ELF file";
    std::memcpy(&header_, elf_.data(), sizeof header_);
    read(programs_, header_.e_phoff, header_.e_phnum);
    read(sections_, header_.e_shoff, header_.e_shnum);
    if (header_.e_shstrndx >= sections_.size()) return "";
    if (section(CLJ_PACKED_PARTS_SECTION) == nullptr || section(".cold_text") == nullptr) return "";
    for (size_t i = 0; i < kMostPackedParts; ++i) {
      if (std::string fault = add_part(gathered[i], i + 1 < kMostPackedParts ? &gathered[i + 1] : nullptr); !fault.empty()) return fault;
    }
    std::memcpy(elf_.data() + section(CLJ_PACKED_PARTS_SECTION)->sh_offset, parts_.data(), parts_.size() * sizeof(PackedPart));
    return write();
  }

 private:
  template <class T>
  void read(std::vector<T>& table, uint64_t offset, size_t count) {
    if (offset > elf_.size() || count * sizeof(T) > elf_.size() - offset) return;
    table.resize(count);
    std::memcpy(table.data(), elf_.data() + offset, count * sizeof(T));
  }

  const Elf64_Shdr* section(std::string_view name) const {
    const Elf64_Shdr& names = sections_[header_.e_shstrndx];
    for (const Elf64_Shdr& s : sections_) {
      if (elf_.data() + names.sh_offset + s.sh_name == name) return &s;
    }
    return nullptr;
  }

  const Elf64_Phdr* segment_of(uint64_t address) const {
    for (const Elf64_Phdr& p : programs_) {
      if (p.p_type == PT_LOAD && address - p.p_vaddr < p.p_filesz) return &p;
    }
    return nullptr;
  }

  // The whole pages of a group of sections. What it shares with the next one, or is all that is left of the segment, counts.
  std::string add_part(const Gathered& group, const Gathered* next) {
    uint64_t from = 0, to = 0;
    for (const char* name : group.sections) {
      const Elf64_Shdr* s = section(name);
      if (s == nullptr) return std::string("has no section ") + name;
      if (from == 0) from = s->sh_addr;
      else if (s->sh_addr < to || s->sh_addr - to >= kPage) return std::string("has its section ") + name + " at another place";
      to = s->sh_addr + s->sh_size;
    }
    const Elf64_Phdr* segment = segment_of(from);
    if (segment == nullptr || segment_of(to - 1) != segment) return "has a packed part in two segments";
    const Elf64_Shdr* following = next == nullptr ? nullptr : section(next->sections.front());
    bool shared = following != nullptr && following->sh_addr >= to && following->sh_addr < page_above(to);
    bool last = page_above(to) >= segment->p_vaddr + segment->p_filesz;
    PackedPart part = {};
    part.address = page_above(from + 1);  // the start reads the first word of .eh_frame
    uint64_t before = parts_.empty() ? 0 : parts_.back().address + parts_.back().bytes;
    if (before >= from && before - from < kPage) part.address = before;
    part.bytes = (shared || last ? page_above(to) : page_below(to)) - part.address;
    part.chunk_bytes = chunk_bytes_of(group.contents);
    bool code = group.contents == Contents::kCode;
    if (code) {
      part.code_address = segment->p_vaddr;
      part.code_bytes = segment->p_filesz;
    }
    std::string bytes = elf_.substr(segment->p_offset + (part.address - segment->p_vaddr),
                                    std::min(part.bytes, segment->p_vaddr + segment->p_filesz - part.address));
    bytes.resize(part.bytes);
    std::vector<std::string> chunks;
    for (uint64_t at = 0; at < bytes.size(); at += part.chunk_bytes) {
      chunks.push_back(bytes.substr(at, part.chunk_bytes));
      std::string& chunk = chunks.back();
      if (code) filter_branches(chunk.data(), chunk.size(), part.address - part.code_address + at, part.code_bytes);
    }
    std::string packed = pack_chunks(chunks.data(), chunks.size());
    if (packed.empty()) return "could not be packed";
    uint64_t end = 0;
    for (const Elf64_Phdr& p : programs_) {
      if (p.p_type == PT_LOAD) end = std::max(end, p.p_vaddr + p.p_memsz);
    }
    part.packed = page_above(end) + packed_.size();
    part.packed_bytes = packed.size();
    packed_ += packed;
    parts_.push_back(part);
    return "";
  }

  // The segments without the packed parts, and one more for what is packed. Section headers would say where nothing is any
  // more, and are left out, as are notes, whose program headers make room.
  std::string write() {
    std::vector<Elf64_Phdr> loads, others;
    for (const Elf64_Phdr& p : programs_) {
      if (p.p_type == PT_LOAD) cut(p, loads);
      else if (p.p_type != PT_NOTE && p.p_type != PT_GNU_PROPERTY && p.p_type != PT_PHDR) others.push_back(p);
    }
    std::string out;
    for (Elf64_Phdr& load : loads) {
      out.resize(page_above(out.size()) + (out.empty() ? 0 : load.p_vaddr % kPage));
      uint64_t offset = out.size();
      out.append(elf_, load.p_offset, load.p_filesz);
      for (Elf64_Phdr& p : others) {
        if (p.p_vaddr - load.p_vaddr < load.p_memsz && p.p_vaddr != 0) p.p_offset = offset + (p.p_vaddr - load.p_vaddr);
      }
      load.p_offset = offset;
    }
    out.resize(page_above(out.size()));
    Elf64_Phdr packed = loads.back();
    packed.p_flags = PF_R;
    packed.p_offset = out.size();
    packed.p_vaddr = packed.p_paddr = parts_.front().packed;
    packed.p_filesz = packed.p_memsz = packed_.size();
    out += packed_;
    loads.push_back(packed);
    loads.insert(loads.end(), others.begin(), others.end());
    if (loads.size() > programs_.size()) return "has no room for another program header";
    header_.e_phnum = static_cast<Elf64_Half>(loads.size());
    header_.e_shoff = 0;
    header_.e_shnum = header_.e_shstrndx = 0;
    std::memcpy(out.data(), &header_, sizeof header_);
    std::memcpy(out.data() + header_.e_phoff, loads.data(), loads.size() * sizeof(Elf64_Phdr));
    elf_ = std::move(out);
    return "";
  }

  // What is left of a segment.
  void cut(const Elf64_Phdr& segment, std::vector<Elf64_Phdr>& pieces) {
    Elf64_Phdr rest = segment;
    for (const PackedPart& part : parts_) {
      if (part.address - segment.p_vaddr >= segment.p_filesz) continue;
      Elf64_Phdr before = rest;
      before.p_filesz = before.p_memsz = part.address - rest.p_vaddr;
      if (before.p_filesz != 0) pieces.push_back(before);
      uint64_t skipped = std::min(part.address + part.bytes - rest.p_vaddr, rest.p_filesz);
      rest.p_vaddr = rest.p_paddr = rest.p_vaddr + skipped;
      rest.p_offset += skipped;
      rest.p_filesz -= skipped;
      rest.p_memsz -= std::min(skipped, rest.p_memsz);
    }
    if (rest.p_memsz != 0) pieces.push_back(rest);
  }

  std::string& elf_;
  Elf64_Ehdr header_;
  std::vector<Elf64_Phdr> programs_;
  std::vector<Elf64_Shdr> sections_;
  std::vector<PackedPart> parts_;
  std::string packed_;
};

}  // namespace

std::string pack_stub(std::string& elf) { return Packer(elf).run(); }

}  // namespace clj::linker
