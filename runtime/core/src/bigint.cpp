#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <utility>

#include "clj/gc/heap.h"
#include "mp.h"
#include "short_division.h"

namespace clj::integer {

namespace {

template <class T>
Value make_big(const mp_int* mp) {
  auto* big = gc::make<T>(static_cast<size_t>(mp->used) * sizeof(uint64_t));
  big->used = static_cast<uint32_t>(mp->used);
  big->negative = mp->used > 0 && mp->sign == MP_NEG;
  std::memcpy(big->digits(), mp->dp, static_cast<size_t>(mp->used) * sizeof(uint64_t));
  return Value::object(big);
}

// Without a detour through C++ memory: sums of small BigInts are common.
template <class T>
Value make_small(int64_t n) {
  uint64_t magnitude = n < 0 ? 0 - static_cast<uint64_t>(n) : static_cast<uint64_t>(n);
  uint64_t high = magnitude >> MP_DIGIT_BIT;
  uint32_t used = high ? 2 : magnitude ? 1 : 0;
  auto* big = gc::make<T>(used * sizeof(uint64_t));
  big->used = used;
  big->negative = n < 0;
  if (used > 0) big->digits()[0] = magnitude & MP_MASK;
  if (used > 1) big->digits()[1] = high;
  return Value::object(big);
}

bool fits_long(const mp_int* mp) {
  int bits = mp_count_bits(mp);
  return bits < 64 || (bits == 64 && mp->sign == MP_NEG && mp_cnt_lsb(mp) == 63);
}

// Runs f(result) on a fresh mp_int and converts.
template <class F>
Value result_of(As as, F f) {
  Mp result;
  f(result);
  return make(result, as);
}

int used(const View& v) { return static_cast<const mp_int*>(v)->used; }
const mp_digit* digits(const View& v) { return static_cast<const mp_int*>(v)->dp; }

// An mp_int of `count` digits on the C stack, at most.
mp_int on_stack(mp_digit* place, int count, bool negative) {
  while (count > 0 && place[count - 1] == 0) --count;
  mp_int made;
  made.used = count;
  made.alloc = kShortDigits + 2;
  made.sign = negative && count > 0 ? MP_NEG : MP_ZPOS;
  made.dp = place;
  return made;
}

// The same for a result of no more than `most` digits: on the C stack when they are few. libtommath
// allocates when a number grows beyond its `alloc` only.
template <class F>
Value result_of(int most, As as, F f) {
  if (most > kShortDigits) return result_of(as, [&](Mp& r) { f(static_cast<mp_int*>(r)); });
  mp_digit place[kShortDigits + 2];
  mp_int result = on_stack(place, 0, false);
  f(&result);
  return make(&result, as);
}

// The quotient or the remainder.
Value divide(const View& x, const View& y, bool wants_quotient, As as) {
  int m = used(x), n = used(y);
  if (m > kShortDigits || n > m || n == 0) {
    return result_of(as, [&](Mp& r) { mp_int* result = r;
      check(mp_div(x, y, wants_quotient ? result : nullptr, wants_quotient ? nullptr : result)); });
  }
  mp_digit quotient[kShortDigits + 2], remainder[kShortDigits + 2];
  divide_short(digits(x), m, digits(y), n, quotient, remainder);
  // Towards zero: the remainder has the dividend's sign.
  mp_int result = wants_quotient ? on_stack(quotient, m - n + 1, (x.sign() < 0) != (y.sign() < 0)) : on_stack(remainder, n, x.sign() < 0);
  return make(&result, as);
}

}  // namespace

Value make(const mp_int* mp, As as) {
  if (as == As::kBigInteger) return make_big<BigInteger>(mp);
  if (as == As::kShortest && fits_long(mp)) return make_long(mp_get_i64(mp));
  return make_big<BigInt>(mp);
}

Value from_long(int64_t n, As as) {
  switch (as) {
    case As::kBigInt: return make_small<BigInt>(n);
    case As::kBigInteger: return make_small<BigInteger>(n);
    default: return make_long(n);
  }
}

Value convert(Value a, As as) {
  if (as == As::kBigInt && is_kind(a, Kind::kBigInt)) return a;
  if (as == As::kBigInteger && is_kind(a, Kind::kBigInteger)) return a;
  View view(a);
  return view.fits_long() ? from_long(view.as_long(), as) : make(view, as);
}

Value add(Value a, Value b, As as) {
  View x(a), y(b);
  int64_t n;
  if (x.fits_long() && y.fits_long() && !__builtin_add_overflow(x.as_long(), y.as_long(), &n)) return from_long(n, as);
  return result_of(std::max(used(x), used(y)) + 1, as, [&](mp_int* r) { check(mp_add(x, y, r)); });
}

Value subtract(Value a, Value b, As as) {
  View x(a), y(b);
  int64_t n;
  if (x.fits_long() && y.fits_long() && !__builtin_sub_overflow(x.as_long(), y.as_long(), &n)) return from_long(n, as);
  return result_of(std::max(used(x), used(y)) + 1, as, [&](mp_int* r) { check(mp_sub(x, y, r)); });
}

Value multiply(Value a, Value b, As as) {
  View x(a), y(b);
  int64_t n;
  if (x.fits_long() && y.fits_long() && !__builtin_mul_overflow(x.as_long(), y.as_long(), &n)) return from_long(n, as);
  const View& shorter = used(x) < used(y) ? x : y;
  return result_of(used(x) + used(y) + 1, as, [&](mp_int* r) {
    if (used(shorter) == 1) {
      check(mp_mul_d(&shorter == &x ? y : x, digits(shorter)[0], r));
      if (shorter.sign() < 0 && r->used > 0) r->sign = r->sign == MP_NEG ? MP_ZPOS : MP_NEG;
    } else {
      check(a == b ? mp_sqr(x, r) : mp_mul(x, y, r));
    }
  });
}

Value quot(Value a, Value b, As as) {
  View x(a), y(b);
  if (x.fits_long() && y.fits_long() && y.as_long() != -1) return from_long(x.as_long() / y.as_long(), as);
  return divide(x, y, true, as);
}

Value rem(Value a, Value b, As as) {
  View x(a), y(b);
  if (x.fits_long() && y.fits_long()) return from_long(y.as_long() == -1 ? 0 : x.as_long() % y.as_long(), as);
  return divide(x, y, false, as);
}

Value negate(Value a, As as) { return subtract(Value::inline_long(0), a, as); }
Value abs(Value a, As as) { return sign(a) < 0 ? negate(a, as) : convert(a, as); }

Value gcd(Value a, Value b, As as) {
  View x(a), y(b);
  if (x.fits_long() && y.fits_long()) {
    auto magnitude = [](int64_t n) { return n < 0 ? 0 - static_cast<uint64_t>(n) : static_cast<uint64_t>(n); };
    uint64_t u = magnitude(x.as_long()), v = magnitude(y.as_long());
    while (v != 0) u = std::exchange(v, u % v);
    if (u <= INT64_MAX) return from_long(static_cast<int64_t>(u), as);
  }
  return result_of(as, [&](Mp& r) { check(mp_gcd(x, y, r)); });
}

Value power(Value a, uint32_t exponent, As as) {
  View x(a);
  return result_of(as, [&](Mp& r) { check(mp_expt_u32(x, exponent, r)); });
}

Value power_of_ten(uint32_t exponent) {
  if (exponent <= 18) {
    int64_t n = 1;
    for (uint32_t i = 0; i < exponent; ++i) n *= 10;
    return make_long(n);
  }
  return power(Value::inline_long(10), exponent, As::kShortest);
}

Value square_root(Value a, As as) {
  View x(a);
  return result_of(as, [&](Mp& r) { check(mp_sqrt(x, r)); });
}

Value bit_and(Value a, Value b, As as) {
  View x(a), y(b);
  return result_of(as, [&](Mp& r) { check(mp_and(x, y, r)); });
}
Value bit_or(Value a, Value b, As as) {
  View x(a), y(b);
  return result_of(as, [&](Mp& r) { check(mp_or(x, y, r)); });
}
Value bit_xor(Value a, Value b, As as) {
  View x(a), y(b);
  return result_of(as, [&](Mp& r) { check(mp_xor(x, y, r)); });
}
Value bit_not(Value a, As as) { return subtract(Value::inline_long(-1), a, as); }

Value shift_left(Value a, int64_t bits, As as) {
  View x(a);
  if (bits >= INT32_MAX) throw_error(Error::kArithmetic, "BigInteger would overflow supported range");
  if (bits <= INT32_MIN) return from_long(x.sign() < 0 ? -1 : 0, as);
  return result_of(as, [&](Mp& r) {
    check(bits >= 0 ? mp_mul_2d(x, static_cast<int>(bits), r) : mp_signed_rsh(x, static_cast<int>(-bits), r));
  });
}

bool test_bit(Value a, uint32_t bit) {
  View x(a);
  if (x.fits_long()) return bit >= 63 ? x.as_long() < 0 : (x.as_long() >> bit & 1) != 0;
  Mp shifted;
  check(mp_signed_rsh(x, static_cast<int>(bit), shifted));
  return (mp_get_i64(shifted) & 1) != 0;
}

uint32_t bit_length(Value a) {
  View x(a);
  if (x.sign() >= 0) return static_cast<uint32_t>(mp_count_bits(x));
  Mp complement;
  check(mp_complement(x, complement));
  return static_cast<uint32_t>(mp_count_bits(complement));
}

uint32_t bit_count(Value a) {
  View x(a);
  Mp bits;
  check(x.sign() >= 0 ? mp_copy(x, bits) : mp_complement(x, bits));
  uint32_t count = 0;
  for (int i = 0; i < bits->used; ++i) count += static_cast<uint32_t>(std::popcount(bits->dp[i]));
  return count;
}

Value floor_mod(Value a, Value b, As as) {
  View x(a), y(b);
  return result_of(as, [&](Mp& r) { check(mp_mod(x, y, r)); });
}

Value mod_power(Value a, Value exponent, Value modulus, As as) {
  View x(a), e(exponent), m(modulus);
  return result_of(as, [&](Mp& r) { check(mp_exptmod(x, e, m, r)); });
}

Value mod_inverse(Value a, Value modulus, As as) {
  View x(a), m(modulus);
  Mp reduced, result;
  check(mp_mod(x, m, reduced));
  return mp_invmod(reduced, m, result) == MP_OKAY ? make(result, as) : Value::absent();
}

bool is_probable_prime(Value a) {
  View x(a);
  Mp magnitude;
  check(mp_abs(x, magnitude));
  mp_bool prime = MP_NO;
  check(mp_prime_is_prime(magnitude, 8, &prime));
  return prime == MP_YES;
}

Value next_prime(Value a, As as) {
  View x(a);
  return result_of(as, [&](Mp& r) {
    check(mp_copy(x, r));
    check(mp_prime_next_prime(r, 8, 0));
  });
}

int compare(Value a, Value b) {
  View x(a), y(b);
  if (x.fits_long() && y.fits_long()) return x.as_long() < y.as_long() ? -1 : x.as_long() > y.as_long();
  return mp_cmp(x, y);
}
int sign(Value a) { return View(a).sign(); }
bool fits_long(Value a) { return View(a).fits_long(); }

int64_t low_64(Value a) {
  View x(a);
  if (x.fits_long()) return x.as_long();
  uint64_t magnitude = mp_get_mag_u64(x);
  return static_cast<int64_t>(x.sign() < 0 ? 0 - magnitude : magnitude);
}

namespace {

// The top 64 bits with every lower bit folded into the last, and the exponent: rounding
// this to fewer bits rounds the whole number correctly, half to even.
template <class Float>
Float round_to(Value a) {
  View x(a);
  if (x.fits_long()) return static_cast<Float>(x.as_long());
  int drop = mp_count_bits(x) - 64;
  uint64_t top;
  if (drop <= 0) {
    top = mp_get_mag_u64(x);
    drop = 0;
  } else {
    Mp high;
    check(mp_div_2d(x, drop, high, nullptr));
    top = mp_get_mag_u64(high) | (mp_cnt_lsb(x) < drop ? 1 : 0);
  }
  auto magnitude = static_cast<Float>(std::ldexp(static_cast<Float>(top), drop));
  return x.sign() < 0 ? -magnitude : magnitude;
}

}  // namespace

double to_double(Value a) { return round_to<double>(a); }
float to_float(Value a) { return round_to<float>(a); }

uint32_t digit_count(Value a) {
  View x(a);
  if (x.fits_long()) {
    int64_t n = x.as_long();
    uint32_t count = 1;
    while (n /= 10) ++count;
    return count;
  }
  // log10(2^bits) is one off at most; the comparison settles it.
  auto estimate = static_cast<uint32_t>(static_cast<double>(mp_count_bits(x) - 1) * 0.30102999566398119521);
  Value limit = power_of_ten(estimate + 1);
  return mp_cmp_mag(x, View(limit)) == MP_LT ? estimate + 1 : estimate + 2;
}

uint32_t java_hash(Value a) {
  View x(a);
  size_t bytes = mp_ubin_size(x);
  std::string big_endian(bytes, '\0');
  if (bytes) check(mp_to_ubin(x, reinterpret_cast<unsigned char*>(big_endian.data()), bytes, nullptr));
  uint32_t hash = 0, word = 0;
  for (size_t i = 0; i < bytes; ++i) {
    word = word << 8 | static_cast<uint8_t>(big_endian[i]);
    if ((bytes - i) % 4 == 1) {
      hash = 31 * hash + word;
      word = 0;
    }
  }
  return x.sign() < 0 ? 0 - hash : hash;
}

}  // namespace clj::integer
