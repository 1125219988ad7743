#include "clj/core/array.h"

#include "collections_support.h"

using namespace clj;
using namespace clj::test;

TEST_CASE("arrays of every kind start zeroed and keep what is put") {
  Runtime runtime;
  for (Kind kind : {Kind::kByteArray, Kind::kShortArray, Kind::kIntArray, Kind::kLongArray, Kind::kFloatArray,
                    Kind::kDoubleArray}) {
    Value a = make_array(kind, 3);
    CHECK(is_array(a));
    CHECK(array_length(a) == 3);
    CHECK(num::is_zero(array_at(a, 2)));
    array_put(a, 1, integer(5));
    CHECK(num::equivalent(array_get(a, 1), integer(5)));
    CHECK(count(a) == 3);
    Value copy = array_clone(a);
    array_put(a, 1, integer(6));
    CHECK(num::equivalent(array_get(copy, 1), integer(5)));
  }
  CHECK(array_at(make_array(Kind::kBooleanArray, 1), 0) == Value::boolean(false));
  CHECK(array_at(make_array(Kind::kCharArray, 1), 0) == Value::character(0));
  CHECK(array_at(make_object_array(1), 0).is_nil());
}

TEST_CASE("arrays from seqs narrow as Java's casts do") {
  Runtime runtime;
  Value big = vec({integer(1), integer(3000000000)});
  CHECK(nth(array_from_seq(Kind::kIntArray, big), 1) == make_int(-1294967296));
  CHECK(nth(array_from_seq(Kind::kByteArray, vec({integer(300)})), 0) == make_byte(44));
  CHECK(nth(array_from_seq(Kind::kShortArray, vec({integer(70000)})), 0) == make_short(4464));
  CHECK(nth(array_from_seq(Kind::kLongArray, vec({make_double(2.5)})), 0) == integer(2));
  CHECK(nth(array_from_seq(Kind::kCharArray, str("ab")), 1) == Value::character('b'));
  CHECK(thrown([&] { array_from_seq(Kind::kCharArray, vec({integer(65)})); })
            .find("java.lang.Long cannot be cast to class java.lang.Character") != std::string::npos);
  CHECK(thrown([&] { array_from_seq(Kind::kBooleanArray, vec({integer(1)})); })
            .find("java.lang.Long cannot be cast to class java.lang.Boolean") != std::string::npos);
}

TEST_CASE("errors of arrays") {
  Runtime runtime;
  Value a = make_array(Kind::kIntArray, 2);
  CHECK(thrown([&] { array_get(a, 5); }) ==
        "java.lang.ArrayIndexOutOfBoundsException: Index 5 out of bounds for length 2");
  CHECK(thrown([&] { array_set(a, -1, integer(0)); }) ==
        "java.lang.ArrayIndexOutOfBoundsException: Index -1 out of bounds for length 2");
  CHECK(thrown([&] { nth(a, 5); }) == "java.lang.ArrayIndexOutOfBoundsException: null");
  CHECK(thrown([&] { make_array(Kind::kIntArray, -1); }) == "java.lang.NegativeArraySizeException: -1");
  CHECK(get(a, integer(7), kw("x")) == kw("x"));
  CHECK(contains(a, integer(1)));
}

TEST_CASE("aset takes only elements of the array's own class") {
  Runtime runtime;
  const char* refused = "java.lang.IllegalArgumentException: No matching method aset found taking 3 args";
  auto set_in = [](Kind kind, Value x) { return thrown([&] { array_set(make_array(kind, 1), 0, x); }); };
  CHECK(set_in(Kind::kIntArray, integer(1)) == "");
  CHECK(set_in(Kind::kLongArray, make_int(1)) == "");
  CHECK(set_in(Kind::kFloatArray, make_double(1)) == "");
  CHECK(set_in(Kind::kDoubleArray, integer(1)) == refused);
  CHECK(set_in(Kind::kLongArray, make_double(1.5)) == refused);
  CHECK(set_in(Kind::kByteArray, integer(1)) == refused);
  CHECK(set_in(Kind::kCharArray, integer(65)) == refused);
  CHECK(set_in(Kind::kBooleanArray, Value::nil()) == refused);
  CHECK(set_in(Kind::kObjectArray, Value::nil()) == "");
}

TEST_CASE("what aget and aset say of nil tells the overload that reflection takes") {
  Runtime runtime;
  auto named = [](const char* text) { return std::string("java.lang.NullPointerException: Cannot ") + text + " array because \"xs\" is null"; };
  auto set_nil = [](Value x) { return thrown([&] { aset(Value::nil(), integer(0), x); }); };
  CHECK(thrown([] { aget(Value::nil(), integer(0)); }) == named("load from object"));
  CHECK(set_nil(integer(1)) == named("store to long"));
  CHECK(set_nil(Value::character('a')) == named("store to char"));
  CHECK(set_nil(make_byte(1)) == named("store to byte/boolean"));
  CHECK(set_nil(make_short(1)) == named("store to short"));
  CHECK(set_nil(make_int(1)) == named("store to object"));
  CHECK(set_nil(Value::nil()) == named("store to object"));
}

TEST_CASE("array_copy handles overlap") {
  Runtime runtime;
  Value a = array_from_seq(Kind::kObjectArray, longs(0, 6));
  array_copy(a, 0, a, 1, 5);
  CHECK(elements(a) == "0 0 1 2 3 4");
  CHECK(thrown([&] { array_copy(a, 4, a, 0, 5); }).find("java.lang.ArrayIndexOutOfBoundsException") == 0);
}
