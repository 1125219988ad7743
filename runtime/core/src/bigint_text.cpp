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

// The JVM parses the digits in groups that fit an int, the first one short, and names the group that is none.
Value parse_strict(std::string_view text, int radix, As as) {
  if (text.empty()) throw_error(Error::kNumberFormat, "Zero length BigInteger");
  Value parsed = parse(text, radix, as);
  if (!parsed.is_absent()) return parsed;
  size_t minus = text.rfind('-'), plus = text.rfind('+');
  bool signs_fit = minus == text.npos ? plus == text.npos || plus == 0 : minus == 0 && plus == text.npos;
  if (!signs_fit) throw_error(Error::kNumberFormat, "Illegal embedded sign character");
  std::string_view digits = text.substr(minus == 0 || plus == 0 ? 1 : 0);
  if (digits.empty()) throw_error(Error::kNumberFormat, "Zero length BigInteger");
  digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
  auto is_start = [](char c) { return (c & 0xC0) != 0x80; };  // of a character of UTF-8
  size_t group_length = 0;
  for (int64_t power = radix; power < int64_t{1} << 31; power *= radix) ++group_length;
  size_t length = static_cast<size_t>(std::count_if(digits.begin(), digits.end(), is_start)) % group_length;
  if (length == 0) length = group_length;
  while (true) {
    size_t end = 0, characters = 0;
    while (end < digits.size() && (characters < length || !is_start(digits[end]))) characters += is_start(digits[end++]);
    std::string group(digits.substr(0, end));
    if (parse(group, radix, as).is_absent()) {
      throw_error(Error::kNumberFormat, "For input string: \"" + group + "\"" +
                                            (radix == 10 ? "" : " under radix " + std::to_string(radix)));
    }
    digits.remove_prefix(end);
    length = group_length;
  }
}

}  // namespace clj::integer
