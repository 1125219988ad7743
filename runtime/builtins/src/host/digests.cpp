// MD5 (RFC 1321), SHA-1 and SHA-2 (FIPS 180-4). The round constants of SHA-2 are the first bits
// of the fractions of cube and square roots of primes; they are computed once, exactly.
#include "digests.h"

#include <zlib.h>

#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <vector>

namespace clj::builtins::host {
namespace {

// The message with its padding: 0x80, zeros, and the length in bits.
std::string padded(std::string_view bytes, size_t block, size_t length_bytes, bool big_endian) {
  std::string message(bytes);
  message += '\x80';
  while (message.size() % block != block - length_bytes) message += '\0';
  uint64_t bits = static_cast<uint64_t>(bytes.size()) * 8;
  for (size_t i = 0; i < length_bytes; ++i) {
    size_t place = big_endian ? length_bytes - 1 - i : i;
    message += place < 8 ? static_cast<char>(bits >> (8 * place)) : '\0';
  }
  return message;
}

template <class Word>
Word load_big_endian(const char* at) {
  Word word = 0;
  for (size_t i = 0; i < sizeof(Word); ++i) word = static_cast<Word>(word << 8 | static_cast<uint8_t>(at[i]));
  return word;
}

template <class Word>
std::string store_big_endian(const Word* words, size_t n) {
  std::string out;
  for (size_t i = 0; i < n; ++i) {
    for (size_t shift = sizeof(Word) * 8; shift > 0; shift -= 8) out += static_cast<char>(words[i] >> (shift - 8));
  }
  return out;
}

void md5_block(uint32_t state[4], const char* block) {
  constexpr int kShifts[4][4] = {{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};
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

void sha1_block(uint32_t state[5], const char* block) {
  uint32_t w[80];
  for (int i = 0; i < 16; ++i) w[i] = load_big_endian<uint32_t>(block + 4 * i);
  for (int i = 16; i < 80; ++i) w[i] = std::rotl(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
  uint32_t a = state[0], b = state[1], c = state[2], d = state[3], e = state[4];
  for (int i = 0; i < 80; ++i) {
    uint32_t mix, constant;
    if (i < 20) {
      mix = (b & c) | (~b & d), constant = 0x5A827999;
    } else if (i < 40) {
      mix = b ^ c ^ d, constant = 0x6ED9EBA1;
    } else if (i < 60) {
      mix = (b & c) | (b & d) | (c & d), constant = 0x8F1BBCDC;
    } else {
      mix = b ^ c ^ d, constant = 0xCA62C1D6;
    }
    uint32_t sum = std::rotl(a, 5) + mix + e + constant + w[i];
    e = d, d = c, c = std::rotl(b, 30), b = a, a = sum;
  }
  state[0] += a, state[1] += b, state[2] += c, state[3] += d, state[4] += e;
}

// The first 64 bits of the fraction of the square or cube root of n: the integer root of
// n * 2^(64 * degree), found bit by bit with 256-bit products.
uint64_t root_fraction(uint64_t n, int degree) {
  using Wide = std::array<uint64_t, 4>;  // least significant first
  auto multiply = [](const Wide& a, const Wide& b) {
    Wide out{};
    for (int i = 0; i < 4; ++i) {
      unsigned __int128 carry = 0;
      for (int j = 0; i + j < 4; ++j) {
        carry += static_cast<unsigned __int128>(a[i]) * b[j] + out[i + j];
        out[i + j] = static_cast<uint64_t>(carry);
        carry >>= 64;
      }
    }
    return out;
  };
  Wide target{};
  target[degree] = n;
  Wide root{};
  for (int bit = 68; bit >= 0; --bit) {
    Wide trial = root;
    trial[bit / 64] |= uint64_t{1} << (bit % 64);
    Wide power = multiply(trial, trial);
    if (degree == 3) power = multiply(power, trial);
    bool greater = false;
    for (int i = 3; i >= 0; --i) {
      if (power[i] == target[i]) continue;
      greater = power[i] > target[i];
      break;
    }
    if (!greater) root = trial;
  }
  return root[0];
}

struct Sha2Constants {
  std::array<uint64_t, 80> rounds;
  std::array<uint64_t, 16> initial;  // the first eight for SHA-256 and SHA-512, the others for SHA-224 and SHA-384
  Sha2Constants() {
    uint64_t candidate = 2;
    for (size_t i = 0; i < rounds.size(); ++candidate) {
      bool prime = true;
      for (uint64_t d = 2; d * d <= candidate; ++d) prime = prime && candidate % d != 0;
      if (!prime) continue;
      rounds[i] = root_fraction(candidate, 3);
      if (i < initial.size()) initial[i] = root_fraction(candidate, 2);
      ++i;
    }
  }
};

// SHA-256 on 32-bit words with 64 rounds, SHA-512 on 64-bit words with 80. The shorter ones begin with
// other values, SHA-224 with the low halves of SHA-384's, and leave out the end.
template <class Word, int kRounds>
std::string sha2(std::string_view bytes, const int (&r)[12], size_t result_bytes = 8 * sizeof(Word)) {
  static const Sha2Constants constants;
  constexpr size_t kBlock = 16 * sizeof(Word);
  constexpr int kDrop = 64 - static_cast<int>(sizeof(Word)) * 8;
  Word state[8];
  bool shorter = result_bytes < sizeof state;
  for (size_t i = 0; i < 8; ++i) {
    state[i] = shorter ? static_cast<Word>(constants.initial[8 + i]) : static_cast<Word>(constants.initial[i] >> kDrop);
  }
  std::string message = padded(bytes, kBlock, 2 * sizeof(Word), true);
  for (size_t at = 0; at < message.size(); at += kBlock) {
    Word w[kRounds];
    for (int i = 0; i < 16; ++i) w[i] = load_big_endian<Word>(message.data() + at + sizeof(Word) * static_cast<size_t>(i));
    for (int i = 16; i < kRounds; ++i) {
      Word s0 = static_cast<Word>(std::rotr(w[i - 15], r[0]) ^ std::rotr(w[i - 15], r[1]) ^ (w[i - 15] >> r[2]));
      Word s1 = static_cast<Word>(std::rotr(w[i - 2], r[3]) ^ std::rotr(w[i - 2], r[4]) ^ (w[i - 2] >> r[5]));
      w[i] = static_cast<Word>(w[i - 16] + s0 + w[i - 7] + s1);
    }
    Word v[8];
    std::memcpy(v, state, sizeof v);
    for (int i = 0; i < kRounds; ++i) {
      Word s1 = static_cast<Word>(std::rotr(v[4], r[6]) ^ std::rotr(v[4], r[7]) ^ std::rotr(v[4], r[8]));
      Word choice = static_cast<Word>((v[4] & v[5]) ^ (~v[4] & v[6]));
      Word constant = static_cast<Word>(constants.rounds[static_cast<size_t>(i)] >> kDrop);
      Word t1 = static_cast<Word>(v[7] + s1 + choice + constant + w[i]);
      Word s0 = static_cast<Word>(std::rotr(v[0], r[9]) ^ std::rotr(v[0], r[10]) ^ std::rotr(v[0], r[11]));
      Word majority = static_cast<Word>((v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]));
      Word t2 = static_cast<Word>(s0 + majority);
      for (int k = 7; k > 0; --k) v[k] = v[k - 1];
      v[4] = static_cast<Word>(v[4] + t1);
      v[0] = static_cast<Word>(t1 + t2);
    }
    for (int i = 0; i < 8; ++i) state[i] = static_cast<Word>(state[i] + v[i]);
  }
  return store_big_endian(state, 8).substr(0, result_bytes);
}

}  // namespace

std::string md5(std::string_view bytes) {
  uint32_t state[4] = {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476};
  std::string message = padded(bytes, 64, 8, false);
  for (size_t at = 0; at < message.size(); at += 64) md5_block(state, message.data() + at);
  return {reinterpret_cast<const char*>(state), 16};
}

std::string sha1(std::string_view bytes) {
  uint32_t state[5] = {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0};
  std::string message = padded(bytes, 64, 8, true);
  for (size_t at = 0; at < message.size(); at += 64) sha1_block(state, message.data() + at);
  return store_big_endian(state, 5);
}

namespace {
constexpr int kTurns32[] = {7, 18, 3, 17, 19, 10, 6, 11, 25, 2, 13, 22};
constexpr int kTurns64[] = {1, 8, 7, 19, 61, 6, 14, 18, 41, 28, 34, 39};
}  // namespace

std::string sha224(std::string_view bytes) { return sha2<uint32_t, 64>(bytes, kTurns32, 28); }
std::string sha256(std::string_view bytes) { return sha2<uint32_t, 64>(bytes, kTurns32); }
std::string sha384(std::string_view bytes) { return sha2<uint64_t, 80>(bytes, kTurns64, 48); }
std::string sha512(std::string_view bytes) { return sha2<uint64_t, 80>(bytes, kTurns64); }

uint32_t crc32(uint32_t before, std::string_view bytes) {
  return static_cast<uint32_t>(::crc32_z(before, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

}  // namespace clj::builtins::host
