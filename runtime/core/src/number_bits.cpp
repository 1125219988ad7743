// Bit operations on fixed-width integers.
#include "clj/core/type.h"
#include "clj/core/text.h"
#include "number_category.h"

namespace clj::num {

namespace {

uint64_t bits_of(Value v) {
  if (is_fixed_integer(v)) [[likely]] return static_cast<uint64_t>(as_fixed_integer(v));
  if (v.is_nil()) throw_not_a_number(v);
  std::string name = to_utf8(cast<Class>(class_of(v))->name);
  throw_error(Error::kIllegalArgument, "bit operation not supported for: class " + name);
}

Value from_bits(uint64_t bits) { return make_long(static_cast<int64_t>(bits)); }

}  // namespace

Value bit_and(Value a, Value b) {
  uint64_t x = bits_of(a);
  return from_bits(x & bits_of(b));
}
Value bit_or(Value a, Value b) {
  uint64_t x = bits_of(a);
  return from_bits(x | bits_of(b));
}
Value bit_xor(Value a, Value b) {
  uint64_t x = bits_of(a);
  return from_bits(x ^ bits_of(b));
}
Value bit_and_not(Value a, Value b) {
  uint64_t x = bits_of(a);
  return from_bits(x & ~bits_of(b));
}
Value bit_not(Value a) { return from_bits(~bits_of(a)); }

Value bit_set(Value a, Value n) {
  uint64_t x = bits_of(a);
  return from_bits(x | uint64_t{1} << (bits_of(n) & 63));
}
Value bit_clear(Value a, Value n) {
  uint64_t x = bits_of(a);
  return from_bits(x & ~(uint64_t{1} << (bits_of(n) & 63)));
}
Value bit_flip(Value a, Value n) {
  uint64_t x = bits_of(a);
  return from_bits(x ^ uint64_t{1} << (bits_of(n) & 63));
}
bool bit_test(Value a, Value n) {
  uint64_t x = bits_of(a);
  return (x >> (bits_of(n) & 63) & 1) != 0;
}

Value shift_left(Value a, Value b) {
  uint64_t x = bits_of(a);
  return from_bits(x << (bits_of(b) & 63));
}
Value shift_right(Value a, Value b) {
  auto x = static_cast<int64_t>(bits_of(a));
  return make_long(x >> (bits_of(b) & 63));
}
Value unsigned_shift_right(Value a, Value b) {
  uint64_t x = bits_of(a);
  return from_bits(x >> (bits_of(b) & 63));
}

}  // namespace clj::num
