// attach_image [--plain] BINARY IMAGE OUTPUT: a copy of BINARY with IMAGE behind it; unless it is to stay plain, with its
// rarely used parts packed.
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>

#include "clj/base/file.h"
#include "clj/linker/executable.h"
#include "clj/linker/packed_stub.h"

int main(int argc, char** argv) {
  using namespace clj;
  bool plain = argc == 5 && std::strcmp(argv[1], "--plain") == 0;
  if (argc != 4 && !plain) {
    std::fputs("Usage: attach_image [--plain] BINARY IMAGE OUTPUT\n", stderr);
    return 2;
  }
  if (plain) ++argv;
  std::string binary, image;
  if (!read_file(argv[1], binary) || !read_file(argv[2], image)) {
    std::fprintf(stderr, "attach_image: %s or %s: %s\n", argv[1], argv[2], std::strerror(errno));
    return 1;
  }
  if (std::string fault = plain ? "" : linker::pack_stub(binary); !fault.empty()) {
    std::fprintf(stderr, "attach_image: %s %s\n", argv[1], fault.c_str());
    return 1;
  }
  std::string stub = linker::link_stub(binary, image);
  if (!write_file(argv[3], stub, 0777)) {
    std::fprintf(stderr, "attach_image: %s: %s\n", argv[3], std::strerror(errno));
    return 1;
  }
  return 0;
}
