#include "clj/linker/executable.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>

#include "clj/base/file.h"
#include "../temporary_folder.h"

using namespace clj;

TEST_CASE("a stub and a bundle make an executable whose parts are found again") {
  TemporaryFolder folder;
  REQUIRE(write_file(folder.path + "/cljvm", linker::link_stub("program", "image")));
  linker::Stub stub;
  REQUIRE(linker::load_stub(folder.path, linker::StubKind::kFull, stub) == "");
  CHECK(stub.bytes.substr(stub.image_offset, stub.image_bytes) == "image");
  std::string file = linker::link_executable(stub, "bundle");
  linker::FileParts parts = linker::parts_of_file(file);
  CHECK(parts.executable);
  CHECK(parts.image_bytes == 5);
  CHECK(parts.bundle == "bundle");
  CHECK((parts.bundle.data() - file.data()) % 4096 == 0);
}

TEST_CASE("what is no stub cannot be linked, and the message names the file") {
  TemporaryFolder folder;
  linker::Stub stub;
  CHECK(linker::load_stub(folder.path, linker::StubKind::kLean, stub).find("/cljvm-lean (No such file") != std::string::npos);
  REQUIRE(write_file(folder.path + "/cljvm", "a program without an image"));
  CHECK(linker::load_stub(folder.path, linker::StubKind::kFull, stub).find("carries no boot image") != std::string::npos);
}

TEST_CASE("a file without a trailer, or with a damaged one, is taken for a bundle") {
  std::string file = linker::link_stub("program", "image");
  CHECK(linker::parts_of_file(file).executable);
  file[file.size() - 20] = static_cast<char>(file[file.size() - 20] ^ 1);
  CHECK_FALSE(linker::parts_of_file(file).executable);
  CHECK(linker::parts_of_file("short").bundle == "short");
}

TEST_CASE("a folder is never replaced by an output") {
  TemporaryFolder folder;
  CHECK(linker::write_program(folder.path, "x", true).find("would replace a folder") != std::string::npos);
  std::string path = folder.path + "/app";
  REQUIRE(linker::write_program(path, "x", true) == "");
  CHECK(::access(path.c_str(), X_OK) == 0);
  CHECK(linker::write_program(folder.path + "/missing/app", "x", false).find("could not be written") != std::string::npos);
}
