// Message digests: MD5, SHA-1, the families of SHA-2 and SHA-3; CRC-32.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace clj::builtins::host {

// What a digest has of the bytes so far. Plain bytes, which may be copied.
struct DigestState {
  uint64_t length;     // of all that was given
  uint64_t words[25];  // of 32 or 64 bits; all are SHA-3's, the others have up to 8
  char block[144];     // the end of what was given, not yet a whole block
};

struct DigestAlgorithm {
  const char* name;
  size_t block_bytes, word_bytes, result_bytes;
  bool big_endian;
  bool sponge;  // SHA-3: what is left is padded without the length
  void (*begin)(DigestState& state);
  void (*take_block)(DigestState& state, const char* block);
};

// By any name that the host knows, in either case ("sha-256", "SHA1"); nullptr for others.
const DigestAlgorithm* find_digest(std::string_view name);
void add_to_digest(const DigestAlgorithm& algorithm, DigestState& state, std::string_view bytes);
// The digest of what was given; the state begins again.
std::string finish_digest(const DigestAlgorithm& algorithm, DigestState& state);

std::string md5(std::string_view bytes);
// Continues from the checksum of what came before, 0 at first.
uint32_t crc32(uint32_t before, std::string_view bytes);

}  // namespace clj::builtins::host
