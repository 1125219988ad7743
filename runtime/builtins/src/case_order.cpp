// The order in which the JVM compiles the branches of a case: that of the slots of its switch.
//
// A slot is the constant's number: the int itself when all constants are ints, else its hashCode. Numbers that lie far
// apart are made small by the first shift and mask that keep them apart, if any do.
#include <algorithm>
#include <vector>

#include "native.h"

namespace clj::builtins {

namespace {

constexpr uint32_t kMostMaskBits = 13;

// Whether the hashCode of v is the same in every process: not of what has only its identity.
bool hashes_by_value(Value v) {
  if (is_coll(v)) {
    bool all = true;
    for_each(v, [&](Value part) { return all = hashes_by_value(part); });
    return all;
  }
  return v.is_nil() || v.is_boolean() || v.is_character() || is_number(v) || is_string(v) || is_kind(v, Kind::kSymbol) ||
         is_kind(v, Kind::kKeyword);
}

bool is_int(Value v) {
  if (!is_integer(v)) return false;
  int64_t number = to_long_unchecked(v);
  return number == static_cast<int32_t>(number) && equiv(v, make_long(number));
}

struct Slots {
  uint32_t shift = 0, mask = 0;  // no mask: the number itself
  int64_t operator()(int64_t number) const { return mask == 0 ? number : (number >> shift) & mask; }
};

// Numbers are all distinct.
bool keeps_apart(const Slots& slots, const std::vector<int64_t>& numbers) {
  std::vector<bool> taken(slots.mask + 1);
  for (int64_t number : numbers) {
    auto slot = static_cast<size_t>(slots(number));
    if (taken[slot]) return false;
    taken[slot] = true;
  }
  return true;
}

Slots slots_of(std::vector<int64_t> numbers) {
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  if (numbers.back() - numbers.front() < (1 << kMostMaskBits)) return {};
  for (uint32_t bits = 1; bits <= kMostMaskBits; ++bits) {
    if (numbers.size() > (size_t{1} << bits)) continue;
    for (uint32_t shift = 0; shift < 31; ++shift) {
      Slots slots{shift, (1U << bits) - 1};
      if (keeps_apart(slots, numbers)) return slots;
    }
  }
  return {};
}

}  // namespace

CLJ_FN(case_order) {
  gc::ValueList constants;
  bool ints = true, by_value = true;
  for_each(args[0], [&](Value constant) {
    constants.push_back(constant);
    ints = ints && is_int(constant);
    by_value = by_value && hashes_by_value(constant);
    return true;
  });
  size_t n = constants.size();
  if (n < 2 || !by_value) return args[0];  // a build's code may not depend on identities
  std::vector<int64_t> numbers(n), order(n);
  for (size_t i = 0; i < n; ++i) {
    numbers[i] = static_cast<int32_t>(ints ? to_long_unchecked(constants[i]) : static_cast<int64_t>(java_hash_code(constants[i])));
  }
  Slots slots = slots_of(numbers);
  for (size_t i = 0; i < n; ++i) order[i] = slots(numbers[i]) * (int64_t{1} << 32) + static_cast<int64_t>(i);
  std::sort(order.begin(), order.end());
  gc::ValueList ordered;
  for (int64_t place : order) ordered.push_back(constants[static_cast<uint32_t>(place)]);
  return make_vector(ordered.data(), n);
}

}  // namespace clj::builtins
