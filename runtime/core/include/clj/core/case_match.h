// Which constant of a `case` a value is: the JVM compares what hashCode gives, made small, before it compares values.
#pragma once
#include <cstdint>
#include <vector>

#include "clj/core/numbers.h"
#include "clj/value/value.h"

namespace clj {

// The slots of the JVM's switch. Numbers that lie far apart are made small by the first shift and mask that keep them
// apart, if any do: a number of the switch and one that is none may then share a slot.
class CaseSlots {
 public:
  CaseSlots() = default;  // one for each number
  explicit CaseSlots(std::vector<int64_t> numbers);  // hash codes as int32_t, at least one
  int64_t operator()(int64_t number) const { return mask_ == 0 ? number : (number >> shift_) & mask_; }
  uint32_t shift() const { return shift_; }
  uint32_t mask() const { return mask_; }
  // Whether the slots lie close together: the JVM jumps by a table.
  bool is_compact() const { return compact_; }

 private:
  CaseSlots(uint32_t shift, uint32_t mask) : shift_(shift), mask_(mask) {}
  bool keeps_apart(const std::vector<int64_t>& numbers) const;

  uint32_t shift_ = 0, mask_ = 0;  // no mask: the number itself
  bool compact_ = true;
};

// A constant whose number is the int itself, if all others are ints, too.
bool is_int_constant(Value constant);

// The constant that `case` finds for x, or absent(). The constants are the elements of a vector or the keys of a map.
Value case_constant(Value constants, Value x);

// Whether x is looked up among constants as in a map: equal values have one hashCode. Of other values case_constant tells.
inline bool is_plain_case_value(Value x) {
  if (!x.is_object()) return !is_number(x) || x.is_inline_long() || (is_narrow_integer(x) && as_fixed_integer(x) >= 0);
  switch (x.as_object()->kind) {
    case Kind::kString:
    case Kind::kSymbol:
    case Kind::kKeyword:
    case Kind::kBoxedLong: return true;
    default: return false;
  }
}

}  // namespace clj
