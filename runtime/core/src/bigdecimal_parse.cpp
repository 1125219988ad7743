// Java's new BigDecimal(String): which texts it takes, and how it names the fault of others.
#include <utf8proc.h>

#include "clj/base/utf8.h"
#include "clj/core/bigdecimal.h"
#include "clj/core/bigint.h"
#include "clj/core/error.h"
#include "clj/core/text.h"
#include "clj/core/type.h"

namespace clj {
namespace decimal {
namespace {

// Up to this many units without the sign Java reads a text in one way and longer ones in another, whose message differs.
constexpr size_t kCompactUnits = 18;
constexpr size_t kExponentDigits = 10;

bool is_decimal_digit(uint32_t c) { return utf8proc_category(static_cast<utf8proc_int32_t>(c)) == UTF8PROC_CATEGORY_ND; }

// The value of a decimal digit of any script, or -1. Digits stand in runs of ten that begin at a zero.
int digit_of(char16_t c) {
  if (c < 0x80) return c >= '0' && c <= '9' ? c - '0' : -1;
  if (!is_decimal_digit(c)) return -1;
  uint32_t zero = c;
  while (c - zero < 9 && (zero & 0xF) != 0 && (zero & 0xF) != 6 && is_decimal_digit(zero - 1)) --zero;
  return static_cast<int>(c - zero);
}

[[noreturn]] void fail(const std::string& message) { throw_error(Error::kNumberFormat, message); }

class Parser {
 public:
  explicit Parser(std::u16string_view text) : text_(text) {}

  Value run() {
    if (peek() == '-' || peek() == '+') {
      if (peek() == '-') digits_ += '-';
      ++at_;
    }
    read_digits();
    if (!seen_digit_) fail("No digits found.");
    int64_t scale = scale_ - exponent_;
    if (scale != static_cast<int32_t>(scale)) fail("Scale out of range.");
    return make(integer::parse(digits_, 10, integer::As::kShortest), scale);
  }

 private:
  // The next unit. At the end Java's array has none: that exception is the cause.
  char16_t peek() const {
    if (at_ < text_.size()) return text_[at_];
    std::string size = std::to_string(text_.size());
    Value cause = make_throwable(error_class(Error::kArrayIndexOutOfBounds),
                                 make_string("Index " + size + " out of bounds for length " + size), Value::nil(), Value::nil());
    throw_value(make_throwable(error_class(Error::kNumberFormat), Value::nil(), cause, Value::nil()));
  }

  void read_digits() {
    bool compact = text_.size() - at_ <= kCompactUnits, seen_point = false;
    for (; at_ < text_.size(); ++at_) {
      char16_t c = text_[at_];
      if (int digit = digit_of(c); digit >= 0) {
        digits_ += static_cast<char>('0' + digit);
        seen_digit_ = true;
        scale_ += seen_point;
      } else if (c == '.') {
        if (seen_point) fail("Character array contains more than one decimal point.");
        seen_point = true;
      } else if (c == 'e' || c == 'E') {
        return read_exponent();
      } else if (compact) {
        fail("Character " + utf8::from_utf16(&c, 1) +
             " is neither a decimal digit number, decimal point, nor \"e\" notation exponential mark.");
      } else {
        fail("Character array is missing \"e\" notation exponential mark.");
      }
    }
  }

  void read_exponent() {
    ++at_;
    bool negative = peek() == '-';
    if (negative || peek() == '+') ++at_;
    peek();
    while (text_.size() - at_ > kExponentDigits && digit_of(text_[at_]) == 0) ++at_;
    if (text_.size() - at_ > kExponentDigits) fail("Too many nonzero exponent digits.");
    for (; at_ < text_.size(); ++at_) {
      int digit = digit_of(text_[at_]);
      if (digit < 0) fail("Not a digit.");
      exponent_ = exponent_ * 10 + digit;
    }
    if (negative) exponent_ = -exponent_;
    if (exponent_ != static_cast<int32_t>(exponent_)) fail("Exponent overflow.");
  }

  std::u16string_view text_;
  size_t at_ = 0;
  std::string digits_;
  bool seen_digit_ = false;
  int64_t scale_ = 0, exponent_ = 0;
};

}  // namespace

Value parse(std::u16string_view text) { return Parser(text).run(); }
Value parse(std::string_view text) { return Parser(utf8::to_utf16(text)).run(); }

}  // namespace decimal
}  // namespace clj
