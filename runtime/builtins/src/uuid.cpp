// UUIDs of clojure.core.
#include "clj/core/random.h"
#include "clj/core/uuid.h"

#include "native.h"

namespace clj::builtins {

CLJ_FN(parse_uuid) {
  if (args[0].is_nil()) throw_error(Error::kNullPointer, "Cannot invoke \"String.length()\" because \"name\" is null");
  string_arg(args[0]);
  try {
    return clj::parse_uuid(args[0]);
  } catch (ClojureThrow& thrown) {
    if (is_instance(error_class(Error::kIllegalArgument), thrown.value)) return Value::nil();
    throw;
  }
}

CLJ_FN(random_uuid) {
  uint64_t high = (secure_random_bits() & ~uint64_t{0xF000}) | 0x4000;
  uint64_t low = (secure_random_bits() >> 2) | uint64_t{1} << 63;
  return make_uuid(high, low);
}

}  // namespace clj::builtins
