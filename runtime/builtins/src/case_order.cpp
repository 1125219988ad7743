// How the JVM's `case` lays out its switch, which orders the branches: by slots that are made of the constants' numbers,
// the ints themselves when all are ints, else what hashCode gives.
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

CLJ_FN(case_layout) {
  gc::ValueList constants;
  bool ints = true, by_value = true;
  for_each(args[0], [&](Value constant) {
    constants.push_back(constant);
    ints = ints && is_int_constant(constant);
    by_value = by_value && hashes_by_value(constant);
    return true;
  });
  size_t n = constants.size();
  std::vector<int64_t> numbers(n);
  for (size_t i = 0; i < n; ++i) {
    // A build's code may not depend on identities: what has only its identity keeps its place.
    numbers[i] = !by_value ? static_cast<int64_t>(i)
                 : ints    ? to_long_unchecked(constants[i])
                           : static_cast<int32_t>(java_hash_code(constants[i]));
  }
  CaseSlots slots = n == 0 ? CaseSlots() : CaseSlots(numbers);
  gc::ValueList hashes;
  for (int64_t number : numbers) hashes.push_back(make_vector({make_long(slots(number)), make_long(number)}));
  return make_vector({make_long(slots.shift()), make_long(slots.mask()), Value::boolean(slots.is_compact()),
                      make_vector(hashes.data(), n), Value::boolean(ints)});
}

}  // namespace clj::builtins
