#include "clj/linker/packed_stub.h"

#include <elf.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstring>
#include <vector>

#include "clj/base/branch_filter.h"
#include "clj/base/file.h"
#include "clj/base/lz4_block.h"
#include "clj/base/packed_code.h"

using namespace clj;

TEST_CASE("what is no ELF file cannot be packed") {
  std::string text = "#!/bin/sh\n";
  CHECK(linker::pack_stub(text) == "is no ELF file");
}

TEST_CASE("a program without parts to pack stays as it is") {
  std::string self, before;
  REQUIRE(read_file("/proc/self/exe", self));
  before = self;
  CHECK(linker::pack_stub(self) == "");
  CHECK(self == before);
}

namespace {

// An executable of three segments: headers; 3 pages of code, of which the last two and a half are to be packed; 4 pages
// of data, of which the last three and a bit are. Then a page that is written to.
class Program {
 public:
  explicit Program(size_t program_headers = 6) : programs_(program_headers) {
    load(0, 0x1000, PF_R, 0);
    load(0x1000, 0x3000, PF_R | PF_X, 1);
    load(0x4000, 0x3f00, PF_R, 2);
    load(0x8000, 0x800, PF_R | PF_W, 3);
    programs_[3].p_memsz = 0x1800;
    Elf64_Phdr tls = programs_[3];
    tls.p_type = PT_TLS;
    tls.p_filesz = tls.p_memsz = 16;
    programs_[4] = tls;
    for (size_t i = 5; i < programs_.size(); ++i) programs_[i].p_type = PT_NOTE;
    section("", 0, 0);
    section(".packed_parts", 0x4000, sizeof(PackedPart) * kMostPackedParts);
    section(".cold_text", 0x1600, 0x2a00);
    section(".eh_frame", 0x4c00, 0x1000);
    section(".gcc_except_table", 0x5c00, 0x500);
    section(".cold_rodata", 0x6100, 0x1e00);
  }

  std::string bytes() {
    section(".shstrtab", 0, 0);
    std::string file(0x8800, '\0');
    for (size_t i = sizeof(Elf64_Ehdr); i < file.size(); ++i) file[i] = static_cast<char>(i * i / 97);
    std::memset(file.data() + 0x4000, 0, sizeof(PackedPart) * kMostPackedParts);
    Elf64_Ehdr header = {};
    std::memcpy(header.e_ident, ELFMAG, SELFMAG);
    header.e_phoff = sizeof header;
    header.e_phnum = static_cast<Elf64_Half>(programs_.size());
    sections_.back().sh_offset = file.size();
    file += names_;
    header.e_shoff = file.size();
    header.e_shnum = static_cast<Elf64_Half>(sections_.size());
    header.e_shstrndx = static_cast<Elf64_Half>(sections_.size() - 1);
    file.append(reinterpret_cast<char*>(sections_.data()), sections_.size() * sizeof(Elf64_Shdr));
    std::memcpy(file.data(), &header, sizeof header);
    std::memcpy(file.data() + sizeof header, programs_.data(), programs_.size() * sizeof(Elf64_Phdr));
    return file;
  }

  Elf64_Shdr& section_at(size_t i) { return sections_[i]; }

 private:
  void load(uint64_t offset, uint64_t bytes, uint32_t flags, size_t i) {
    programs_[i] = {PT_LOAD, flags, offset, kBase + offset, kBase + offset, bytes, bytes, 0x1000};
  }
  void section(const char* name, uint64_t offset, uint64_t bytes) {
    Elf64_Shdr s = {};
    s.sh_name = static_cast<Elf64_Word>(names_.size());
    s.sh_addr = kBase + offset;
    s.sh_offset = offset;
    s.sh_size = bytes;
    sections_.push_back(s);
    names_.append(name, std::strlen(name) + 1);
  }

