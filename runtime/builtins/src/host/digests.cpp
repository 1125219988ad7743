// MD5 (RFC 1321), SHA-1 and SHA-2 (FIPS 180-4), SHA-3 (FIPS 202). The round constants of SHA-2 are the first bits
// of the fractions of cube and square roots of primes; they are computed once, exactly.
#include "digests.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <iterator>
#include <utility>

namespace clj::builtins::host {
namespace {

template <class Word>
Word load_big_endian(const char* at) {
  Word word = 0;
  for (size_t i = 0; i < sizeof(Word); ++i) word = static_cast<Word>(word << 8 | static_cast<uint8_t>(at[i]));
  return word;
}

// A state's words as the words of an algorithm, and back.
template <class Word, size_t kWords>
void load_words(const DigestState& state, Word (&words)[kWords]) {
  for (size_t i = 0; i < kWords; ++i) words[i] = static_cast<Word>(state.words[i]);
}
template <class Word, size_t kWords>
void add_words(DigestState& state, const Word (&words)[kWords]) {
  for (size_t i = 0; i < kWords; ++i) state.words[i] = static_cast<Word>(static_cast<Word>(state.words[i]) + words[i]);
}

constexpr uint64_t kMd5Words[] = {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0};  // SHA-1 has one more
void begin_md5(DigestState& state) {
  state = {};
  std::copy(std::begin(kMd5Words), std::end(kMd5Words), state.words);
}

std::array<uint32_t, 64> md5_constants() {
  std::array<uint32_t, 64> constants;
  for (size_t i = 0; i < 64; ++i) {
    constants[i] = static_cast<uint32_t>(std::floor(std::fabs(std::sin(static_cast<double>(i) + 1.0)) * 4294967296.0));
  }
  return constants;
}

void md5_block(DigestState& state, const char* block) {
  static const std::array<uint32_t, 64> constants = md5_constants();
  constexpr int kShifts[4][4] = {{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};
  uint32_t words[16], v[4];
  std::memcpy(words, block, 64);
  load_words(state, v);
  for (uint32_t i = 0; i < 64; ++i) {
    auto [a, b, c, d] = v;
    uint32_t mix, word;
    switch (i / 16) {
      case 0: mix = (b & c) | (~b & d), word = i; break;
      case 1: mix = (d & b) | (~d & c), word = (5 * i + 1) % 16; break;
      case 2: mix = b ^ c ^ d, word = (3 * i + 5) % 16; break;
      default: mix = c ^ (b | ~d), word = (7 * i) % 16; break;
    }
    v[0] = d, v[3] = c, v[2] = b;
    v[1] = b + std::rotl(a + mix + constants[i] + words[word], kShifts[i / 16][i % 4]);
  }
  add_words(state, v);
}

void sha1_block(DigestState& state, const char* block) {
  uint32_t w[80], v[5];
  for (int i = 0; i < 16; ++i) w[i] = load_big_endian<uint32_t>(block + 4 * i);
  for (int i = 16; i < 80; ++i) w[i] = std::rotl(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
  load_words(state, v);
  for (int i = 0; i < 80; ++i) {
    auto [a, b, c, d, e] = v;
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
    v[4] = d, v[3] = c, v[2] = std::rotl(b, 30), v[1] = a;
    v[0] = std::rotl(a, 5) + mix + e + constant + w[i];
  }
  add_words(state, v);
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

const Sha2Constants& sha2_constants() {
  static const Sha2Constants constants;
  return constants;
}

// SHA-256 and SHA-512 begin with the first eight values, SHA-384 with the others, SHA-224 with their low halves.
template <class Word, bool kShorter>
void begin_sha2(DigestState& state) {
  state = {};
  for (size_t i = 0; i < 8; ++i) {
    state.words[i] = kShorter ? static_cast<Word>(sha2_constants().initial[8 + i])
                              : sha2_constants().initial[i] >> (64 - static_cast<int>(sizeof(Word)) * 8);
  }
}

constexpr int kTurns32[] = {7, 18, 3, 17, 19, 10, 6, 11, 25, 2, 13, 22};
constexpr int kTurns64[] = {1, 8, 7, 19, 61, 6, 14, 18, 41, 28, 34, 39};

// SHA-256 on 32-bit words with 64 rounds, SHA-512 on 64-bit words with 80.
template <class Word>
void sha2_block(DigestState& state, const char* block) {
  constexpr bool kWide = sizeof(Word) == 8;
  constexpr int kRounds = kWide ? 80 : 64, kDrop = kWide ? 0 : 32;
  constexpr const int(&r)[12] = kWide ? kTurns64 : kTurns32;
  const auto& constants = sha2_constants().rounds;
  Word w[kRounds], v[8];
  for (int i = 0; i < 16; ++i) w[i] = load_big_endian<Word>(block + sizeof(Word) * static_cast<size_t>(i));
  for (int i = 16; i < kRounds; ++i) {
    Word s0 = static_cast<Word>(std::rotr(w[i - 15], r[0]) ^ std::rotr(w[i - 15], r[1]) ^ (w[i - 15] >> r[2]));
    Word s1 = static_cast<Word>(std::rotr(w[i - 2], r[3]) ^ std::rotr(w[i - 2], r[4]) ^ (w[i - 2] >> r[5]));
    w[i] = static_cast<Word>(w[i - 16] + s0 + w[i - 7] + s1);
  }
  load_words(state, v);
  for (int i = 0; i < kRounds; ++i) {
    Word s1 = static_cast<Word>(std::rotr(v[4], r[6]) ^ std::rotr(v[4], r[7]) ^ std::rotr(v[4], r[8]));
    Word choice = static_cast<Word>((v[4] & v[5]) ^ (~v[4] & v[6]));
    Word constant = static_cast<Word>(constants[static_cast<size_t>(i)] >> kDrop);
    Word t1 = static_cast<Word>(v[7] + s1 + choice + constant + w[i]);
    Word s0 = static_cast<Word>(std::rotr(v[0], r[9]) ^ std::rotr(v[0], r[10]) ^ std::rotr(v[0], r[11]));
    Word majority = static_cast<Word>((v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]));
    Word t2 = static_cast<Word>(s0 + majority);
    for (int k = 7; k > 0; --k) v[k] = v[k - 1];
    v[4] = static_cast<Word>(v[4] + t1);
    v[0] = static_cast<Word>(t1 + t2);
  }
  add_words(state, v);
}

// Bit 2^j - 1 of each round's constant comes out of a shift register of 8 bits.
constexpr std::array<uint64_t, 24> keccak_constants() {
  std::array<uint64_t, 24> constants{};
  uint32_t bits = 1;
  for (uint64_t& constant : constants) {
    for (int j = 0; j < 7; ++j) {
      if (bits & 1) constant |= uint64_t{1} << ((1 << j) - 1);
      bits = bits << 1 ^ (bits >> 7) * 0x171;
    }
  }
  return constants;
}

// Keccak-f[1600]: 24 rounds over 5 by 5 lanes.
void keccak(uint64_t* lanes) {
  static constexpr std::array<uint64_t, 24> kConstants = keccak_constants();
  for (uint64_t constant : kConstants) {
    uint64_t parity[5];
    for (int x = 0; x < 5; ++x) parity[x] = lanes[x] ^ lanes[x + 5] ^ lanes[x + 10] ^ lanes[x + 15] ^ lanes[x + 20];
    for (int i = 0; i < 25; ++i) lanes[i] ^= parity[(i + 4) % 5] ^ std::rotl(parity[(i + 1) % 5], 1);
    uint64_t moved = lanes[1];
    for (int t = 0, x = 1, y = 0; t < 24; ++t) {
      int next = (2 * x + 3 * y) % 5;
      x = y;
      y = next;
      moved = std::exchange(lanes[x + 5 * y], std::rotl(moved, (t + 1) * (t + 2) / 2 % 64));
    }
    for (int y = 0; y < 25; y += 5) {
      uint64_t row[5];
      std::copy_n(lanes + y, 5, row);
      for (int x = 0; x < 5; ++x) lanes[y + x] = row[x] ^ (~row[(x + 1) % 5] & row[(x + 2) % 5]);
    }
    lanes[0] ^= constant;
  }
}

void begin_sha3(DigestState& state) {
  state.length = 0;
  std::fill_n(state.words, 25, 0);
}

template <int kRateBytes>
void sha3_block(DigestState& state, const char* block) {
  for (int i = 0; i < kRateBytes; ++i) state.words[i / 8] ^= uint64_t{static_cast<uint8_t>(block[i])} << 8 * (i % 8);
  keccak(state.words);
}

// SHA-512/t begins with the digest of its own name, which SHA-512 with changed first values makes.
template <int kBits>
void begin_sha512_of(DigestState& state);

constexpr DigestAlgorithm kAlgorithms[] = {
    {"MD5", 64, 4, 16, false, false, begin_md5, md5_block},
    {"SHA-1", 64, 4, 20, true, false, begin_md5, sha1_block},
    {"SHA-224", 64, 4, 28, true, false, begin_sha2<uint32_t, true>, sha2_block<uint32_t>},
    {"SHA-256", 64, 4, 32, true, false, begin_sha2<uint32_t, false>, sha2_block<uint32_t>},
    {"SHA-384", 128, 8, 48, true, false, begin_sha2<uint64_t, true>, sha2_block<uint64_t>},
    {"SHA-512", 128, 8, 64, true, false, begin_sha2<uint64_t, false>, sha2_block<uint64_t>},
    {"SHA-512/224", 128, 8, 28, true, false, begin_sha512_of<224>, sha2_block<uint64_t>},
    {"SHA-512/256", 128, 8, 32, true, false, begin_sha512_of<256>, sha2_block<uint64_t>},
    {"SHA3-224", 144, 8, 28, false, true, begin_sha3, sha3_block<144>},
    {"SHA3-256", 136, 8, 32, false, true, begin_sha3, sha3_block<136>},
    {"SHA3-384", 104, 8, 48, false, true, begin_sha3, sha3_block<104>},
    {"SHA3-512", 72, 8, 64, false, true, begin_sha3, sha3_block<72>},
};

// The words of a state in the algorithm's order of bytes.
std::string digest_text(const DigestAlgorithm& algorithm, const DigestState& state) {
  std::string out;
  for (size_t i = 0; out.size() < algorithm.result_bytes; ++i) {
    for (size_t k = 0; k < algorithm.word_bytes; ++k) {
      out += static_cast<char>(state.words[i] >> 8 * (algorithm.big_endian ? algorithm.word_bytes - 1 - k : k));
    }
  }
  return out.substr(0, algorithm.result_bytes);
}

// The end of the message: 0x80, zeros, and the length in bits, of two words.
std::string padding(const DigestAlgorithm& algorithm, uint64_t length) {
  if (algorithm.sponge) {
    std::string end(algorithm.block_bytes - length % algorithm.block_bytes, '\0');
    end.front() = 0x06;
    end.back() = static_cast<char>(end.back() | 0x80);
    return end;
  }
  size_t length_bytes = 2 * algorithm.word_bytes;
  std::string end = "\x80";
  while ((length + end.size() + length_bytes) % algorithm.block_bytes != 0) end += '\0';
  for (size_t i = 0; i < length_bytes; ++i) {
    size_t place = algorithm.big_endian ? length_bytes - 1 - i : i;
    end += place < 8 ? static_cast<char>((length * 8) >> (8 * place)) : '\0';
  }
  return end;
}

template <int kBits>
void begin_sha512_of(DigestState& state) {
  constexpr const DigestAlgorithm& kSha512 = kAlgorithms[5];
  kSha512.begin(state);
  for (int i = 0; i < 8; ++i) state.words[i] ^= 0xA5A5A5A5A5A5A5A5;
  std::string name = "SHA-512/" + std::to_string(kBits);
  add_to_digest(kSha512, state, name);
  add_to_digest(kSha512, state, padding(kSha512, name.size()));
  state.length = 0;
}

std::string upper_case(std::string_view text) {
  std::string out;
  for (char c : text) out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return out;
}

}  // namespace

const DigestAlgorithm* find_digest(std::string_view name) {
  std::string wanted = upper_case(name);
  if (wanted == "SHA") wanted = "SHA1";
  if (wanted.starts_with("SHA") && !wanted.starts_with("SHA-") && !wanted.starts_with("SHA3-")) wanted.insert(3, 1, '-');
  for (const DigestAlgorithm& algorithm : kAlgorithms) {
    if (wanted == algorithm.name) return &algorithm;
  }
  return nullptr;
}

void add_to_digest(const DigestAlgorithm& algorithm, DigestState& state, std::string_view bytes) {
  size_t kept = state.length % algorithm.block_bytes;
  state.length += bytes.size();
  if (kept > 0) {
    size_t taken = std::min(algorithm.block_bytes - kept, bytes.size());
    std::memcpy(state.block + kept, bytes.data(), taken);
    bytes.remove_prefix(taken);
    if (kept + taken < algorithm.block_bytes) return;
    algorithm.take_block(state, state.block);
  }
  for (; bytes.size() >= algorithm.block_bytes; bytes.remove_prefix(algorithm.block_bytes)) {
    algorithm.take_block(state, bytes.data());
  }
  if (!bytes.empty()) std::memcpy(state.block, bytes.data(), bytes.size());
}

std::string finish_digest(const DigestAlgorithm& algorithm, DigestState& state) {
  add_to_digest(algorithm, state, padding(algorithm, state.length));
  std::string out = digest_text(algorithm, state);
  algorithm.begin(state);
  return out;
}

std::string md5(std::string_view bytes) {
  const DigestAlgorithm& algorithm = kAlgorithms[0];
  DigestState state;
  algorithm.begin(state);
  add_to_digest(algorithm, state, bytes);
  return finish_digest(algorithm, state);
}

uint32_t crc32(uint32_t before, std::string_view bytes) {
  return static_cast<uint32_t>(::crc32_z(before, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

}  // namespace clj::builtins::host
