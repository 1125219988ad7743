// The MD5 digest of RFC 1321, for UUID.nameUUIDFromBytes and MessageDigest.
#pragma once
#include <array>
#include <cstdint>
#include <string_view>

namespace clj::builtins::host {

std::array<uint8_t, 16> md5(std::string_view bytes);

}  // namespace clj::builtins::host
