#include <cstring>

#include "clj/base/utf8.h"
#include "clj/bytecode/bundle.h"
#include "clj/bytecode/opcode.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace clj::bytecode {

void append_varint(std::string& out, uint64_t n) {
  while (n >= 0x80) {
    out.push_back(static_cast<char>(n | 0x80));
    n >>= 7;
  }
  out.push_back(static_cast<char>(n));
}

bool read_varint(std::string_view bytes, size_t& at, uint64_t& n) {
  n = 0;
  for (uint32_t shift = 0; shift < 64; shift += 7) {
    if (at >= bytes.size()) return false;
    auto byte = static_cast<uint8_t>(bytes[at++]);
    if (shift == 63 && byte > 1) return false;
    n |= static_cast<uint64_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return true;
  }
  return false;
}

uint64_t bundle_fingerprint() {
  static const char text[] =
#define CLJ_SECTION(name, alignment, doc) #name "," #alignment ";"
#include "clj/bytecode/sections.def"
#undef CLJ_SECTION
#define CLJ_CONSTANT(name, operands, doc) #name "," operands ";"
#include "clj/bytecode/constants.def"
#undef CLJ_CONSTANT
      ;
  uint64_t sizes = sizeof(StringRecord) << 0 | sizeof(FunctionRecord) << 8 | sizeof(ArityRecord) << 16 |
                   sizeof(NamespaceRecord) << 24 | uint64_t{sizeof(FileRecord)} << 32;
  return XXH3_64bits_withSeed(text, sizeof text - 1, opcode_fingerprint() ^ sizes);
}

uint32_t BundleWriter::add_string(std::string_view bytes, uint32_t length_and_bit, size_t alignment) {
  std::string key(reinterpret_cast<const char*>(&length_and_bit), sizeof length_and_bit);
  key.append(bytes);
  auto [found, added] = string_index_.try_emplace(key, static_cast<uint32_t>(strings_.size()));
  if (added) {
    while (string_bytes_.size() % alignment != 0) string_bytes_.push_back('\0');
    strings_.push_back({static_cast<uint32_t>(string_bytes_.size()), length_and_bit});
    string_bytes_.append(bytes);
  }
  return found->second;
}

uint32_t BundleWriter::add_latin1(std::string_view bytes) {
  return add_string(bytes, static_cast<uint32_t>(bytes.size()), 1);
}

uint32_t BundleWriter::add_utf16(std::u16string_view units) {
  return add_string({reinterpret_cast<const char*>(units.data()), units.size() * 2},
                    static_cast<uint32_t>(units.size()) | kUtf16Bit, 2);
}

uint32_t BundleWriter::add_utf8(std::string_view text) {
  std::u16string units = utf8::to_utf16(text);
  std::string latin1;
  for (char16_t unit : units) {
    if (unit > 0xFF) return add_utf16(units);
    latin1.push_back(static_cast<char>(unit));
  }
  return add_latin1(latin1);
}

uint32_t BundleWriter::add_string_of(const BundleView& bundle, uint32_t index) {
  StringRecord record = bundle.strings()[index];
  bool wide = record.length & kUtf16Bit;
  size_t bytes = size_t{record.length & ~kUtf16Bit} * (wide ? 2 : 1);
  return add_string(bundle.string_bytes().substr(record.offset, bytes), record.length, wide ? 2 : 1);
}

namespace {

// Constants that are one object wherever they stand; of equal strings a loaded bundle makes one. Equal symbols, collections and
// patterns of different places are different objects, as when JVM Clojure loads a source. So may be
// classes of one name: a deftype that stands twice makes two.
bool is_shared(ConstantTag tag) {
  switch (tag) {
    case ConstantTag::kNil:
    case ConstantTag::kTrue:
    case ConstantTag::kFalse:
    case ConstantTag::kLong:
    case ConstantTag::kDouble:
    case ConstantTag::kImmediate:
    case ConstantTag::kString:
    case ConstantTag::kKeyword:
    case ConstantTag::kVar:
    case ConstantTag::kNamespace: return true;
    default: return false;
  }
}

}  // namespace

