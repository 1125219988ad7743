// The reader on any bytes, with reader conditionals allowed; what it reads is printed.
#include "clj/core/print.h"
#include "clj/reader/reader.h"
#include "fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  clj::fuzz::start();
  clj::fuzz::expect_value_or_exception([&] {
    clj::reader::Options options;
    options.conditionals = clj::reader::Options::Conditionals::kAllow;
    clj::gc::ValueList forms;
    clj::reader::read_all({reinterpret_cast<const char*>(data), size}, "input.clj", options, forms);
    for (size_t i = 0; i < forms.size(); ++i) clj::print_text(forms.data()[i]);
  });
  return 0;
}
