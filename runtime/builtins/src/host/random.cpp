// java.util.Random, and UUID's members.
#include <new>

#include "clj/core/array.h"
#include "clj/core/random.h"
#include "clj/core/uuid.h"
#include "digests.h"
#include "number_values.h"

namespace clj::builtins::host {
namespace {

struct RandomObject : HostObject {
  Random random;
};

Random& self(Value* args) { return static_cast<RandomObject*>(args[0].as_object())->random; }

Value make_random(const char* class_name, int64_t seed) {
  auto* object = make_host_object<RandomObject>(class_name);
  new (&object->random) Random(seed);
  return Value::object(object);
}

}  // namespace

CLJ_FN(random_new) { return make_random("java.util.Random", count == 1 ? to_long(args[0]) : fresh_random_seed()); }
CLJ_FN(secure_random_new) {
  return make_random("java.security.SecureRandom", static_cast<int64_t>(secure_random_bits()));
}
CLJ_FN(thread_local_random) {
  return make_random("java.util.concurrent.ThreadLocalRandom", fresh_random_seed());
}
CLJ_FN(random_next_int) {
  if (count == 1) return integer(self(args).next_int());
  int32_t bound = int_arg(args[count - 1]);
  if (count == 3) {
    int32_t origin = int_arg(args[1]);
    if (origin >= bound) throw_error(Error::kIllegalArgument, "bound must be greater than origin");
    return integer(self(args).next_int(origin, bound));
  }
  if (bound <= 0) throw_error(Error::kIllegalArgument, "bound must be positive");
  return integer(self(args).next_int(bound));
}
CLJ_FN(random_next_long) { return make_long(self(args).next_long()); }
CLJ_FN(random_next_double) { return make_double(self(args).next_double()); }
CLJ_FN(random_next_float) { return make_float(self(args).next_float()); }
CLJ_FN(random_next_boolean) { return boolean(self(args).next_boolean()); }
CLJ_FN(random_next_gaussian) { return make_double(self(args).next_gaussian()); }
CLJ_FN(random_next_bytes) {
  auto* bytes = object_arg<ByteArray>(args[1], "[B");
  self(args).next_bytes(reinterpret_cast<uint8_t*>(bytes->items()), static_cast<size_t>(bytes->length));
  return Value::nil();
}
CLJ_FN(random_set_seed) {
  if (cast<HostObject>(args[0])->type == find_class("java.util.concurrent.ThreadLocalRandom")) throw_error(Error::kUnsupportedOperation);
  self(args).set_seed(to_long(args[1]));
  return Value::nil();
}

CLJ_FN(uuid_from_string) {
  if (args[0].is_nil()) throw_error(Error::kNullPointer, "Cannot invoke \"String.length()\" because \"name\" is null");
  return parse_uuid(Value::object(string_arg(args[0])));
}
CLJ_FN(uuid_name_from_bytes) {
  auto* bytes = object_arg<ByteArray>(args[0], "[B");
  std::string digest = md5({reinterpret_cast<const char*>(bytes->items()), static_cast<size_t>(bytes->length)});
  digest[6] = static_cast<char>((digest[6] & 0x0F) | 0x30);
  digest[8] = static_cast<char>((digest[8] & 0x3F) | 0x80);
  uint64_t halves[2] = {};
  for (size_t i = 0; i < 16; ++i) halves[i / 8] = halves[i / 8] << 8 | static_cast<uint8_t>(digest[i]);
  return make_uuid(halves[0], halves[1]);
}
CLJ_FN(uuid_new) {
  return make_uuid(static_cast<uint64_t>(to_long(args[0])), static_cast<uint64_t>(to_long(args[1])));
}
CLJ_FN(uuid_high) { return make_long(static_cast<int64_t>(cast<Uuid>(args[0])->high)); }
CLJ_FN(uuid_low) { return make_long(static_cast<int64_t>(cast<Uuid>(args[0])->low)); }
CLJ_FN(uuid_version) { return integer(static_cast<int32_t>(cast<Uuid>(args[0])->high >> 12 & 0xF)); }
CLJ_FN(uuid_variant) {
  uint64_t low = cast<Uuid>(args[0])->low;
  int variant = low >> 63 == 0 ? 0 : low >> 62 == 2 ? 2 : static_cast<int>(low >> 61);
  return integer(variant);
}

}  // namespace clj::builtins::host
