// The native pointers of a FnProto in a cold chunk. Runs in the handler of a fault, and stays out of the packed parts of the
// program (cmake/cold_code.ld).
#include "clj/exec/proto.h"
#include "image_hooks.h"

namespace clj::launch {
namespace {

// A pointer that is derived from the address `base`.
template <class T>
T* converted(T* pointer, uint64_t base, image::Pointers to) {
  auto bits = reinterpret_cast<uint64_t>(pointer);
  return reinterpret_cast<T*>(to == image::Pointers::kRelative ? bits - base : bits + base);
}

}  // namespace

void convert_proto_pointers(Object* object, uint64_t address, size_t bytes, image::Pointers to) {
  auto* proto = static_cast<exec::FnProto*>(object);
  // One that the next chunk goes on with stays as it is.
  if (bytes < sizeof(exec::FnProto) || bytes < sizeof(exec::FnProto) + proto->arity_count * sizeof(exec::Arity)) return;
  uint64_t constants = proto->constants_array.bits(), code = proto->code_object.bits();
  proto->arities.store(converted(proto->arities.load(std::memory_order_relaxed), address, to), std::memory_order_relaxed);
  proto->constants = converted(proto->constants, constants, to);
  for (uint16_t i = 0; i < proto->arity_count; ++i) {
    exec::Arity& arity = proto->arity_storage()[i];
    arity.code = converted(arity.code, code, to);
    arity.constants = converted(arity.constants, constants, to);
  }
}

}  // namespace clj::launch
