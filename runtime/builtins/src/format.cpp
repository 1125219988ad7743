#include "format.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "text_case.h"

namespace clj::builtins {

namespace {

[[noreturn]] void throw_format(const char* cls, const std::string& message) {
  throw_value(make_throwable(find_class(std::string("java.util.") + cls), make_string(message), Value::nil(), Value::nil()));
}

constexpr std::string_view kFlags = "-#+ 0,(<";

struct Specifier {
  std::string text;  // as written, for messages
  std::string flags;
  int index = 0;  // 1-based; 0: the next one; -1: the one before
  int width = -1, precision = -1;
  char conversion = 0;
  bool upper = false;
  bool has(char flag) const { return flags.find(flag) != std::string::npos; }
};

// Unscaled digits and where the decimal point is: 0.d1d2d3… times 10^point.
struct Decimal {
  std::string digits;
  int point = 0;
};

Decimal parse_decimal(std::string_view text) {
  Decimal d;
  int exponent = 0;
  bool seen_point = false;
  for (size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '.') {
      seen_point = true;
    } else if (c == 'E') {
      exponent = std::stoi(std::string(text.substr(i + 1)));
      break;
    } else if (c >= '0' && c <= '9') {
      d.digits.push_back(c);
      if (!seen_point) ++d.point;
    }
  }
  d.point += exponent;
  size_t zeros = d.digits.find_first_not_of('0');
  if (zeros == std::string::npos) return {"", 0};
  d.digits.erase(0, zeros);
  d.point -= static_cast<int>(zeros);
  return d;
}

// Rounds half up to `keep` digits (which may be negative or beyond the end).
void round_to(Decimal& d, int keep) {
  if (keep < 0) {
    d = {"", 0};
    return;
  }
  auto n = static_cast<size_t>(keep);
  if (n >= d.digits.size()) return;
  bool up = d.digits[n] >= '5';
  d.digits.resize(n);
  if (!up) {
    if (d.digits.empty()) d.point = 0;
    return;
  }
  size_t i = n;
  while (i > 0 && d.digits[i - 1] == '9') d.digits[--i] = '0';
  if (i > 0) {
    ++d.digits[i - 1];
  } else {
    d.digits.insert(d.digits.begin(), '1');
    ++d.point;
  }
}

std::string fixed(Decimal d, int precision) {
  round_to(d, d.point + precision);
  std::string whole, fraction;
  int start = d.digits.empty() ? 0 : d.point;
  for (int i = 0; i < start; ++i) whole.push_back(i < static_cast<int>(d.digits.size()) ? d.digits[static_cast<size_t>(i)] : '0');
  if (whole.empty()) whole = "0";
  for (int i = 0; i < precision; ++i) {
    int at = start + i;
    fraction.push_back(at >= 0 && at < static_cast<int>(d.digits.size()) ? d.digits[static_cast<size_t>(at)] : '0');
  }
  return precision > 0 ? whole + "." + fraction : whole;
}

std::string scientific(Decimal d, int precision) {
  round_to(d, precision + 1);
  int exponent = d.digits.empty() ? 0 : d.point - 1;
  d.digits.resize(static_cast<size_t>(precision) + 1, '0');
  std::string text = d.digits.substr(0, 1);
  if (precision > 0) text += "." + d.digits.substr(1);
  std::string power = std::to_string(std::abs(exponent));
  return text + (exponent < 0 ? "e-" : "e+") + (power.size() < 2 ? "0" + power : power);
}

std::string general(Decimal d, int precision) {
  if (precision == 0) precision = 1;
  round_to(d, precision);
  if (d.digits.empty()) return fixed(d, precision - 1);
  if (d.point > -4 && d.point <= precision) return fixed(d, precision - d.point);
  return scientific(d, precision - 1);
}

std::string grouped(const std::string& number) {
  size_t whole = number.find('.');
  if (whole == std::string::npos) whole = number.size();
  std::string out;
  for (size_t i = 0; i < number.size(); ++i) {
    if (i > 0 && i < whole && (whole - i) % 3 == 0) out.push_back(',');
    out.push_back(number[i]);
  }
  return out;
}

class Formatter {
 public:
  Formatter(const String* pattern, const Value* args, uint32_t count) : args_(args), count_(count) {
    for (uint32_t i = 0; i < pattern->length; ++i) pattern_.push_back(pattern->char_at(i));
  }

