#include <catch2/catch.hpp>

#include "clj/core/call.h"
#include "support.h"

using namespace clj;
using namespace clj::reader_test;
using reader::Options;

namespace {

std::string read_all_text(std::string_view text) {
  return outcome([&] {
    gc::ValueList forms;
    reader::read_all(text, "a.clj", Options(), forms);
    return make_vector(forms.data(), forms.size());
  });
}

}  // namespace

TEST_CASE("forms follow each other until the end") {
  Session session;
  CHECK(read_all_text("(ns a) [1 2]; comment\n#_ skipped {:a 1} \"s\"") == "[(ns a) [1 2] {:a 1} \"s\"]");
  CHECK(read_all_text("") == "[]");
  CHECK(read_all_text("#!/usr/bin/env cljvm\n1") == "[1]");
}

TEST_CASE("a reader takes no more than its form and one terminator") {
  Session session;
  reader::StringSource source(make_string("abc(d) [e] f"));
  reader::Reader reader(source, Options());
  CHECK(print_text(reader.read()) == "abc");
  CHECK(source.take_unread() == '(');
  source.unread('(');
  CHECK(print_text(reader.read()) == "(d)");
  CHECK(source.take_unread() == reader::kEnd);
  CHECK(print_text(reader.read()) == "[e]");
  CHECK(print_text(reader.read()) == "f");
  CHECK(reader.read().is_absent());
  CHECK(reader.read().is_absent());
}

TEST_CASE("line ends are translated and counted") {
  Session session;
  reader::StringSource source(make_string("a\r\nb\r(c)\n\t(d) \xC3\xA9(e) \xF0\x9F\x98\x80(f) \"x\r\ny\""), true);
  reader::Reader reader(source, Options());
  gc::ValueList forms;
  for (Value form = reader.read(); !form.is_absent(); form = reader.read()) forms.push_back(form);
  Value entries[] = {roots.var_print_meta, Value::boolean(true)};
  BindingScope bindings(make_map(entries, 2));
  CHECK(print_text(make_vector(forms.data(), forms.size())) ==
        "[a b ^{:line 3, :column 1} (c) ^{:line 4, :column 2} (d) \xC3\xA9 ^{:line 4, :column 7} (e) "
        "\xF0\x9F\x98\x80 ^{:line 4, :column 13} (f) \"x\\ny\"]");
}

TEST_CASE("captured text") {
  Session session;
  reader::StringSource source(make_string("  (a) b "));
  reader::Reader reader(source, Options());
  source.start_capture();
  reader.read();
  CHECK(source.take_capture() == u"  (a)");
  source.start_capture();
  reader.read();
  CHECK(source.take_capture() == u" b");
}

TEST_CASE("ill-formed UTF-8 is located") {
  Session session;
  CHECK(read_all_text("(a\n b \xFFz)") ==
        "!! java.io.IOException: Invalid UTF-8 in a.clj: byte 0xFF at line 2, column 4 (byte offset 6) @ 2:4");
  CHECK(read_all_text("\"\xEF\xBF\xBD\"") == "[\"\xEF\xBF\xBD\"]");
  CHECK(read_all_text("\"\xE2\x82\"").find("byte 0xE2 at line 1, column 2") != std::string::npos);
}

TEST_CASE("nesting that is too deep is an error that can be caught") {
  Session session;
  for (const char* open : {"(", "[", "{", "#{", "'", "^:a ", "#_", "#?(:clj "}) {
    std::string text;
    for (int i = 0; i < 100000; ++i) text += open;
    Options options;
    options.conditionals = Options::Conditionals::kAllow;
    CHECK(read_outcome(text, options).find("!! java.lang.StackOverflowError") == 0);
  }
}

TEST_CASE("metadata of Clojure 1.12") {
  Session session;
  Value form = reader::read_string(make_string("^[long _] String/valueOf"));
  CHECK(print_text(meta(form)) == "{:param-tags [long _]}");
  CHECK(read_outcome("[String/1 long/2]") == "[String/1 long/2]");
  CHECK(read_outcome("String/0") == "!! java.lang.RuntimeException: Invalid token: String/0");
}

TEST_CASE("features") {
  Session session;
  Options options;
  options.conditionals = Options::Conditionals::kAllow;
  CHECK(read_outcome("#?(:cljvm 1 :clj 2)", options) == "1");
  CHECK(read_outcome("#?(:clj 2 :cljvm 1)", options) == "2");
  CHECK(read_outcome("#?(:bar 1 :default 2)", options) == "2");
  Value bar = make_keyword("", "bar");
  options.features = make_set(&bar, 1);
  CHECK(read_outcome("#?(:bar 1 :clj 2)", options) == "1");
}

TEST_CASE("literals with many entries are checked for duplicates") {
  Session session;
  std::string map = "{", set = "#{";
  for (int i = 0; i < 40; ++i) {
    map += std::to_string(i) + " " + std::to_string(i) + " ";
    set += std::to_string(i) + " ";
  }
  CHECK(read_outcome(map + "}").find("!!") == std::string::npos);
  CHECK(read_outcome(map + "7 1 3 1}") == "!! java.lang.IllegalArgumentException: Duplicate key: 7");
  CHECK(read_outcome(set + "7 3}") == "!! java.lang.IllegalArgumentException: Duplicate key: 7");
}

TEST_CASE("options given as a map") {
  Session session;
  auto from = [](const char* text, Value& eof, bool edn = false) {
    return Options::from_map(reader::read_string(make_string(text)), eof, edn);
  };
  Value eof;
  Options options = from("{:eof :x :read-cond :preserve :features #{:a}}", eof);
  CHECK_FALSE(options.eof_throws);
  CHECK(print_text(eof) == ":x");
  CHECK(options.conditionals == Options::Conditionals::kPreserve);
  CHECK(from("{}", eof).eof_throws);
  CHECK(from("{:eof :eofthrow}", eof).eof_throws);
  CHECK_FALSE(from("{:eof :eofthrow}", eof, true).eof_throws);
}
