// Expected hashes and orders are recorded from JVM Clojure 1.11.1.
#include "clj/core/text.h"

#include <catch2/catch.hpp>
#include <thread>
#include <vector>

#include "clj/core/equality.h"
#include "clj/core/roots.h"
#include "clj/gc/heap.h"

using namespace clj;

namespace {
struct Scope {
  gc::ThreadScope thread{64 << 20};
};
const Symbol* symbol(Value v) { return cast<Symbol>(v); }
const Keyword* keyword(Value v) { return cast<Keyword>(v); }
uint32_t string_hash_eq(const char* text) { return murmur3::hash_int(java_hash(as_string(make_string(text)))); }
}  // namespace

TEST_CASE("strings have one representation per content") {
  Scope scope;
  CHECK_FALSE(as_string(make_string("caf\xC3\xA9"))->is_utf16());
  CHECK(as_string(make_string("caf\xC3\xA9"))->length == 4);
  CHECK(as_string(make_string("\xD0\x9F"))->is_utf16());
  CHECK(as_string(make_string("\xF0\x9F\x98\x80"))->length == 2);
  CHECK(to_utf8(make_string("a\xF0\x9F\x98\x80\xC3\xA9")) == "a\xF0\x9F\x98\x80\xC3\xA9");
  CHECK(to_utf8(make_string("\xFF" "a")) == "\xEF\xBF\xBD" "a");
  char16_t lone[] = {'a', 0xD800, 'b'};
  CHECK(to_utf8(make_string_utf16(lone, 3)) == "a?b");
  Value wide = make_string("x\xD0\x9F");
  CHECK_FALSE(as_string(substring(as_string(wide), 0, 1))->is_utf16());
  CHECK(equal(as_string(substring(as_string(wide), 0, 1)), as_string(make_string("x"))));
}

TEST_CASE("string operations") {
  Scope scope;
  auto s = [](const char* text) { return as_string(make_string(text)); };
  CHECK(to_utf8(concat(s("ab"), s("\xD0\x9F"))) == "ab\xD0\x9F");
  CHECK(index_of(s("hello"), s("l"), 0) == 2);
  CHECK(index_of(s("hello"), s("lo"), 0) == 3);
  CHECK(index_of(s("hello"), s("l"), 4) == -1);
  CHECK(index_of(s("hello"), s(""), 9) == 5);
  CHECK(index_of(s("he\xD0\x9Flo"), s("lo"), -3) == 3);
  CHECK(last_index_of(s("hello"), s("l"), 5) == 3);
  CHECK(last_index_of(s("hello"), s("l"), 2) == 2);
  CHECK(last_index_of(s("hello"), s(""), 9) == 5);
  CHECK(last_index_of(s("a"), s("abc"), 9) == -1);
  CHECK(compare(s("a"), s("b")) == -1);
  CHECK(compare(s("abc"), s("a")) == 2);
  CHECK(compare(s("a"), s("\xD0\x9F")) == 'a' - 0x41F);
}

TEST_CASE("string, symbol and keyword hashes are the JVM's") {
  Scope scope;
  CHECK(string_hash_eq("abc") == 74834163u);
  CHECK(string_hash_eq("") == 0u);
  CHECK(string_hash_eq("\xD0\x9F\xD1\x80\xD0\xB8\xD0\xB2\xD0\xB5\xD1\x82") == static_cast<uint32_t>(-1907259062));
  CHECK(hash_eq(symbol(make_symbol("", "a"))) == static_cast<uint32_t>(-482876059));
  CHECK(hash_eq(symbol(make_symbol("a", "b"))) == static_cast<uint32_t>(-1172211204));
  CHECK(hash_eq(keyword(make_keyword("", "a"))) == static_cast<uint32_t>(-2123407586));
  CHECK(hash_eq(keyword(make_keyword("a", "b"))) == 1482224565u);
  CHECK(java_hash(symbol(make_symbol("", "a"))) == static_cast<uint32_t>(-1640525200));
  CHECK(java_hash(symbol(make_symbol("a", "b"))) == static_cast<uint32_t>(-1640525104));
  CHECK(java_hash(keyword(make_keyword("", "a"))) == 1013910569u);
}

TEST_CASE("symbols split at the first slash") {
  Scope scope;
  auto parse = [](const char* text) { return symbol(parse_symbol(make_string(text))); };
  CHECK(parse("/")->ns.is_nil());
  CHECK(to_utf8(parse("a/b/c")->name) == "b/c");
  CHECK(to_utf8(parse("a/b/c")->ns) == "a");
  CHECK(parse("abc")->ns.is_nil());
  CHECK(symbol_text(parse_symbol(make_string("x/y"))) == "x/y");
  CHECK(compare(parse("z"), parse("a/b")) < 0);
  CHECK(compare(parse("b/a"), parse("a/b")) > 0);
  CHECK(compare(parse("a/a"), parse("a/b")) < 0);
}

TEST_CASE("keywords are interned") {
  Scope scope;
  CHECK(make_keyword("n", "interned") == make_keyword(parse_symbol(make_string("n/interned"))));
  CHECK_FALSE(make_keyword("", "interned") == make_keyword("n", "interned"));
  CHECK(find_keyword(make_symbol("", "never-interned")).is_nil());
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([] {
      Scope scope;
      for (int i = 0; i < 10000; ++i) make_keyword("many", std::to_string(i));
    });
  }
  {
    gc::BlockingRegion waiting;
    for (auto& thread : threads) thread.join();
  }
  for (int i = 0; i < 10000; ++i) {
    Value found = find_keyword(make_symbol("many", std::to_string(i)));
    REQUIRE(is_keyword(found));
    REQUIRE(found == make_keyword("many", std::to_string(i)));
  }
}

TEST_CASE("string buffers widen when they must") {
  Scope scope;
  StringBuffer out;
  out.append("ab\xC3\xA9");
  out.append_unit('c');
  CHECK_FALSE(as_string(out.to_string())->is_utf16());
  out.append_code_point(0x1F600);
  out.append(as_string(make_string("z")));
  out.append("\xC3\xA9q");
  CHECK(out.length() == 9);
  CHECK(out.to_utf8() == "ab\xC3\xA9" "c\xF0\x9F\x98\x80z\xC3\xA9q");
  CHECK(to_utf8(out.to_string()) == out.to_utf8());
}
