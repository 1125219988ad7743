// Expected texts are recorded from JVM Clojure 1.11.1.
#include "clj/core/numbers.h"

#include <catch2/catch.hpp>

#include "clj/core/bigdecimal.h"
#include "clj/core/ratio.h"
#include "clj/gc/heap.h"

using namespace clj;

namespace {

struct Scope {
  gc::ThreadScope thread{64 << 20};
};

Value n(const char* token) {
  Value v = parse_number(token);
  REQUIRE_FALSE(v.is_absent());
  return v;
}

// As `pr` prints it.
std::string pr(Value v) {
  std::string text = number_text(v);
  if (is_kind(v, Kind::kBigInt)) text += "N";
  if (is_kind(v, Kind::kBigDecimal)) text += "M";
  return text;
}

using Binary = Value (*)(Value, Value);
struct Case {
  Binary op;
  const char *a, *b, *expected;
};
void check(std::initializer_list<Case> cases) {
  for (const Case& c : cases) {
    INFO(c.a << " " << c.b);
    CHECK(pr(c.op(n(c.a), n(c.b))) == c.expected);
  }
}

}  // namespace

TEST_CASE("arithmetic promotes as the JVM's numeric tower") {
  Scope scope;
  using namespace num;
  check({
      {add, "1N", "1", "2N"}, {subtract, "1N", "1N", "0N"}, {multiply, "2N", "1/2", "1N"},
      {add, "1/2", "1/2", "1N"}, {multiply, "2", "1/2", "1N"}, {divide, "4", "2", "2"},
      {divide, "4", "6", "2/3"}, {divide, "4N", "2", "2N"}, {divide, "4N", "6", "2/3"},
      {divide, "-4", "6", "-2/3"}, {divide, "4", "-6", "-2/3"}, {add, "1/3", "1.0", "1.3333333333333333"},
      {add, "1", "1.0M", "2.0M"}, {multiply, "1.5M", "1.5M", "2.25M"}, {subtract, "1.50M", "0.5M", "1.00M"},
      {add, "1N", "1M", "2M"}, {add, "1.0", "1M", "2.0"}, {add, "1N", "1.0", "2.0"},
      {divide, "6.0", "4", "1.5"}, {divide, "6M", "4", "1.5M"}, {divide, "1", "2M", "0.5M"},
      {divide, "-9223372036854775808", "-1", "-9223372036854775808"},
      {divide, "1/3", "2", "1/6"}, {divide, "2", "1/3", "6N"}, {divide, "1/2", "-1/3", "-3/2"},
      {divide, "1/3", "1/3", "1N"}, {divide, "1/2", "0.5M", "1M"}, {add, "1/2", "0.5M", "1.0M"},
      {multiply, "1/3", "1N", "1/3"}, {subtract, "1/3", "1/3", "0N"},
      {add_promoting, "9223372036854775807", "1", "9223372036854775808N"},
      {multiply_promoting, "9223372036854775807", "2", "18446744073709551614N"},
      {multiply_promoting, "3037000500", "3037000500", "9223372037000250000N"},
      {subtract_promoting, "-9223372036854775808", "1", "-9223372036854775809N"},
      {add_promoting, "1", "2", "3"}, {subtract_promoting, "3N", "3", "0N"},
      {unchecked_add, "9223372036854775807", "1", "-9223372036854775808"},
      {multiply, "123456789012345678901234567890N", "987654321098765432109876543210N",
       "121932631137021795226185032733622923332237463801111263526900N"},
      {max, "1", "1.0", "1.0"}, {max, "1.0", "1", "1"}, {min, "1", "1.0", "1.0"}, {max, "1", "2N", "2N"},
  });
  CHECK(pr(negate(n("5N"))) == "-5N");
  CHECK(pr(negate(n("1/2"))) == "-1/2");
  CHECK(pr(negate(n("1.5M"))) == "-1.5M");
  CHECK(pr(negate(n("0.0"))) == "-0.0");
  CHECK(pr(negate_promoting(n("-9223372036854775808"))) == "9223372036854775808N");
  CHECK(pr(abs(n("-9223372036854775808"))) == "-9223372036854775808");
  CHECK(pr(abs(n("-1/2"))) == "1/2");
  CHECK(pr(abs(n("-5N"))) == "5N");
  CHECK(pr(abs(n("-0.0"))) == "0.0");
  CHECK(pr(add(make_int(1), make_float(0.5f))) == "1.5");
}

