// The digits of floating-point numbers against the C++ library's, which computes them in another way.
#include <bit>
#include <catch2/catch.hpp>
#include <charconv>
#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "clj/core/numbers.h"

using namespace clj;

namespace {

// "123e4" for "1.23E6", "0.00123" or "1230000.0": no zeros at either end.
std::string normalized(const std::string& text) {
  size_t e = std::min(text.find_first_of("eE"), text.size());
  int exponent = e < text.size() ? std::stoi(text.substr(e + 1)) : 0;
  std::string digits = text.substr(0, e);
  if (size_t point = digits.find('.'); point != std::string::npos) {
    exponent -= static_cast<int>(digits.size() - point - 1);
    digits.erase(point, 1);
  }
  digits.erase(0, digits.find_first_not_of('0'));
  for (; digits.back() == '0'; digits.pop_back()) ++exponent;
  return digits + "e" + std::to_string(exponent);
}

std::string text_of(double d) { return double_text(d); }
std::string text_of(float f) { return float_text(f); }

// A decimal of one digit is the nearest of those with two.
template <class Float>
std::string theirs(Float d) {
  char buffer[64];
  auto write = [&](auto... precision) {
    return std::to_chars(buffer, buffer + sizeof buffer, d, std::chars_format::scientific, precision...).ptr;
  };
  char* end = write();
  if (buffer[1] == 'e') end = write(1);
  return normalized(std::string(buffer, end));
}

std::vector<std::string> different;

template <class Float>
void compare(std::conditional_t<std::is_same_v<Float, double>, uint64_t, uint32_t> bits) {
  auto d = std::bit_cast<Float>(bits);
  constexpr auto kWhole = static_cast<Float>(uint64_t{1} << std::numeric_limits<Float>::digits);
  // Of the whole numbers between, Java drops fewer digits (double_text.cpp).
  if (!std::isfinite(d) || !(d > 0) || (d >= kWhole && d < static_cast<Float>(0x1p63))) return;
  if (normalized(text_of(d)) != theirs(d)) different.push_back(text_of(d));
}

}  // namespace

TEST_CASE("the digits of doubles and floats are the shortest that round to them") {
  std::mt19937_64 random(20260228);
  for (int i = 0; i < 50000; ++i) {
    compare<double>(random());
    compare<float>(static_cast<uint32_t>(random()));
    // Few digits, numbers below the normal ones, and the neighbours of powers of two.
    compare<double>(std::bit_cast<uint64_t>(static_cast<double>(random() % 1000000) / static_cast<double>(1 + random() % 1000)));
    compare<double>(random() >> (12 + random() % 52));
    compare<double>((random() % 2047 << 52) + random() % 5 - 2);
    compare<float>(static_cast<uint32_t>((random() % 255 << 23) + random() % 5 - 2));
  }
  for (uint64_t bits = 1; bits < 3000; ++bits) {
    compare<double>(bits);
    compare<float>(static_cast<uint32_t>(bits));
  }
  CHECK(different == std::vector<std::string>());
}
