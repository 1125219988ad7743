#include "md5.h"

#include <bit>
#include <cmath>
#include <cstring>
#include <string>

namespace clj::builtins::host {
namespace {

constexpr int kShifts[4][4] = {{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};

// One 64-byte block. The additive constants are floor(2^32 |sin(i + 1)|).
void add_block(uint32_t state[4], const uint8_t* block) {
  uint32_t words[16];
  std::memcpy(words, block, 64);
  uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
  for (uint32_t i = 0; i < 64; ++i) {
    uint32_t mix, word;
    switch (i / 16) {
      case 0: mix = (b & c) | (~b & d), word = i; break;
      case 1: mix = (d & b) | (~d & c), word = (5 * i + 1) % 16; break;
      case 2: mix = b ^ c ^ d, word = (3 * i + 5) % 16; break;
      default: mix = c ^ (b | ~d), word = (7 * i) % 16; break;
    }
    auto constant = static_cast<uint32_t>(std::floor(std::fabs(std::sin(i + 1.0)) * 4294967296.0));
    uint32_t sum = a + mix + constant + words[word];
    a = d, d = c, c = b;
    b += std::rotl(sum, kShifts[i / 16][i % 4]);
  }
  state[0] += a, state[1] += b, state[2] += c, state[3] += d;
}

}  // namespace

std::array<uint8_t, 16> md5(std::string_view bytes) {
  std::string message(bytes);
  message += '\x80';
  while (message.size() % 64 != 56) message += '\0';
  uint64_t bits = static_cast<uint64_t>(bytes.size()) * 8;
  for (int i = 0; i < 8; ++i) message += static_cast<char>(bits >> (8 * i));
  uint32_t state[4] = {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476};
  for (size_t at = 0; at < message.size(); at += 64) {
    add_block(state, reinterpret_cast<const uint8_t*>(message.data()) + at);
  }
  std::array<uint8_t, 16> digest;
  std::memcpy(digest.data(), state, 16);
  return digest;
}

}  // namespace clj::builtins::host
