#include "clj/core/stack_trace.h"

#include "clj/core/array.h"
#include "clj/core/collections.h"
#include "clj/core/munge.h"
#include "clj/core/numbers.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/gc/heap.h"

namespace clj {
namespace {

constexpr size_t kFrameWords = 4;  // name, file, line, column

// A frame names the file without its folders, as the JVM's do.
Value file_name(Value file) {
  if (!is_string(file)) return file;
  std::string path = to_utf8(file);
  size_t slash = path.rfind('/');
  return slash == std::string::npos ? file : make_string(path.substr(slash + 1));
}

}  // namespace

FrameNames frame_names(std::string_view function_name, std::string_view invoke) {
  size_t slash = function_name.rfind('/');
  std::string_view owner = function_name.substr(0, slash == std::string_view::npos ? 0 : slash);
  bool of_type = owner.find("$reify__") != std::string_view::npos || !find_class(owner).is_nil();
  if (!of_type) return {function_class_name(function_name), std::string(invoke)};
  return {std::string(owner), munge(function_name.substr(slash + 1))};
}

Value make_recorded_trace(size_t count) { return make_object_array(static_cast<int64_t>(kFrameWords * count)); }

void set_recorded_frame(Value trace, size_t index, const TracedFrame& frame) {
  Value* out = cast<ObjectArray>(trace)->items() + kFrameWords * index;
  out[0] = frame.function_name;
  out[1] = frame.file;
  out[2] = Value::inline_long(frame.line);
  out[3] = Value::inline_long(frame.column);
  gc::write_barrier(trace.as_object());
}

namespace {

// The rows of a trace that was made as such (by the tree evaluator, or setStackTrace).
Value without_folders(Value rows) {
  gc::ValueList out;
  for_each(rows, [&](Value row) {
    out.push_back(is_vector(row) && count(row) > 2 ? assoc(row, Value::inline_long(2), file_name(nth(row, 2))) : row);
    return true;
  });
  return rows.is_nil() ? rows : make_vector(out.data(), out.size());
}

Value rows_of(const Throwable* throwable, bool paths) {
  if (!is_kind(throwable->trace, Kind::kObjectArray)) return paths ? throwable->trace : without_folders(throwable->trace);
  auto* recorded = cast<ObjectArray>(throwable->trace);
  Value method = make_string("invoke");
  gc::ValueList rows;
  for (int64_t i = 0; i < recorded->length; i += kFrameWords) {
    const Value* frame = recorded->items() + i;
    if (paths || !is_string(frame[0])) {
      rows.push_back(make_vector({frame[0], method, paths ? frame[1] : file_name(frame[1]), frame[2], frame[3]}));
      continue;
    }
    FrameNames names = frame_names(to_utf8(frame[0]), "invoke");
    Value class_name = make_string(names.class_name);
    rows.push_back(make_vector({class_name, make_string(names.method), file_name(frame[1]), frame[2], frame[3]}));
  }
  return make_vector(rows.data(), rows.size());
}

}  // namespace

Value stack_trace(const Throwable* throwable) { return rows_of(throwable, false); }
Value stack_trace_with_paths(const Throwable* throwable) { return rows_of(throwable, true); }

}  // namespace clj