TEST_CASE("longs beyond the inline range are longs") {
  Scope scope;
  Value max = n("9223372036854775807"), edge = n("562949953421311");
  CHECK(is_long(max));
  CHECK(pr(num::subtract(max, n("1"))) == "9223372036854775806");
  CHECK(pr(num::inc(edge)) == "562949953421312");
  CHECK(pr(num::dec(num::inc(edge))) == "562949953421311");
  CHECK(num::dec(num::inc(edge)) == edge);
  CHECK(num::equal(num::inc(edge), n("562949953421312")));
  CHECK(pr(num::multiply(n("3037000499"), n("3037000499"))) == "9223372030926249001");
  CHECK(num::less(n("-9223372036854775808"), max));
}

TEST_CASE("quot, rem and mod of every category and sign") {
  Scope scope;
  using namespace num;
  check({
      {quot, "-7", "2", "-3"}, {rem, "-7", "2", "-1"}, {mod, "-7", "2", "1"}, {mod, "7", "-2", "-1"},
      {quot, "-7.5", "2", "-3.0"}, {rem, "-7.5", "2", "-1.5"}, {mod, "-7.5", "2", "0.5"},
      {quot, "7/2", "2", "1N"}, {rem, "7/2", "2", "3/2"}, {mod, "-7/2", "2", "1/2"},
      {quot, "7M", "2", "3M"}, {rem, "7.5M", "2", "1.5M"}, {mod, "-7.5M", "2", "0.5M"},
      {quot, "1e20", "3", "3.333333333333333E19"}, {quot, "1e300", "1", "1.0E300"}, {rem, "1e300", "7", "0.0"},
      {quot, "7N", "2", "3N"}, {mod, "-7N", "2", "1N"}, {quot, "7", "2N", "3N"}, {rem, "-7N", "2", "-1N"},
      {quot, "-9223372036854775808", "-1", "-9223372036854775808"}, {rem, "-9223372036854775808", "-1", "0"},
      {quot, "-9223372036854775808", "-1N", "9223372036854775808N"},
      {rem, "7/2", "3/2", "1/2"}, {quot, "7/2", "3/2", "2N"}, {mod, "-7/2", "3/2", "1N"},
      {quot, "1e20", "7N", "1.4285714285714287E19"}, {rem, "-7/2", "2", "-3/2"}, {quot, "-7/2", "2", "-1N"},
      {mod, "-7/2", "-2", "-3/2"}, {mod, "7/2", "-2", "-1/2"}, {mod, "5.5M", "-2", "-0.5M"},
      {mod, "7N", "-2", "-1N"}, {mod, "7.5", "-2", "-0.5"}, {mod, "-5", "5N", "0N"}, {quot, "7/2", "0.5M", "7M"},
      {quot, "7.5M", "2", "3.0M"}, {quot, "1e10M", "3", "3333333333M"}, {quot, "1e-5M", "3", "0.00000M"},
      {quot, "7.55M", "0.1M", "75.0M"}, {rem, "7.55M", "0.1M", "0.05M"}, {rem, "1e10M", "3", "1M"},
      {rem, "1M", "1e10M", "1M"}, {quot, "1M", "1e10M", "0E-10M"}, {rem, "-7.5M", "2", "-1.5M"},
      {quot, "-7.5M", "2M", "-3.0M"}, {quot, "100.00M", "10", "10.00M"}, {quot, "100M", "0.01M", "1.00E+4M"},
      {rem, "100M", "0.03M", "0.01M"}, {mod, "-7.55M", "0.1M", "0.05M"},
  });
}

