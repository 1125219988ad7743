// Predicates and coercions.
#include <cmath>
#include <limits>

#include "clj/base/utf8.h"
#include "clj/core/host.h"
#include "clj/core/print.h"
#include "clj/core/text.h"
#include "number_category.h"

namespace clj {

using integer::As;

bool has_number_kind(Value v) {
  num::Category category;
  return num::find_category(v, category);
}
bool is_number(Value v) { return has_number_kind(v) || num::is_host_number(v); }
bool is_integer(Value v) {
  num::Category category;
  return num::find_category(v, category) && category <= num::Category::kBigInt;
}
bool is_rational(Value v) {
  num::Category category;
  return num::find_category(v, category) && category != num::Category::kDouble;
}
bool is_decimal(Value v) { return is_kind(v, Kind::kBigDecimal); }
bool is_float(Value v) { return v.is_double() || v.is_immediate(ImmediateKind::kFloat); }

int64_t saturate_to_long(double d) {
  if (d != d) return 0;
  if (d >= 0x1p63) return INT64_MAX;
  if (d < -0x1p63) return INT64_MIN;
  return static_cast<int64_t>(d);
}
int32_t saturate_to_int(double d) {
  if (d != d) return 0;
  if (d >= 0x1p31) return INT32_MAX;
  if (d < -0x1p31) return INT32_MIN;
  return static_cast<int32_t>(d);
}

namespace {

[[noreturn]] void throw_range(const char* type, Value v) {
  throw_error(Error::kIllegalArgument, std::string("Value out of range for ") + type + ": " + to_utf8(str_value(v)));
}

// The number, or what a host number holds. The JVM names the method it could not call on null.
Value require_number(Value v, const char* method, const char* variable) {
  if (has_number_kind(v)) return v;
  if (num::is_host_number(v)) {
    bool floating = std::string_view(method) == "doubleValue" || std::string_view(method) == "floatValue";
    return call_host_method(make_symbol("", floating ? "doubleValue" : "longValue"), &v, 1);
  }
  if (v.is_nil()) {
    throw_errorf(Error::kNullPointer, "Cannot invoke \"java.lang.Number.%s()\" because \"%s\" is null", method, variable);
  }
  throw_class_cast(v, "java.lang.Number");
}

[[noreturn]] void throw_not_a_character(Value v) {
  if (v.is_nil()) {
    throw_error(Error::kNullPointer, "Cannot invoke \"java.lang.Character.charValue()\" because \"x\" is null");
  }
  throw_class_cast(v, "java.lang.Character");
}

// Number.longValue.
int64_t long_value(Value v) {
  if (is_fixed_integer(v)) return as_fixed_integer(v);
  if (is_float(v)) return saturate_to_long(num::double_of(v));
  if (is_kind(v, Kind::kRatio)) return integer::low_64(ratio::truncate(v, As::kShortest));
  if (auto* d = try_cast<BigDecimal>(v)) return integer::low_64(decimal::to_integer(d, As::kShortest));
  return integer::low_64(v);
}
// Number.intValue; a Ratio goes through a double.
int32_t int_value(Value v) {
  bool through_double = is_float(v) || is_kind(v, Kind::kRatio);
  return through_double ? saturate_to_int(num::double_of(v)) : static_cast<int32_t>(long_value(v));
}

}  // namespace

int64_t to_long(Value v) {
  if (is_fixed_integer(v)) return as_fixed_integer(v);
  if (v.is_character()) return v.as_character();
  v = require_number(v, "doubleValue", "x");
  num::Category category = num::category(v);
  if (category == num::Category::kRatio || category == num::Category::kBigInt) {
    Value whole = category == num::Category::kRatio ? ratio::truncate(v, As::kBigInt) : v;
    if (!integer::fits_long(whole)) throw_range("long", whole);
    return integer::low_64(whole);
  }
  double d = num::double_of(v);
  if (d < -0x1p63 || d > 0x1p63) throw_range("long", make_double(d));
  return saturate_to_long(d);
}

int64_t to_long_parameter(Value v) {
  if (v.is_character()) throw_class_cast(v, "java.lang.Number");
  return to_long(v);
}

int32_t to_int(Value v) {
  if (v.is_character()) return v.as_character();
  if (!is_number(v)) throw_not_a_character(v);
  int64_t n = to_long(v);
  if (n != static_cast<int32_t>(n)) throw_error(Error::kArithmetic, "integer overflow");
  return static_cast<int32_t>(n);
}
int16_t to_short(Value v) {
  int64_t n = to_long(v);
  if (n != static_cast<int16_t>(n)) throw_range("short", v);
  return static_cast<int16_t>(n);
}
int8_t to_byte(Value v) {
  int64_t n = to_long(v);
  if (n != static_cast<int8_t>(n)) throw_range("byte", v);
  return static_cast<int8_t>(n);
}
char16_t to_char(Value v) {
  if (v.is_character()) return v.as_character();
  v = require_number(v, "longValue", "x");
  int64_t n = long_value(v);
  if (n != static_cast<char16_t>(n)) throw_range("char", v);
  return static_cast<char16_t>(n);
}

namespace {

// A hint may have been wrong: `otherwise` casts what is no float.
template <class T>
T floating_cast(Value v, const char* type, T (*otherwise)(Value)) {
  if (!is_float(v)) return otherwise(v);
  double d = num::double_of(v);
  if (!(d >= std::numeric_limits<T>::min() && d <= std::numeric_limits<T>::max())) throw_range(type, v);
  return static_cast<T>(d);
}

}  // namespace

int32_t floating_to_int(Value v) {
  return is_float(v) && std::isnan(num::double_of(v)) ? 0 : floating_cast<int32_t>(v, "int", to_int);
}
int16_t floating_to_short(Value v) { return floating_cast<int16_t>(v, "short", to_short); }
int8_t floating_to_byte(Value v) { return floating_cast<int8_t>(v, "byte", to_byte); }
char16_t floating_to_char(Value v) { return floating_cast<char16_t>(v, "char", to_char); }

float to_float(Value v) {
  if (v.is_immediate(ImmediateKind::kFloat)) return as_float(v);
  v = require_number(v, "doubleValue", "x");
  double d = num::double_of(v);
  if (std::fabs(d) > static_cast<double>(std::numeric_limits<float>::max())) throw_range("float", v);
  return static_cast<float>(d);
}
double to_double(Value v) {
  if (v.is_double()) return v.as_double();
  v = require_number(v, "doubleValue", "x");
  return num::double_of(v);
}

int64_t to_long_unchecked(Value v) {
  v = require_number(v, "longValue", "x");
  return long_value(v);
}
int32_t to_int_unchecked(Value v) {
  if (v.is_character()) return v.as_character();
  if (!is_number(v)) throw_not_a_character(v);
  return int_value(require_number(v, "longValue", "x"));
}
int16_t to_short_unchecked(Value v) {
  v = require_number(v, "shortValue", "x");
  return static_cast<int16_t>(int_value(v));
}
int8_t to_byte_unchecked(Value v) {
  v = require_number(v, "byteValue", "x");
  return static_cast<int8_t>(int_value(v));
}
char16_t to_char_unchecked(Value v) {
  if (v.is_character()) return v.as_character();
  v = require_number(v, "longValue", "x");
  return static_cast<char16_t>(long_value(v));
}
float to_float_unchecked(Value v) {
  if (v.is_immediate(ImmediateKind::kFloat)) return as_float(v);
  v = require_number(v, "floatValue", "x");
  if (is_fixed_integer(v)) return static_cast<float>(as_fixed_integer(v));
  if (auto* d = try_cast<BigDecimal>(v)) return decimal::to_float(d);
  if (is_integer(v)) return integer::to_float(v);
  return static_cast<float>(num::double_of(v));
}

namespace num {

namespace {

// What (BigInteger. x) and (BigDecimal. x) do with anything but a number.
[[noreturn]] void throw_no_constructor(Value v, const char* class_name, const char* null_message) {
  if (v.is_nil()) throw_error(Error::kNullPointer, null_message);
  throw_error(Error::kIllegalArgument, std::string("No matching ctor found for class ") + class_name);
}

Value integer_from(Value v, As as) {
  if (String* string = try_cast<String>(v)) return integer::parse_strict(to_utf8(string), 10, as);
  if (!is_number(v)) {
    throw_no_constructor(v, "java.math.BigInteger", "Cannot invoke \"String.length()\" because \"val\" is null");
  }
  switch (category(v)) {
    case Category::kRatio: return ratio::truncate(v, as);
    case Category::kDecimal: return decimal::to_integer(cast<BigDecimal>(v), as);
    case Category::kDouble: return decimal::to_integer(cast<BigDecimal>(decimal::from_double(double_of(v))), as);
    default: return integer::convert(v, as);
  }
}

const Ratio* require_ratio(Value v, const char* field) {
  if (auto* ratio = try_cast<Ratio>(v)) return ratio;
  if (v.is_nil()) throw_errorf(Error::kNullPointer, "Cannot read field \"%s\" because \"r\" is null", field);
  throw_class_cast(v, "clojure.lang.Ratio");
}

}  // namespace

Value to_bigint(Value v) { return integer_from(v, As::kBigInt); }
Value to_biginteger(Value v) { return integer_from(v, As::kBigInteger); }

Value to_bigdec(Value v) {
  if (is_decimal(v)) return v;
  if (is_string(v)) return decimal::parse(to_utf8(v));
  if (!is_number(v)) {
    throw_no_constructor(v, "java.math.BigDecimal", "Cannot invoke \"Object.getClass()\" because \"val\" is null");
  }
  return category(v) == Category::kDouble ? decimal::from_double(double_of(v)) : Value::object(decimal_of(v));
}

Value rationalize(Value v) {
  if (v.is_nil()) return v;
  Value number = v;
  Category c = category(number);
  if (c != Category::kDouble && c != Category::kDecimal) return v;
  Value d = c == Category::kDouble ? decimal::from_double(double_of(v)) : v;
  auto* decimal = cast<BigDecimal>(d);
  if (decimal->scale <= 0) return decimal::to_integer(decimal, As::kBigInt);
  return ratio::make(decimal->unscaled, integer::power_of_ten(static_cast<uint32_t>(decimal->scale)), As::kBigInt);
}

Value numerator(Value v) { return integer::convert(require_ratio(v, "numerator")->numerator, As::kBigInteger); }
Value denominator(Value v) { return integer::convert(require_ratio(v, "denominator")->denominator, As::kBigInteger); }

}  // namespace num

std::string number_text(Value v) {
  if (is_fixed_integer(v)) return std::to_string(as_fixed_integer(v));
  if (v.is_double()) return double_text(v.as_double());
  if (v.is_immediate(ImmediateKind::kFloat)) return float_text(as_float(v));
  if (auto* d = try_cast<BigDecimal>(v)) return decimal::text(d);
  if (auto* r = try_cast<Ratio>(v)) return integer::text(r->numerator) + "/" + integer::text(r->denominator);
  return integer::text(v);
}

}  // namespace clj
