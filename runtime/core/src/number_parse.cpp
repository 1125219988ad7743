// Number tokens: the reader's grammar, and Java's parseLong and parseDouble.
//
//   integer  [+-]? ( 0 | [1-9][0-9]* | 0[xX]hex+ | 0[0-7]+ | radix[rR]alnum+ ) N?
//   float    [+-]? [0-9]+ (\.[0-9]*)? ([eE][+-]?[0-9]+)? M?
//   ratio    [+-]? [0-9]+ / [0-9]+
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "clj/core/bigdecimal.h"
#include "clj/core/error.h"
#include "clj/core/numbers.h"
#include "clj/core/ratio.h"

namespace clj {

using integer::As;

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
int digit_value(char c) { return is_digit(c) ? c - '0' : is_letter(c) ? (c | 0x20) - 'a' + 10 : 99; }

bool all_below(std::string_view text, int radix) {
  for (char c : text) {
    if (digit_value(c) >= radix) return false;
  }
  return !text.empty();
}

// strtod wants a terminated string; out of range gives infinity or zero, as Java does.
double decimal_double(std::string_view text) {
  double d;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), d);
  return error == std::errc() ? d : std::strtod(std::string(text).c_str(), nullptr);
}

struct IntegerToken {
  std::string_view digits;
  int radix = 10;
  bool big = false;
};

bool match_integer(std::string_view body, IntegerToken& token) {
  // The radix form takes a final N as a digit, so it comes before the suffix.
  size_t r = body.find_first_of("rR");
  if (r == 1 || r == 2) {
    std::string_view radix = body.substr(0, r), digits = body.substr(r + 1);
    if (all_below(radix, 10) && radix[0] != '0' && all_below(digits, 36)) {
      token = {digits, std::atoi(std::string(radix).c_str()), false};
      return true;
    }
  }
  if (body.ends_with('N')) {
    token.big = true;
    body.remove_suffix(1);
  }
  if (body.empty()) return false;
  if (body == "0" || (body[0] != '0' && all_below(body, 10))) {
    token.digits = body;
    return true;
  }
  if (body[0] != '0') return false;
  bool hex = body.size() > 1 && (body[1] | 0x20) == 'x';
  token.radix = hex ? 16 : 8;
  token.digits = body.substr(hex ? 2 : 1);
  return all_below(token.digits, token.radix);
}

Value parse_integer_token(std::string_view sign, const IntegerToken& token) {
  if (token.radix < 2 || token.radix > 36) throw_error(Error::kNumberFormat, "Radix out of range");
  Value n = integer::parse(std::string(sign) + std::string(token.digits), token.radix,
                           token.big ? As::kBigInt : As::kShortest);
  if (n.is_absent()) {
    throw_error(Error::kNumberFormat, "For input string: \"" + std::string(token.digits) + "\" under radix " +
                                          std::to_string(token.radix));
  }
  return n;
}

// Whether `text` is [0-9]+ (\.[0-9]*)? ([eE][+-]?[0-9]+)?.
bool match_float(std::string_view text) {
  size_t i = 0;
  auto digits = [&] {
    size_t start = i;
    while (i < text.size() && is_digit(text[i])) ++i;
    return i > start;
  };
  if (!digits()) return false;
  if (i < text.size() && text[i] == '.') {
    ++i;
    digits();
  }
  if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
    ++i;
    if (i < text.size() && (text[i] == '+' || text[i] == '-')) ++i;
    if (!digits()) return false;
  }
  return i == text.size();
}

// Java's 0x1.8p3: the exponent is required.
bool match_hex_float(std::string_view text) {
  if (text.size() < 2 || text[0] != '0' || (text[1] | 0x20) != 'x') return false;
  size_t p = text.find_first_of("pP");
  if (p == text.npos) return false;
  std::string_view mantissa = text.substr(2, p - 2), exponent = text.substr(p + 1);
  if (!exponent.empty() && (exponent[0] == '+' || exponent[0] == '-')) exponent.remove_prefix(1);
  size_t point = mantissa.find('.');
  std::string digits(mantissa.substr(0, point));
  if (point != mantissa.npos) digits += mantissa.substr(point + 1);
  return all_below(digits, 16) && all_below(exponent, 10);
}

}  // namespace

Value parse_number(std::string_view token) {
  bool has_sign = !token.empty() && (token[0] == '+' || token[0] == '-');
  std::string_view sign = token.substr(0, has_sign), body = token.substr(has_sign);
  if (body.empty() || !is_digit(body[0])) return Value::absent();
  std::string_view minus = sign == "-" ? sign : std::string_view();

  IntegerToken integer_token;
  if (match_integer(body, integer_token)) return parse_integer_token(minus, integer_token);

  bool exact = body.ends_with('M');
  std::string_view number = exact ? body.substr(0, body.size() - 1) : body;
  // Digits alone that were no integer ("08") are no float either.
  if (match_float(number) && (exact || !all_below(number, 10))) {
    std::string text = std::string(minus) + std::string(number);
    return exact ? decimal::parse(text) : make_double(decimal_double(text));
  }

  size_t slash = body.find('/');
  if (slash != body.npos && all_below(body.substr(0, slash), 10) && all_below(body.substr(slash + 1), 10)) {
    Value n = integer::parse(std::string(minus) + std::string(body.substr(0, slash)), 10, As::kShortest);
    Value d = integer::parse(body.substr(slash + 1), 10, As::kShortest);
    return is_long(n) && is_long(d) ? ratio::make(n, d, As::kShortest) : num::divide(n, d);
  }
  return Value::absent();
}

Value parse_long_text(std::string_view text, int radix) {
  Value n = integer::parse(text, radix, As::kShortest);
  return is_long(n) ? n : Value::absent();
}

Value parse_double_text(std::string_view text) {
  while (!text.empty() && static_cast<uint8_t>(text.front()) <= ' ') text.remove_prefix(1);
  while (!text.empty() && static_cast<uint8_t>(text.back()) <= ' ') text.remove_suffix(1);
  bool negative = !text.empty() && text[0] == '-';
  if (negative || (!text.empty() && text[0] == '+')) text.remove_prefix(1);
  double d;
  if (text == "NaN") {
    d = std::nan("");
  } else if (text == "Infinity") {
    d = HUGE_VAL;
  } else {
    bool hex = text.size() > 1 && (text[1] | 0x20) == 'x';
    if (!text.empty() && text.find_last_of("fFdD") == text.size() - 1) text.remove_suffix(1);
    if (hex) {
      if (!match_hex_float(text)) return Value::absent();
      d = std::strtod(std::string(text).c_str(), nullptr);
    } else {
      // Java also takes ".5".
      std::string padded = text.starts_with('.') && text.size() > 1 && is_digit(text[1]) ? "0" + std::string(text)
                                                                                        : std::string(text);
      if (!match_float(padded)) return Value::absent();
      d = decimal_double(padded);
    }
  }
  return make_double(negative ? -d : d);
}

}  // namespace clj
