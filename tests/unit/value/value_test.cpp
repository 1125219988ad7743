#include "clj/value/value.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "clj/value/kind.h"

using clj::Value;

TEST_CASE("longs keep their value and order in the word") {
  for (int64_t n : {int64_t{0}, int64_t{1}, int64_t{-1}, Value::kMinInlineLong, Value::kMaxInlineLong}) {
    REQUIRE(Value::fits_inline(n));
    Value v = Value::inline_long(n);
    REQUIRE(v.is_inline_long());
    REQUIRE(v.as_inline_long() == n);
    REQUIRE_FALSE(v.is_double());
    REQUIRE_FALSE(v.is_object());
  }
  REQUIRE_FALSE(Value::fits_inline(Value::kMaxInlineLong + 1));
  REQUIRE_FALSE(Value::fits_inline(Value::kMinInlineLong - 1));
  REQUIRE(static_cast<int64_t>(Value::inline_long(-5).bits()) < static_cast<int64_t>(Value::inline_long(3).bits()));
}

TEST_CASE("doubles round-trip, NaN is one word") {
  for (double d : {0.0, -0.0, 1.5, -1e308, std::numeric_limits<double>::infinity(),
                   -std::numeric_limits<double>::infinity(), 5e-324}) {
    Value v = Value::dbl(d);
    REQUIRE(v.is_double());
    REQUIRE_FALSE(v.is_object());
    REQUIRE(std::bit_cast<uint64_t>(v.as_double()) == std::bit_cast<uint64_t>(d));
  }
  Value nan = Value::dbl(-std::nan("7"));
  REQUIRE(nan.is_double());
  REQUIRE(std::isnan(nan.as_double()));
  REQUIRE(nan == Value::dbl(std::nan("1")));
}

TEST_CASE("nil, booleans and immediates are told apart") {
  REQUIRE_FALSE(Value::nil().truthy());
  REQUIRE_FALSE(Value::boolean(false).truthy());
  REQUIRE(Value::boolean(true).truthy());
  REQUIRE(Value::inline_long(0).truthy());
  REQUIRE(Value::boolean(false).is_boolean());
  REQUIRE_FALSE(Value::nil().is_boolean());
  REQUIRE_FALSE(Value::absent().is_boolean());
  Value c = Value::character(u'λ');
  REQUIRE(c.is_character());
  REQUIRE(c.as_character() == u'λ');
  REQUIRE_FALSE(c.is_object());
  REQUIRE_FALSE(c.is_double());
}

TEST_CASE("every kind has a row") {
  for (int k = 0; k < static_cast<int>(clj::Kind::kCount); ++k) REQUIRE(clj::kind_table[k].name != nullptr);
}
