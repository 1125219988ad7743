// Charsets, writers and readers.
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <cstdio>
#include <fstream>
#include <string>
#include <thread>

#include "clj/core/error.h"
#include "clj/core/roots.h"
#include "clj/core/type.h"
#include "clj/gc/heap.h"
#include "clj/io/reader.h"
#include "clj/io/writer.h"
#include "../core/support.h"

using namespace clj;

namespace {

struct TemporaryFile {
  TemporaryFile() {
    char name[] = "/tmp/io_test_XXXXXX";
    int descriptor = mkstemp(name);
    REQUIRE(descriptor >= 0);
    path = name;
  }
  ~TemporaryFile() { std::remove(path.c_str()); }
  std::string text() const {
    std::ifstream in(path);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  const String* name() const { return as_string(make_string(path)); }
  std::string path;
};

std::string message(ClojureThrow& t) { return to_utf8(cast<Throwable>(t.value)->message); }

Value lines_of(const char* text) { return io::make_string_reader(make_string(text)); }

}  // namespace

TEST_CASE("UTF-8 is decoded as Java decodes it") {
  CoreScope runtime;
  auto decode = [](std::string_view bytes) { return to_utf8(io::decode(bytes, io::Charset::kUtf8)); };
  CHECK(decode("a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80") == "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80");
  CHECK(decode("a\xFFz") == "a\xEF\xBF\xBDz");
  CHECK(decode("\xE2\x82") == "\xEF\xBF\xBD");
  CHECK(decode("\xE2\x82z") == "\xEF\xBF\xBDz");
  CHECK(decode("\xC0\x80") == "\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST_CASE("a decoder keeps what a piece leaves unfinished") {
  io::Decoder decoder(io::Charset::kUtf8);
  std::u16string out;
  for (char c : std::string("\xF0\x9F\x98\x80\xC3\xA9")) decoder.put({&c, 1}, out);
  decoder.finish(out);
  CHECK(out == u"\U0001F600\u00E9");
}

TEST_CASE("characters that a charset lacks become question marks") {
  CoreScope runtime;
  const String* text = as_string(make_string("a\xC3\xA9\xE2\x82\xAC"));
  CHECK(io::encode(text, io::Charset::kLatin1) == "a\xE9?");
  CHECK(io::encode(text, io::Charset::kAscii) == "a??");
  CHECK(io::encode(text, io::Charset::kUtf16Be) == std::string("\0a\0\xE9\x20\xAC", 6));
  CHECK_THROWS_AS(io::charset_named("nope"), ClojureThrow);
}

TEST_CASE("a string writer collects what is written, through wrappers too") {
  CoreScope runtime;
  Value writer = io::make_string_writer();
  Value wrapper = io::wrap_writer(find_class("java.io.BufferedWriter"), writer);
  io::write(wrapper, "a");
  io::write_unit(writer, u'b');
  io::flush(wrapper);
  CHECK(to_utf8(io::written_text(writer)) == "ab");
}

TEST_CASE("files are written and read back") {
  CoreScope runtime;
  TemporaryFile file;
  Value writer = io::open_file_writer(file.name(), false, io::Charset::kUtf8);
  // A surrogate pair written in two halves is one character.
  io::write_unit(writer, 0xD83D);
  io::write_unit(writer, 0xDE00);
  io::write(writer, "\nz");
  io::close(writer);
  CHECK(file.text() == "\xF0\x9F\x98\x80\nz");
  Value more = io::open_file_writer(file.name(), true, io::Charset::kUtf8);
  io::write(more, "!");
  io::close(more);
  CHECK(to_utf8(io::read_rest(io::open_file_reader(file.name(), io::Charset::kUtf8))) == "\xF0\x9F\x98\x80\nz!");
  CHECK_THROWS_AS(io::write(writer, "x"), ClojureThrow);
}

TEST_CASE("missing files are named") {
  CoreScope runtime;
  try {
    io::open_file_reader(as_string(make_string("no such file.txt")), io::Charset::kUtf8);
    FAIL("opened");
  } catch (ClojureThrow& t) {
    CHECK(message(t) == "no such file.txt (No such file or directory)");
  }
  try {
    io::open_file_reader(as_string(make_string("/tmp")), io::Charset::kUtf8);
    FAIL("opened");
  } catch (ClojureThrow& t) {
    CHECK(message(t) == "/tmp (Is a directory)");
  }
}

TEST_CASE("a full disk is an IOException") {
  CoreScope runtime;
  Value writer = io::open_file_writer(as_string(make_string("/dev/full")), false, io::Charset::kUtf8);
  io::write(writer, "x");
  try {
    io::flush(writer);
    FAIL("written");
  } catch (ClojureThrow& t) {
    CHECK(message(t) == "No space left on device");
  }
}

TEST_CASE("lines end in LF, CR or CRLF") {
  CoreScope runtime;
  Value reader = lines_of("a\nb\r\nc\rd");
  for (const char* line : {"a", "b", "c", "d"}) CHECK(to_utf8(io::read_line(reader)) == line);
  CHECK(io::read_line(reader).is_nil());
  Value empty = lines_of("\n");
  CHECK(to_utf8(io::read_line(empty)) == "");
  CHECK(io::read_line(empty).is_nil());
}

TEST_CASE("units can be pushed back, positions follow") {
  CoreScope runtime;
  Value reader = io::wrap_reader(find_class("clojure.lang.LineNumberingPushbackReader"), lines_of("ab\nc"));
  CHECK(io::read(reader) == 'a');
  io::unread(reader, 'a');
  CHECK(io::read(reader) == 'a');
  CHECK(io::column_number(reader) == 2);
  CHECK(to_utf8(io::read_line(reader)) == "b");
  CHECK(io::line_number(reader) == 2);
  CHECK(io::read(reader) == 'c');
  CHECK(io::read(reader) == io::kEnd);
  io::close_reader(reader);
  CHECK_THROWS_AS(io::read(reader), ClojureThrow);
}

TEST_CASE("A fork can use the standard streams while another thread flushes them") {
  CoreScope runtime;
  std::atomic<bool> stop{false};
  std::thread flushing([&] {
    while (!stop.load()) io::flush_standard();
  });
  int failed = 0;
  for (int i = 0; i < 300 && failed == 0; ++i) {
    pid_t child = io::fork_flushed();
    if (child == 0) {
      alarm(20);  // ends a child that waits for a lock
      io::flush_standard();
      _exit(0);
    }
    int status = -1;
    waitpid(child, &status, 0);
    if (status != 0) ++failed;
  }
  stop.store(true);
  flushing.join();
  CHECK(failed == 0);
}
