// The bundle: what `cljc build` writes and `cljvm` maps and runs.
//
// One file of sections, position independent, little endian, read in place: code words are
// executed where the file is mapped, constants are made when a function is first called.
// BundleWriter collects the parts, BundleView reads a mapped file, verify_bundle proves that a
// foreign file is safe to run.
//
// Units    Offsets in sections are bytes unless their name says `_words`.
// Threads  A BundleView is immutable.
// Design   docs/bundle-format.md
#pragma once
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace clj::bytecode {

constexpr char kBundleMagic[8] = {'C', 'L', 'J', 'B', 'U', 'N', 'D', '\n'};
constexpr uint32_t kNoIndex = UINT32_MAX;

struct BundleHeader {
  char magic[8];
  uint32_t header_bytes;    // of this struct
  uint32_t section_count;   // SectionEntry records follow
  uint64_t fingerprint;     // bundle_fingerprint() of the build that wrote it
  uint64_t file_bytes;      // of the whole bundle
  uint64_t checksum;        // XXH3 of everything after the header
};

enum class Section : uint32_t {
#define CLJ_SECTION(name, alignment, doc) k##name,
#include "clj/bytecode/sections.def"
#undef CLJ_SECTION
  kCount
};
const char* section_name(Section section);

struct SectionEntry {
  uint32_t section;
  uint32_t reserved;
  uint64_t offset;   // from the start of the bundle
  uint64_t bytes;
  uint64_t checksum; // XXH3
};

struct StringRecord {
  uint32_t offset;   // into StringBytes
  uint32_t length;   // UTF-16 code units, top bit: UTF-16, else Latin-1
};
constexpr uint32_t kUtf16Bit = uint32_t{1} << 31;

struct FunctionRecord {
  uint32_t name;            // string
  uint32_t file;            // string or kNoIndex
  uint32_t first_constant;  // into ConstantIndices
  uint32_t constant_count;
  uint32_t first_arity;     // into Arities
  uint16_t arity_count;
  uint16_t capture_count;
};

struct ArityRecord {
  uint8_t params;
  uint8_t variadic;
  uint16_t registers;
  uint32_t code;             // words from the start of Code
  uint32_t code_words;
  uint32_t exceptions;       // words from `code`
  uint32_t exception_count;  // 4 words each: from, to, handler, register
  uint32_t lines;            // words from `code`
  uint32_t line_count;       // 3 words each: pc, line, column
};

struct NamespaceRecord {
  uint32_t name;         // string "my.app"
  uint32_t path;         // string "my/app", what require looks for
  uint32_t first_init;   // into InitFunctions: one function per top-level form
  uint32_t init_count;
};

enum class Packing : uint32_t { kNone, kLz4, kCount };
// More than this is never packed: whoever unpacks allocates what the record says.
constexpr uint64_t kMostPackedBytes = uint64_t{1} << 30;

// A file that comes with the program, for clojure.java.io/resource.
struct FileRecord {
  uint32_t name;          // string
  Packing packing;
  uint64_t offset;        // into the table's section of bytes
  uint64_t stored_bytes;  // there
  uint64_t bytes;         // unpacked
};
// WebAssembly modules have a table of their own, so that their readers need not look through the other files.
enum class FileTable : uint8_t { kResources, kModules };
constexpr FileTable kFileTables[] = {FileTable::kResources, FileTable::kModules};
constexpr Section records_section(FileTable table) {
  return table == FileTable::kResources ? Section::kResources : Section::kModules;
}
constexpr Section bytes_section(FileTable table) {
  return table == FileTable::kResources ? Section::kResourceBytes : Section::kModuleBytes;
}

struct BundleInfo {
  uint32_t main_namespace;  // index into Namespaces
  uint32_t call_main;       // 1: -main must exist, 2: call it when it exists, 0: no
};

// Constants: a tag byte, then operands. u: LEB128; strings and constants by index.
enum class ConstantTag : uint8_t {
#define CLJ_CONSTANT(name, operands, doc) k##name,
#include "clj/bytecode/constants.def"
#undef CLJ_CONSTANT
  kCount
};
const char* constant_operands(ConstantTag tag);

// Hash of the instruction set and of the tables above: another value, another format.
uint64_t bundle_fingerprint();

class BundleWriter {
 public:
  uint32_t add_latin1(std::string_view bytes);
  uint32_t add_utf16(std::u16string_view units);
  uint32_t add_utf8(std::string_view text);
  // A string of another bundle.
  uint32_t add_string_of(const class BundleView& bundle, uint32_t index);
  // `bytes`: tag and operands. Equal constants share one index.
  uint32_t add_constant(const std::string& bytes);
  uint32_t add_function(FunctionRecord record, std::span<const uint32_t> constants,
                        std::span<const ArityRecord> arities, std::span<const uint32_t> code_words);
  void add_namespace(uint32_t name, uint32_t path, std::span<const uint32_t> init_functions);
  // `stored`: the file's bytes as the record says packed or not. The offset is set here.
  void add_file(FileTable table, FileRecord record, std::string_view stored);
  BundleInfo info{kNoIndex, 0};
  uint32_t function_count() const { return static_cast<uint32_t>(functions_.size()); }

  std::string finish() const;

 private:
  uint32_t add_string(std::string_view bytes, uint32_t length_and_bit, size_t alignment);
  std::vector<StringRecord> strings_;
  std::string string_bytes_;
  std::unordered_map<std::string, uint32_t> string_index_;
  std::vector<uint32_t> constant_offsets_;
  std::string constant_bytes_;
  std::unordered_map<std::string, uint32_t> constant_index_;
  std::vector<FunctionRecord> functions_;
  std::vector<uint32_t> constant_indices_;
  std::vector<ArityRecord> arities_;
  std::vector<uint32_t> code_;
  std::vector<NamespaceRecord> namespaces_;
  std::vector<uint32_t> init_functions_;
  struct Files {
    std::vector<FileRecord> records;
    std::string bytes;
  };
  Files files_[std::size(kFileTables)];
};

// LEB128 for constants' operands.
void append_varint(std::string& out, uint64_t n);
// Reads at `at`, advances it; false at the end of `bytes` or above 64 bits.
bool read_varint(std::string_view bytes, size_t& at, uint64_t& n);

class BundleView {
 public:
  // `bytes` stay mapped for the view's life. Checks magic, fingerprint, sizes, section bounds
  // and, when asked, checksums. Returns an empty text or what is wrong with the file.
  std::string open(std::string_view bytes, bool check_checksums);

  std::span<const StringRecord> strings() const { return table<StringRecord>(Section::kStrings); }
  std::string_view string_bytes() const { return bytes_of(Section::kStringBytes); }
  std::span<const uint32_t> constant_offsets() const { return table<uint32_t>(Section::kConstants); }
  std::string_view constant_bytes() const { return bytes_of(Section::kConstantBytes); }
  std::span<const FunctionRecord> functions() const { return table<FunctionRecord>(Section::kFunctions); }
  std::span<const uint32_t> constant_indices() const { return table<uint32_t>(Section::kConstantIndices); }
  std::span<const ArityRecord> arities() const { return table<ArityRecord>(Section::kArities); }
  std::span<const uint32_t> code() const { return table<uint32_t>(Section::kCode); }
  std::span<const NamespaceRecord> namespaces() const { return table<NamespaceRecord>(Section::kNamespaces); }
  std::span<const uint32_t> init_functions() const { return table<uint32_t>(Section::kInitFunctions); }
  std::span<const FileRecord> files(FileTable which) const { return table<FileRecord>(records_section(which)); }
  // The file as it is stored. Its record must lie inside its section.
  std::string_view stored_file(FileTable which, const FileRecord& record) const {
    return bytes_of(bytes_section(which)).substr(record.offset, record.stored_bytes);
  }
  // The file itself, which lies in the bundle or, unpacked, in `buffer`. False: it is not what its record says.
  bool read_file(FileTable which, const FileRecord& record, std::string& buffer, std::string_view& bytes) const;
  const BundleInfo& info() const { return *reinterpret_cast<const BundleInfo*>(bytes_of(Section::kInfo).data()); }
  std::string_view bytes_of(Section section) const { return sections_[static_cast<size_t>(section)]; }
  std::string_view all() const { return bytes_; }
  // The string as UTF-8; "?" for an index that is out of range.
  std::string string_text(uint32_t index) const;

 private:
  template <class T>
  std::span<const T> table(Section section) const {
    std::string_view bytes = bytes_of(section);
    return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
  }
  std::string_view bytes_;
  std::string_view sections_[static_cast<size_t>(Section::kCount)];
};

// Proves that running the bundle cannot leave its own code, constants and registers. Returns an
// empty text, or what is wrong and where.
std::string verify_bundle(const BundleView& bundle);

// The disassembly of one function, one instruction a line.
std::string disassemble(const ArityRecord& arity, const uint32_t* code);

}  // namespace clj::bytecode
