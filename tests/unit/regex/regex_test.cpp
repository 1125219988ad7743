// Patterns in Java's syntax: what they match, with which groups, and their errors. The expected
// values are JVM Clojure's.
#include <catch2/catch.hpp>
#include <string>

#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/print.h"
#include "clj/core/roots.h"
#include "clj/core/type.h"
#include "clj/gc/heap.h"
#include "clj/regex/regex.h"
#include "../core/support.h"

using namespace clj;

namespace {

regex::Matcher* matcher(const char* pattern, const char* text) {
  return cast<regex::Matcher>(regex::make_matcher(regex::make_pattern(make_string(pattern)), make_string(text)));
}

// All matches, as re-seq prints them.
std::string all(const char* pattern, const char* text) {
  regex::Matcher* m = matcher(pattern, text);
  std::string out;
  while (regex::find(m)) out += (out.empty() ? "" : " ") + print_text(regex::groups(m));
  return out;
}

std::string error(const char* pattern) {
  try {
    regex::make_pattern(make_string(pattern));
  } catch (ClojureThrow& t) {
    return to_utf8(cast<Throwable>(t.value)->message);
  }
  return "";
}

}  // namespace

TEST_CASE("classes may be united, intersected and complemented") {
  CoreScope runtime;
  CHECK(all("[a-z&&[^m]]+", "lmn") == "\"l\" \"n\"");
  CHECK(all("[a-d[m-p]]", "dnz") == "\"d\" \"n\"");
  CHECK(all("[^a-z&&[^bc]]", "ab") == "\"b\"");
  CHECK(all("[a-c&&b-d&&c-e]", "abcd") == "\"c\"");
  CHECK(all("[^a[b]]", "abc") == "\"c\"");
  CHECK(all("[]a]", "]a") == "\"]\" \"a\"");
  CHECK(all("[\\p{L}&&[^\\p{Lu}]]+", "ABcd") == "\"cd\"");
}

TEST_CASE("lines end as Java has them end") {
  CoreScope runtime;
  CHECK(all("a$", "a\n") == "\"a\"");
  CHECK(all("a$", "a\r\n") == "\"a\"");
  CHECK(all("a$", "a\n\n") == "");
  CHECK(all("a\\z", "a\n") == "");
  CHECK(all("(?m)^.*$", "a\r\nb\nc") == "\"a\" \"b\" \"c\"");
  CHECK(all("(?m)^", "") == "");
  CHECK(all(".", "a\nb\r\xE2\x80\xA8\xC2\x85" "c") == "\"a\" \"b\" \"c\"");
  CHECK(all("(?d)a$", "a\r") == "");
}

TEST_CASE("case is ASCII's unless unicode case is asked for") {
  CoreScope runtime;
  CHECK(all("(?i)abc", "aBC") == "\"aBC\"");
  CHECK(all("(?i)\xC3\x89", "\xC3\xA9") == "");
  CHECK(all("(?iu)\xC3\x89", "\xC3\xA9") == "\"\xC3\xA9\"");
  CHECK(all("(?i:a)B", "AB Ab") == "\"AB\"");
  CHECK(all("\\w", "a\xC3\xA9_1") == "\"a\" \"_\" \"1\"");
  CHECK(all("(?U)\\w", "\xC3\xA9") == "\"\xC3\xA9\"");
}

TEST_CASE("groups, references and quantifiers") {
  CoreScope runtime;
  CHECK(all("(a)(b)?", "ac") == "[\"a\" \"a\" nil]");
  CHECK(all("(?<a>x)\\k<a>", "xx") == "[\"xx\" \"x\"]");
  CHECK(all("a{2}{2}", "aaaa") == "\"aaaa\"");
  CHECK(all("a++b", "aab") == "\"aab\"");
  CHECK(all("(?x) a b # c", "ab") == "\"ab\"");
  CHECK(all("\\Qa.b\\E+", "a.bbb") == "\"a.bbb\"");
  CHECK(all("a*", "baac") == "\"\" \"aa\" \"\" \"\"");
  CHECK(all(".", "\xF0\x9F\x98\x80") == "\"\xF0\x9F\x98\x80\"");
}

TEST_CASE("bad patterns are reported with Java's words and caret") {
  CoreScope runtime;
  CHECK(error("(") == "Unclosed group near index 1\n(");
  CHECK(error("[a") == "Unclosed character class near index 1\n[a\n ^");
  CHECK(error("a**") == "Dangling meta character '*' near index 2\na**\n  ^");
  CHECK(error("[z-a]") == "Illegal character range near index 3\n[z-a]\n   ^");
  CHECK(error("a)") == "Unmatched closing ')' near index 0\na)\n^");
  CHECK(error("\\p{Foo}") == "Unknown character property name {Foo} near index 6\n\\p{Foo}\n      ^");
}

TEST_CASE("a matcher remembers where it is") {
  CoreScope runtime;
  regex::Matcher* m = matcher("(a)(b)?", "abxa");
  CHECK_THROWS_AS(regex::group(m, 0), ClojureThrow);
  REQUIRE(regex::find(m));
  CHECK(regex::group_start(m, 2) == 1);
  REQUIRE(regex::find(m));
  CHECK(regex::group_start(m, 0) == 3);
  CHECK(regex::group_start(m, 2) == -1);
  CHECK_FALSE(regex::find(m));
  regex::reset(m);
  CHECK(regex::looking_at(m));
  CHECK_FALSE(regex::matches(m));
  regex::set_region(m, 3, 4);
  CHECK(regex::matches(m));
}

TEST_CASE("replacement and splitting") {
  CoreScope runtime;
  auto replace = [](const char* p, const char* text, const char* by) {
    return to_utf8(regex::replace_all(matcher(p, text), as_string(make_string(by))));
  };
  CHECK(replace("(b)", "abc", "<$1$1>") == "a<bb>c");
  CHECK(replace("(?<n>b)", "abc", "${n}!") == "ab!c");
  CHECK(replace("x*", "abc", "-") == "-a-b-c-");
  auto split = [](const char* text, const char* p, int limit) {
    return print_text(regex::split(regex::make_pattern(make_string(p)), make_string(text), limit));
  };
  CHECK(split("a,b,,c,,", ",", 0) == "[\"a\" \"b\" \"\" \"c\"]");
  CHECK(split("a,b,,c,,", ",", -1) == "[\"a\" \"b\" \"\" \"c\" \"\" \"\"]");
  CHECK(split("a,b,c", ",", 2) == "[\"a\" \"b,c\"]");
  CHECK(split("abc", "", 0) == "[\"a\" \"b\" \"c\"]");
  CHECK(split("", ",", 0) == "[\"\"]");
}

TEST_CASE("a catastrophic pattern ends") {
  CoreScope runtime;
  std::string text(28, 'a');
  text += "!b";
  regex::Matcher* m = matcher("(a+)+b$", text.c_str());
  bool ended = false;
  try {
    regex::matches(m);
    ended = true;
  } catch (ClojureThrow& t) {
    ended = to_utf8(cast<Class>(cast<Throwable>(t.value)->type)->name) == "java.lang.StackOverflowError";
  }
  CHECK(ended);
}
