// Murmur3_x86_32 as Clojure uses it: seed 0, and 0 hashes to 0.
// Algorithm: Austin Appleby's public-domain MurmurHash3.
#include <bit>

#include "clj/core/equality.h"
#include "clj/core/text.h"

namespace clj {
namespace murmur3 {

namespace {

uint32_t mix_k1(uint32_t k1) { return std::rotl(k1 * 0xcc9e2d51u, 15) * 0x1b873593u; }
uint32_t mix_h1(uint32_t h1, uint32_t k1) { return std::rotl(h1 ^ k1, 13) * 5 + 0xe6546b64u; }
uint32_t finish(uint32_t h1, uint32_t length_bytes) {
  h1 ^= length_bytes;
  h1 ^= h1 >> 16;
  h1 *= 0x85ebca6bu;
  h1 ^= h1 >> 13;
  h1 *= 0xc2b2ae35u;
  h1 ^= h1 >> 16;
  return h1;
}

template <class Unit>
uint32_t hash_units(const Unit* units, uint32_t length) {
  uint32_t h1 = 0;
  uint32_t i = 0;
  for (; i + 2 <= length; i += 2) {
    h1 = mix_h1(h1, mix_k1(static_cast<uint32_t>(units[i]) | static_cast<uint32_t>(units[i + 1]) << 16));
  }
  if (i < length) h1 ^= mix_k1(units[i]);
  return finish(h1, 2 * length);
}

}  // namespace

uint32_t hash_int(uint32_t input) { return input == 0 ? 0 : finish(mix_h1(0, mix_k1(input)), 4); }

uint32_t hash_long(uint64_t input) {
  if (input == 0) return 0;
  uint32_t h1 = mix_h1(0, mix_k1(static_cast<uint32_t>(input)));
  return finish(mix_h1(h1, mix_k1(static_cast<uint32_t>(input >> 32))), 8);
}

uint32_t mix_collection(uint32_t hash, uint32_t count) { return finish(mix_h1(0, mix_k1(hash)), count); }

uint32_t hash_string(const String* string) {
  return string->is_utf16() ? hash_units(string->utf16(), string->length)
                            : hash_units(string->latin1(), string->length);
}

}  // namespace murmur3

uint32_t hash_combine(uint32_t seed, uint32_t hash) {
  return seed ^ (hash + 0x9e3779b9u + (seed << 6) + static_cast<uint32_t>(static_cast<int32_t>(seed) >> 2));
}

}  // namespace clj
