// clojure.core/compare.
#include <cmath>

#include "clj/core/collections.h"
#include "clj/core/equality.h"
#include "clj/core/error.h"
#include "clj/core/host.h"
#include "clj/core/numbers.h"
#include "clj/core/roots.h"
#include "clj/core/scalar.h"
#include "clj/core/string_builder.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
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

int compare_builders(StringBuilder* a, Value b) {
  Value cls = class_of(Value::object(a));
  if (!(class_of(b) == cls)) throw_class_cast(b, to_utf8(cast<Class>(cls)->name));
  return compare_scalars(to_string(a), to_string(cast<StringBuilder>(b)));
}

}  // namespace

int compare(Value a, Value b) {
  if (a == b) return 0;
  if (!a.is_object() || b.is_nil()) return compare_scalars(a, b);
  if (is_string(a) || is_keyword(a)) return compare_scalars(a, b);
  Value result;
  if (try_method(a, roots.sym_m_compare_to, result, b)) return to_int(result);
  if (is_vector(a)) return compare_vectors(a, b);
  if (auto* builder = try_cast<StringBuilder>(a)) return compare_builders(builder, b);
  if ((has_methods(a) || is_kind(a, Kind::kRef)) && has_host_method(a, roots.sym_m_compare_to, 1)) {
    Value args[] = {a, b};
    return to_int(call_host_method(roots.sym_m_compare_to, args, 2));
  }
  check_interface_method(a, roots.class_comparable, "compareTo", 1);
  return compare_scalars(a, b);
}

void require_natural_order(Value a, Value b) {
  if (a.is_nil()) throw_error(Error::kNullPointer);
  if (!is_comparable(a) || is_kind(a, Kind::kBigInt)) throw_class_cast(a, "java.lang.Comparable");
  if (b.is_nil()) throw_error(Error::kNullPointer);
  if (!is_number(a) || is_kind(a, Kind::kRatio)) return;  // compare knows what these take
  if (a.is_inline_long() && b.is_inline_long()) return;
  Value wanted = class_of(a), given = class_of(b);
  // count and compare give a Long here, an Integer on the JVM.
  auto is_int = [](Value v) { return is_long(v) || v.is_immediate(ImmediateKind::kInteger); };
  if (!(wanted == given) && !(is_int(a) && is_int(b))) throw_class_cast(b, to_utf8(cast<Class>(wanted)->name));
}

int natural_compare(Value a, Value b) {
  require_natural_order(a, b);
  if (a.is_double()) {
    // Double.compareTo: -0.0 is less than 0.0, and NaN greater than everything.
    double x = a.as_double(), y = b.as_double();
    if (x != y || x == 0) {
      if (std::isnan(x) || std::isnan(y)) return std::isnan(x) - std::isnan(y);
      if (x == 0 && y == 0) return std::signbit(y) - std::signbit(x);
    }
  }
  return compare(a, b);
}

bool is_comparable(Value v) {
  if (!v.is_object()) return true;
  switch (v.as_object()->kind) {
    case Kind::kString:
    case Kind::kStringBuilder:
    case Kind::kKeyword:
    case Kind::kSymbol:
    case Kind::kUuid:
    case Kind::kInst:
    case Kind::kRef:
    case Kind::kRoundingMode: return true;
    default: return is_number(v) || is_vector(v) || implements(v, roots.class_comparable);
  }
}

}  // namespace clj
