// java.util.Date: a point in time in milliseconds, what #inst reads to.
//
// Dates before 15 October 1582 are Julian, as with the JVM's GregorianCalendar.
//
// Units    Milliseconds since 1970-01-01T00:00Z.
// Errors   RuntimeException "Unrecognized date/time syntax: x", "failed: (<= 1 months 12)".
#pragma once
#include <cstdint>
#include <string>

#include "clj/value/object.h"

namespace clj {

struct Inst : Object {
  static constexpr Kind kKind = Kind::kInst;
  static constexpr uint16_t kSlots = 0;
  int64_t millis;
};
Value make_inst(int64_t millis);

// The text of an #inst literal: RFC 3339 with everything after the year optional.
Value parse_instant(Value string);
// The same of what follows the tag. Throws ClassCastException when that is no text.
Value read_instant(Value form);
// "2020-01-01T00:00:00.000-00:00".
std::string instant_text(const Inst* inst);
inline uint32_t java_hash(const Inst* inst) {
  auto bits = static_cast<uint64_t>(inst->millis);
  return static_cast<uint32_t>(bits ^ bits >> 32);
}

}  // namespace clj
