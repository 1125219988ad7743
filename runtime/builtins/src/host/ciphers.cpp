// AES (FIPS 197) and its modes ECB, CBC and CTR (NIST SP 800-38A); GHASH for GCM (SP 800-38D).
//
// The tables are computed at compile time from the field GF(2^8). Lookups depend on the key, as in Java's own software
// AES: this is not hardened against attackers on the same machine.
#include <algorithm>
#include <array>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "clj/core/array.h"
#include "host_support.h"
#include "streams.h"

namespace clj::builtins::host {
namespace {

constexpr size_t kBlock = 16;
using Block = std::array<uint8_t, kBlock>;

constexpr uint8_t twice(uint8_t x) { return static_cast<uint8_t>(x << 1 ^ (x & 0x80 ? 0x1B : 0)); }

constexpr uint8_t times(uint8_t x, uint8_t y) {
  uint8_t product = 0;
  for (; y; y >>= 1, x = twice(x)) {
    if (y & 1) product ^= x;
  }
  return product;
}

struct Boxes {
  std::array<uint8_t, 256> forward{}, inverse{};

  constexpr Boxes() {
    // 3 generates the field: p runs over all elements but 0, q over their inverses.
    uint8_t p = 1, q = 1;
    do {
      p = static_cast<uint8_t>(p ^ twice(p));
      q = times(q, 0xF6);
      uint8_t x = q;
      for (int shift = 1; shift <= 4; ++shift) x ^= static_cast<uint8_t>(q << shift | q >> (8 - shift));
      forward[p] = x ^ 0x63;
    } while (p != 1);
    forward[0] = 0x63;
    for (size_t i = 0; i < 256; ++i) inverse[forward[i]] = static_cast<uint8_t>(i);
  }
};
constexpr Boxes kBoxes;

class Aes {
 public:
  explicit Aes(std::string_view key) : rounds_(key.size() / 4 + 6), schedule_(kBlock * (rounds_ + 1)) {
    std::memcpy(schedule_.data(), key.data(), key.size());
    uint8_t constant = 1;
    for (size_t i = key.size(); i < schedule_.size(); i += 4) {
      uint8_t word[4];
      std::memcpy(word, &schedule_[i - 4], 4);
      if (i % key.size() == 0) {
        uint8_t first = word[0];
        for (int k = 0; k < 4; ++k) word[k] = kBoxes.forward[k < 3 ? word[k + 1] : first];
        word[0] ^= constant;
        constant = twice(constant);
      } else if (key.size() == 32 && i % key.size() == 16) {
        for (uint8_t& b : word) b = kBoxes.forward[b];
      }
      for (size_t k = 0; k < 4; ++k) schedule_[i + k] = schedule_[i + k - key.size()] ^ word[k];
    }
  }

  Block encrypt(Block s) const {
    add_key(s, 0);
    for (size_t round = 1; round <= rounds_; ++round) {
      Block t;
      for (size_t i = 0; i < kBlock; ++i) t[i] = kBoxes.forward[s[(i + 4 * (i % 4)) % kBlock]];
      s = round == rounds_ ? t : mixed(t, {2, 3, 1, 1});
      add_key(s, round);
    }
    return s;
  }

  Block decrypt(Block s) const {
    for (size_t round = rounds_; round > 0; --round) {
      add_key(s, round);
      Block t = round == rounds_ ? s : mixed(s, {14, 11, 13, 9});
      for (size_t i = 0; i < kBlock; ++i) s[(i + 4 * (i % 4)) % kBlock] = kBoxes.inverse[t[i]];
    }
    add_key(s, 0);
    return s;
  }

 private:
  void add_key(Block& s, size_t round) const {
    for (size_t i = 0; i < kBlock; ++i) s[i] ^= schedule_[kBlock * round + i];
  }

  static Block mixed(const Block& s, std::array<uint8_t, 4> row) {
    Block out;
    for (size_t i = 0; i < kBlock; ++i) {
      size_t column = i / 4 * 4;
      uint8_t sum = 0;
      for (size_t k = 0; k < 4; ++k) sum ^= times(s[column + k], row[(k + 4 - i % 4) % 4]);
      out[i] = sum;
    }
    return out;
  }

