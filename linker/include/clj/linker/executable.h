// Executables: a runtime stub with a program's bundle behind it.
//
// The stub is an executable that carries a boot image and no program: `cljvm`, or `cljvm-lean`
// without the compiler. Linking appends the bundle on a page and a new trailer.
//
// Errors   Functions return an empty text, or what is wrong.
// Design   docs/bundle-format.md
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace clj::linker {

enum class StubKind { kFull, kLean };
const char* stub_name(StubKind kind);

struct Stub {
  std::string bytes;  // the program and its boot image, without the trailer
  uint64_t image_offset = 0, image_bytes = 0;
};
// Reads the stub from the folder that holds the toolchain's programs.
std::string load_stub(const std::string& folder, StubKind kind, Stub& stub);

// `program` (an ELF file) with the boot image behind it: a stub.
std::string link_stub(std::string_view program, std::string_view image);
// Puts another boot image in the place of the stub's own.
void replace_image(Stub& stub, std::string_view image);
// The stub with the bundle behind it.
std::string link_executable(const Stub& stub, std::string_view bundle);

// What a file consists of. A file without a trailer is taken for a bundle.
struct FileParts {
  bool executable = false;
  uint64_t runtime_bytes = 0, image_bytes = 0;
  std::string_view bundle;
};
FileParts parts_of_file(std::string_view file);

// Writes a program so that nobody sees half of it, runnable if it is an executable. A folder or
// a device at that place is an error.
std::string write_program(const std::string& path, std::string_view contents, bool executable);

}  // namespace clj::linker
