// The heap verifier: every slot of every live object refers to the start of a live object.
#include <cstdio>
#include <cstdlib>

#include "collector.h"

namespace clj::gc {

namespace {

const char* kind_name(const Object* object) {
  return object->kind < Kind::kCount ? info(object->kind).name : "?";
}

}  // namespace

const char* fault_of(const Collector& c, Value v) {
  Object* object = v.as_object();
  if (c.space.contains(object)) {
    if (c.space.resolve(object) != object) return "not the start of a live object";
  } else if (c.image.contains(object)) {
    // Cold objects have no metadata before their chunk is unpacked, which reading one does.
    static_cast<void>(*reinterpret_cast<const volatile char*>(object));
    if (!(*c.image.metadata_at(object) & kMetaStart)) return "not the start of an image object";
    return nullptr;
  } else if (c.large.find(object) != object) {
    return "no object at all";
  }
  return object->kind < Kind::kCount ? nullptr : "an object without a kind";
}

namespace {

void verify_object(const Collector& c, Object* object, size_t bytes) {
  uint64_t slots = object->slot_count();
  auto* end = reinterpret_cast<char*>(object) + bytes;
  if (object->kind >= Kind::kCount || reinterpret_cast<char*>(object->slot_array() + slots) > end) {
    std::fprintf(stderr, "gc: object %p (%s): %llu slots in %zu bytes\n", static_cast<void*>(object),
                 kind_name(object), static_cast<unsigned long long>(slots), bytes);
    std::abort();
  }
  for (uint64_t i = 0; i < slots; ++i) {
    Value v = object->slot_array()[i];
    if (!v.is_object()) continue;
    if (const char* fault = fault_of(c, v)) report_bad_reference(fault, object, i, v);
  }
}

}  // namespace

void report_bad_reference(const char* fault, const void* holder, uint64_t slot, Value value) {
  std::fprintf(stderr, "gc: object %p (%s), slot %llu holds %#llx: %s\n", holder,
               holder ? kind_name(static_cast<const Object*>(holder)) : "root", static_cast<unsigned long long>(slot),
               static_cast<unsigned long long>(value.bits()), fault);
  std::abort();
}

void verify_heap(const Collector& c) {
  c.space.each_block([&](char* block, BlockInfo& info) {
    if (info.state == BlockState::kFree) return;
    uint8_t* meta = metadata_of(block);
    size_t live = 0;
    for (size_t i = 0; i < kGranulesPerBlock; ++i) {
      if ((meta[i] & (kMetaStart | kMetaMark)) != (kMetaStart | kMetaMark)) continue;
      size_t granules = granules_from(meta + i);
      verify_object(c, reinterpret_cast<Object*>(block + i * kGranule), granules * kGranule);
      live += granules;
      i += granules - 1;
    }
    if (live != info.live_granules) {
      std::fprintf(stderr, "gc: block %p counts %u live granules and has %zu\n", static_cast<void*>(block),
                   info.live_granules, live);
      std::abort();
    }
  });
  c.large.each([&](LargeHeader* header) { verify_object(c, header->object(), header->bytes); });
  for (Object* object : c.image.remembered) verify_object(c, object, c.extent(object));
}

}  // namespace clj::gc
