#include "apply_pairwise.h"

#include <algorithm>
#include <atomic>
#include <string_view>

#include "clj/core/caller.h"
#include "clj/core/collections.h"
#include "dead_stack.h"

namespace clj {

namespace {

enum class Pairing : uint8_t {
  kNone,
  kFold,       // the value of two takes the place of the first of the next two
  kWhileTrue,  // every two neighbours are asked, up to the first that say no
  kWhileFalse,
};

Pairing pairing_of(const NativeRow& row) {
  if (row.max_args >= 0 || std::string_view(row.ns) != "clojure.core") return Pairing::kNone;
  std::string_view name = row.name;
  auto among = [&](std::initializer_list<std::string_view> names) { return std::find(names.begin(), names.end(), name) != names.end(); };
  if (name == "not=") return Pairing::kWhileFalse;
  if (among({"=", "==", "<", ">", "<=", ">="})) return Pairing::kWhileTrue;
  if (among({"+", "-", "*", "/", "+'", "-'", "*'", "max", "min", "bit-and", "bit-or", "bit-xor", "bit-and-not"})) return Pairing::kFold;
  return Pairing::kNone;
}

struct Pairwise {
  Caller call;
  Pairing pairing;
  Value left = Value::absent(), result = Value::absent();

  // Whether the next argument counts.
  bool take(Value right) {
    if (left.is_absent()) {
      left = right;
      return true;
    }
    result = call(left, right);
    left = pairing == Pairing::kFold ? result : right;
    return pairing == Pairing::kFold || result.truthy() == (pairing == Pairing::kWhileTrue);
  }
};

// By row: apply asks at every call.
Pairing pairing_of_row(uint32_t row) {
  constexpr uint32_t kRemembered = 4096;
  static std::atomic<uint8_t> remembered[kRemembered];  // 0 or the pairing and one
  if (row >= kRemembered) return pairing_of(native_rows[row]);
  uint8_t known = remembered[row].load(std::memory_order_relaxed);
  if (known == 0) {
    known = static_cast<uint8_t>(pairing_of(native_rows[row])) + 1;
    remembered[row].store(known, std::memory_order_relaxed);
  }
  return static_cast<Pairing>(known - 1);
}

}  // namespace

bool works_pairwise(uint32_t row) { return pairing_of_row(row) != Pairing::kNone; }

Value apply_pairwise(Value f, const Value* leading, uint32_t count, Value rest) {
  leave_in_memory(rest);
  Pairwise state{Caller(f, 2), pairing_of_row(cast<NativeFn>(f)->row)};
  for (uint32_t i = 0; i < count; ++i)
    if (!state.take(leading[i])) return state.result;
  for_each_taking_slot(rest, [](void* s, Value x) { return static_cast<Pairwise*>(s)->take(x); }, &state);
  if (!state.result.is_absent()) return state.result;
  Value only[] = {state.left};
  return invoke(f, only, state.left.is_absent() ? 0 : 1);
}

}  // namespace clj
