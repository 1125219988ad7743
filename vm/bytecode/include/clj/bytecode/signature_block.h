// The block that ends a signed file: who signed it, and the signature of all bytes before it.
//
// Here it is only told apart from the rest; clj/linker/signature.h makes and checks it.
//
// Format   docs/bundle-format.md
#pragma once
#include <cstdint>
#include <cstring>
#include <string_view>

namespace clj::bytecode {

struct SignatureBlock {
  uint8_t public_key[32];
  uint8_t signature[64];  // Ed25519
  char magic[8];
};
constexpr char kSignatureMagic[8] = {'C', 'L', 'J', 'S', 'I', 'G', 'N', '\n'};

// False when the file ends in no block.
inline bool read_signature_block(std::string_view file, SignatureBlock& block) {
  if (file.size() < sizeof block) return false;
  std::memcpy(&block, file.data() + file.size() - sizeof block, sizeof block);
  return std::memcmp(block.magic, kSignatureMagic, sizeof block.magic) == 0;
}

// The file without its block, if it has one.
inline std::string_view without_signature(std::string_view file) {
  SignatureBlock block;
  return read_signature_block(file, block) ? file.substr(0, file.size() - sizeof block) : file;
}

}  // namespace clj::bytecode
