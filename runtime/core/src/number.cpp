// Arithmetic across the categories.
#include <cmath>

#include "clj/core/roots.h"
#include "clj/core/type.h"
#include "clj/gc/heap.h"
#include "number_category.h"

namespace clj {

using integer::As;

Value make_boxed_long(int64_t n) {
  auto* boxed = gc::make<BoxedLong>();
  boxed->value = n;
  return Value::object(boxed);
}

namespace num {

void throw_not_a_number(Value v) {
  if (v.is_nil()) {
    throw_error(Error::kNullPointer, "Cannot invoke \"Object.getClass()\" because \"x\" is null");
  }
  throw_class_cast(v, "java.lang.Number");
}

bool is_host_number(Value v) { return implements(v, roots.class_number); }

namespace {
Value held_beside(Value v, Value other) {
  Category found;
  if (find_category(v, found)) return v;
  if (!is_host_number(v)) throw_not_a_number(v);
  return is_float(other) ? make_double(to_double(v)) : make_long(to_long_unchecked(v));
}
}  // namespace

Value long_of_host_number(Value v) { return held_beside(v, Value::nil()); }

Operands held_by_host_numbers(Value a, Value b) {
  if (b.is_nil() && !a.is_nil()) throw_not_a_number(b);
  a = held_beside(a, b);
  return {a, held_beside(b, a)};
}

double double_of(Value v) {
  if (v.is_double()) return v.as_double();
  if (is_fixed_integer(v)) return static_cast<double>(as_fixed_integer(v));
  if (v.is_immediate(ImmediateKind::kFloat)) return as_float(v);
  switch (v.as_object()->kind) {
    case Kind::kRatio: return ratio::to_double(cast<Ratio>(v));
    case Kind::kBigDecimal: return decimal::to_double(cast<BigDecimal>(v));
    default: return integer::to_double(v);
  }
}

const BigDecimal* decimal_of(Value v) {
  if (auto* d = try_cast<BigDecimal>(v)) return d;
  Value made = is_kind(v, Kind::kRatio) ? decimal::from_ratio(v, decimal::current_precision())
                                        : decimal::from_integer(v);
  return cast<BigDecimal>(made);
}

namespace {

using ratio::denominator_of;
using ratio::numerator_of;

[[noreturn]] void throw_overflow() { throw_error(Error::kArithmetic, "long overflow"); }
[[noreturn]] void throw_divide_by_zero() { throw_error(Error::kArithmetic, "Divide by zero"); }

// What a long operation does when 64 bits are not enough.
enum class OnOverflow { kThrow, kPromote, kWrap };

struct Add {
  static bool longs(int64_t a, int64_t b, int64_t* r) { return __builtin_add_overflow(a, b, r); }
  static Value integers(Value a, Value b, As as) { return integer::add(a, b, as); }
  static Value decimals(const BigDecimal* a, const BigDecimal* b) {
    return decimal::add(a, b, decimal::current_precision());
  }
  static double doubles(double a, double b) { return a + b; }
};
struct Subtract {
  static bool longs(int64_t a, int64_t b, int64_t* r) { return __builtin_sub_overflow(a, b, r); }
  static Value integers(Value a, Value b, As as) { return integer::subtract(a, b, as); }
  static double doubles(double a, double b) { return a - b; }
};
struct Multiply {
  static bool longs(int64_t a, int64_t b, int64_t* r) { return __builtin_mul_overflow(a, b, r); }
  static Value integers(Value a, Value b, As as) { return integer::multiply(a, b, as); }
  static Value decimals(const BigDecimal* a, const BigDecimal* b) {
    return decimal::multiply(a, b, decimal::current_precision());
  }
  static double doubles(double a, double b) { return a * b; }
};

template <class Op>
Value on_ratios(Value a, Value b) {
  Value an = numerator_of(a), ad = denominator_of(a), bn = numerator_of(b), bd = denominator_of(b);
  Value d = integer::multiply(ad, bd, As::kShortest);
  if constexpr (std::is_same_v<Op, Multiply>) {
    return ratio::make(integer::multiply(an, bn, As::kShortest), d, As::kBigInt);
  } else {
    Value x = integer::multiply(an, bd, As::kShortest), y = integer::multiply(bn, ad, As::kShortest);
    return ratio::make(Op::integers(x, y, As::kShortest), d, As::kBigInt);
  }
}

// Precondition: is_fixed_integer of both.
template <class Op, OnOverflow kOverflow>
Value combine_longs(Value a, Value b) {
  int64_t result;
  if (Op::longs(as_fixed_integer(a), as_fixed_integer(b), &result)) {
    if (kOverflow == OnOverflow::kThrow) throw_overflow();
    if (kOverflow == OnOverflow::kPromote) return Op::integers(a, b, As::kBigInt);
  }
  // -' adds the negated subtrahend, which here is a BigInt.
  if (std::is_same_v<Op, Subtract> && kOverflow == OnOverflow::kPromote && as_fixed_integer(b) == INT64_MIN)
    return Op::integers(a, b, As::kBigInt);
  return make_long(result);
}

template <class Op, OnOverflow kOverflow>
Value combine(Value a, Value b) {
  // Longs beyond 49 bits (hashes, random numbers) and the ints that host methods return are common.
  bool fixed = is_fixed_integer(a) && is_fixed_integer(b);
  if (std::is_same_v<Op, Subtract> && kOverflow == OnOverflow::kThrow) {
    // The JVM negates the subtrahend in its own category first; -subtract-least is for where it does not.
    if (is_long(b) && as_long(b) == INT64_MIN && (fixed || is_number(a))) throw_overflow();
  }
  if (fixed) return combine_longs<Op, kOverflow>(a, b);
  Category both = category(a, b);
  switch (both) {
    case Category::kLong: return combine_longs<Op, kOverflow>(a, b);
    case Category::kBigInt: return Op::integers(a, b, As::kBigInt);
    case Category::kRatio: return on_ratios<Op>(a, b);
    case Category::kDecimal: {
      const BigDecimal* x = decimal_of(a);
      // As the JVM, x + (- y), negated in y's own category: in a given precision the negation of a decimal rounds, too.
      if constexpr (std::is_same_v<Op, Subtract>) return Add::decimals(x, decimal_of(kOverflow == OnOverflow::kThrow ? negate(b) : negate_promoting(b)));
      else return Op::decimals(x, decimal_of(b));
    }
    case Category::kDouble: {
      double x = double_of(a), y = double_of(b);
      // Negating an integer zero gives no -0.0: (- -0.0 0N) is 0.0.
      if (std::is_same_v<Op, Subtract> && y == 0 && !is_float(b)) return make_double(x + y);
      return make_double(Op::doubles(x, y));
    }
  }
  __builtin_unreachable();
}

Value divide_longs(int64_t n, int64_t d) {
  if (d == 0) throw_divide_by_zero();
  // Wraps like the JVM's: (/ Long/MIN_VALUE -1) is Long/MIN_VALUE.
  auto negated = [](int64_t x) { return static_cast<int64_t>(0 - static_cast<uint64_t>(x)); };
  if (d == -1) return make_long(negated(n));
  int64_t u = n, v = d;
  while (v != 0) {
    int64_t r = v == -1 ? 0 : u % v;
    u = v;
    v = r;
  }
  if (u == -1) {
    n = negated(n), d = negated(d);
  } else {
    n /= u, d /= u;
  }
  if (d < 0) n = negated(n), d = negated(d);
  return d == 1 ? make_long(n) : ratio::make_raw(make_long(n), make_long(d));
}

// The integer quotient of doubles, as a double.
double double_quotient(double n, double d) {
  if (d == 0) throw_divide_by_zero();
  double q = n / d;
  if (!std::isfinite(q)) throw_error(Error::kNumberFormat, "Infinite or NaN");
  return std::trunc(q) + 0.0;  // + 0.0: the JVM goes through a long, so -0.5 gives 0.0
}

bool is_nan(Value v) { return (v.is_double() && v.as_double() != v.as_double()) ||
                              (v.is_immediate(ImmediateKind::kFloat) && as_float(v) != as_float(v)); }

}  // namespace

Value add_slow(Value a, Value b) { return combine<Add, OnOverflow::kThrow>(a, b); }
Value subtract_slow(Value a, Value b) { return combine<Subtract, OnOverflow::kThrow>(a, b); }
Value multiply_slow(Value a, Value b) { return combine<Multiply, OnOverflow::kThrow>(a, b); }
Value add_promoting(Value a, Value b) { return combine<Add, OnOverflow::kPromote>(a, b); }
Value subtract_promoting(Value a, Value b) {
  category(b);  // the subtrahend is complained about first
  return combine<Subtract, OnOverflow::kPromote>(a, b);
}
Value multiply_promoting(Value a, Value b) { return combine<Multiply, OnOverflow::kPromote>(a, b); }
Value unchecked_add(Value a, Value b) { return combine<Add, OnOverflow::kWrap>(a, b); }
// Objects are subtracted as on the JVM, by adding what b negated is, and the least long stays what it is. Doubles are
// subtracted as primitive ones are.
Value unchecked_subtract(Value a, Value b) {
  if (is_kind(b, Kind::kBoxedLong) && as_long(b) == INT64_MIN) {
    Category both = category(a, b);
    if (both != Category::kLong && both != Category::kDouble) return unchecked_add(a, b);
  }
  return combine<Subtract, OnOverflow::kWrap>(a, b);
}
Value unchecked_multiply(Value a, Value b) { return combine<Multiply, OnOverflow::kWrap>(a, b); }

Value divide(Value a, Value b) {
  if (is_nan(a)) return make_double(std::nan(""));
  if (is_nan(b)) return make_double(std::nan(""));
  if (is_zero(b)) throw_divide_by_zero();
  switch (category(a, b)) {
    case Category::kLong: return divide_longs(as_fixed_integer(a), as_fixed_integer(b));
    case Category::kBigInt: return ratio::make(a, b, As::kBigInt);
    case Category::kRatio: {
      Value n = integer::multiply(numerator_of(a), denominator_of(b), As::kShortest);
      Value d = integer::multiply(denominator_of(a), numerator_of(b), As::kShortest);
      return ratio::make(n, d, As::kBigInt);
    }
    case Category::kDecimal: {
      const BigDecimal* x = decimal_of(a);
      return decimal::divide(x, decimal_of(b), decimal::current_precision());
    }
    case Category::kDouble: return make_double(double_of(a) / double_of(b));
  }
  __builtin_unreachable();
}

Value negate(Value a) {
  switch (category(a)) {
    case Category::kDouble: return make_double(-double_of(a));
    case Category::kDecimal: return decimal::negate(cast<BigDecimal>(a), decimal::current_precision());
    case Category::kRatio: return ratio::make_raw(integer::negate(numerator_of(a), As::kShortest), denominator_of(a));
    default: return subtract(Value::inline_long(0), a);
  }
}
Value negate_promoting(Value a) {
  return category(a) <= Category::kBigInt ? subtract_promoting(Value::inline_long(0), a) : negate(a);
}
Value unchecked_negate(Value a) {
  return category(a) <= Category::kBigInt ? unchecked_subtract(Value::inline_long(0), a) : negate(a);
}

Value quot(Value a, Value b) {
  if (is_fixed_integer(a) && is_fixed_integer(b)) {
    int64_t d = as_fixed_integer(b);
    if (d == 0) throw_divide_by_zero();
    return d == -1 ? unchecked_negate(a) : make_long(as_fixed_integer(a) / d);
  }
  if (is_zero(b)) throw_divide_by_zero();
  switch (category(a, b)) {
    case Category::kLong: return quot(a, b);  // of host numbers
    case Category::kBigInt: return integer::quot(a, b, As::kBigInt);
    case Category::kRatio: {
      Value n = integer::multiply(numerator_of(a), denominator_of(b), As::kShortest);
      Value d = integer::multiply(denominator_of(a), numerator_of(b), As::kShortest);
      return integer::quot(n, d, As::kBigInt);
    }
    case Category::kDecimal: {
      const BigDecimal* x = decimal_of(a);
      return decimal::quot(x, decimal_of(b), decimal::current_precision());
    }
    case Category::kDouble: return make_double(double_quotient(double_of(a), double_of(b)));
  }
  __builtin_unreachable();
}

Value rem(Value a, Value b) {
  if (is_fixed_integer(a) && is_fixed_integer(b)) {
    int64_t d = as_fixed_integer(b);
    if (d == 0) throw_divide_by_zero();
    return d == -1 ? Value::inline_long(0) : make_long(as_fixed_integer(a) % d);
  }
  if (is_zero(b)) throw_divide_by_zero();
  switch (category(a, b)) {
    case Category::kLong: return rem(a, b);  // of host numbers
    case Category::kBigInt: return integer::rem(a, b, As::kBigInt);
    case Category::kRatio: return subtract(a, multiply(quot(a, b), b));
    case Category::kDecimal: {
      const BigDecimal* x = decimal_of(a);
      return decimal::rem(x, decimal_of(b), decimal::current_precision());
    }
    case Category::kDouble: {
      double n = double_of(a), d = double_of(b);
      return make_double(n - double_quotient(n, d) * d);
    }
  }
  __builtin_unreachable();
}

Value mod(Value a, Value b) {
  Value m = rem(a, b);
  return is_zero(m) || is_positive(a) == is_positive(b) ? m : add(m, b);
}

Value abs(Value a) {
  switch (category(a)) {
    case Category::kLong: {
      int64_t n = as_fixed_integer(a);
      return n < 0 ? unchecked_negate(a) : make_long(n);
    }
    case Category::kBigInt: return integer::abs(a, As::kBigInt);
    case Category::kRatio: return is_negative(a) ? negate(a) : a;
    case Category::kDecimal: return decimal::abs(cast<BigDecimal>(a), decimal::current_precision());
    case Category::kDouble: return make_double(std::fabs(double_of(a)));
  }
  __builtin_unreachable();
}

}  // namespace num
}  // namespace clj