TEST_CASE("comparison and equality") {
  Scope scope;
  using namespace num;
  CHECK_FALSE(equal(n("1"), n("1.0")));
  CHECK(equivalent(n("1"), n("1.0")));
  CHECK(equal(n("1"), n("1N")));
  CHECK(equal(n("1N"), to_biginteger(n("1"))));
  CHECK(equal(n("1"), make_int(1)));
  CHECK(equal(n("1.0"), make_float(1)));
  CHECK_FALSE(equal(n("0.1"), make_float(0.1f)));
  CHECK(equal(n("1.0M"), n("1.00M")));
  CHECK_FALSE(java_equals(n("1.0M"), n("1.00M")));
  CHECK_FALSE(equal(n("1"), n("1M")));
  CHECK(equivalent(n("1"), n("1M")));
  CHECK(equivalent(n("1/2"), n("0.5")));
  CHECK(equivalent(n("1/2"), n("0.5M")));
  CHECK_FALSE(equal(make_double(__builtin_nan("")), make_double(__builtin_nan(""))));
  CHECK(equal(n("0.0"), n("-0.0")));
  CHECK_FALSE(java_equals(n("0.0"), n("-0.0")));
  CHECK_FALSE(java_equals(n("1"), make_int(1)));
  CHECK(compare(n("1"), n("1.0")) == 0);
  CHECK(compare(n("1/2"), n("1/3")) == 1);
  CHECK(compare(n("1e10M"), n("1e-10M")) == 1);
  CHECK(compare(n("1.00M"), n("1.0M")) == 0);
  CHECK(less(n("1e100M"), n("1e101M")));
  CHECK(less(n("-1e1000000000M"), n("1e-1000000000M")));
  CHECK(less(n("9223372036854775807"), n("9223372036854775808")));
  CHECK(less(n("1"), n("3/2")));
  CHECK(compare(make_double(__builtin_nan("")), n("1")) == 0);
  CHECK_FALSE(less_equal(n("1/2"), make_double(__builtin_nan(""))));
}

TEST_CASE("hashes are the JVM's") {
  Scope scope;
  auto hash = [](const char* token) { return static_cast<int32_t>(num::hash_eq(n(token))); };
  CHECK(hash("0") == 0);
  CHECK(hash("1") == 1392991556);
  CHECK(hash("-1") == 1651860712);
  CHECK(hash("1N") == 1392991556);
  CHECK(hash("100000000000") == -11206593);
  CHECK(hash("5000000000") == 34580477);
  CHECK(hash("9223372036854775807") == -2106506049);
  CHECK(hash("9223372036854775808") == INT32_MIN);
  CHECK(hash("-9223372036854775808") == 1366273829);
  CHECK(hash("-9223372036854775809") == INT32_MAX);
  CHECK(hash("18446744073709551616") == 961);
  CHECK(hash("123456789012345678901234567890") == 1915528825);
  CHECK(hash("-123456789012345678901234567890") == -1915528825);
  CHECK(hash("1.0") == 1072693248);
  CHECK(hash("-0.0") == 0);
  CHECK(hash("0.1") == -1507852285);
  CHECK(hash("1/3") == 2);
  CHECK(hash("22/7") == 17);
  CHECK(hash("-22/7") == -19);
  CHECK(hash("123456789012345678901234567891/7") == 1915528829);
  CHECK(hash("1.00M") == 31);
  CHECK(hash("0.0M") == 0);
  CHECK(hash("100M") == 29);
  CHECK(hash("1e10M") == 21);
  CHECK(hash("1.50M") == 466);
  CHECK(hash("123.456M") == 3827139);
  CHECK(hash("-123.456M") == -3827133);
  CHECK(hash("1e-20M") == 51);
  CHECK(hash("12345678901234567890.5M") == 1337890915);
  CHECK(static_cast<int32_t>(num::hash_eq(make_int(-5))) == 1222806974);
  CHECK(static_cast<int32_t>(num::java_hash(make_int(-5))) == -5);
  CHECK(static_cast<int32_t>(num::java_hash(n("-5N"))) == 4);
  CHECK(static_cast<int32_t>(num::java_hash(num::to_biginteger(n("-5")))) == -5);
  CHECK(static_cast<int32_t>(num::hash_eq(make_float(0.1f))) == 1036831949);
  CHECK(static_cast<int32_t>(num::hash_eq(make_double(__builtin_nan("")))) == 2146959360);
  CHECK(static_cast<int32_t>(num::java_hash(n("12345678901234567890.50M"))) == 494186961);
}

