// java.lang.Math and StrictMath. The overload is chosen by the arguments: long, int, double or float.
#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <numbers>

#include "clj/core/math.h"
#include "clj/core/random.h"
#include "clj/core/strict_math.h"
#include "number_values.h"

namespace clj::builtins::host {
namespace {

bool is_int32(Value v) {
  return v.is_immediate(ImmediateKind::kInteger) || v.is_immediate(ImmediateKind::kShort) ||
         v.is_immediate(ImmediateKind::kByte);
}

// A Math function takes primitives: of other numbers the reflector uses the double.
double double_arg(Value v) {
  if (v.is_nil()) throw_error(Error::kNullPointer, "Cannot invoke \"java.lang.Number.doubleValue()\" because \"x\" is null");
  return to_double(v);
}

bool all_floats(const Value* args, uint32_t count) { return std::all_of(args, args + count, is_float_value); }

enum class Width { kInt, kLong, kFloat, kDouble };
Width width_of(Value v) {
  if (is_int32(v)) return Width::kInt;
  if (is_long(v)) return Width::kLong;
  return is_float_value(v) ? Width::kFloat : Width::kDouble;
}

[[noreturn]] void throw_overflow(Width width) {
  throw_error(Error::kArithmetic, width == Width::kInt ? "integer overflow" : "long overflow");
}

// A long parameter. Unlike a cast it takes no character.
int64_t long_parameter(Value v) {
  if (v.is_character()) throw_class_cast(v, "java.lang.Number");
  return to_long(v);
}

// Applies an overflow-checking builtin at the width of the arguments.
template <class Long, class Int>
Value exact(Value a, Value b, Long long_op, Int int_op) {
  if (is_int32(a) && is_int32(b)) {
    int32_t result;
    if (int_op(int_arg(a), int_arg(b), &result)) throw_overflow(Width::kInt);
    return integer(result);
  }
  int64_t result;
  if (long_op(long_parameter(a), long_parameter(b), &result)) throw_overflow(Width::kLong);
  return make_long(result);
}

#define CLJ_EXACT(op)                                                                                   \
  exact(                                                                                                \
      args[0], args[1], [](int64_t a, int64_t b, int64_t* r) { return __builtin_##op##_overflow(a, b, r); }, \
      [](int32_t a, int32_t b, int32_t* r) { return __builtin_##op##_overflow(a, b, r); })

Value fixed(Value a, Value b, int64_t n) {
  return is_int32(a) && is_int32(b) ? integer(static_cast<int32_t>(n)) : make_long(n);
}

template <class Compare>
Value pick(Value a, Value b, Compare better, double (*of_doubles)(double, double)) {
  Width width = std::max(width_of(a), width_of(b));
  switch (width) {
    case Width::kInt: return better(int_arg(a), int_arg(b)) ? integer(int_arg(a)) : integer(int_arg(b));
    case Width::kLong: return better(to_long(a), to_long(b)) ? make_long(to_long(a)) : make_long(to_long(b));
    default: break;
  }
  double result = of_doubles(double_arg(a), double_arg(b));
  return width == Width::kFloat ? make_float(static_cast<float>(result)) : make_double(result);
}

// The methods that have overloads by type take longs and ints, or doubles and floats, and nothing else.
bool is_fixed(Value v) { return is_long(v) || v.is_immediate(ImmediateKind::kInteger); }
bool is_floating(Value v) { return v.is_double() || is_float_value(v); }
void require_numbers(const Value* args, uint32_t count, const char* method) {
  bool all_fixed = true, all_floating = true;
  for (uint32_t i = 0; i < count; ++i) {
    all_fixed = all_fixed && is_fixed(args[i]);
    all_floating = all_floating && is_floating(args[i]);
  }
  if (!all_fixed && !all_floating) throw_no_static_overload(method, count);
}
void require_fixed(const Value* args, uint32_t count, const char* method) {
  for (uint32_t i = 0; i < count; ++i)
    if (!is_fixed(args[i])) throw_no_static_overload(method, count);
}
void require_floating(const Value* args, uint32_t count, const char* method) {
  for (uint32_t i = 0; i < count; ++i)
    if (!is_floating(args[i])) throw_no_static_overload(method, count);
}

}  // namespace

CLJ_FN(math_constant_pi) { return make_double(std::numbers::pi); }
CLJ_FN(math_constant_e) { return make_double(std::numbers::e); }

CLJ_FN(math_abs) {
  require_numbers(args, count, CLJ_METHOD_NAME(abs));
  switch (width_of(args[0])) {
    case Width::kInt: {
      uint32_t n = static_cast<uint32_t>(int_arg(args[0]));
      return integer(static_cast<int32_t>(int_arg(args[0]) < 0 ? 0 - n : n));
    }
    case Width::kLong: {
      uint64_t n = static_cast<uint64_t>(to_long(args[0]));
      return make_long(static_cast<int64_t>(to_long(args[0]) < 0 ? 0 - n : n));
    }
    case Width::kFloat: return make_float(std::fabs(to_float(args[0])));
    case Width::kDouble: break;
  }
  return make_double(std::fabs(double_arg(args[0])));
}
CLJ_FN(math_abs_exact) {
  require_fixed(args, count, CLJ_METHOD_NAME(absExact));
  if (!is_int32(args[0])) return make_long(clj::math::abs_exact(to_long(args[0])));
  if (int_arg(args[0]) == INT32_MIN) {
    throw_error(Error::kArithmetic, "Overflow to represent absolute value of Integer.MIN_VALUE");
  }
  return math_abs(args, count);
}
CLJ_FN(math_max) {
  require_numbers(args, count, CLJ_METHOD_NAME(max));
  return pick(args[0], args[1], [](auto a, auto b) { return a > b; }, clj::math::max);
}
CLJ_FN(math_min) {
  require_numbers(args, count, CLJ_METHOD_NAME(min));
  return pick(args[0], args[1], [](auto a, auto b) { return a < b; }, clj::math::min);
}
CLJ_FN(math_signum) {
  require_floating(args, count, CLJ_METHOD_NAME(signum));
  double sign = clj::math::signum(double_arg(args[0]));
  return is_float_value(args[0]) ? make_float(static_cast<float>(sign)) : make_double(sign);
}

CLJ_FN(math_sqrt) { return make_double(std::sqrt(double_arg(args[0]))); }
CLJ_FN(math_cbrt) { return make_double(strict_math::cbrt(double_arg(args[0]))); }
CLJ_FN(math_pow) { return make_double(clj::math::pow(double_arg(args[0]), double_arg(args[1]))); }
CLJ_FN(math_exp) { return make_double(std::exp(double_arg(args[0]))); }
CLJ_FN(math_expm1) { return make_double(strict_math::expm1(double_arg(args[0]))); }
CLJ_FN(math_log) { return make_double(std::log(double_arg(args[0]))); }
// HotSpot's is rounded correctly but for some 8 of 100,000 arguments; the C library's log10 of a double is not.
CLJ_FN(math_log10) { return make_double(static_cast<double>(log10l(double_arg(args[0])))); }
CLJ_FN(math_log1p) { return make_double(strict_math::log1p(double_arg(args[0]))); }
CLJ_FN(math_sin) { return make_double(std::sin(double_arg(args[0]))); }
CLJ_FN(math_cos) { return make_double(std::cos(double_arg(args[0]))); }
CLJ_FN(math_tan) { return make_double(std::tan(double_arg(args[0]))); }
CLJ_FN(math_asin) { return make_double(strict_math::asin(double_arg(args[0]))); }
CLJ_FN(math_acos) { return make_double(strict_math::acos(double_arg(args[0]))); }
CLJ_FN(math_atan) { return make_double(strict_math::atan(double_arg(args[0]))); }
CLJ_FN(math_atan2) { return make_double(strict_math::atan2(double_arg(args[0]), double_arg(args[1]))); }
CLJ_FN(math_sinh) { return make_double(strict_math::sinh(double_arg(args[0]))); }
CLJ_FN(math_cosh) { return make_double(strict_math::cosh(double_arg(args[0]))); }
CLJ_FN(math_tanh) { return make_double(strict_math::tanh(double_arg(args[0]))); }
CLJ_FN(math_hypot) { return make_double(strict_math::hypot(double_arg(args[0]), double_arg(args[1]))); }

// What HotSpot has code of its own for is another function in StrictMath.
CLJ_FN(strict_exp) { return make_double(strict_math::exp(double_arg(args[0]))); }
CLJ_FN(strict_log) { return make_double(strict_math::log(double_arg(args[0]))); }
CLJ_FN(strict_log10) { return make_double(strict_math::log10(double_arg(args[0]))); }
CLJ_FN(strict_pow) { return make_double(strict_math::pow(double_arg(args[0]), double_arg(args[1]))); }
CLJ_FN(strict_sin) { return make_double(strict_math::sin(double_arg(args[0]))); }
CLJ_FN(strict_cos) { return make_double(strict_math::cos(double_arg(args[0]))); }
CLJ_FN(strict_tan) { return make_double(strict_math::tan(double_arg(args[0]))); }

CLJ_FN(math_floor) { return make_double(std::floor(double_arg(args[0]))); }
CLJ_FN(math_ceil) { return make_double(std::ceil(double_arg(args[0]))); }
CLJ_FN(math_rint) { return make_double(std::nearbyint(double_arg(args[0]))); }
CLJ_FN(math_round) {
  require_floating(args, count, CLJ_METHOD_NAME(round));
  if (is_float_value(args[0])) return integer(clj::math::round(to_float(args[0])));
  return make_long(clj::math::round(double_arg(args[0])));
}
CLJ_FN(math_to_radians) { return make_double(clj::math::to_radians(double_arg(args[0]))); }
CLJ_FN(math_to_degrees) { return make_double(clj::math::to_degrees(double_arg(args[0]))); }
CLJ_FN(math_random) {
  thread_local Random random(fresh_random_seed());
  return make_double(random.next_double());
}

CLJ_FN(math_floor_div) {
  require_fixed(args, count, CLJ_METHOD_NAME(floorDiv));
  return fixed(args[0], args[1], clj::math::floor_div(long_parameter(args[0]), long_parameter(args[1])));
}
CLJ_FN(math_floor_mod) {
  require_fixed(args, count, CLJ_METHOD_NAME(floorMod));
  int64_t mod = clj::math::floor_mod(long_parameter(args[0]), long_parameter(args[1]));
  // The remainder has the width of the divisor.
  return is_int32(args[1]) ? integer(static_cast<int32_t>(mod)) : make_long(mod);
}
CLJ_FN(math_ceil_div) { return fixed(args[0], args[1], clj::math::ceil_div(to_long(args[0]), to_long(args[1]))); }
CLJ_FN(math_add_exact) {
  require_fixed(args, count, CLJ_METHOD_NAME(addExact));
  return CLJ_EXACT(add);
}
CLJ_FN(math_subtract_exact) {
  require_fixed(args, count, CLJ_METHOD_NAME(subtractExact));
  return CLJ_EXACT(sub);
}
CLJ_FN(math_multiply_exact) {
  require_fixed(args, count, CLJ_METHOD_NAME(multiplyExact));
  return CLJ_EXACT(mul);
}
CLJ_FN(math_increment_exact) {
  require_fixed(args, count, CLJ_METHOD_NAME(incrementExact));
  Value pair[] = {args[0], is_int32(args[0]) ? integer(1) : make_long(1)};
  return math_add_exact(pair, 2);
}
CLJ_FN(math_decrement_exact) {
  require_fixed(args, count, CLJ_METHOD_NAME(decrementExact));
  Value pair[] = {args[0], is_int32(args[0]) ? integer(1) : make_long(1)};
  return math_subtract_exact(pair, 2);
}
CLJ_FN(math_negate_exact) {
  require_fixed(args, count, CLJ_METHOD_NAME(negateExact));
  Value pair[] = {is_int32(args[0]) ? integer(0) : make_long(0), args[0]};
  return math_subtract_exact(pair, 2);
}
CLJ_FN(math_to_int_exact) { return integer(clj::math::to_int_exact(to_long(args[0]))); }
CLJ_FN(math_multiply_high) { return make_long(clj::math::multiply_high(to_long(args[0]), to_long(args[1]))); }

CLJ_FN(math_ulp) {
  require_floating(args, count, CLJ_METHOD_NAME(ulp));
  if (is_float_value(args[0])) return make_float(clj::math::ulp(to_float(args[0])));
  return make_double(clj::math::ulp(double_arg(args[0])));
}
CLJ_FN(math_next_up) {
  require_floating(args, count, CLJ_METHOD_NAME(nextUp));
  if (is_float_value(args[0])) return make_float(std::nextafterf(to_float(args[0]), std::numeric_limits<float>::infinity()));
  return make_double(clj::math::next_up(double_arg(args[0])));
}
CLJ_FN(math_next_down) {
  require_floating(args, count, CLJ_METHOD_NAME(nextDown));
  if (is_float_value(args[0])) return make_float(std::nextafterf(to_float(args[0]), -std::numeric_limits<float>::infinity()));
  return make_double(clj::math::next_down(double_arg(args[0])));
}
CLJ_FN(math_next_after) {
  if (is_float_value(args[0])) return make_float(std::nextafterf(to_float(args[0]), static_cast<float>(double_arg(args[1]))));
  return make_double(clj::math::next_after(double_arg(args[0]), double_arg(args[1])));
}
CLJ_FN(math_copy_sign) {
  require_floating(args, count, CLJ_METHOD_NAME(copySign));
  if (all_floats(args, 2)) return make_float(std::copysign(to_float(args[0]), to_float(args[1])));
  return make_double(std::copysign(double_arg(args[0]), double_arg(args[1])));
}
CLJ_FN(math_get_exponent) {
  require_floating(args, count, CLJ_METHOD_NAME(getExponent));
  if (is_float_value(args[0])) return integer(static_cast<int32_t>(std::bit_cast<uint32_t>(to_float(args[0])) >> 23 & 0xFF) - 127);
  return integer(clj::math::exponent(double_arg(args[0])));
}
CLJ_FN(math_scalb) {
  if (is_float_value(args[0])) return make_float(std::scalbn(to_float(args[0]), int_arg(args[1])));
  return make_double(clj::math::scalb(double_arg(args[0]), int_arg(args[1])));
}
CLJ_FN(math_ieee_remainder) { return make_double(clj::math::ieee_remainder(double_arg(args[0]), double_arg(args[1]))); }
CLJ_FN(math_fma) {
  if (all_floats(args, 3)) return make_float(std::fma(to_float(args[0]), to_float(args[1]), to_float(args[2])));
  return make_double(std::fma(double_arg(args[0]), double_arg(args[1]), double_arg(args[2])));
}

}  // namespace clj::builtins::host
