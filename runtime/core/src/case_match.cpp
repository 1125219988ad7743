#include "clj/core/case_match.h"

#include <algorithm>

#include "clj/core/collections.h"
#include "clj/core/equality.h"
#include "clj/core/record.h"
#include "instances.h"

namespace clj {

namespace {

constexpr uint32_t kMostMaskBits = 13;

int64_t hash_number(Value v) { return static_cast<int32_t>(java_hash_code(v)); }

// False: body did not want more.
template <typename Body>
bool for_each_constant(Value constants, Body body) {
  if (is_map(constants)) return for_each_kv(constants, [&](Value key, Value) { return body(key); });
  return for_each(constants, body);
}

// A collection of Clojure's own whose elements are there.
bool is_realized_collection(Value x) { return is_coll(x) && !has_methods(x) && !is_kind(x, Kind::kLazySeq); }

// Whether a program may see which constants x is compared with.
bool tells_of_comparisons(Value x) {
  if (!has_methods(x)) return false;
  if (is_kind(x, Kind::kHostObject)) return is_proxy(x);
  if (answers_as_record(x, roots.sym_m_equiv)) return false;
  return !find_method(x, roots.sym_m_equiv).is_absent() || !find_method(x, roots.sym_m_equals).is_absent();
}

bool is_scalar(Value v) {
  if (!v.is_object()) return !is_number(v);
  Kind kind = v.as_object()->kind;
  return kind == Kind::kString || kind == Kind::kSymbol || kind == Kind::kKeyword;
}

bool may_equal(Value x, Value constant) {
  return is_scalar(x) == is_scalar(constant) && is_number(x) == is_number(constant) && equiv(x, constant);
}

Value equal_constant(Value constants, Value x) {
  Value found = Value::absent();
  for_each_constant(constants, [&](Value constant) {
    if (equiv(x, constant)) found = constant;
    return found.is_absent();
  });
  return found;
}

// The constant in the slot of x, whose hash code is `number`, that x equals.
Value constant_in_slot(Value constants, Value x, int64_t number) {
  std::vector<int64_t> numbers;
  for_each_constant(constants, [&](Value constant) { return numbers.push_back(hash_number(constant)), true; });
  bool same_hash = std::find(numbers.begin(), numbers.end(), number) != numbers.end();
  CaseSlots slots = same_hash ? CaseSlots() : CaseSlots(numbers);
  Value found = Value::absent();
  size_t i = 0;
  for_each_constant(constants, [&](Value constant) {
    if (slots(numbers[i++]) == slots(number) && equiv(x, constant)) found = constant;
    return found.is_absent();
  });
  return found;
}

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
  if (v.is_inline_long()) return v.as_inline_long() == static_cast<int32_t>(v.as_inline_long());
  if (!is_integer(v)) return false;
  int64_t number = to_long_unchecked(v);
  return number == static_cast<int32_t>(number) && equiv(v, make_long(number));
}

Value case_constant(Value constants, Value x) {
  if (is_map(constants) && is_realized_collection(x) && !contains(constants, x)) return Value::absent();
  bool ints = for_each_constant(constants, [](Value constant) { return is_int_constant(constant); });
  if (ints) return is_number(x) ? equal_constant(constants, x) : Value::absent();
  int64_t number = hash_number(x);
  bool keywords = for_each_constant(constants, [](Value constant) { return is_kind(constant, Kind::kKeyword); });
  if (keywords && !is_kind(x, Kind::kKeyword)) return Value::absent();  // compared by identity
  if (tells_of_comparisons(x)) return constant_in_slot(constants, x, number);
  // Slots take microseconds to find, and only matter to what equals a constant of another hash.
  Value found = Value::absent();
  bool equals_one = false;
  for_each_constant(constants, [&](Value constant) {
    if (!may_equal(x, constant)) return true;
    equals_one = true;
    if (hash_number(constant) == number) found = constant;
    return found.is_absent();
  });
  return found.is_absent() && equals_one ? constant_in_slot(constants, x, number) : found;
}

}  // namespace clj