TEST_CASE("bit operations") {
  Scope scope;
  using namespace num;
  CHECK(pr(bit_and(make_int(5), n("3"))) == "1");
  CHECK(pr(bit_xor(n("5"), n("3"))) == "6");
  CHECK(pr(bit_and_not(n("7"), n("2"))) == "5");
  CHECK(pr(bit_flip(n("0"), n("70"))) == "64");
  CHECK(pr(shift_left(n("1"), n("64"))) == "1");
  CHECK(pr(shift_left(n("1"), n("63"))) == "-9223372036854775808");
  CHECK(pr(shift_left(n("1"), n("-1"))) == "-9223372036854775808");
  CHECK(pr(shift_right(n("-8"), n("1"))) == "-4");
  CHECK(pr(unsigned_shift_right(n("-1"), n("60"))) == "15");
  CHECK(pr(unsigned_shift_right(n("-1"), n("64"))) == "-1");
  CHECK(bit_test(n("5"), n("2")));
}

TEST_CASE("coercions") {
  Scope scope;
  CHECK(to_long(n("1.9")) == 1);
  CHECK(to_long(n("-7/2")) == -3);
  CHECK(to_long(n("123456789012345678.5M")) == 123456789012345680);
  CHECK(to_long(n("9223372036854775807.0")) == INT64_MAX);
  CHECK(to_long(Value::character('a')) == 97);
  CHECK(to_int_unchecked(n("1e20")) == INT32_MAX);
  CHECK(to_int_unchecked(n("99999999999999999999N")) == 1661992959);
  CHECK(to_long_unchecked(n("99999999999999999999N")) == 7766279631452241919);
  CHECK(to_long_unchecked(n("1e20M")) == 7766279631452241920);
  CHECK(to_byte_unchecked(n("1e20")) == -1);
  CHECK(to_byte_unchecked(n("300.7")) == 44);
  CHECK(to_short_unchecked(n("40000")) == -25536);
  CHECK(float_text(to_float(n("1/3"))) == "0.33333334");
  CHECK(to_float_unchecked(n("9007199791611905")) == 9007200328482816.0f);
  CHECK(double_text(to_double(n("1/3"))) == "0.3333333333333333");
  CHECK(double_text(to_double(n("123456789012345678901234567890"))) == "1.2345678901234568E29");
  CHECK(double_text(to_double(n("100000000000000000000000000000000000000/3"))) == "3.333333333333333E37");
  CHECK(to_double(n("1e400M")) == HUGE_VAL);
  CHECK(pr(num::to_bigint(n("1e30"))) == "1000000000000000000000000000000N");
  CHECK(pr(num::to_bigint(n("-1.999M"))) == "-1N");
  CHECK(pr(num::to_bigdec(n("1e20"))) == "1.0E+20M");
  CHECK(pr(num::to_bigdec(n("1/8"))) == "0.125M");
  CHECK(pr(num::to_bigdec(n("12345678.9"))) == "12345678.9M");
  CHECK(pr(num::to_bigdec(make_float(0.1f))) == "0.10000000149011612M");
  CHECK(pr(num::rationalize(n("0.1"))) == "1/10");
  CHECK(pr(num::rationalize(n("1e20"))) == "100000000000000000000N");
  CHECK(pr(num::rationalize(n("1.0"))) == "1N");
  CHECK(pr(num::rationalize(n("1.25M"))) == "5/4");
  CHECK(pr(num::rationalize(make_float(0.1f))) == "2500000037252903/25000000000000000");
  CHECK(is_kind(num::numerator(n("1/2")), Kind::kBigInteger));
}

