// java.lang.Long, Integer, Short and Byte.
#include <algorithm>
#include <bit>
#include <limits>

#include "characters.h"
#include "clj/core/bigint.h"
#include "number_values.h"

namespace clj::builtins::host {
namespace {

[[noreturn]] void throw_bad_number(const std::string& text, int radix) {
  std::string message = "For input string: \"" + text + "\"";
  if (radix != 10) message += " under radix " + std::to_string(radix);
  throw_error(Error::kNumberFormat, message);
}

int radix_arg(Value v) {
  int radix = int_arg(v);
  if (radix < 2) throw_error(Error::kNumberFormat, "radix " + std::to_string(radix) + " less than Character.MIN_RADIX");
  if (radix > 36) throw_error(Error::kNumberFormat, "radix " + std::to_string(radix) + " greater than Character.MAX_RADIX");
  return radix;
}

struct Parsed {
  int64_t value;
  std::string text;
  int radix;
};

Parsed parse(Value* args, uint32_t count) {
  if (args[0].is_nil()) throw_error(Error::kNumberFormat, "Cannot parse null string");
  int radix = count > 1 ? radix_arg(args[1]) : 10;
  std::string text = to_utf8(string_arg(args[0]));
  Value value = parse_long_text(with_ascii_digits(as_string(args[0])), radix);
  if (value.is_absent() || !is_long(value)) throw_bad_number(text, radix);
  return {as_long(value), text, radix};
}

int32_t parse_int(Value* args, uint32_t count) {
  Parsed p = parse(args, count);
  if (p.value != static_cast<int32_t>(p.value)) throw_bad_number(p.text, p.radix);
  return static_cast<int32_t>(p.value);
}

int64_t parse_narrow(Value* args, uint32_t count, int64_t min, int64_t max) {
  int64_t n = parse_int(args, count);
  if (n < min || n > max) {
    throw_error(Error::kNumberFormat, "Value out of range. Value:\"" + to_utf8(args[0]) +
                                          "\" Radix:" + std::to_string(count > 1 ? int_arg(args[1]) : 10));
  }
  return n;
}

std::u16string part_arg(Value* args) {
  if (args[0].is_nil()) throw_error(Error::kNullPointer);
  const String* text = char_sequence_arg(args[0]);
  int64_t begin = int_arg(args[1]), end = int_arg(args[2]);
  if (begin < 0 || begin > end || end > static_cast<int64_t>(text->length)) throw_error(Error::kIndexOutOfBounds);
  return units(text).substr(begin, end - begin);
}

// parseLong and parseInt of a part of a CharSequence, by text, begin, end and radix. Errors name the place in the part where
// it cannot be a number any more. Negative numbers are summed up, as there is one more of them.
template <class T>
int64_t parse_part(Value* args) {
  std::u16string part = part_arg(args);
  int radix = radix_arg(args[3]);
  if (part.empty()) {
    if (sizeof(T) == sizeof(int32_t)) throw_bad_number("", radix);
    throw_error(Error::kNumberFormat, "");
  }
  auto fail = [&](size_t at) {
    throw_error(Error::kNumberFormat, "Error at index " + std::to_string(at) + " in: \"" + to_utf8(from_units(part)) + "\"");
  };
  bool negative = part[0] == '-';
  size_t at = negative || part[0] == '+';
  if (at == part.size()) fail(at);
  __int128 sum = 0;
  for (; at < part.size(); ++at) {
    int digit = digit_value(part[at], radix);
    if (digit < 0) fail(at);
    sum = sum * radix - digit;
    if (sum < std::numeric_limits<T>::min() + !negative) fail(at);
  }
  return static_cast<int64_t>(negative ? sum : -sum);
}

// Whether it is the overload for a part of a text. There is none for three arguments.
bool is_of_part(const char* method, uint32_t count) {
  if (count == 3) throw_no_static_overload(method, count);
  return count == 4;
}

// Long.decode: 0x, # and 0 prefixes after the sign. `as_text` says it as Short.decode and Byte.decode do, whose numbers are ints first.
int64_t decode_text(Value v, int64_t min, int64_t max, bool as_text = false) {
  std::string text = to_utf8(string_arg(v));
  if (text.empty()) throw_error(Error::kNumberFormat, "Zero length string");
  size_t at = text[0] == '-' || text[0] == '+';
  int radix = 10;
  size_t skip = 0;
  if (text.compare(at, 2, "0x") == 0 || text.compare(at, 2, "0X") == 0) {
    radix = 16, skip = 2;
  } else if (text.compare(at, 1, "#") == 0) {
    radix = 16, skip = 1;
  } else if (text.compare(at, 1, "0") == 0 && text.size() > at + 1) {
    radix = 8, skip = 1;
  }
  std::string digits = text.substr(at + skip);
  if (digits.starts_with('-') || digits.starts_with('+')) throw_error(Error::kNumberFormat, "Sign character in wrong position");
  std::string signed_digits = text[0] == '-' ? "-" + digits : digits;
  Value value = parse_long_text(signed_digits, radix);
  int64_t low = as_text ? INT32_MIN : min, high = as_text ? INT32_MAX : max;
  if (value.is_absent() || !is_long(value) || as_long(value) < low || as_long(value) > high) throw_bad_number(signed_digits, radix);
  if (as_long(value) < min || as_long(value) > max) {
    throw_error(Error::kNumberFormat, "Value " + std::to_string(as_long(value)) + " out of range from input " + text);
  }
  return as_long(value);
}

std::string digits(uint64_t n, unsigned radix) {
  std::string out;
  do {
    out += "0123456789abcdefghijklmnopqrstuvwxyz"[n % radix];
    n /= radix;
  } while (n);
  std::reverse(out.begin(), out.end());
  return out;
}

uint64_t bits_64(Value v) { return static_cast<uint64_t>(to_long(v)); }
uint32_t bits_32(Value v) { return static_cast<uint32_t>(int_arg(v)); }

template <class T>
T reverse_bits(T n) {
  T out = 0;
  for (unsigned i = 0; i < sizeof(T) * 8; ++i, n >>= 1) out = static_cast<T>(out << 1 | (n & 1));
  return out;
}

// Texts that fit a signed number are parsed as one, and complain as one does. Of a longer one Long looks at all digits but the
// last by itself, and tells where in them it failed; Integer parses a Long.
template <class T>
void check_unsigned_text(Value* args, uint32_t count, const std::string& text, int radix) {
  constexpr bool is_long = sizeof(T) == 8;
  if (text.size() <= (is_long ? 12 : 5) || (radix == 10 && text.size() <= (is_long ? 18 : 9))) return;
  if (!is_long) {
    parse(args, count);
    return;
  }
  std::string_view front = std::string_view(text).substr(0, text.size() - 1);
  for (size_t i = front.starts_with('+'); i < front.size(); ++i) {
    Value so_far = clj::integer::parse(std::string(front.substr(0, i + 1)), radix, clj::integer::As::kShortest);
    if (so_far.is_absent() || clj::integer::bit_length(so_far) > 63)
      throw_error(Error::kNumberFormat, "Error at index " + std::to_string(i) + " in: \"" + std::string(front) + "\"");
  }
  if (clj::integer::parse(text.substr(text.size() - 1), radix, clj::integer::As::kShortest).is_absent())
    throw_error(Error::kNumberFormat, "Bad digit at end of " + text);
}

template <class T>
Value parse_unsigned(Value* args, uint32_t count) {
  int radix = count > 1 ? radix_arg(args[1]) : 10;
  if (args[0].is_nil()) throw_error(Error::kNumberFormat, "Cannot parse null string");
  std::string text = to_utf8(string_arg(args[0]));
  if (text.starts_with('-')) throw_error(Error::kNumberFormat, "Illegal leading minus sign on unsigned string " + text + ".");
  check_unsigned_text<T>(args, count, text, radix);
  Value value = clj::integer::parse(text, radix, clj::integer::As::kShortest);
  bool fits = !value.is_absent() && clj::integer::sign(value) >= 0 && clj::integer::bit_length(value) <= sizeof(T) * 8;
  if (!value.is_absent() && !fits) {
    throw_error(Error::kNumberFormat, "String value " + text + " exceeds range of unsigned " + (sizeof(T) == 8 ? "long." : "int."));
  }
  if (!fits) throw_bad_number(text, radix);
  T bits = static_cast<T>(clj::integer::low_64(value));
  return sizeof(T) == 8 ? make_long(static_cast<int64_t>(bits)) : integer(static_cast<int32_t>(bits));
}

// The same of a part of a text. Long shows the part in its messages, Integer the whole text.
template <class T>
Value parse_unsigned_part(Value* args) {
  constexpr bool is_long = sizeof(T) == 8;
  std::u16string part = part_arg(args);
  int radix = int_arg(args[3]);
  if (part.empty() && is_long) throw_bad_number("", radix);
  if (part.empty()) throw_error(Error::kNumberFormat, "");
  std::string shown = is_long ? to_utf8(from_units(part)) : to_utf8(Value::object(char_sequence_arg(args[0])));
  if (part[0] == '-') throw_error(Error::kNumberFormat, "Illegal leading minus sign on unsigned string " + shown + ".");
  bool long_front = is_long && part.size() > (radix == 10 ? 18 : 12);
  Value front[] = {args[0], args[1], integer(int_arg(args[2]) - long_front), args[3]};
  __int128 n = parse_part<int64_t>(front);
  if (long_front) {
    int digit = digit_value(part.back(), radix);
    if (digit < 0) throw_error(Error::kNumberFormat, "Bad digit at end of " + shown);
    n = n * radix + digit;
  }
  if (n > std::numeric_limits<T>::max())
    throw_error(Error::kNumberFormat, "String value " + shown + " exceeds range of unsigned " + (is_long ? "long." : "int."));
  T bits = static_cast<T>(n);
  return is_long ? make_long(static_cast<int64_t>(bits)) : integer(static_cast<int32_t>(bits));
}

}  // namespace

CLJ_FN(number_byte_value) { return make_byte(to_byte_unchecked(args[0])); }
CLJ_FN(number_short_value) { return make_short(to_short_unchecked(args[0])); }
CLJ_FN(number_int_value) { return integer(to_int_unchecked(args[0])); }
CLJ_FN(number_long_value) { return make_long(to_long_unchecked(args[0])); }
CLJ_FN(number_hash_code) { return integer(static_cast<int32_t>(java_hash_code(args[0]))); }

CLJ_FN(int_hash_code) { return integer(int_arg(args[0])); }

CLJ_FN(long_parse) {
  return make_long(is_of_part(CLJ_METHOD_NAME(parseLong), count) ? parse_part<int64_t>(args) : parse(args, count).value);
}
CLJ_FN(int_parse) {
  bool of_part = is_of_part(CLJ_METHOD_NAME(parseInt), count);
  return integer(of_part ? static_cast<int32_t>(parse_part<int32_t>(args)) : parse_int(args, count));
}
CLJ_FN(short_parse) { return make_short(static_cast<int16_t>(parse_narrow(args, count, INT16_MIN, INT16_MAX))); }
CLJ_FN(byte_parse) { return make_byte(static_cast<int8_t>(parse_narrow(args, count, INT8_MIN, INT8_MAX))); }

namespace {

// valueOf takes a text or a number; nil is taken for the text.
bool is_text(Value v) { return v.is_nil() || is_string(v); }
Value integral_arg(Value v) {
  if (!is_long(v) && !v.is_immediate(ImmediateKind::kInteger)) throw_no_static_overload(CLJ_METHOD_NAME(valueOf), 1);
  return v;
}

}  // namespace

CLJ_FN(long_value_of) { return is_text(args[0]) ? long_parse(args, count) : make_long(to_long(integral_arg(args[0]))); }
CLJ_FN(int_value_of) { return is_text(args[0]) ? int_parse(args, count) : integer(int_arg(integral_arg(args[0]))); }
CLJ_FN(short_value_of) { return is_text(args[0]) ? short_parse(args, count) : make_short(to_short(args[0])); }
CLJ_FN(byte_value_of) { return is_text(args[0]) ? byte_parse(args, count) : make_byte(to_byte(args[0])); }

// Their constructors take what valueOf takes.
namespace {
void check_new(Value v, const char* class_name) {
  require_constructor_argument(is_text(v) || is_long(v) || v.is_immediate(ImmediateKind::kInteger), class_name);
}
// A long is no byte and no short for reflection.
void check_narrow(Value v, ImmediateKind kind, const char* class_name) {
  require_constructor_argument(is_text(v) || v.is_immediate(kind), class_name);
}
}  // namespace
CLJ_FN(long_new) {
  check_new(args[0], "java.lang.Long");
  return long_value_of(args, count);
}
CLJ_FN(int_new) {
  check_new(args[0], "java.lang.Integer");
  return int_value_of(args, count);
}
CLJ_FN(short_new) {
  check_narrow(args[0], ImmediateKind::kShort, "java.lang.Short");
  return short_value_of(args, count);
}
CLJ_FN(byte_new) {
  check_narrow(args[0], ImmediateKind::kByte, "java.lang.Byte");
  return byte_value_of(args, count);
}
CLJ_FN(long_decode) { return make_long(decode_text(args[0], INT64_MIN, INT64_MAX)); }
CLJ_FN(int_decode) { return integer(static_cast<int32_t>(decode_text(args[0], INT32_MIN, INT32_MAX))); }
CLJ_FN(short_decode) { return make_short(static_cast<int16_t>(decode_text(args[0], INT16_MIN, INT16_MAX, true))); }
CLJ_FN(byte_decode) { return make_byte(static_cast<int8_t>(decode_text(args[0], INT8_MIN, INT8_MAX, true))); }

namespace {
Value text_of(int64_t n, int radix) {
  if (radix < 2 || radix > 36) radix = 10;
  uint64_t magnitude = n < 0 ? 0 - static_cast<uint64_t>(n) : static_cast<uint64_t>(n);
  return make_string((n < 0 ? "-" : "") + digits(magnitude, static_cast<unsigned>(radix)));
}
}  // namespace
CLJ_FN(long_to_string) {
  int64_t n = to_long(args[0]);
  return text_of(n, count > 1 ? int_arg(args[1]) : 10);
}
CLJ_FN(int_to_string) {
  int32_t n = int_arg(args[0]);
  return text_of(n, count > 1 ? int_arg(args[1]) : 10);
}
CLJ_FN(short_to_string) { return text_of(to_short(args[0]), 10); }
CLJ_FN(byte_to_string) { return text_of(to_byte(args[0]), 10); }
CLJ_FN(int_compare) {
  int32_t a = int_arg(args[0]), b = int_arg(args[1]);
  return integer(a < b ? -1 : a > b);
}
CLJ_FN(long_hash_code) { return integer(static_cast<int32_t>(java_hash_code(make_long(to_long(args[0]))))); }
CLJ_FN(small_compare) { return integer(static_cast<int32_t>(to_long(args[0]) - to_long(args[1]))); }  // of bytes and shorts
CLJ_FN(small_compare_to) {
  natural_compare(args[0], args[1]);  // refuses what is of another class
  return small_compare(args, count);
}
CLJ_FN(integral_compare) {
  int64_t a = to_long(args[0]), b = to_long(args[1]);
  return integer(a < b ? -1 : a > b);
}

CLJ_FN(long_max_value) { return make_long(INT64_MAX); }
CLJ_FN(long_min_value) { return make_long(INT64_MIN); }
CLJ_FN(long_size) { return integer(64); }
CLJ_FN(long_bytes) { return integer(8); }
CLJ_FN(long_type) { return find_class("long"); }
CLJ_FN(int_max_value) { return integer(INT32_MAX); }
CLJ_FN(int_min_value) { return integer(INT32_MIN); }
CLJ_FN(int_size) { return integer(32); }
CLJ_FN(int_bytes) { return integer(4); }
CLJ_FN(int_type) { return find_class("int"); }
CLJ_FN(short_max_value) { return make_short(INT16_MAX); }
CLJ_FN(short_min_value) { return make_short(INT16_MIN); }
CLJ_FN(short_size) { return integer(16); }
CLJ_FN(short_bytes) { return integer(2); }
CLJ_FN(short_type) { return find_class("short"); }
CLJ_FN(byte_max_value) { return make_byte(INT8_MAX); }
CLJ_FN(byte_min_value) { return make_byte(INT8_MIN); }
CLJ_FN(byte_size) { return integer(8); }
CLJ_FN(byte_bytes) { return integer(1); }
CLJ_FN(byte_type) { return find_class("byte"); }
CLJ_FN(byte_to_unsigned_int) { return integer(static_cast<uint8_t>(to_byte(args[0]))); }
CLJ_FN(byte_to_unsigned_long) { return make_long(static_cast<uint8_t>(to_byte(args[0]))); }

CLJ_FN(long_to_hex_string) { return make_string(digits(bits_64(args[0]), 16)); }
CLJ_FN(long_to_binary_string) { return make_string(digits(bits_64(args[0]), 2)); }
CLJ_FN(long_to_octal_string) { return make_string(digits(bits_64(args[0]), 8)); }
// Java takes 10 for what is no radix.
static int shown_radix(Value* args, uint32_t count) {
  int radix = count > 1 ? int_arg(args[1]) : 10;
  return radix < 2 || radix > 36 ? 10 : radix;
}
CLJ_FN(long_to_unsigned_string) { return make_string(digits(bits_64(args[0]), shown_radix(args, count))); }
CLJ_FN(int_to_hex_string) { return make_string(digits(bits_32(args[0]), 16)); }
CLJ_FN(int_to_binary_string) { return make_string(digits(bits_32(args[0]), 2)); }
CLJ_FN(int_to_octal_string) { return make_string(digits(bits_32(args[0]), 8)); }
CLJ_FN(int_to_unsigned_string) { return make_string(digits(bits_32(args[0]), shown_radix(args, count))); }
CLJ_FN(int_to_unsigned_long) { return make_long(bits_32(args[0])); }

CLJ_FN(long_signum) { return integer((to_long(args[0]) > 0) - (to_long(args[0]) < 0)); }
CLJ_FN(int_signum) { return integer((int_arg(args[0]) > 0) - (int_arg(args[0]) < 0)); }
CLJ_FN(long_max) { return make_long(std::max(to_long(args[0]), to_long(args[1]))); }
CLJ_FN(long_min) { return make_long(std::min(to_long(args[0]), to_long(args[1]))); }
CLJ_FN(long_sum) { return make_long(static_cast<int64_t>(bits_64(args[0]) + bits_64(args[1]))); }
CLJ_FN(int_max) { return integer(std::max(int_arg(args[0]), int_arg(args[1]))); }
CLJ_FN(int_min) { return integer(std::min(int_arg(args[0]), int_arg(args[1]))); }
CLJ_FN(int_sum) { return integer(static_cast<int32_t>(bits_32(args[0]) + bits_32(args[1]))); }
CLJ_FN(long_bit_count) { return integer(std::popcount(bits_64(args[0]))); }
CLJ_FN(int_bit_count) { return integer(std::popcount(bits_32(args[0]))); }
CLJ_FN(long_leading_zeros) { return integer(std::countl_zero(bits_64(args[0]))); }
CLJ_FN(int_leading_zeros) { return integer(std::countl_zero(bits_32(args[0]))); }
CLJ_FN(long_trailing_zeros) { return integer(std::countr_zero(bits_64(args[0]))); }
CLJ_FN(int_trailing_zeros) { return integer(std::countr_zero(bits_32(args[0]))); }
CLJ_FN(long_highest_one_bit) { return make_long(static_cast<int64_t>(std::bit_floor(bits_64(args[0])))); }
CLJ_FN(int_highest_one_bit) { return integer(static_cast<int32_t>(std::bit_floor(bits_32(args[0])))); }
CLJ_FN(long_lowest_one_bit) { return make_long(static_cast<int64_t>(bits_64(args[0]) & (0 - bits_64(args[0])))); }
CLJ_FN(int_lowest_one_bit) { return integer(static_cast<int32_t>(bits_32(args[0]) & (0 - bits_32(args[0])))); }
CLJ_FN(long_reverse) { return make_long(static_cast<int64_t>(reverse_bits(bits_64(args[0])))); }
CLJ_FN(int_reverse) { return integer(static_cast<int32_t>(reverse_bits(bits_32(args[0])))); }
CLJ_FN(long_reverse_bytes) { return make_long(static_cast<int64_t>(__builtin_bswap64(bits_64(args[0])))); }
CLJ_FN(int_reverse_bytes) { return integer(static_cast<int32_t>(__builtin_bswap32(bits_32(args[0])))); }
CLJ_FN(long_rotate_left) { return make_long(static_cast<int64_t>(std::rotl(bits_64(args[0]), int_arg(args[1]) & 63))); }
CLJ_FN(long_rotate_right) {
  return make_long(static_cast<int64_t>(std::rotr(bits_64(args[0]), int_arg(args[1]) & 63)));
}
CLJ_FN(int_rotate_left) { return integer(static_cast<int32_t>(std::rotl(bits_32(args[0]), int_arg(args[1]) & 31))); }
CLJ_FN(int_rotate_right) { return integer(static_cast<int32_t>(std::rotr(bits_32(args[0]), int_arg(args[1]) & 31))); }
CLJ_FN(long_compare_unsigned) {
  uint64_t a = bits_64(args[0]), b = bits_64(args[1]);
  return integer(a < b ? -1 : a > b);
}
CLJ_FN(int_compare_unsigned) {
  uint32_t a = bits_32(args[0]), b = bits_32(args[1]);
  return integer(a < b ? -1 : a > b);
}
CLJ_FN(long_divide_unsigned) {
  if (bits_64(args[1]) == 0) throw_error(Error::kArithmetic, "/ by zero");
  return make_long(static_cast<int64_t>(bits_64(args[0]) / bits_64(args[1])));
}
CLJ_FN(long_remainder_unsigned) {
  if (bits_64(args[1]) == 0) throw_error(Error::kArithmetic, "/ by zero");
  return make_long(static_cast<int64_t>(bits_64(args[0]) % bits_64(args[1])));
}
CLJ_FN(int_divide_unsigned) {
  if (bits_32(args[1]) == 0) throw_error(Error::kArithmetic, "/ by zero");
  return integer(static_cast<int32_t>(bits_32(args[0]) / bits_32(args[1])));
}
CLJ_FN(int_remainder_unsigned) {
  if (bits_32(args[1]) == 0) throw_error(Error::kArithmetic, "/ by zero");
  return integer(static_cast<int32_t>(bits_32(args[0]) % bits_32(args[1])));
}
CLJ_FN(long_parse_unsigned) {
  bool of_part = is_of_part(CLJ_METHOD_NAME(parseUnsignedLong), count);
  return of_part ? parse_unsigned_part<uint64_t>(args) : parse_unsigned<uint64_t>(args, count);
}
CLJ_FN(int_parse_unsigned) {
  bool of_part = is_of_part(CLJ_METHOD_NAME(parseUnsignedInt), count);
  return of_part ? parse_unsigned_part<uint32_t>(args) : parse_unsigned<uint32_t>(args, count);
}

}  // namespace clj::builtins::host
