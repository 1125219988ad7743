// A Java pattern, and a text to find it in: the input is cut at its first newline.
#include <cstring>

#include "clj/regex/regex.h"
#include "fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  clj::fuzz::start();
  clj::fuzz::expect_value_or_exception([&] {
    std::string_view input(reinterpret_cast<const char*>(data), size);
    size_t cut = std::min(input.find('\n'), input.size());
    clj::Value pattern = clj::regex::make_pattern(clj::make_string(input.substr(0, cut)));
    clj::Value text = clj::make_string(input.substr(std::min(cut + 1, input.size())));
    clj::regex::first_match(pattern, text, false);
    clj::regex::split(pattern, text, 0);
  });
  return 0;
}
