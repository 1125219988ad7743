#include "clj/core/case_match.h"

#include <algorithm>

#include "clj/core/collections.h"
#include "clj/core/equality.h"
#include "instances.h"

namespace clj {

namespace {

constexpr uint32_t kMostMaskBits = 13;

int64_t hash_number(Value v) { return static_cast<int32_t>(java_hash_code(v)); }

template <typename Body>
void for_each_constant(Value constants, Body body) {
  if (is_map(constants)) {
    for_each_kv(constants, [&](Value key, Value) { return body(key), true; });
  } else {
    for_each(constants, [&](Value key) { return body(key), true; });
  }
}

// A collection of Clojure's own whose elements are there.
bool is_realized_collection(Value x) { return is_coll(x) && !has_methods(x) && !is_kind(x, Kind::kLazySeq); }

}  // namespace

CaseSlots::CaseSlots(std::vector<int64_t> numbers) {
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  if (numbers.back() - numbers.front() < (1 << kMostMaskBits)) return;
  for (uint32_t bits = 1; bits <= kMostMaskBits; ++bits) {
    if (numbers.size() > (size_t{1} << bits)) continue;
    for (uint32_t shift = 0; shift < 31; ++shift) {
      CaseSlots slots{shift, (1U << bits) - 1};
      if (slots.keeps_apart(numbers)) {
        *this = slots;
        return;
      }
    }
  }
  compact_ = false;
}

// Numbers are all distinct.
bool CaseSlots::keeps_apart(const std::vector<int64_t>& numbers) const {
  std::vector<bool> taken(mask_ + 1);
  for (int64_t number : numbers) {
    auto slot = static_cast<size_t>((*this)(number));
    if (taken[slot]) return false;
    taken[slot] = true;
  }
  return true;
}

bool is_int_constant(Value v) {
  if (!is_integer(v)) return false;
  int64_t number = to_long_unchecked(v);
  return number == static_cast<int32_t>(number) && equiv(v, make_long(number));
}

Value case_constant(Value constants, Value x) {
  if (is_map(constants) && is_realized_collection(x) && !contains(constants, x)) return Value::absent();
  bool ints = true, keywords = true;
  std::vector<int64_t> numbers;
  for_each_constant(constants, [&](Value key) {
    ints = ints && is_int_constant(key);
    keywords = keywords && is_kind(key, Kind::kKeyword);
  });
  if (ints && !is_number(x)) return Value::absent();
  int64_t number = ints ? 0 : hash_number(x);
  if (keywords && !is_kind(x, Kind::kKeyword)) return Value::absent();  // compared by identity
  if (!ints) for_each_constant(constants, [&](Value key) { numbers.push_back(hash_number(key)); });
  bool same_hash = std::find(numbers.begin(), numbers.end(), number) != numbers.end();
  CaseSlots slots = ints || same_hash ? CaseSlots() : CaseSlots(numbers);
  Value found = Value::absent();
  size_t i = 0;
  for_each_constant(constants, [&](Value key) {
    bool in_slot = ints || slots(numbers[i]) == slots(number);
    ++i;
    if (in_slot && found.is_absent() && equiv(x, key)) found = key;
  });
  return found;
}

}  // namespace clj
