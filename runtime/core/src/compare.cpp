// clojure.core/compare.
#include "clj/core/collections.h"
#include "clj/core/equality.h"
#include "clj/core/error.h"
#include "clj/core/host.h"
#include "clj/core/numbers.h"
#include "clj/core/scalar.h"
#include "clj/core/text.h"
#include "instances.h"

namespace clj {
namespace {

int compare_vectors(Value a, Value b) {
  if (!is_vector(b)) throw_class_cast(b, "clojure.lang.IPersistentVector");
  check_stack();
  int64_t n = count(a), m = count(b);
  if (n != m) return n < m ? -1 : 1;
  for (int64_t i = 0; i < n; ++i)
    if (int c = compare(nth(a, i), nth(b, i))) return c;
  return 0;
}

}  // namespace

int compare(Value a, Value b) {
  if (a == b) return 0;
  if (!a.is_object() || b.is_nil()) return compare_scalars(a, b);
  if (is_string(a) || is_keyword(a)) return compare_scalars(a, b);
  Value result;
  if (try_method(a, roots.sym_m_compare_to, result, b)) return to_int(result);
  if (is_vector(a)) return compare_vectors(a, b);
  if (has_methods(a) && has_host_method(a, roots.sym_m_compare_to, 1)) {
    Value args[] = {a, b};
    return to_int(call_host_method(roots.sym_m_compare_to, args, 2));
  }
  return compare_scalars(a, b);
}

bool is_comparable(Value v) {
  if (!v.is_object()) return true;
  switch (v.as_object()->kind) {
    case Kind::kString:
    case Kind::kKeyword:
    case Kind::kSymbol:
    case Kind::kUuid:
    case Kind::kInst:
    case Kind::kRoundingMode: return true;
    default: return is_number(v) || is_vector(v) || implements(v, "java.lang.Comparable");
  }
}

}  // namespace clj