TEST_CASE("doubles print as Java prints them") {
  CHECK(double_text(1e7) == "1.0E7");
  CHECK(double_text(9999999.0) == "9999999.0");
  CHECK(double_text(1e-3) == "0.001");
  CHECK(double_text(0.00099) == "9.9E-4");
  CHECK(double_text(123456789.123) == "1.23456789123E8");
  CHECK(double_text(4.9e-324) == "4.9E-324");
  CHECK(double_text(2.2250738585072014E-308) == "2.2250738585072014E-308");
  CHECK(double_text(1.7976931348623157E308) == "1.7976931348623157E308");
  CHECK(double_text(100.0) == "100.0");
  CHECK(double_text(-0.0) == "-0.0");
  CHECK(double_text(0x1p60) == "1.15292150460684698E18");
  CHECK(double_text(6.9771234322452992E17) == "6.9771234322452992E17");
  CHECK(double_text(9007199254740992.0) == "9.007199254740992E15");
  CHECK(float_text(-2.49954488E12f) == "-2.49954488E12");
  CHECK(double_text(1e23) == "1.0E23");
  CHECK(double_text(2e-3) == "0.002");
  CHECK(double_text(-HUGE_VAL) == "-Infinity");
  CHECK(float_text(16777216.0f) == "1.6777216E7");
  CHECK(float_text(1.1f) == "1.1");
  CHECK(float_text(1.4E-45f) == "1.4E-45");
}

TEST_CASE("number tokens") {
  Scope scope;
  const char* cases[][2] = {
      {"0", "0"}, {"-0", "0"}, {"+5", "5"}, {"007", "7"}, {"010", "8"}, {"0x1F", "31"}, {"-0x1f", "-31"},
      {"0XAB", "171"}, {"2r101", "5"}, {"36rZz", "1295"}, {"16rFF", "255"}, {"1N", "1N"}, {"-1N", "-1N"},
      {"0x1FN", "31N"}, {"017N", "15N"}, {"1/2", "1/2"}, {"-2/4", "-1/2"}, {"4/2", "2"}, {"0/5", "0"},
      {"+1/2", "1/2"}, {"01/2", "1/2"}, {"1.", "1.0"}, {"1.e5", "100000.0"}, {"1e-5", "1.0E-5"}, {"1.5M", "1.5M"},
      {"1M", "1M"}, {"1e3M", "1E+3M"}, {"-1.50M", "-1.50M"}, {"1.M", "1M"}, {"1e400", "Infinity"}, {"1e-400", "0.0"},
      {"9223372036854775807", "9223372036854775807"}, {"9223372036854775808", "9223372036854775808N"},
      {"-9223372036854775808", "-9223372036854775808"}, {"0xFFFFFFFFFFFFFFFF", "18446744073709551615N"},
      {"-0x8000000000000000", "-9223372036854775808"},
      {"123456789012345678901234567890/10", "12345678901234567890123456789N"},
      {"4/9223372036854775808", "1/2305843009213693952"}, {"1e1000000M", "1E+1000000M"}, {"08.5", "8.5"},
      {"-0.0", "-0.0"}, {"0e0", "0.0"}, {"12r1A", "22"}, {"00", "0"}, {"00N", "0N"}, {"08M", "8M"},
      {"0.1e-7M", "1E-8M"}, {"01777777777777777777777", "18446744073709551615N"},
      {"36rZZZZZZZZZZZZZZ", "6140942214464815497215N"}, {"1.0E+3M", "1.0E+3M"}, {"0e3M", "0E+3M"},
  };
  for (auto& c : cases) {
    INFO(c[0]);
    CHECK(pr(n(c[0])) == c[1]);
  }
  for (const char* bad : {"08", "1/-2", "1/2N", ".5", "1e", "1e5.5", "1x", "1_000", "1.5N", "1.5.5", "0x", "0xG", "0008",
                          "1f", "1d", "0x1.8p3", "1/", "1/2/3", "0e", "08N", "", "-", "+", "a", "1r", "N"}) {
    INFO(bad);
    CHECK(parse_number(bad).is_absent());
  }
}

