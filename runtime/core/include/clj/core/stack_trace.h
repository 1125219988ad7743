// Stack traces: what a throwable says about where it was made.
//
// Most exceptions are caught without anybody looking, so Throwable::trace holds what was cheap to
// record: an ObjectArray with a function's name, its file and its position for each frame. Readers
// come here and get rows.
//
// Threads  Any.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "clj/value/object.h"

namespace clj {

struct Throwable;

// The class and the method that a frame of the function names: user$f and invoke, of a method of a type the type and the method.
struct FrameNames {
  std::string class_name, method;
};
FrameNames frame_names(std::string_view function_name, std::string_view invoke);

// A frame: "user/f", the file or nil, and where in it.
struct TracedFrame {
  Value function_name;
  Value file;
  uint32_t line, column;
};
// The recorded form: an empty one, whose frames 0 to count - 1 must be set at once.
Value make_recorded_trace(size_t count);
void set_recorded_frame(Value trace, size_t index, const TracedFrame& frame);
// A vector of [class method file line column], as Throwable::trace (type.h) describes; nil when
// there is none.
Value stack_trace(const Throwable* throwable);
// The same, and files are the paths they were read from.
Value stack_trace_with_paths(const Throwable* throwable);

}  // namespace clj
