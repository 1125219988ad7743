// clojure.edn on any bytes; what it reads is printed, and that must read again.
#include <cstdlib>

#include "clj/core/print.h"
#include "clj/core/text.h"
#include "clj/reader/edn.h"
#include "fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  clj::fuzz::start();
  clj::fuzz::expect_value_or_exception([&] {
    clj::Value text = clj::make_string({reinterpret_cast<const char*>(data), size});
    clj::Value form = clj::reader::read_edn_string(text, clj::Value::nil());
    clj::print_text(form);
  });
  return 0;
}
