#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "clj/builtins/builtins.h"
#include "clj/core/call.h"
#include "clj/core/collections.h"
#include "clj/core/host.h"
#include "clj/core/numbers.h"
#include "clj/core/print.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/gc/heap.h"

using namespace clj;

namespace {

struct Scope {
  gc::ThreadScope thread{64 << 20};
  Scope() {
    static const bool once = [] {
      bootstrap_core();
      register_builtins();
      intern_builtins();
      return true;
    }();
    (void)once;
  }
};

std::string method(Value target, const char* name, std::initializer_list<Value> more = {}) {
  gc::ValueList args;
  args.push_back(target);
  for (Value v : more) args.push_back(v);
  return print_text(call_host_method(make_symbol("", name), args.data(), static_cast<uint32_t>(args.size())));
}

}  // namespace

TEST_CASE("every member row belongs to a known class") {
  Scope scope;
  REQUIRE(host_member_count > 1000);
  // The lookup cache packs a row's index into 16 bits.
  REQUIRE(host_member_count < 65536);
  std::set<std::string> unknown;
  for (uint32_t i = 0; i < host_member_count; ++i) {
    if (find_class(host_members[i].class_name).is_nil()) unknown.insert(host_members[i].class_name);
    CHECK((host_members[i].max_args < 0 || host_members[i].min_args <= host_members[i].max_args));
  }
  CHECK(unknown == std::set<std::string>{});
}

TEST_CASE("methods are found on the class, its superclasses and its interfaces") {
  Scope scope;
  CHECK(method(make_string("abc"), "toUpperCase") == "\"ABC\"");
  CHECK(method(make_string("abc"), "substring", {make_long(1), make_long(2)}) == "\"b\"");
  CHECK(method(make_long(1), "hashCode") == "1");
  CHECK(method(roots.empty_vector, "isEmpty") == "true");
  CHECK(method(roots.kw_doc, "getName") == "\"doc\"");
}

TEST_CASE("the same call on another class is not answered from the cache") {
  Scope scope;
  for (int i = 0; i < 2; ++i) {
    CHECK(method(make_string("abc"), "length") == "3");
    Value args[] = {make_string("abcd")};
    Value builder = construct(find_class("java.lang.StringBuilder"), args, 1);
    CHECK(method(builder, "length") == "4");
  }
}

TEST_CASE("a member's metadata is a hint only if its tag is a symbol") {
  Scope scope;
  for (Value tag : {Value::inline_long(5), Value::nil()}) {
    Value meta[] = {make_keyword("", "tag"), tag};
    Value target = make_string("text"), member = with_meta(make_symbol("", "nope"), make_map(meta, 2));
    CHECK_THROWS_AS(call_host_method(member, &target, 1), ClojureThrow);
  }
}
