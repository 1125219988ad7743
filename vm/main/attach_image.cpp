// attach_image BINARY IMAGE OUTPUT: a copy of BINARY with IMAGE behind it.
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>

#include "clj/base/file.h"
#include "clj/linker/executable.h"

int main(int argc, char** argv) {
  using namespace clj;
  if (argc != 4) {
    std::fputs("Usage: attach_image BINARY IMAGE OUTPUT\n", stderr);
    return 2;
  }
  std::string binary, image;
  if (!read_file(argv[1], binary) || !read_file(argv[2], image)) {
    std::fprintf(stderr, "attach_image: %s or %s: %s\n", argv[1], argv[2], std::strerror(errno));
    return 1;
  }
  std::string stub = linker::link_stub(binary, image);
  if (!write_file(argv[3], stub, 0777)) {
    std::fprintf(stderr, "attach_image: %s: %s\n", argv[3], std::strerror(errno));
    return 1;
  }
  return 0;
}
