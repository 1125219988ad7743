// java.util.Formatter with any format and arguments of several kinds.
#include "clj/core/format.h"
#include "clj/core/numbers.h"
#include "clj/core/text.h"
#include "fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  clj::fuzz::start();
  // A width of nine digits is no fault of the formatter, only slow.
  int digits = 0;
  for (size_t i = 0; i < size; ++i) {
    digits = data[i] >= '0' && data[i] <= '9' ? digits + 1 : 0;
    if (digits > 4) return 0;
  }
  clj::fuzz::expect_value_or_exception([&] {
    clj::Value args[] = {clj::make_long(-42), clj::Value::dbl(1234.5678), clj::make_string("text"), clj::Value::nil(),
                         clj::Value::boolean(true)};
    clj::format(clj::make_string({reinterpret_cast<const char*>(data), size}), args, 5);
  });
  return 0;
}
