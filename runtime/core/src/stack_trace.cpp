#include "clj/core/stack_trace.h"

#include "clj/core/array.h"
#include "clj/core/collections.h"
#include "clj/core/numbers.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/gc/heap.h"

namespace clj {
namespace {

constexpr size_t kFrameWords = 4;  // name, file, line, column

}  // namespace

Value make_recorded_trace(size_t count) { return make_object_array(static_cast<int64_t>(kFrameWords * count)); }

void set_recorded_frame(Value trace, size_t index, const TracedFrame& frame) {
  Value* out = cast<ObjectArray>(trace)->items() + kFrameWords * index;
  out[0] = frame.function_name;
  out[1] = frame.file;
  out[2] = Value::inline_long(frame.line);
  out[3] = Value::inline_long(frame.column);
  gc::write_barrier(trace.as_object());
}

Value stack_trace(const Throwable* throwable) {
  if (!is_kind(throwable->trace, Kind::kObjectArray)) return throwable->trace;
  auto* recorded = cast<ObjectArray>(throwable->trace);
  Value method = make_string("invoke");
  gc::ValueList rows;
  for (int64_t i = 0; i < recorded->length; i += kFrameWords) {
    const Value* frame = recorded->items() + i;
    rows.push_back(make_vector({frame[0], method, frame[1], frame[2], frame[3]}));
  }
  return make_vector(rows.data(), rows.size());
}

}  // namespace clj
