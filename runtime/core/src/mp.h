// libtommath glue: results that free themselves and operands that are views.
#pragma once
#include <tommath.h>

#include "clj/core/bigint.h"
#include "clj/core/error.h"
#include "clj/core/numbers.h"

namespace clj::integer {

static_assert(MP_DIGIT_BIT == 60 && sizeof(mp_digit) == 8, "BigDigits holds libtommath's 64-bit digits");

inline void check(mp_err error) {
  if (error != MP_OKAY) [[unlikely]] throw_error(Error::kOutOfMemory, "Java heap space");
}

// An mp_int in C++ memory.
class Mp {
 public:
  Mp() { check(mp_init(&value_)); }
  ~Mp() { mp_clear(&value_); }
  Mp(const Mp&) = delete;
  operator mp_int*() { return &value_; }
  operator const mp_int*() const { return &value_; }
  mp_int* operator->() { return &value_; }

 private:
  mp_int value_;
};

// An integer Value as a read-only mp_int, without copying its digits. It points into the
// heap object, which the stack scan keeps alive.
class View {
 public:
  explicit View(Value v) {
    if (v.is_inline_long()) {
      set_small(v.as_inline_long());
    } else if (v.is_immediate()) {
      set_small(static_cast<int32_t>(v.payload()));
    } else if (auto* boxed = try_cast<BoxedLong>(v)) {
      set_small(boxed->value);
    } else {
      auto* big = static_cast<BigDigits*>(v.as_object());
      mp_.dp = big->digits();
      mp_.used = mp_.alloc = static_cast<int>(big->used);
      mp_.sign = big->negative ? MP_NEG : MP_ZPOS;
      fits_ = big->used < 2 || (big->used == 2 && fits_two_digits());
      if (fits_) small_ = static_cast<int64_t>(magnitude() * (big->negative ? ~uint64_t{0} : 1));
    }
  }
  View(const View&) = delete;

  bool fits_long() const { return fits_; }
  int64_t as_long() const { return small_; }  // precondition: fits_long()
  operator const mp_int*() const { return &mp_; }
  int sign() const { return mp_.used == 0 ? 0 : mp_.sign == MP_NEG ? -1 : 1; }

 private:
  void set_small(int64_t n) {
    uint64_t magnitude = n < 0 ? 0 - static_cast<uint64_t>(n) : static_cast<uint64_t>(n);
    digits_[0] = magnitude & MP_MASK;
    digits_[1] = magnitude >> MP_DIGIT_BIT;
    mp_.dp = digits_;
    mp_.used = digits_[1] ? 2 : digits_[0] ? 1 : 0;
    mp_.alloc = 2;
    mp_.sign = n < 0 ? MP_NEG : MP_ZPOS;
    fits_ = true;
    small_ = n;
  }
  uint64_t magnitude() const {
    return (mp_.used > 0 ? mp_.dp[0] : 0) | (mp_.used > 1 ? mp_.dp[1] << MP_DIGIT_BIT : 0);
  }
  bool fits_two_digits() const {
    constexpr uint64_t kTop = uint64_t{1} << (63 - MP_DIGIT_BIT);
    if (mp_.dp[1] < kTop) return true;
    return mp_.dp[1] == kTop && mp_.dp[0] == 0 && mp_.sign == MP_NEG;  // Long/MIN_VALUE
  }
  mp_int mp_;
  mp_digit digits_[2];
  int64_t small_ = 0;
  bool fits_ = false;
};

// A heap integer with the value of `mp`.
Value make(const mp_int* mp, As as);

}  // namespace clj::integer
