// Integers to and from text, a machine word of digits at a time.
#include <algorithm>
#include <charconv>

#include "mp.h"

namespace clj::integer {

namespace {

// The most digits of a radix that fit in one libtommath digit, and radix to that power.
struct Chunk {
  int digits;
  uint64_t power;
};
Chunk chunk_of(int radix) {
  Chunk chunk{0, 1};
  while (chunk.power <= MP_MASK / static_cast<uint64_t>(radix)) {
    chunk.power *= static_cast<uint64_t>(radix);
    ++chunk.digits;
  }
  return chunk;
}

int digit_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'z') return c - 'a' + 10;
  if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
  return 99;
}

}  // namespace

std::string text(Value a, int radix) {
  View x(a);
  char buffer[72];
  if (x.fits_long()) return {buffer, std::to_chars(buffer, buffer + sizeof buffer, x.as_long(), radix).ptr};
  Chunk chunk = chunk_of(radix);
  Mp rest;
  check(mp_abs(x, rest));
  std::string reversed;
  while (rest->used > 0) {
    mp_digit low;
    check(mp_div_d(rest, chunk.power, rest, &low));
    for (int i = 0; i < chunk.digits && (low != 0 || rest->used > 0); ++i) {
      reversed += "0123456789abcdefghijklmnopqrstuvwxyz"[low % static_cast<unsigned>(radix)];
      low /= static_cast<unsigned>(radix);
    }
  }
  if (x.sign() < 0) reversed += '-';
  std::reverse(reversed.begin(), reversed.end());
  return reversed;
}

Value parse(std::string_view text, int radix, As as) {
  bool negative = !text.empty() && text[0] == '-';
  if (negative || (!text.empty() && text[0] == '+')) text.remove_prefix(1);
  if (text.empty()) return Value::absent();
  for (char c : text) {
    if (digit_value(c) >= radix) return Value::absent();
  }
  Chunk chunk = chunk_of(radix);
  if (text.size() <= static_cast<size_t>(chunk.digits)) {
    int64_t n = 0;
    for (char c : text) n = n * radix + digit_value(c);
    return from_long(negative ? -n : n, as);
  }
  Mp result;
  for (size_t at = 0; at < text.size();) {
    size_t take = (text.size() - at) % static_cast<size_t>(chunk.digits);
    if (take == 0) take = static_cast<size_t>(chunk.digits);
    uint64_t n = 0;
    for (size_t i = 0; i < take; ++i) n = n * static_cast<unsigned>(radix) + static_cast<unsigned>(digit_value(text[at + i]));
    check(mp_mul_d(result, chunk.power, result));
    check(mp_add_d(result, n, result));
    at += take;
  }
  if (negative) check(mp_neg(result, result));
  return make(result, as);
}

}  // namespace clj::integer