TEST_CASE("Java's parseLong and parseDouble") {
  Scope scope;
  CHECK(pr(parse_long_text("-42", 10)) == "-42");
  CHECK(pr(parse_long_text("+7f", 16)) == "127");
  CHECK(parse_long_text("9223372036854775808", 10).is_absent());
  CHECK(parse_long_text("", 10).is_absent());
  CHECK(parse_long_text("-", 10).is_absent());
  CHECK(parse_long_text(" 1", 10).is_absent());
  CHECK(pr(parse_double_text(" 1.5e3f ")) == "1500.0");
  CHECK(pr(parse_double_text(".5")) == "0.5");
  CHECK(pr(parse_double_text("-Infinity")) == "-Infinity");
  CHECK(pr(parse_double_text("0x1.8p3")) == "12.0");
  CHECK(pr(parse_double_text("5.d")) == "5.0");
  CHECK(parse_double_text("").is_absent());
  CHECK(parse_double_text("abc").is_absent());
  CHECK(parse_double_text("1e").is_absent());
  CHECK(parse_double_text("infinity").is_absent());
  CHECK(parse_double_text(".").is_absent());
}

TEST_CASE("BigDecimal scales and texts") {
  Scope scope;
  using namespace num;
  const char* texts[][2] = {{"1e10M", "1E+10M"}, {"1e-6M", "0.000001M"}, {"1e-7M", "1E-7M"}, {"123e-10M", "1.23E-8M"},
                            {"0e-7M", "0E-7M"}, {"-1.5e5M", "-1.5E+5M"}, {"12345e3M", "1.2345E+7M"}, {"0.00M", "0.00M"}};
  for (auto& c : texts) CHECK(pr(n(c[0])) == c[1]);
  check({
      {add, "1.5M", "1e3M", "1001.5M"}, {multiply, "1e3M", "1e3M", "1E+6M"}, {subtract, "1e3M", "1M", "999M"},
      {divide, "1M", "8", "0.125M"}, {divide, "10M", "4", "2.5M"}, {divide, "1e3M", "1e-3M", "1E+6M"},
      {divide, "100M", "10", "10M"}, {divide, "1.00M", "2", "0.50M"}, {divide, "6M", "2M", "3M"},
      {divide, "6.00M", "2M", "3.00M"}, {divide, "0M", "5M", "0M"}, {divide, "0.00M", "5M", "0.00M"},
      {divide, "1e10M", "2", "5E+9M"}, {divide, "2", "1e10M", "2E-10M"}, {divide, "5M", "1e-10M", "5E+10M"},
      {divide, "-1M", "8", "-0.125M"}, {divide, "1M", "-8M", "-0.125M"},
  });
  CHECK(decimal::plain_text(cast<BigDecimal>(n("1e10M"))) == "10000000000");
  CHECK(decimal::plain_text(cast<BigDecimal>(n("1e-10M"))) == "0.0000000001");
  CHECK(pr(decimal::strip_trailing_zeros(cast<BigDecimal>(n("100M")))) == "1E+2M");
  CHECK(pr(decimal::set_scale(cast<BigDecimal>(n("1.2345M")), 2, Rounding::kHalfUp)) == "1.23M");
  CHECK(decimal::precision(cast<BigDecimal>(n("123.450M"))) == 6);
}

