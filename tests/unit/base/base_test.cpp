#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>

#include "clj/base/checksum.h"
#include "clj/base/file.h"
#include "clj/base/utf8.h"

using namespace clj;

namespace {

// A directory that goes away with the test.
struct TemporaryDirectory {
  TemporaryDirectory() {
    std::string pattern = (std::filesystem::temp_directory_path() / "clj-XXXXXX").string();
    path = ::mkdtemp(pattern.data());
  }
  ~TemporaryDirectory() { std::filesystem::remove_all(path); }
  std::string path;
};

std::u16string decode(std::string_view text) { return utf8::to_utf16(text); }

}  // namespace

TEST_CASE("ill-formed UTF-8 becomes one U+FFFD per maximal subpart, as in Java") {
  CHECK(decode("a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80") == u"a\u00E9\u20AC\U0001F600");
  CHECK(decode("\xC3") == u"\uFFFD");
  CHECK(decode("\xC0\x80") == u"\uFFFD\uFFFD");
  CHECK(decode("\xE2\x82" "a") == u"\uFFFD" u"a");
  CHECK(decode("\xED\xA0\x80") == u"\uFFFD\uFFFD\uFFFD");
  CHECK(decode("\xF5\x80") == u"\uFFFD\uFFFD");
  CHECK(utf8::ascii_prefix("0123456789\xC3\xA9") == 10);
  char16_t units[] = {0xD83D, 0xDE00, 0xDC00, 'x', 0xD800};
  CHECK(utf8::from_utf16(units, 5) == "\xF0\x9F\x98\x80?x?");
}

TEST_CASE("files are written whole and read back") {
  TemporaryDirectory directory;
  std::string path = directory.path + "/file", contents;
  std::string bytes("a\0b\n", 4);
  REQUIRE(write_file(path, bytes));
  REQUIRE(read_file(path, contents));
  CHECK(contents == bytes);
  REQUIRE(write_file(path, "replaced", 0755));
  MappedFile mapped;
  REQUIRE(mapped.open(path));
  CHECK(mapped.view() == "replaced");
  CHECK((std::filesystem::status(path).permissions() & std::filesystem::perms::owner_exec) !=
        std::filesystem::perms::none);
  auto entries = std::filesystem::directory_iterator(directory.path);
  CHECK(std::distance(begin(entries), end(entries)) == 1);
  CHECK_FALSE(read_file(directory.path, contents));
  CHECK_FALSE(read_file(directory.path + "/absent", contents));
  CHECK_FALSE(write_file(directory.path + "/absent/file", "x"));
  REQUIRE(write_file(path, ""));
  MappedFile empty;
  CHECK(empty.open(path));
  CHECK(empty.size() == 0);
}

TEST_CASE("a checksum of pieces is the checksum of the whole") {
  Xxh3Stream stream;
  stream.update("hello ", 6);
  stream.update("world", 5);
  CHECK(stream.digest() == xxh3_64("hello world", 11));
}
