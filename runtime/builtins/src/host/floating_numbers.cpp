// java.lang.Double and Float.
#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdio>
#include <limits>

#include "number_values.h"

namespace clj::builtins::host {
namespace {

double parse(Value v) {
  if (v.is_nil()) throw_error(Error::kNullPointer, "Cannot invoke \"String.trim()\" because \"in\" is null");
  std::string text = to_utf8(string_arg(v));
  Value parsed = parse_double_text(text);
  if (parsed.is_absent()) {
    // As String.trim has it: controls and spaces.
    std::string blank(33, 0);
    for (size_t i = 0; i < blank.size(); ++i) blank[i] = static_cast<char>(i);
    size_t from = text.find_first_not_of(blank);
    if (from == std::string::npos) throw_error(Error::kNumberFormat, "empty String");
    std::string trimmed = text.substr(from, text.find_last_not_of(blank) - from + 1);
    throw_error(Error::kNumberFormat, "For input string: \"" + trimmed + "\"");
  }
  return parsed.as_double();
}

// Java's order: -0.0 before 0.0, NaN last.
int compare_doubles(double a, double b) {
  if (a < b) return -1;
  if (a > b) return 1;
  auto rank = [](double d) { return std::isnan(d) ? 2 : std::signbit(d) ? 0 : 1; };
  return a == b && a != 0 ? 0 : (rank(a) > rank(b)) - (rank(a) < rank(b));
}

double java_max(double a, double b) {
  if (std::isnan(a) || std::isnan(b)) return std::nan("");
  return compare_doubles(a, b) >= 0 ? a : b;
}
double java_min(double a, double b) {
  if (std::isnan(a) || std::isnan(b)) return std::nan("");
  return compare_doubles(a, b) <= 0 ? a : b;
}

using Double = std::numeric_limits<double>;
using Float = std::numeric_limits<float>;

}  // namespace

// "0x1.8p1"; subnormal numbers begin with 0 and have the smallest exponent.
CLJ_FN(double_to_hex_string) {
  double d = to_double(args[0]);
  if (std::isnan(d)) return make_string("NaN");
  std::string text = std::signbit(d) ? "-" : "";
  if (std::isinf(d)) return make_string(text + "Infinity");
  auto bits = std::bit_cast<uint64_t>(d);
  auto exponent = static_cast<int>(bits >> 52 & 0x7FF);
  uint64_t fraction = bits & ((uint64_t{1} << 52) - 1);
  char digits[16];
  std::snprintf(digits, sizeof digits, "%013lx", static_cast<unsigned long>(fraction));
  std::string kept = digits;
  kept.erase(std::max<size_t>(kept.find_last_not_of('0') + 1, 1));
  text += exponent == 0 ? "0x0." : "0x1.";
  text += kept + "p" + std::to_string(exponent == 0 ? (fraction == 0 ? 0 : -1022) : exponent - 1023);
  return make_string(text);
}

CLJ_FN(number_float_value) { return make_float(to_float_unchecked(args[0])); }
CLJ_FN(number_double_value) { return make_double(to_double(args[0])); }

CLJ_FN(double_parse) { return make_double(parse(args[0])); }
// Of a text, or of a double or float: other numbers fit no overload.
CLJ_FN(double_value_of) {
  require_target(args[0], "String", "trim()", "in");
  if (is_string(args[0])) return double_parse(args, count);
  if (!args[0].is_double() && !is_float_value(args[0])) throw_no_static_overload(CLJ_METHOD_NAME(valueOf), 1);
  return make_double(to_double(args[0]));
}
CLJ_FN(double_to_string) { return make_string(double_text(to_double(args[0]))); }
CLJ_FN(float_parse) { return make_float(static_cast<float>(parse(args[0]))); }
CLJ_FN(float_value_of) {
  require_target(args[0], "String", "trim()", "in");
  return is_string(args[0]) ? float_parse(args, count) : make_float(to_float(args[0]));
}
CLJ_FN(double_hash_code) { return integer(static_cast<int32_t>(java_hash_code(make_double(to_double(args[0]))))); }
CLJ_FN(double_new) {
  require_constructor_argument(args[0].is_nil() || is_string(args[0]) || args[0].is_double() || is_float_value(args[0]), "java.lang.Double");
  return double_value_of(args, count);
}
CLJ_FN(float_new) {
  require_constructor_argument(args[0].is_nil() || is_string(args[0]) || args[0].is_double() || is_float_value(args[0]), "java.lang.Float");
  return float_value_of(args, count);
}
CLJ_FN(float_to_string) { return make_string(float_text(to_float(args[0]))); }
CLJ_FN(floating_is_nan) { return boolean(std::isnan(to_double(args[0]))); }
CLJ_FN(floating_is_infinite) { return boolean(std::isinf(to_double(args[0]))); }
CLJ_FN(floating_is_finite) { return boolean(std::isfinite(to_double(args[0]))); }
CLJ_FN(floating_compare) { return integer(compare_doubles(to_double(args[0]), to_double(args[1]))); }
CLJ_FN(double_max) { return make_double(java_max(to_double(args[0]), to_double(args[1]))); }
CLJ_FN(double_min) { return make_double(java_min(to_double(args[0]), to_double(args[1]))); }
CLJ_FN(double_sum) { return make_double(to_double(args[0]) + to_double(args[1])); }
CLJ_FN(float_max) { return make_float(static_cast<float>(java_max(to_float(args[0]), to_float(args[1])))); }
CLJ_FN(float_min) { return make_float(static_cast<float>(java_min(to_float(args[0]), to_float(args[1])))); }
CLJ_FN(float_sum) { return make_float(to_float(args[0]) + to_float(args[1])); }

CLJ_FN(double_max_value) { return make_double(Double::max()); }
CLJ_FN(double_min_value) { return make_double(Double::denorm_min()); }
CLJ_FN(double_min_normal) { return make_double(Double::min()); }
CLJ_FN(double_max_exponent) { return make_int(1023); }
CLJ_FN(double_min_exponent) { return make_int(-1022); }
CLJ_FN(float_max_exponent) { return make_int(127); }
CLJ_FN(float_min_exponent) { return make_int(-126); }
CLJ_FN(double_nan) { return make_double(Double::quiet_NaN()); }
CLJ_FN(double_positive_infinity) { return make_double(Double::infinity()); }
CLJ_FN(double_negative_infinity) { return make_double(-Double::infinity()); }
CLJ_FN(double_size) { return integer(64); }
CLJ_FN(double_bytes) { return integer(8); }
CLJ_FN(double_type) { return find_class("double"); }
CLJ_FN(float_max_value) { return make_float(Float::max()); }
CLJ_FN(float_min_value) { return make_float(Float::denorm_min()); }
CLJ_FN(float_min_normal) { return make_float(Float::min()); }
CLJ_FN(float_nan) { return make_float(Float::quiet_NaN()); }
CLJ_FN(float_positive_infinity) { return make_float(Float::infinity()); }
CLJ_FN(float_negative_infinity) { return make_float(-Float::infinity()); }
CLJ_FN(float_size) { return integer(32); }
CLJ_FN(float_bytes) { return integer(4); }
CLJ_FN(float_type) { return find_class("float"); }

CLJ_FN(double_to_long_bits) {
  double d = to_double(args[0]);
  return make_long(std::isnan(d) ? int64_t{0x7FF8000000000000} : std::bit_cast<int64_t>(d));
}
CLJ_FN(double_from_long_bits) { return make_double(std::bit_cast<double>(to_long(args[0]))); }
CLJ_FN(float_to_int_bits) {
  float f = to_float(args[0]);
  return integer(std::isnan(f) ? 0x7FC00000 : std::bit_cast<int32_t>(f));
}
CLJ_FN(float_from_int_bits) { return make_float(std::bit_cast<float>(int_arg(args[0]))); }

}  // namespace clj::builtins::host
