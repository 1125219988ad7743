// Random numbers: a generator per thread, seeded by the system.
#pragma once
#include <cstdint>

namespace clj::builtins {

double random_double();  // in [0, 1)
uint64_t random_bits();

}  // namespace clj::builtins
