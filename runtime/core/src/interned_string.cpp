#include <atomic>

#include "clj/core/collections.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"

namespace clj {
namespace {

// A program that evaluates ever new code keeps no more of its literals than these.
constexpr int64_t kMostLiterals = 1 << 16;

Value intern_among(Value string, int64_t most) {
  if (as_string(string)->length == 0) return roots.empty_string;
  std::atomic_ref<Value> table(roots.interned_strings);
  for (Value known = table.load(std::memory_order_acquire);;) {
    Value found = get(known, string);
    if (!found.is_nil()) return found;
    if (count(known) >= most) return string;
    if (table.compare_exchange_weak(known, assoc(known, string, string), std::memory_order_acq_rel)) return string;
  }
}

}  // namespace

Value intern_string(Value string) { return intern_among(string, INT64_MAX); }

Value intern_literal(Value string) { return intern_among(string, kMostLiterals); }

}  // namespace clj
