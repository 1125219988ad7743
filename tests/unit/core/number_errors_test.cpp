// Expected classes and messages are recorded from JVM Clojure 1.11.1.
#include <catch2/catch.hpp>

#include "clj/core/bigdecimal.h"
#include "clj/core/numbers.h"
#include "support.h"

using namespace clj;

namespace {

Value n(const char* token) { return parse_number(token); }

template <class F>
std::string failure(F f, Value a, Value b) {
  return outcome([&] { return number_text(f(a, b)); });
}

constexpr char kOverflow[] = "java.lang.ArithmeticException: long overflow";
constexpr char kByZero[] = "java.lang.ArithmeticException: Divide by zero";
constexpr char kNull[] =
    "java.lang.NullPointerException: Cannot invoke \"Object.getClass()\" because \"x\" is null";
constexpr char kNotANumber[] =
    "java.lang.ClassCastException: class java.lang.String cannot be cast to class java.lang.Number "
    "(java.lang.String and java.lang.Number are in module java.base of loader 'bootstrap')";

}  // namespace

TEST_CASE("overflow and division by zero") {
  CoreScope scope;
  using namespace num;
  Value max = n("9223372036854775807"), min = n("-9223372036854775808"), zero = n("0");
  CHECK(failure(add, max, n("1")) == kOverflow);
  CHECK(failure(subtract, min, n("1")) == kOverflow);
  CHECK(failure(multiply, max, n("2")) == kOverflow);
  CHECK(failure(multiply, min, n("-1")) == kOverflow);
  CHECK(outcome([&] { return number_text(negate(min)); }) == kOverflow);
  CHECK(outcome([&] { return number_text(inc(max)); }) == kOverflow);
  for (auto* op : {divide, quot, rem, mod}) {
    for (const char* x : {"1", "1.0", "1N", "1/2", "1M", "0M"}) {
      INFO(x);
      CHECK(failure(op, n(x), zero) == kByZero);
    }
    CHECK(failure(op, n("1"), n("0.0")) == kByZero);
    CHECK(failure(op, n("1"), n("0N")) == kByZero);
  }
  CHECK(failure(quot, n("1e400"), n("1")) == "java.lang.NumberFormatException: Infinite or NaN");
  CHECK(failure(divide, n("1M"), n("3")) ==
        "java.lang.ArithmeticException: Non-terminating decimal expansion; no exact representable decimal result.");
  CHECK(outcome([] { return std::to_string(less(n("1/3"), n("1M"))); }) ==
        "java.lang.ArithmeticException: Non-terminating decimal expansion; no exact representable decimal result.");
}

TEST_CASE("operands that are no numbers") {
  CoreScope scope;
  using namespace num;
  Value text = make_string("a"), nil = Value::nil(), one = n("1");
  CHECK(failure(add, nil, one) == kNull);
  CHECK(failure(add, one, nil) == kNull);
  CHECK(failure(add, text, nil) == kNull);
  CHECK(failure(add, text, one) == kNotANumber);
  CHECK(failure(add, one, text) == kNotANumber);
  CHECK(failure(divide, one, text) == kNotANumber);
  CHECK(failure(quot, nil, one) == kNull);
  CHECK(outcome([&] { return std::to_string(less(one, text)); }) == kNotANumber);
  CHECK(outcome([&] { return std::to_string(is_zero(nil)); }) == kNull);
  CHECK(failure(bit_and, n("1.5"), one) ==
        "java.lang.IllegalArgumentException: bit operation not supported for: class java.lang.Double");
  CHECK(failure(bit_and, one, n("1N")) ==
        "java.lang.IllegalArgumentException: bit operation not supported for: class clojure.lang.BigInt");
  CHECK(failure(bit_and, nil, one) == kNull);
}

TEST_CASE("coercions out of range") {
  CoreScope scope;
  auto range = [](const char* type, const char* number) {
    return std::string("java.lang.IllegalArgumentException: Value out of range for ") + type + ": " + number;
  };
  auto of = [](auto f, Value v) { return outcome([&] { return std::to_string(f(v)); }); };
  CHECK(of(to_long, n("1e20")) == range("long", "1.0E20"));
  CHECK(of(to_long, n("1e20M")) == range("long", "1.0E20"));
  CHECK(of(to_long, n("99999999999999999999N")) == range("long", "99999999999999999999"));
  CHECK(of(to_long, n("100000000000000000000/3")) == range("long", "33333333333333333333"));
  CHECK(of(to_int, n("3000000000")) == "java.lang.ArithmeticException: integer overflow");
  CHECK(of(to_int, Value::nil()) ==
        "java.lang.NullPointerException: Cannot invoke \"java.lang.Character.charValue()\" because \"x\" is null");
  CHECK(of(to_short, n("70000.5")) == range("short", "70000.5"));
  CHECK(of(to_byte, n("300N")) == range("byte", "300"));
  CHECK(of(to_char, n("-1")) == range("char", "-1"));
  CHECK(of(to_char, n("1e20M")) == range("char", "1E+20"));
  CHECK(of(to_float, n("-1e40")) == range("float", "-1.0E40"));
  CHECK(of(to_double, Value::nil()) ==
        "java.lang.NullPointerException: Cannot invoke \"java.lang.Number.doubleValue()\" because \"x\" is null");
  CHECK(of(to_double, make_string("a")) == kNotANumber);
}

TEST_CASE("number tokens the reader complains about") {
  CoreScope scope;
  auto parse = [](const char* token) { return outcome([&] { return number_text(parse_number(token)); }); };
  CHECK(parse("37r1") == "java.lang.NumberFormatException: Radix out of range");
  CHECK(parse("1r0") == "java.lang.NumberFormatException: Radix out of range");
  CHECK(parse("2r2") == "java.lang.NumberFormatException: For input string: \"2\" under radix 2");
  CHECK(parse("2r11N") == "java.lang.NumberFormatException: For input string: \"11N\" under radix 2");
  CHECK(parse("1/0") == kByZero);
  CHECK(parse("1e99999999999M") == "java.lang.NumberFormatException: Too many nonzero exponent digits.");
}

TEST_CASE("BigDecimal precision that cannot be met") {
  CoreScope scope;
  auto d = [](const char* token) { return cast<BigDecimal>(num::to_bigdec(n(token))); };
  auto with = [&](auto f, const char* a, const char* b, Precision p) {
    return outcome([&] { return number_text(f(d(a), d(b), p)); });
  };
  CHECK(with(decimal::divide, "2M", "3M", {3, Rounding::kUnnecessary}) ==
        "java.lang.ArithmeticException: Rounding necessary");
  CHECK(with(decimal::quot, "12345M", "7M", {3}) == "java.lang.ArithmeticException: Division impossible");
  CHECK(with(decimal::rem, "12345M", "7M", {3}) == "java.lang.ArithmeticException: Division impossible");
}
