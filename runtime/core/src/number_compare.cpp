// Comparison, equality and hashes of numbers.
#include "clj/core/equality.h"
#include "clj/core/error.h"
#include "clj/core/print.h"
#include "clj/core/text.h"
#include "number_category.h"

namespace clj::num {

namespace {

int compare_ratios(Value a, Value b) {
  using integer::As;
  Value x = integer::multiply(ratio::numerator_of(a), ratio::denominator_of(b), As::kShortest);
  Value y = integer::multiply(ratio::numerator_of(b), ratio::denominator_of(a), As::kShortest);
  return integer::compare(x, y);
}

// Three-way, for every category but doubles.
int compare_exact(Category c, Value a, Value b) {
  switch (c) {
    case Category::kLong: {
      int64_t x = as_fixed_integer(a), y = as_fixed_integer(b);
      return x < y ? -1 : x > y;
    }
    case Category::kRatio: return compare_ratios(a, b);
    case Category::kDecimal: {
      const BigDecimal* x = decimal_of(a);
      return decimal::compare(x, decimal_of(b));
    }
    default: return integer::compare(a, b);
  }
}

// -1, 0 or 1.
int sign(Value a) {
  switch (category(a)) {
    case Category::kDouble: {
      double d = double_of(a);
      return d < 0 ? -1 : d > 0;
    }
    case Category::kDecimal: return decimal::sign(cast<BigDecimal>(a));
    default: return integer::sign(ratio::numerator_of(a));
  }
}

bool is_nan(double d) { return d != d; }

uint32_t hash_double(double d) {
  auto bits = std::bit_cast<uint64_t>(is_nan(d) ? __builtin_nan("") : d);
  return static_cast<uint32_t>(bits ^ bits >> 32);
}
uint32_t hash_float(float f) { return is_nan(f) ? 0x7fc00000u : std::bit_cast<uint32_t>(f); }
uint32_t hash_long(int64_t n) {
  auto bits = static_cast<uint64_t>(n);
  return static_cast<uint32_t>(bits ^ bits >> 32);
}

}  // namespace

bool less_slow(Value a, Value b) {
  if (is_fixed_integer(a) && is_fixed_integer(b)) return as_fixed_integer(a) < as_fixed_integer(b);
  Category c = category(a, b);
  return c == Category::kDouble ? double_of(a) < double_of(b) : compare_exact(c, a, b) < 0;
}
bool less_equal_slow(Value a, Value b) {
  if (is_fixed_integer(a) && is_fixed_integer(b)) return as_fixed_integer(a) <= as_fixed_integer(b);
  Category c = category(a, b);
  return c == Category::kDouble ? double_of(a) <= double_of(b) : compare_exact(c, a, b) <= 0;
}
bool equivalent_slow(Value a, Value b) {
  if (is_fixed_integer(a) && is_fixed_integer(b)) return as_fixed_integer(a) == as_fixed_integer(b);
  // Other classes are complained about before nil.
  for (Value v : {a, b})
    if (!v.is_nil()) category(v);
  Category c = category(a, b);
  return c == Category::kDouble ? double_of(a) == double_of(b) : compare_exact(c, a, b) == 0;
}

bool equal(Value a, Value b) {
  Category x{}, y{};
  if (!find_category(a, x) || !find_category(b, y)) {
    return is_number(a) && is_number(b) && equal(long_of_host_number(a), long_of_host_number(b));
  }
  // Longs and BigInts are one category here: (= 1 1N).
  if (x == Category::kBigInt) x = Category::kLong;
  if (y == Category::kBigInt) y = Category::kLong;
  return x == y && equivalent(a, b);
}

bool java_equals(Value a, Value b) {
  if (a.is_double() && b.is_double()) return a == b;  // tells 0.0 from -0.0; NaN has one word
  if (a.is_inline_long() || a.is_immediate()) return a == b;
  if (!a.is_object() || !b.is_object() || a.as_object()->kind != b.as_object()->kind) return false;
  if (auto* d = try_cast<BigDecimal>(a)) return d->scale == cast<BigDecimal>(b)->scale && equivalent(a, b);
  return equal(a, b);
}

int compare(Value a, Value b) {
  Category c = category(a, b);
  if (c != Category::kDouble) return compare_exact(c, a, b);
  double x = double_of(a), y = double_of(b);
  return x < y ? -1 : x > y;
}

Value max(Value a, Value b) {
  if (is_float(a) && is_nan(to_double(a))) return a;
  if (is_float(b) && is_nan(to_double(b))) return b;
  return less(b, a) ? a : b;
}
Value min(Value a, Value b) {
  if (is_float(a) && is_nan(to_double(a))) return a;
  if (is_float(b) && is_nan(to_double(b))) return b;
  return less(a, b) ? a : b;
}

bool is_even(Value a) {
  if (!is_integer(a)) throw_error(Error::kIllegalArgument, "Argument must be an integer: " + to_utf8(str_value(a)));
  return is_long(a) ? (as_long(a) & 1) == 0 : is_zero(rem(a, Value::inline_long(2)));
}

bool is_zero(Value a) {
  if (a.is_double()) return a.as_double() == 0;
  if (a.is_immediate(ImmediateKind::kFloat)) return as_float(a) == 0;
  return sign(a) == 0;
}
bool is_positive(Value a) { return sign(a) > 0; }
bool is_negative(Value a) { return sign(a) < 0; }

uint32_t java_hash(Value a) {
  if (is_long(a)) return hash_long(as_long(a));
  if (a.is_double()) return hash_double(a.as_double());
  if (a.is_immediate(ImmediateKind::kFloat)) return hash_float(as_float(a));
  if (a.is_immediate()) return a.payload();
  auto* object = a.as_object();
  switch (object->kind) {
    case Kind::kRatio:
      return integer::java_hash(ratio::numerator_of(a)) ^ integer::java_hash(ratio::denominator_of(a));
    case Kind::kBigDecimal: return decimal::java_hash(cast<BigDecimal>(a));
    default: {
      uint32_t hash = object->cached_hash();
      if (hash == 0) {
        bool small = object->kind == Kind::kBigInt && integer::fits_long(a);
        hash = small ? hash_long(integer::low_64(a)) : integer::java_hash(a);
        object->cache_hash(hash);
      }
      return hash;
    }
  }
}

uint32_t hash_eq(Value a) {
  switch (category(a)) {
    case Category::kLong: return murmur3::hash_long(static_cast<uint64_t>(as_fixed_integer(a)));
    case Category::kBigInt:
      return integer::fits_long(a) ? murmur3::hash_long(static_cast<uint64_t>(integer::low_64(a))) : java_hash(a);
    case Category::kDecimal: {
      if (is_zero(a)) return 0;
      return decimal::java_hash(cast<BigDecimal>(decimal::strip_trailing_zeros(cast<BigDecimal>(a))));
    }
    case Category::kDouble: return is_zero(a) ? 0 : java_hash(a);  // -0.0 hashes as 0.0
    case Category::kRatio: return java_hash(a);
  }
  __builtin_unreachable();
}

}  // namespace clj::num
