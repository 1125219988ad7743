// Message digests: MD5, SHA-1, the family of SHA-2; CRC-32.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace clj::builtins::host {

std::string md5(std::string_view bytes);
std::string sha1(std::string_view bytes);
std::string sha224(std::string_view bytes);
std::string sha256(std::string_view bytes);
std::string sha384(std::string_view bytes);
std::string sha512(std::string_view bytes);
// Continues from the checksum of what came before, 0 at first.
uint32_t crc32(uint32_t before, std::string_view bytes);

}  // namespace clj::builtins::host
