// The live granules of an unswept block as bits, from its metadata bytes.
//
// An object covers the granules from its marked start to its end. With S the bits of the starts and
// I those that are no end, S + I carries a one from each start through the granules of the object
// into its last one, which is where I has a zero, and changes nothing else: (S + I) ^ I are the live
// granules. 64 granules at a time take some 60 instructions; to go from object to object takes ten
// for each.
#pragma once
#include <cstdint>

#include "space.h"
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace clj::gc {

constexpr size_t kMinHoleGranules = 4;  // smaller holes are not worth a visit

struct LiveBits {
  static constexpr size_t kWords = kGranulesPerBlock / 64;
  uint64_t live[kWords];
  uint64_t holes[kWords];  // kMinHoleGranules free granules begin here
};

// Bit i: byte i of 64 has all of `flags`.
inline uint64_t bits_of(const uint8_t* bytes, uint8_t flags) {
  uint64_t bits = 0;
#if defined(__SSE2__)
  __m128i wanted = _mm_set1_epi8(static_cast<char>(flags));
  for (int i = 0; i < 4; ++i) {
    __m128i piece = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + 16 * i));
    auto has = static_cast<uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_and_si128(piece, wanted), wanted)));
    bits |= uint64_t{has} << 16 * i;
  }
#else
  for (int i = 0; i < 64; ++i) bits |= uint64_t{(bytes[i] & flags) == flags} << i;
#endif
  return bits;
}

inline void find_live_bits(const uint8_t* metadata, LiveBits& bits) {
  uint64_t carry = 0;
  for (size_t i = 0; i < LiveBits::kWords; ++i) {
    uint64_t starts = bits_of(metadata + 64 * i, kMetaStart | kMetaMark);
    uint64_t inside = ~bits_of(metadata + 64 * i, kMetaEnd);
    uint64_t sum, all;
    bool first = __builtin_add_overflow(starts, inside, &sum);
    bool second = __builtin_add_overflow(sum, carry, &all);
    carry = first || second;
    bits.live[i] = all ^ inside;
  }
  static_assert(kMinHoleGranules == 4);
  for (size_t i = 0; i < LiveBits::kWords; ++i) {
    uint64_t free = ~bits.live[i], next = i + 1 < LiveBits::kWords ? ~bits.live[i + 1] : 0;
    uint64_t two = free & (free >> 1 | next << 63);
    uint64_t next_two = next & next >> 1;
    bits.holes[i] = two & (two >> 2 | next_two << 62);
  }
}

// How many free granules are in holes too small to use.
inline size_t lost_granules(const LiveBits& bits) {
  size_t lost = 0;
  uint64_t before = 0;  // of the word before
  for (size_t i = 0; i < LiveBits::kWords; ++i) {
    uint64_t begins = bits.holes[i];
    uint64_t two = begins | begins << 1 | before >> 63;
    uint64_t two_before = before | before << 1;
    uint64_t usable = two | two << 2 | two_before >> 62;
    lost += static_cast<size_t>(__builtin_popcountll(~bits.live[i] & ~usable));
    before = begins;
  }
  return lost;
}

// Takes the starts of dead objects away. Their ends do no harm: they stop a search, as they should.
inline void clear_dead_starts(uint8_t* metadata) {
#if defined(__SSE2__)
  __m128i start = _mm_set1_epi8(kMetaStart), both = _mm_set1_epi8(kMetaStart | kMetaMark);
  for (size_t i = 0; i < kGranulesPerBlock; i += 16) {
    auto* place = reinterpret_cast<__m128i*>(metadata + i);
    __m128i piece = _mm_loadu_si128(place);
    __m128i dead = _mm_and_si128(_mm_cmpeq_epi8(_mm_and_si128(piece, both), start), start);
    _mm_storeu_si128(place, _mm_andnot_si128(dead, piece));
  }
#else
  for (size_t i = 0; i < kGranulesPerBlock; ++i) {
    if ((metadata[i] & (kMetaStart | kMetaMark)) == kMetaStart) metadata[i] &= static_cast<uint8_t>(~kMetaStart);
  }
#endif
}

// The first set bit from `at` on; kGranulesPerBlock: none.
inline size_t next_bit(const uint64_t (&bits)[LiveBits::kWords], size_t at) {
  if (at >= kGranulesPerBlock) return kGranulesPerBlock;
  uint64_t word = bits[at / 64] & ~uint64_t{0} << at % 64;
  for (size_t i = at / 64;;) {
    if (word != 0) return i * 64 + static_cast<size_t>(__builtin_ctzll(word));
    if (++i == LiveBits::kWords) return kGranulesPerBlock;
    word = bits[i];
  }
}

}  // namespace clj::gc
