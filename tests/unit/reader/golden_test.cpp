// tests/golden/read: texts and what JVM Clojure reads them as (tests/oracle/record_read_goldens.clj).
#include <catch2/catch.hpp>

#include <cctype>
#include <map>

#include "clj/base/file.h"
#include "support.h"

using namespace clj;
using namespace clj::reader_test;

namespace {

std::string golden_path(const std::string& file) {
  std::string here = __FILE__;
  return here.substr(0, here.rfind("/unit/")) + "/golden/read/" + file;
}

// Generated numbers as N, newlines as \n, on one line.
std::string one_line(const std::string& text) {
  std::string out;
  for (size_t i = 0; i < text.size();) {
    if (text[i] == '\n') {
      out += "\\n";
      ++i;
    } else if (text.compare(i, 2, "__") == 0 && i + 2 < text.size() && isdigit(static_cast<unsigned char>(text[i + 2]))) {
      out += "__N";
      for (i += 2; i < text.size() && isdigit(static_cast<unsigned char>(text[i])); ++i) {
      }
    } else {
      out += text[i++];
    }
  }
  return out;
}

Value read_positioned(Value text, reader::Options::Conditionals conditionals) {
  reader::StringSource source(text, true);
  reader::Options options;
  options.eof_throws = true;
  options.conditionals = conditionals;
  return reader::Reader(source, options).read();
}

Value read_plain(Value text) {
  reader::Options options;
  options.eof_throws = true;
  return reader::read_string(text, options);
}

Value read_edn(Value text) {
  Value entries[] = {make_keyword("", "eof"), Value::nil()};
  return reader::read_edn_string(text, make_map(entries, 2));
}

// Each text of `name`.edn read by `read`, as record_read_goldens.clj writes it.
template <class Read>
void compare_with_golden(const std::string& name, bool with_meta, Read&& read) {
  Session session;
  Value entries[] = {roots.var_print_meta, Value::boolean(with_meta)};
  BindingScope bindings(make_map(entries, 2));
  std::string source, golden;
  REQUIRE(read_file(golden_path(name + ".edn"), source));
  REQUIRE(read_file(golden_path(name + ".golden"), golden));
  gc::ValueList forms, texts;
  reader::read_all(source, name, reader::edn_options(), forms);
  REQUIRE(forms.size() == 1);
  append_elements(forms[0], texts);
  size_t at = 0;
  for (Value text : texts) {
    std::string line = one_line(print_text(text)) + " => " + one_line(outcome([&] { return read(text); }));
    size_t end = golden.find('\n', at);
    REQUIRE(end != golden.npos);
    CHECK(line == golden.substr(at, end - at));
    at = end + 1;
  }
}

}  // namespace

using Conditionals = reader::Options::Conditionals;

TEST_CASE("read-string reads what the JVM's does") { compare_with_golden("forms", false, read_plain); }
TEST_CASE("syntax-quote expands as on the JVM") { compare_with_golden("syntax_quote", false, read_plain); }
TEST_CASE("EDN") { compare_with_golden("edn", true, read_edn); }
TEST_CASE("positions in metadata and errors") {
  compare_with_golden("positions", true, [](Value text) { return read_positioned(text, Conditionals::kForbid); });
}
TEST_CASE("reader conditionals") {
  compare_with_golden("conditionals", true, [](Value text) { return read_positioned(text, Conditionals::kAllow); });
}
TEST_CASE("preserved reader conditionals") {
  compare_with_golden("preserved", true, [](Value text) { return read_positioned(text, Conditionals::kPreserve); });
}