uint32_t BundleWriter::add_constant(const std::string& bytes) {
  auto tag = static_cast<ConstantTag>(bytes[0]);
  auto index = static_cast<uint32_t>(constant_offsets_.size());
  if (is_shared(tag)) {
    auto [found, added] = constant_index_.try_emplace(bytes, index);
    if (!added) return found->second;
  }
  constant_offsets_.push_back(static_cast<uint32_t>(constant_bytes_.size()));
  constant_bytes_.append(bytes);
  return index;
}

uint32_t BundleWriter::add_function(FunctionRecord record, std::span<const uint32_t> constants,
                                    std::span<const ArityRecord> arities, std::span<const uint32_t> code_words) {
  record.first_constant = static_cast<uint32_t>(constant_indices_.size());
  record.constant_count = static_cast<uint32_t>(constants.size());
  constant_indices_.insert(constant_indices_.end(), constants.begin(), constants.end());
  record.first_arity = static_cast<uint32_t>(arities_.size());
  record.arity_count = static_cast<uint16_t>(arities.size());
  for (ArityRecord arity : arities) {
    arity.code += static_cast<uint32_t>(code_.size());
    arities_.push_back(arity);
  }
  code_.insert(code_.end(), code_words.begin(), code_words.end());
  functions_.push_back(record);
  return static_cast<uint32_t>(functions_.size() - 1);
}

void BundleWriter::add_namespace(uint32_t name, uint32_t path, std::span<const uint32_t> init_functions) {
  namespaces_.push_back({name, path, static_cast<uint32_t>(init_functions_.size()),
                         static_cast<uint32_t>(init_functions.size())});
  init_functions_.insert(init_functions_.end(), init_functions.begin(), init_functions.end());
}

void BundleWriter::add_file(FileTable table, FileRecord record, std::string_view stored) {
  Files& files = files_[static_cast<size_t>(table)];
  record.offset = files.bytes.size();
  record.stored_bytes = stored.size();
  files.records.push_back(record);
  files.bytes.append(stored);
}

std::string BundleWriter::finish() const {
  auto bytes_of = [](const auto& vector) {
    return std::string_view(reinterpret_cast<const char*>(vector.data()), vector.size() * sizeof(vector[0]));
  };
  const auto& [resources, modules] = files_;
  const std::string_view parts[] = {
      {reinterpret_cast<const char*>(&info), sizeof info}, bytes_of(strings_), string_bytes_,
      bytes_of(constant_offsets_), constant_bytes_, bytes_of(functions_), bytes_of(constant_indices_),
      bytes_of(arities_), bytes_of(code_), bytes_of(namespaces_), bytes_of(init_functions_), bytes_of(resources.records),
      resources.bytes, bytes_of(modules.records), modules.bytes};
  constexpr size_t kAlignments[] = {
#define CLJ_SECTION(name, alignment, doc) alignment,
#include "clj/bytecode/sections.def"
#undef CLJ_SECTION
  };
  constexpr size_t kSections = static_cast<size_t>(Section::kCount);
  static_assert(sizeof parts / sizeof parts[0] == kSections);

  std::string out(sizeof(BundleHeader) + kSections * sizeof(SectionEntry), '\0');
  for (size_t i = 0; i < kSections; ++i) {
    out.resize((out.size() + kAlignments[i] - 1) / kAlignments[i] * kAlignments[i], '\0');
    SectionEntry entry{static_cast<uint32_t>(i), 0, out.size(), parts[i].size(),
                       XXH3_64bits(parts[i].data(), parts[i].size())};
    std::memcpy(out.data() + sizeof(BundleHeader) + i * sizeof(SectionEntry), &entry, sizeof entry);
    out.append(parts[i]);
  }
  BundleHeader header{};
  std::memcpy(header.magic, kBundleMagic, sizeof header.magic);
  header.header_bytes = sizeof header;
  header.section_count = kSections;
  header.fingerprint = bundle_fingerprint();
  header.file_bytes = out.size();
  header.checksum = XXH3_64bits(out.data() + sizeof header, out.size() - sizeof header);
  std::memcpy(out.data(), &header, sizeof header);
  return out;
}

}  // namespace clj::bytecode
