// What the fuzz targets share. A target is one file with LLVMFuzzerTestOneInput; it is linked
// with libFuzzer in the preset `fuzz`, and elsewhere with run_seeds.cpp, which runs it on files.
//
// Design   docs/testing.md
#pragma once
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>

#include "clj/core/call.h"
#include "clj/core/collections.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/core/var.h"

namespace clj::fuzz {

// A mutator thread with core bootstrapped and *ns* bound to user, for the life of the process.
inline void start() {
  static bool started = [] {
    gc::Options options;
    // Syntax quotes in syntax quotes grow exponentially, as on the JVM: their end is an
    // OutOfMemoryError, soon.
    options.max_heap_bytes = size_t{64} << 20;
    gc::initialize(options);
    new gc::ThreadScope(4 << 20);
    gc::upcalls.out_of_memory = [] { throw_value(roots.out_of_memory_error); };
    bootstrap_core();
    Value entries[] = {roots.var_ns, find_or_create_namespace(make_symbol("", "user")), roots.var_read_eval,
                       Value::boolean(false)};
    new BindingScope(make_map(entries, 4));
    return true;
  }();
  (void)started;
}

// A folder of this process, removed at its end.
inline const std::string& scratch_folder() {
  static const std::string folder = [] {
    const char* base = std::getenv("TMPDIR");
    std::string made = std::string(base == nullptr ? "/tmp" : base) + "/fuzz-XXXXXX";
    if (mkdtemp(made.data()) == nullptr) std::abort();
    return made;
  }();
  static const bool registered = std::atexit([] {
    std::error_code error;
    std::filesystem::remove_all(scratch_folder(), error);
  }) == 0;
  (void)registered;
  return folder;
}

// Runs the body; an exception of the program's kind is an answer, anything else a finding.
template <class Body>
void expect_value_or_exception(Body&& body) {
  try {
    body();
  } catch (const ClojureThrow&) {
  }
}

}  // namespace clj::fuzz

// Native memory of objects that the collector has not met yet is no leak.
extern "C" __attribute__((used)) inline const char* __asan_default_options() { return "detect_leaks=0"; }
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);
