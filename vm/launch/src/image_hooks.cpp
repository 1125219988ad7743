// What the kinds with native pointers do when they go into a boot image.
#include "image_hooks.h"

#include "clj/conc/ref.h"
#include "clj/exec/proto.h"
#include "clj/image/image.h"
#include "clj/io/reader.h"
#include "clj/io/writer.h"
#include "clj/regex/regex.h"

namespace clj::launch {
namespace {

template <class T>
T* move(T* pointer, int64_t delta) {
  return reinterpret_cast<T*>(reinterpret_cast<int64_t>(pointer) + delta);
}

void prepare_proto(Object* copy, uint64_t address, const Object* original) {
  exec::prepare_proto_for_image(static_cast<exec::FnProto*>(copy), address, static_cast<const exec::FnProto*>(original));
}

void relocate_proto(Object* object, int64_t delta) {
  auto* proto = static_cast<exec::FnProto*>(object);
  proto->constants = move(proto->constants, delta);
  for (uint16_t i = 0; i < proto->arity_count; ++i) {
    exec::Arity& arity = proto->arity_storage()[i];
    arity.code = move(arity.code, delta);
    arity.constants = move(arity.constants, delta);
  }
  proto->arities.store(proto->arity_storage(), std::memory_order_relaxed);
}

void prepare_pattern(Object* copy, uint64_t, const Object*) {
  static_cast<regex::Pattern*>(copy)->compiled.store(nullptr, std::memory_order_relaxed);
}

void prepare_writer(Object* copy, uint64_t, const Object*) {
  static_cast<io::Writer*>(copy)->sink.store(nullptr, std::memory_order_relaxed);
}

void prepare_reader(Object* copy, uint64_t, const Object*) {
  static_cast<io::Reader*>(copy)->source.store(nullptr, std::memory_order_relaxed);
}

// Transactions count from zero again in every process: a value of a later time is never read.
void prepare_ref(Object* copy, uint64_t, const Object*) {
  auto* ref = static_cast<conc::Ref*>(copy);
  ref->time.store(0, std::memory_order_relaxed);
  ref->number -= conc::kImageAge;
}

// Raw bytes that are plain numbers.
void keep_raw_bytes(Object*, uint64_t, const Object*) {}

}  // namespace

void set_image_hooks() {
  image::set_hook(Kind::kFnProto, {prepare_proto, relocate_proto, convert_proto_pointers});
  image::set_hook(Kind::kPattern, {prepare_pattern, nullptr});
  image::set_hook(Kind::kWriter, {prepare_writer, nullptr});
  image::set_hook(Kind::kReader, {prepare_reader, nullptr});
  image::set_hook(Kind::kRef, {prepare_ref, nullptr});
  image::set_hook(Kind::kHostObject, {keep_raw_bytes, nullptr});
  image::set_hook(Kind::kAgent, {keep_raw_bytes, nullptr});
}

}  // namespace clj::launch