  static constexpr uint64_t kBase = 0x400000;
  std::vector<Elf64_Phdr> programs_;
  std::vector<Elf64_Shdr> sections_;
  std::string names_;
};

std::vector<Elf64_Phdr> program_headers(const std::string& file) {
  Elf64_Ehdr header;
  std::memcpy(&header, file.data(), sizeof header);
  std::vector<Elf64_Phdr> programs(header.e_phnum);
  std::memcpy(programs.data(), file.data() + header.e_phoff, programs.size() * sizeof(Elf64_Phdr));
  return programs;
}

// What is at an address when the file has been loaded; "" where nothing is mapped.
std::string mapped_at(const std::string& file, uint64_t address, size_t bytes) {
  for (const Elf64_Phdr& p : program_headers(file)) {
    if (p.p_type == PT_LOAD && address - p.p_vaddr < p.p_filesz) return file.substr(p.p_offset + (address - p.p_vaddr), bytes);
  }
  return "";
}

}  // namespace

TEST_CASE("the parts to pack are cut out, the rest is mapped where it was, and the parts come back") {
  std::string original = Program().bytes(), file = original;
  REQUIRE(linker::pack_stub(file) == "");
  PackedPart parts[kMostPackedParts];
  std::memcpy(parts, mapped_at(file, 0x404000, sizeof parts).data(), sizeof parts);
  CHECK(parts[0].address == 0x402000);  // the first whole page of .cold_text
  CHECK(parts[0].bytes == 0x2000);
  CHECK(parts[1].address == 0x405000);
  CHECK(parts[1].address + parts[1].bytes == parts[2].address);
  CHECK(parts[2].address + parts[2].bytes == 0x408000);
  // The headers and the table of parts differ.
  CHECK(mapped_at(file, 0x400200, 0xe00) == original.substr(0x200, 0xe00));
  CHECK(mapped_at(file, 0x401000, 0x1000) == original.substr(0x1000, 0x1000));
  CHECK(mapped_at(file, 0x404000 + sizeof parts, 0x1000 - sizeof parts) == original.substr(0x4000 + sizeof parts, 0x1000 - sizeof parts));
  CHECK(mapped_at(file, 0x408000, 0x800) == original.substr(0x8000, 0x800));
  CHECK(mapped_at(file, 0x402000, 1).empty());
  CHECK(mapped_at(file, 0x407eff, 1).empty());
  for (const PackedPart& part : parts) {
    std::string unpacked;
    std::string packed = mapped_at(file, part.packed, part.packed_bytes);
    for (uint64_t at = 0, i = 0; at < part.bytes; at += part.chunk_bytes, ++i) {
      uint32_t from = static_cast<uint32_t>((part.bytes + part.chunk_bytes - 1) / part.chunk_bytes * 4), end;
      if (i > 0) std::memcpy(&from, packed.data() + 4 * (i - 1), 4);
      std::memcpy(&end, packed.data() + 4 * i, 4);
      std::string chunk(std::min(part.chunk_bytes, part.bytes - at), '\0');
      REQUIRE(unpack_lz4_block(packed.data() + from, end - from, chunk.data(), chunk.size()) == static_cast<ptrdiff_t>(chunk.size()));
      if (part.code_bytes != 0) unfilter_branches(chunk.data(), chunk.size(), part.address - part.code_address + at, part.code_bytes);
      unpacked += chunk;
    }
    size_t offset = part.address - 0x400000, bytes = std::min<size_t>(part.bytes, 0x7f00 - offset);
    CHECK(unpacked.substr(0, bytes) == original.substr(offset, bytes));
  }
  for (const Elf64_Phdr& p : program_headers(file)) {
    if (p.p_type == PT_TLS) CHECK(file.substr(p.p_offset, 16) == original.substr(0x8000, 16));
    if (p.p_type == PT_LOAD) CHECK(p.p_offset % 0x1000 == p.p_vaddr % 0x1000);
  }
}

TEST_CASE("what cannot be packed is said") {
  std::string file = Program(5).bytes();
  CHECK(linker::pack_stub(file) == "has no room for another program header");
  Program program;
  program.section_at(4).sh_addr += 0x2000;
  file = program.bytes();
  CHECK(linker::pack_stub(file) == "has its section .gcc_except_table at another place");
}
