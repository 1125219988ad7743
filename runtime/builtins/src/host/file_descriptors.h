// What the constructors of streams ask a java.io.FileDescriptor.
#pragma once
#include "streams.h"

namespace clj::builtins::host {

// The number of a standard stream, or -1 and the stream that was opened. False when the value is no FileDescriptor.
bool descriptor_parts(Value v, int& number, Value& stream);

}  // namespace clj::builtins::host
