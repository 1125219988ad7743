// Between the two representations of text, Latin-1 and UTF-16 units, sixteen or eight units at a time.
#pragma once
#include <emmintrin.h>

#include <cstddef>
#include <cstdint>

namespace clj {

inline __m128i load_units(const void* at) { return _mm_loadu_si128(static_cast<const __m128i*>(at)); }

inline bool fits_latin1(const char16_t* units, size_t n) {
  size_t i = 0;
  __m128i all = _mm_setzero_si128();
  for (; i + 8 <= n; i += 8) all = _mm_or_si128(all, load_units(units + i));
  char16_t rest = 0;
  for (; i < n; ++i) rest |= units[i];
  __m128i high_bytes = _mm_srli_epi16(all, 8);
  return rest < 0x100 && _mm_movemask_epi8(_mm_cmpeq_epi16(high_bytes, _mm_setzero_si128())) == 0xFFFF;
}

// Precondition: fits_latin1(units, n).
inline void narrow_units(const char16_t* units, size_t n, uint8_t* out) {
  size_t i = 0;
  for (; i + 16 <= n; i += 16) {
    __m128i packed = _mm_packus_epi16(load_units(units + i), load_units(units + i + 8));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(out + i), packed);
  }
  for (; i < n; ++i) out[i] = static_cast<uint8_t>(units[i]);
}

inline void widen_units(const uint8_t* chars, size_t n, char16_t* out) {
  size_t i = 0;
  for (; i + 16 <= n; i += 16) {
    __m128i packed = load_units(chars + i), zero = _mm_setzero_si128();
    _mm_storeu_si128(reinterpret_cast<__m128i*>(out + i), _mm_unpacklo_epi8(packed, zero));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(out + i + 8), _mm_unpackhi_epi8(packed, zero));
  }
  for (; i < n; ++i) out[i] = chars[i];
}

}  // namespace clj
