#include "clj/core/instant.h"

#include <catch2/catch.hpp>

#include "clj/core/text.h"
#include "clj/core/uuid.h"
#include "clj/gc/heap.h"

using namespace clj;

namespace {

int64_t millis(const char* text) { return cast<Inst>(parse_instant(make_string(text)))->millis; }
std::string round_trip(const char* text) { return instant_text(cast<Inst>(parse_instant(make_string(text)))); }
std::string uuid(const char* text) { return uuid_text(cast<Uuid>(parse_uuid(make_string(text)))); }

}  // namespace

TEST_CASE("instants are parsed and printed as the JVM's #inst") {
  gc::ThreadScope thread(1 << 20);
  CHECK(millis("2020") == 1577836800000);
  CHECK(millis("2020-01-01T00:00:00.123456789") == 1577836800123);
  CHECK(millis("2020-01-01T00+01:00") == 1577833200000);
  CHECK(millis("2020+01:00") == 1577833200000);
  CHECK(millis("2020-02-29") == 1582934400000);
  CHECK(millis("1970-01-01T00:00:00.000-23:59") == 86340000);
  CHECK(millis("2020-01-01T23:59:60") == 1577923200000);
  CHECK(round_trip("2020-12-31T23:59:59.999Z") == "2020-12-31T23:59:59.999-00:00");
  CHECK(round_trip("9999-01-01") == "9999-01-01T00:00:00.000-00:00");
}

TEST_CASE("dates before October 1582 are Julian") {
  gc::ThreadScope thread(1 << 20);
  CHECK(millis("1582-10-04") == -12219379200000);
  CHECK(millis("1582-10-10") == -12218860800000);
  CHECK(round_trip("1582-10-10") == "1582-10-20T00:00:00.000-00:00");
  CHECK(millis("0001-01-01") == -62135769600000);
  CHECK(millis("0000-01-01") == -62167392000000);
  CHECK(round_trip("0001-01-01") == "0001-01-01T00:00:00.000-00:00");
  CHECK(round_trip("1500-02-28") == "1500-02-28T00:00:00.000-00:00");
}

TEST_CASE("UUIDs") {
  gc::ThreadScope thread(1 << 20);
  CHECK(uuid("97BDA55B-6175-4c39-9e04-7c0205c709dC") == "97bda55b-6175-4c39-9e04-7c0205c709dc");
  CHECK(uuid("1-1-1-1-1") == "00000001-0001-0001-0001-000000000001");
  CHECK(java_hash(cast<Uuid>(parse_uuid(make_string("97bda55b-6175-4c39-9e04-7c0205c709dc")))) == 1829477564u);
}
