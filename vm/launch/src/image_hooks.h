// Registers how FnProtos, patterns, readers and writers go into a boot image.
#pragma once

namespace clj::launch {

void set_image_hooks();

}  // namespace clj::launch
