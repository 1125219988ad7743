// Host numbers of each width as values, and their bounds.
#pragma once
#include <bit>
#include <cstdint>

#include "host_support.h"

namespace clj::builtins::host {

inline Value make_float(float f) { return Value::immediate(ImmediateKind::kFloat, std::bit_cast<uint32_t>(f)); }
inline Value make_short(int16_t n) {
  return Value::immediate(ImmediateKind::kShort, static_cast<uint32_t>(static_cast<int32_t>(n)));
}
inline Value make_byte(int8_t n) {
  return Value::immediate(ImmediateKind::kByte, static_cast<uint32_t>(static_cast<int32_t>(n)));
}
inline bool is_float_value(Value v) { return v.is_immediate(ImmediateKind::kFloat); }

}  // namespace clj::builtins::host
