#include <cstring>

#include "clj/base/lz4_block.h"
#include "clj/base/utf8.h"
#include "clj/bytecode/bundle.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace clj::bytecode {

const char* section_name(Section section) {
  static const char* const names[] = {
#define CLJ_SECTION(name, alignment, doc) #name,
#include "clj/bytecode/sections.def"
#undef CLJ_SECTION
  };
  return section < Section::kCount ? names[static_cast<size_t>(section)] : "?";
}

const char* constant_operands(ConstantTag tag) {
  static const char* const operands[] = {
#define CLJ_CONSTANT(name, operands, doc) operands,
#include "clj/bytecode/constants.def"
#undef CLJ_CONSTANT
  };
  return tag < ConstantTag::kCount ? operands[static_cast<size_t>(tag)] : "";
}

std::string BundleView::open(std::string_view bytes, bool check_checksums) {
  BundleHeader header;
  if (bytes.size() < sizeof header) return "the file is too short to be a bundle";
  std::memcpy(&header, bytes.data(), sizeof header);
  if (std::memcmp(header.magic, kBundleMagic, sizeof header.magic) != 0) return "the file is not a bundle";
  if (header.fingerprint != bundle_fingerprint()) {
    return "the bundle was written by another version of cljc; build it again with this one";
  }
  if (header.header_bytes != sizeof header || header.section_count != static_cast<uint32_t>(Section::kCount)) {
    return "the bundle's header is damaged";
  }
  if (header.file_bytes != bytes.size()) return "the bundle is truncated or has bytes after its end";
  if (bytes.size() < sizeof header + header.section_count * sizeof(SectionEntry)) return "the bundle is truncated";
  if (check_checksums &&
      header.checksum != XXH3_64bits(bytes.data() + sizeof header, bytes.size() - sizeof header)) {
    return "the bundle is damaged: its checksum does not match";
  }
  for (uint32_t i = 0; i < header.section_count; ++i) {
    SectionEntry entry;
    std::memcpy(&entry, bytes.data() + sizeof header + i * sizeof entry, sizeof entry);
    if (entry.section != i || entry.offset > bytes.size() || entry.bytes > bytes.size() - entry.offset ||
        entry.offset % 16 != 0) {
      return std::string("section ") + section_name(static_cast<Section>(i)) + " lies outside the bundle";
    }
    sections_[i] = bytes.substr(entry.offset, entry.bytes);
  }
  if (bytes_of(Section::kInfo).size() != sizeof(BundleInfo)) return "the bundle's Info section is damaged";
  bytes_ = bytes;
  return "";
}

bool BundleView::read_file(FileTable which, const FileRecord& record, std::string& buffer, std::string_view& bytes) const {
  std::string_view stored = stored_file(which, record);
  if (record.packing == Packing::kNone) {
    bytes = stored;
    return record.bytes == record.stored_bytes;
  }
  if (record.packing != Packing::kLz4 || record.bytes > kMostPackedBytes) return false;
  buffer.resize(record.bytes);
  bytes = buffer;
  return unpack_lz4_block(stored.data(), stored.size(), buffer.data(), buffer.size()) == static_cast<ptrdiff_t>(record.bytes);
}

std::string BundleView::string_text(uint32_t index) const {
  if (index >= strings().size()) return "?";
  StringRecord record = strings()[index];
  uint32_t length = record.length & ~kUtf16Bit;
  const char* bytes = string_bytes().data() + record.offset;
  if (record.length & kUtf16Bit) return utf8::from_utf16(reinterpret_cast<const char16_t*>(bytes), length);
  if (utf8::ascii_prefix({bytes, length}) == length) return {bytes, length};
  std::string text;
  for (uint32_t i = 0; i < length; ++i) utf8::append(text, static_cast<uint8_t>(bytes[i]));
  return text;
}

}  // namespace clj::bytecode
