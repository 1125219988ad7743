// The order in which the JVM compiles the branches of a case: that of the slots of its switch, which are made of the
// constants' numbers: the ints themselves when all are ints, else what hashCode gives.
#include <algorithm>
#include <vector>

#include "clj/core/case_match.h"
#include "native.h"

namespace clj::builtins {

namespace {

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

}  // namespace

CLJ_FN(case_order) {
  gc::ValueList constants;
  bool ints = true, by_value = true;
  for_each(args[0], [&](Value constant) {
    constants.push_back(constant);
    ints = ints && is_int_constant(constant);
    by_value = by_value && hashes_by_value(constant);
    return true;
  });
  size_t n = constants.size();
  if (n < 2 || !by_value) return args[0];  // a build's code may not depend on identities
  std::vector<int64_t> numbers(n), order(n);
  for (size_t i = 0; i < n; ++i) {
    numbers[i] = static_cast<int32_t>(ints ? to_long_unchecked(constants[i]) : static_cast<int64_t>(java_hash_code(constants[i])));
  }
  CaseSlots slots(numbers);
  for (size_t i = 0; i < n; ++i) order[i] = slots(numbers[i]) * (int64_t{1} << 32) + static_cast<int64_t>(i);
  std::sort(order.begin(), order.end());
  gc::ValueList ordered;
  for (int64_t place : order) ordered.push_back(constants[static_cast<uint32_t>(place)]);
  return make_vector(ordered.data(), n);
}

}  // namespace clj::builtins
