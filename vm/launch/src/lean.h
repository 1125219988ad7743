// What a process without the compiler does instead of compiling.
#pragma once

namespace clj::launch {

// eval and its kin throw UnsupportedOperationException; libs come from bundles and the image.
void install_lean_upcalls();

}  // namespace clj::launch