TEST_CASE("BigDecimal arithmetic in a given precision") {
  Scope scope;
  using decimal::add, decimal::divide, decimal::multiply, decimal::quot, decimal::rem, decimal::subtract;
  auto d = [](const char* token) { return cast<BigDecimal>(num::to_bigdec(n(token))); };
  using R = Rounding;
  CHECK(pr(divide(d("1M"), d("3M"), {5})) == "0.33333M");
  CHECK(pr(multiply(d("1.23456M"), d("1.23456M"), {5})) == "1.5241M");
  CHECK(pr(add(d("1.2345M"), d("1M"), {3})) == "2.23M");
  CHECK(pr(subtract(d("1.2345M"), d("1e-9M"), {3})) == "1.23M");
  CHECK(pr(divide(d("-2M"), d("3M"), {3, R::kFloor})) == "-0.667M");
  CHECK(pr(divide(d("-2M"), d("3M"), {3, R::kCeiling})) == "-0.666M");
  CHECK(pr(divide(d("2M"), d("3M"), {3, R::kUp})) == "0.667M");
  CHECK(pr(divide(d("2M"), d("3M"), {3, R::kDown})) == "0.666M");
  CHECK(pr(multiply(d("1.005M"), d("10M"), {3, R::kHalfDown})) == "10.0M");
  CHECK(pr(multiply(d("1.015M"), d("10M"), {3, R::kHalfEven})) == "10.2M");
  CHECK(pr(multiply(d("1.005M"), d("10M"), {3, R::kHalfEven})) == "10.0M");
  CHECK(pr(divide(d("1M"), d("2M"), {3, R::kUnnecessary})) == "0.5M");
  CHECK(pr(quot(d("7.5M"), d("2M"), {10})) == "3.0M");
  CHECK(pr(rem(d("7.5M"), d("2M"), {10})) == "1.5M");
  CHECK(pr(add(d("12345M"), d("1M"), {3})) == "1.23E+4M");
  CHECK(pr(add(d("1e10M"), d("1M"), {3})) == "1.00E+10M");
  CHECK(pr(add(d("0M"), d("1.2345M"), {3})) == "1.23M");
  CHECK(pr(add(d("99.99M"), d("0.01M"), {3})) == "100M");
  CHECK(pr(subtract(d("1e10M"), d("1e-10M"), {2})) == "1.0E+10M");
  CHECK(pr(divide(d("10M"), d("4M"), {4})) == "2.5M");
  CHECK(pr(divide(d("100M"), d("1M"), {4})) == "100M");
  CHECK(pr(divide(d("1.0000M"), d("2M"), {4})) == "0.5000M");
  CHECK(pr(divide(d("20000M"), d("3M"), {4})) == "6667M");
  CHECK(pr(divide(d("0.00M"), d("3M"), {4})) == "0.00M");
  CHECK(pr(decimal::abs(d("-1.999M"), {2})) == "2.0M");
  CHECK(pr(decimal::divide_to_scale(d("1M"), d("3M"), 5, R::kHalfUp)) == "0.33333M");
}

TEST_CASE("big integers behave as java.math.BigInteger") {
  Scope scope;
  using namespace integer;
  constexpr As k = As::kBigInteger;
  auto b = [&](const char* t) { return parse(t, 10, k); };
  CHECK(text(gcd(b("12"), b("18"), k)) == "6");
  CHECK(text(mod_power(b("3"), b("100"), b("7"), k)) == "4");
  CHECK(bit_length(b("-8")) == 3);
  CHECK(bit_length(b("255")) == 8);
  CHECK(bit_count(b("255")) == 8);
  CHECK(text(shift_left(b("-5"), 3, k)) == "-40");
  CHECK(text(shift_left(b("-5"), -1, k)) == "-3");
  CHECK(text(bit_and(b("-5"), b("12"), k)) == "8");
  CHECK(text(bit_or(b("-5"), b("2"), k)) == "-5");
  CHECK(text(bit_xor(b("-5"), b("12"), k)) == "-9");
  CHECK(text(bit_not(b("5"), k)) == "-6");
  CHECK(test_bit(b("-5"), 0));
  CHECK(text(b("255"), 16) == "ff");
  CHECK(is_probable_prime(b("97")));
  CHECK(text(square_root(b("99"), k)) == "9");
  CHECK(text(floor_mod(b("-7"), b("3"), k)) == "2");
  CHECK(text(mod_inverse(b("3"), b("7"), k)) == "5");
  CHECK(text(power(b("2"), 100, k)) == "1267650600228229401496703205376");
  CHECK(low_64(b("99999999999999999999")) == 7766279631452241919);
  CHECK(text(next_prime(b("100"), k)) == "101");
  CHECK(digit_count(b("999999999999999999999999999999")) == 30);
  CHECK(digit_count(b("1000000000000000000000000000000")) == 31);
  std::string thousand(1000, '7');
  CHECK(text(b(thousand.c_str())) == thousand);
  CHECK(text(parse("-" + thousand, 8, k), 8) == "-" + thousand);
}
