// Hash functions.
#include "clj/core/array.h"
#include "native.h"

namespace clj::builtins {

namespace {
Value hash_value(uint32_t hash) { return Value::inline_long(static_cast<int32_t>(hash)); }

Value iterable_arg(Value v) {
  if (v.is_nil()) throw_error(Error::kNullPointer, "Cannot invoke \"java.lang.Iterable.iterator()\" because \"xs\" is null");
  if (!is_instance(roots.class_iterable, v)) throw_class_cast(v, "java.lang.Iterable");
  return v;
}
}  // namespace

CLJ_FN(hash) {
  Value v = args[0];
  args[0] = Value::nil();
  return integer(static_cast<int32_t>(hash_eq(v)));  // an Integer, which (format "%x" …) tells from a Long
}

CLJ_FN(hash_ordered) {
  uint32_t hash = 1, n = 0;
  for_each(iterable_arg(args[0]), [&](Value v) {
    hash = 31 * hash + hash_eq(v);
    ++n;
    return true;
  });
  return hash_value(murmur3::mix_collection(hash, n));
}

CLJ_FN(hash_unordered) {
  uint32_t hash = 0, n = 0;
  for_each(iterable_arg(args[0]), [&](Value v) {
    hash += hash_eq(v);
    ++n;
    return true;
  });
  return hash_value(murmur3::mix_collection(hash, n));
}

CLJ_FN(mix_collection_hash) {
  int64_t basis = to_long_parameter(args[0]), size = to_long_parameter(args[1]);
  return hash_value(murmur3::mix_collection(static_cast<uint32_t>(to_int(make_long(basis))), static_cast<uint32_t>(to_int(make_long(size)))));
}

CLJ_FN(hash_combine_values) {
  return make_int(static_cast<int32_t>(hash_combine(static_cast<uint32_t>(int_arg(args[0])), java_hash_code(args[1]))));
}

}  // namespace clj::builtins
