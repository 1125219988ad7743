// java.math.BigDecimal: an unscaled integer times ten to the minus `scale`.
//
// The unscaled integer is a shortest integer (bigint.h). Results have the scale Java gives
// them, which programs see when they print. Arithmetic on numbers (numbers.h) takes the
// precision from *math-context*; the functions here take it as an argument.
//
// Errors   ArithmeticException: "Non-terminating decimal expansion; no exact representable
//          decimal result.", "Rounding necessary", "Division impossible", "Overflow".
// Design   docs/numbers.md
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "clj/core/bigint.h"

namespace clj {

struct BigDecimal : Object {
  static constexpr Kind kKind = Kind::kBigDecimal;
  static constexpr uint16_t kSlots = 1;
  Value unscaled;
  int32_t scale;
};

// In the order of java.math.RoundingMode.
enum class Rounding : uint8_t { kUp, kDown, kCeiling, kFloor, kHalfUp, kHalfDown, kHalfEven, kUnnecessary };

// Precision in digits; 0 means exact.
struct Precision {
  uint32_t digits = 0;
  Rounding rounding = Rounding::kHalfUp;
};

namespace decimal {

Value make(Value unscaled, int64_t scale);
Value from_integer(Value integer);
Value from_double(double d);  // by its shortest text, as BigDecimal.valueOf; throws NumberFormatException
Value from_ratio(Value ratio, Precision precision);
// Java's new BigDecimal(String). Throws NumberFormatException, which says what the fault is.
Value parse(std::string_view text);
Value parse(std::u16string_view text);
std::string text(const BigDecimal* d);        // toString: "1E+3"
std::string plain_text(const BigDecimal* d);  // toPlainString
std::string engineering_text(const BigDecimal* d);  // toEngineeringString

Value add(const BigDecimal* a, const BigDecimal* b, Precision precision = {});
Value subtract(const BigDecimal* a, const BigDecimal* b, Precision precision = {});
Value multiply(const BigDecimal* a, const BigDecimal* b, Precision precision = {});
// Precondition of these three: b is not zero.
Value divide(const BigDecimal* a, const BigDecimal* b, Precision precision = {});
Value quot(const BigDecimal* a, const BigDecimal* b, Precision precision = {});
Value rem(const BigDecimal* a, const BigDecimal* b, Precision precision = {});
Value divide_to_scale(const BigDecimal* a, const BigDecimal* b, int64_t scale, Rounding rounding);
Value negate(const BigDecimal* a, Precision precision = {});
Value abs(const BigDecimal* a, Precision precision = {});
Value power(const BigDecimal* a, uint32_t exponent);

Value round(const BigDecimal* a, Precision precision);
Value set_scale(const BigDecimal* a, int64_t scale, Rounding rounding = Rounding::kUnnecessary);
Value strip_trailing_zeros(const BigDecimal* a);
uint32_t precision(const BigDecimal* a);  // digits of the unscaled value

int compare(const BigDecimal* a, const BigDecimal* b);
int sign(const BigDecimal* a);
Value to_integer(const BigDecimal* a, integer::As as);  // truncates
double to_double(const BigDecimal* a);
float to_float(const BigDecimal* a);
uint32_t java_hash(const BigDecimal* a);

// The precision *math-context* asks for; exact when it is nil.
Precision current_precision();

}  // namespace decimal

// java.math.MathContext and RoundingMode, as programs hold them.
struct MathContext : Object {
  static constexpr Kind kKind = Kind::kMathContext;
  static constexpr uint16_t kSlots = 0;
  uint32_t digits;
  Rounding rounding;
};
struct RoundingMode : Object {
  static constexpr Kind kKind = Kind::kRoundingMode;
  static constexpr uint16_t kSlots = 0;
  Rounding rounding;
};
Value make_math_context(uint32_t digits, Rounding rounding);
Value make_rounding_mode(Rounding rounding);
const char* rounding_name(Rounding rounding);  // "HALF_UP"

}  // namespace clj
