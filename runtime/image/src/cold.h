// The cold part of a mapped image: objects that most programs never touch (libraries that are
// not required, host classes that are not used), compressed in the file.
//
// Its addresses are reserved at start and unpacked as a whole by the first access, whoever makes
// it: the fault that the access raises is handled by putting the part in its place. So nothing
// outside of this folder knows of it.
#pragma once
#include <cstddef>

namespace clj::image {

// `address` to `address + bytes` is reserved and not accessible; `packed` stays mapped. Once per
// process.
void reserve_cold(char* address, size_t bytes, const char* packed, size_t packed_bytes);
// What the first access does. Safe from any thread and in a signal handler. An unpacking that
// fails ends the process with a message: the image is damaged.
void unpack_cold();

}  // namespace clj::image