  Value run() {
    size_t at = 0;
    while (at < pattern_.size()) {
      if (pattern_[at] != u'%') {
        out_.append_unit(pattern_[at++]);
      } else {
        Specifier specifier = parse(at);
        check(specifier);
        print(specifier);
      }
    }
    return out_.to_string();
  }

 private:
  char ascii_at(size_t at) const { return at < pattern_.size() && pattern_[at] < 0x80 ? static_cast<char>(pattern_[at]) : '\0'; }
  static bool is_digit(char c) { return c >= '0' && c <= '9'; }

  int parse_number(size_t& at) {
    int64_t n = 0;
    while (is_digit(ascii_at(at))) n = std::min<int64_t>(n * 10 + (pattern_[at++] - u'0'), INT32_MAX);
    return static_cast<int>(n);
  }

  Specifier parse(size_t& at) {
    Specifier s;
    size_t start = at++;
    size_t after = at;
    int index = is_digit(ascii_at(after)) && ascii_at(after) != '0' ? parse_number(after) : 0;
    if (index > 0 && ascii_at(after) == '$') {
      s.index = index;
      at = after + 1;
    }
    while (kFlags.find(ascii_at(at)) != std::string_view::npos && ascii_at(at)) {
      char flag = ascii_at(at++);
      if (flag == '<') {
        s.index = -1;
      } else {
        if (s.has(flag)) throw_format("DuplicateFormatFlagsException", std::string("Flags = '") + flag + "'");
        s.flags.push_back(flag);
      }
    }
    if (is_digit(ascii_at(at))) s.width = parse_number(at);
    if (ascii_at(at) == '.' && is_digit(ascii_at(at + 1))) s.precision = parse_number(++at);
    if (at >= pattern_.size()) {
      // Java names the first character after which nothing made sense.
      char16_t unit = start + 1 < pattern_.size() ? pattern_[at - 1] : u'%';
      throw_unknown(unit);
    }
    char c = ascii_at(at);
    s.upper = c >= 'A' && c <= 'Z';
    s.conversion = s.upper ? static_cast<char>(c + 32) : c;
    if (std::string_view("bBhHsScCdoxXeEfgGn%").find(c) == std::string_view::npos || !c) throw_unknown(pattern_[at]);
    ++at;
    for (size_t i = start; i < at; ++i) s.text.push_back(static_cast<char>(pattern_[i]));
    return s;
  }

  [[noreturn]] void throw_unknown(char16_t unit) {
    throw_format("UnknownFormatConversionException", "Conversion = '" + to_utf8(make_string_utf16(&unit, 1)) + "'");
  }

  [[noreturn]] void throw_mismatch(const Specifier& s, char flag) {
    throw_format("FormatFlagsConversionMismatchException",
                 std::string("Conversion = ") + s.conversion + ", Flags = " + flag);
  }

