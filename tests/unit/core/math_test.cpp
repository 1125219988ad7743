// Expected values are recorded from the JVM.
#include "clj/core/math.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <string>
#include <vector>

#include "clj/core/numbers.h"
#include "clj/core/random.h"
#include "support.h"

using namespace clj;

TEST_CASE("rounding and floating-point edges are java.lang.Math's") {
  CHECK(math::round(2.5) == 3);
  CHECK(math::round(-2.5) == -2);
  CHECK(math::round(0.49999999999999994) == 0);
  CHECK(math::round(4503599627370497.5) == 4503599627370498);
  CHECK(math::round(9007199254740992.0) == 9007199254740992);
  CHECK(math::round(NAN) == 0);
  CHECK(math::round(1e30) == INT64_MAX);
  CHECK(math::round(-0.5f) == 0);
  CHECK(std::isnan(math::pow(1, NAN)));
  CHECK(std::isnan(math::pow(-1, INFINITY)));
  CHECK(math::pow(NAN, 0) == 1);
  CHECK(std::signbit(math::min(0.0, -0.0)));
  CHECK_FALSE(std::signbit(math::max(-0.0, 0.0)));
  CHECK(std::isnan(math::max(NAN, 1)));
  CHECK(std::signbit(math::signum(-0.0)));
  CHECK(double_text(math::to_radians(180)) == "3.141592653589793");
  CHECK(double_text(math::to_degrees(1)) == "57.29577951308232");
  CHECK(math::ieee_remainder(5, 3) == -1);
  CHECK(double_text(math::ulp(1.0)) == "2.220446049250313E-16");
  CHECK(math::ulp(1.7976931348623157E308) == 1.9958403095347198E292);
  CHECK(math::next_down(0) == -4.9E-324);
  CHECK(math::scalb(1.5, 4) == 24);
  CHECK(math::exponent(1024) == 10);
  CHECK(math::exponent(0) == -1023);
  CHECK(math::exponent(NAN) == 1024);
}

TEST_CASE("exact and floored integer arithmetic") {
  CoreScope scope;
  CHECK(math::floor_div(-7, 2) == -4);
  CHECK(math::floor_mod(-7, 2) == 1);
  CHECK(math::floor_mod(7, -2) == -1);
  CHECK(math::floor_div(INT64_MIN, -1) == INT64_MIN);
  CHECK(math::multiply_high(INT64_MAX, 4) == 1);
  CHECK(outcome([] { return std::to_string(math::floor_div(7, 0)); }) == "java.lang.ArithmeticException: / by zero");
  CHECK(outcome([] { return std::to_string(math::to_int_exact(3000000000)); }) ==
        "java.lang.ArithmeticException: integer overflow");
  CHECK(outcome([] { return std::to_string(math::abs_exact(INT64_MIN)); }) ==
        "java.lang.ArithmeticException: Overflow to represent absolute value of Long.MIN_VALUE");
}

TEST_CASE("Random gives the JVM's sequences") {
  Random random(42);
  auto draw = [](int count, auto next) {
    std::vector<decltype(next())> drawn;
    for (int i = 0; i < count; ++i) drawn.push_back(next());
    return drawn;
  };
  using Ints = std::vector<int32_t>;
  CHECK(draw(5, [&] { return random.next_int(); }) == Ints{-1170105035, 234785527, -1360544799, 205897768, 1325939940});
  CHECK(draw(5, [&] { return random.next_int(10); }) == Ints{5, 5, 8, 9, 3});
  CHECK(draw(5, [&] { return random.next_int(16); }) == Ints{14, 7, 5, 6, 4});
  CHECK(draw(3, [&] { return random.next_long(); }) ==
        std::vector<int64_t>{-5710636755842891759, -4388661819516108785, -33599001222115087});
  CHECK(draw(3, [&] { return random.next_double(); }) ==
        std::vector<double>{0.15195824856297624, 0.43979982659080874, 0.9306311813975403});
  CHECK(draw(3, [&] { return random.next_float(); }) == std::vector<float>{0.7982866f, 0.17737848f, 0.15054744f});
  CHECK(draw(5, [&] { return static_cast<int>(random.next_boolean()); }) == std::vector<int>{1, 0, 0, 0, 1});
  CHECK(draw(5, [&] { return random.next_gaussian(); }) ==
        std::vector<double>{-0.408594189755766, -1.0343592464966107, -1.3341828825971889, 0.8485163405804642,
                            1.0157756767477628});
  CHECK(draw(5, [&] { return random.next_int(5, 100); }) == Ints{30, 33, 36, 85, 85});
  CHECK(draw(5, [&] { return random.next_int(-5, 11); }) == Ints{-2, 1, 5, 2, -2});
  CHECK(draw(3, [&] { return random.next_int(1500000000); }) == Ints{626327552, 471426601, 1279650794});
  uint8_t bytes[6];
  random.next_bytes(bytes, 6);
  CHECK(std::vector<uint8_t>(bytes, bytes + 6) == std::vector<uint8_t>{188, 192, 11, 210, 111, 174});
  CHECK(draw(3, [&] { return random.next_int(-2000000000, 2000000000); }) == Ints{-1560599745, 1625338999, 1585364780});
}
