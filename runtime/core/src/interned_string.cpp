#include <atomic>

#include "clj/core/collections.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"

namespace clj {

Value intern_string(Value string) {
  if (as_string(string)->length == 0) return roots.empty_string;
  std::atomic_ref<Value> table(roots.interned_strings);
  for (Value known = table.load(std::memory_order_acquire);;) {
    Value found = get(known, string);
    if (!found.is_nil()) return found;
    if (table.compare_exchange_weak(known, assoc(known, string, string), std::memory_order_acq_rel)) return string;
  }
}

}  // namespace clj