  void check(const Specifier& s) {
    bool integral = std::string_view("dox").find(s.conversion) != std::string_view::npos;
    bool real = std::string_view("efg").find(s.conversion) != std::string_view::npos;
    if ((integral || s.conversion == 'c' || s.conversion == '%') && s.precision >= 0)
      throw_format("IllegalFormatPrecisionException", std::to_string(s.precision));
    if ((s.has('-') || s.has('0')) && s.width < 0 && s.conversion != 'n') throw_format("MissingFormatWidthException", s.text);
    if (s.has('-') && s.has('0')) throw_format("IllegalFormatFlagsException", "Flags = '" + s.flags + "'");
    if (s.has('+') && s.has(' ')) throw_format("IllegalFormatFlagsException", "Flags = '" + s.flags + "'");
    if (!integral && !real) {
      for (char flag : std::string_view("#+ 0,("))
        if (s.has(flag)) throw_mismatch(s, flag);
    }
    if (s.conversion == 'd' && s.has('#')) throw_mismatch(s, '#');
    if ((s.conversion == 'o' || s.conversion == 'x') && s.has(',')) throw_mismatch(s, ',');
    if (s.conversion == 'e' && s.has(',')) throw_mismatch(s, ',');
    if (s.conversion == 'g' && s.has('#')) throw_mismatch(s, '#');
  }

  Value argument(const Specifier& s) {
    if (s.index == -1) {
      if (last_ == 0) throw_format("MissingFormatArgumentException", "Format specifier '" + s.text + "'");
    } else {
      last_ = s.index > 0 ? static_cast<uint32_t>(s.index) : ++next_;
    }
    if (last_ > count_) throw_format("MissingFormatArgumentException", "Format specifier '" + s.text + "'");
    return args_[last_ - 1];
  }

  void pad(const Specifier& s, Value text) {
    if (s.upper) text = upper_case(as_string(text));
    int64_t missing = std::max<int64_t>(0, s.width - int64_t{as_string(text)->length});
    if (!s.has('-')) spaces(missing);
    out_.append(as_string(text));
    if (s.has('-')) spaces(missing);
  }
  void spaces(int64_t n) {
    while (n-- > 0) out_.append_unit(u' ');
  }

  [[noreturn]] void throw_conversion(const Specifier& s, Value v) {
    throw_format("IllegalFormatConversionException", std::string(1, s.conversion) + " != " + class_name(v));
  }

  void print(const Specifier& s) {
    if (s.conversion == 'n') return out_.append("\n");
    if (s.conversion == '%') return pad(s, make_string("%"));
    Value v = argument(s);
    switch (s.conversion) {
      case 'b': return print_text(s, make_string(v.is_nil() || v.is_false() ? "false" : "true"));
      case 's': return print_text(s, v.is_nil() ? make_string("null") : str_value(v));
      default: break;
    }
    if (v.is_nil()) {
      Specifier plain = s;
      return print_text(plain, make_string("null"));
    }
    switch (s.conversion) {
      case 'h': {
        char hex[16];
        std::snprintf(hex, sizeof hex, "%x", java_hash_code(v));
        return print_text(s, make_string(hex));
      }
      case 'c': return print_character(s, v);
      case 'd': return print_decimal(s, v);
      case 'o':
      case 'x': return print_radix(s, v);
      default: return print_real(s, v);
    }
  }

  void print_text(const Specifier& s, Value text) {
    const String* string = as_string(text);
    if (s.precision >= 0 && static_cast<uint32_t>(s.precision) < string->length)
      text = substring(string, 0, static_cast<uint32_t>(s.precision));
    pad(s, text);
  }

  void print_character(const Specifier& s, Value v) {
    StringBuffer text;
    if (v.is_character()) {
      text.append_unit(v.as_character());
    } else if (v.is_immediate(ImmediateKind::kInteger) || v.is_immediate(ImmediateKind::kShort) ||
               v.is_immediate(ImmediateKind::kByte)) {
      int64_t code = to_long(v);
      if (code < 0 || code > 0x10FFFF) {
        char hex[24];
        std::snprintf(hex, sizeof hex, "Code point = 0x%x", static_cast<unsigned>(code));
        throw_format("IllegalFormatCodePointException", hex);
      }
      text.append_code_point(static_cast<uint32_t>(code));
    } else {
      throw_conversion(s, v);
    }
    pad(s, text.to_string());
  }

