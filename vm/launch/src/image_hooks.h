// Registers how FnProtos, patterns, readers and writers go into a boot image.
#pragma once
#include "clj/image/image.h"

namespace clj::launch {

void set_image_hooks();

// image::Hook::convert of FnProtos.
void convert_proto_pointers(Object* object, uint64_t address, size_t bytes, image::Pointers to);

}  // namespace clj::launch