  size_t rounds_;
  std::vector<uint8_t> schedule_;
};

Block block_at(std::string_view bytes, size_t at) {
  Block block{};
  std::memcpy(block.data(), bytes.data() + at, std::min(kBlock, bytes.size() - at));
  return block;
}

void add(Block& target, const Block& other) {
  for (size_t i = 0; i < kBlock; ++i) target[i] ^= other[i];
}

std::string_view text_of(const Block& block) { return {reinterpret_cast<const char*>(block.data()), kBlock}; }

// Whole blocks; with `chain`, the block before the first one, as CBC. `encrypting` or decrypting.
std::string blocks(const Aes& aes, std::string_view bytes, const Block* chain, bool encrypting) {
  std::string out;
  Block before = chain ? *chain : Block{};
  for (size_t at = 0; at < bytes.size(); at += kBlock) {
    Block in = block_at(bytes, at), block = in;
    if (encrypting) {
      if (chain) add(block, before);
      block = aes.encrypt(block);
      before = block;
    } else {
      block = aes.decrypt(block);
      if (chain) add(block, before);
      before = in;
    }
    out += text_of(block);
  }
  return out;
}

// The bytes with the key stream of a counter, of which the last `counter_bytes` count.
std::string counted(const Aes& aes, std::string_view bytes, Block counter, size_t counter_bytes) {
  std::string out(bytes);
  for (size_t at = 0; at < out.size(); at += kBlock) {
    Block stream = aes.encrypt(counter);
    for (size_t i = 0; i < kBlock && at + i < out.size(); ++i) out[at + i] = static_cast<char>(out[at + i] ^ stream[i]);
    for (size_t i = kBlock; i > kBlock - counter_bytes && ++counter[i - 1] == 0; --i) continue;
  }
  return out;
}

// x · h in GF(2^128), with the bits in GCM's order.
Block product(const Block& x, Block h) {
  Block z{};
  for (size_t bit = 0; bit < 8 * kBlock; ++bit) {
    if (x[bit / 8] >> (7 - bit % 8) & 1) add(z, h);
    bool carry = h[kBlock - 1] & 1;
    for (size_t i = kBlock - 1; i > 0; --i) h[i] = static_cast<uint8_t>(h[i] >> 1 | h[i - 1] << 7);
    h[0] >>= 1;
    if (carry) h[0] ^= 0xE1;
  }
  return z;
}

std::string_view bytes_arg(Value v) {
  auto* bytes = object_arg<ByteArray>(v, "[B");
  return {reinterpret_cast<const char*>(bytes->items()), static_cast<size_t>(bytes->length)};
}

}  // namespace

// (key bytes iv-or-nil encrypt?): ECB, or CBC with an iv, of whole blocks.
CLJ_FN(cipher_blocks) {
  Block chain{};
  if (!args[2].is_nil()) chain = block_at(bytes_arg(args[2]), 0);
  return make_byte_array(blocks(Aes(bytes_arg(args[0])), bytes_arg(args[1]), args[2].is_nil() ? nullptr : &chain, args[3].truthy()));
}

// (key bytes counter counter-bytes)
CLJ_FN(cipher_counted) {
  return make_byte_array(counted(Aes(bytes_arg(args[0])), bytes_arg(args[1]), block_at(bytes_arg(args[2]), 0),
                                 static_cast<size_t>(int_arg(args[3]))));
}

// (h bytes): GHASH of whole blocks.
CLJ_FN(cipher_ghash) {
  std::string_view bytes = bytes_arg(args[1]);
  Block h = block_at(bytes_arg(args[0]), 0), y{};
  for (size_t at = 0; at < bytes.size(); at += kBlock) {
    add(y, block_at(bytes, at));
    y = product(y, h);
  }
  return make_byte_array(text_of(y));
}

}  // namespace clj::builtins::host