  // Sign, grouping, zero padding around the digits of a number.
  void print_number(const Specifier& s, std::string digits, bool negative, bool finite = true) {
    if (s.has(',') && finite) digits = grouped(digits);
    std::string before, after;
    if (negative) {
      before = s.has('(') ? "(" : "-";
      if (s.has('(')) after = ")";
    } else if (s.has('+')) {
      before = "+";
    } else if (s.has(' ')) {
      before = " ";
    }
    if (s.has('0') && finite) {
      while (static_cast<int>(before.size() + digits.size() + after.size()) < s.width) digits.insert(digits.begin(), '0');
    }
    pad(s, make_string(before + digits + after));
  }

  static bool is_integral(Value v) { return is_integer(v) && !is_kind(v, Kind::kBigInt); }

  void print_decimal(const Specifier& s, Value v) {
    if (!is_integral(v)) throw_conversion(s, v);
    std::string text = number_text(v);
    bool negative = text[0] == '-';
    print_number(s, negative ? text.substr(1) : text, negative);
  }

  void print_radix(const Specifier& s, Value v) {
    if (!is_integral(v)) throw_conversion(s, v);
    bool octal = s.conversion == 'o';
    std::string digits;
    if (is_kind(v, Kind::kBigInteger)) {
      std::string text = number_text(v);
      bool negative = text[0] == '-';
      Value rest = num::abs(num::to_bigint(v)), base = Value::inline_long(octal ? 8 : 16);
      while (!num::is_zero(rest)) {
        digits.insert(digits.begin(), "0123456789abcdef"[to_long(num::rem(rest, base))]);
        rest = num::quot(rest, base);
      }
      if (digits.empty()) digits = "0";
      if (s.has('#')) digits = (octal ? "0" : "0x") + digits;
      return print_number(s, digits, negative);
    }
    auto bits = static_cast<uint64_t>(to_long(v));
    if (v.is_immediate(ImmediateKind::kInteger)) bits &= 0xFFFFFFFF;
    if (v.is_immediate(ImmediateKind::kShort)) bits &= 0xFFFF;
    if (v.is_immediate(ImmediateKind::kByte)) bits &= 0xFF;
    char text[32];
    std::snprintf(text, sizeof text, octal ? "%lo" : "%lx", bits);
    digits = text;
    if (s.has('#')) digits = (octal ? "0" : "0x") + digits;
    print_number(s, digits, false);
  }

  void print_real(const Specifier& s, Value v) {
    bool decimal = is_decimal(v);
    if (!decimal && !is_float(v)) throw_conversion(s, v);
    if (!decimal) {
      double d = to_double(v);
      if (std::isnan(d)) {
        Specifier plain = s;
        plain.flags.erase(std::remove_if(plain.flags.begin(), plain.flags.end(), [](char c) { return c != '-'; }), plain.flags.end());
        return pad(plain, make_string("NaN"));
      }
      if (std::isinf(d)) return print_number(s, "Infinity", d < 0, false);
    }
    std::string text = number_text(v);
    bool negative = text[0] == '-';
    Decimal d = parse_decimal(negative ? std::string_view(text).substr(1) : std::string_view(text));
    int precision = s.precision >= 0 ? s.precision : 6;
    std::string digits = s.conversion == 'f' ? fixed(d, precision)
                         : s.conversion == 'e' ? scientific(d, precision)
                                               : general(d, precision);
    print_number(s, digits, negative);
  }

  std::u16string pattern_;
  const Value* args_;
  uint32_t count_;
  uint32_t next_ = 0, last_ = 0;
  StringBuffer out_;
};

}  // namespace

Value format_values(const String* pattern, const Value* args, uint32_t count) {
  return Formatter(pattern, args, count).run();
}

CLJ_FN(format) {
  if (args[0].is_nil()) throw_error(Error::kNullPointer, "Cannot invoke \"String.length()\" because \"s\" is null");
  return format_values(string_arg(args[0]), args + 1, count - 1);
}

}  // namespace clj::builtins
