#include "clj/io/writer.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>

#include "clj/base/file.h"
#include "clj/core/array.h"
#include "clj/core/call.h"
#include "clj/core/error.h"
#include "clj/core/host.h"
#include "clj/core/numbers.h"
#include "clj/core/roots.h"
#include "clj/core/type.h"
#include "clj/gc/heap.h"
#include "clj/io/file_error.h"
#include "late_flush.h"
#include "sink.h"

namespace clj::io {

bool is_print_stream(Value writer) { return is_instance(roots.class_print_stream, writer); }

namespace {

[[noreturn]] void throw_io(int error) { throw_error(Error::kIO, std::strerror(error)); }

void drain_locked(Sink& sink) {
  int error;
  {
    auto guard = lock(sink);
    error = drain(sink);
  }
  if (error) throw_io(error);
}

constexpr size_t kBufferBytes = 8192;
constexpr size_t kBufferUnits = 8192;

bool swallows_faults(Writer* writer) {
  Value v = Value::object(writer);
  return is_print_stream(v) || is_instance(roots.class_print_writer, v);
}

// nullptr for a PrintStream or PrintWriter that is closed, or around a closed writer: it swallows what comes.
Writer* open_writer(Value v) {
  Writer* writer = cast<Writer>(v);
  const Writer* target = try_cast<Writer>(writer->target);
  bool closed = writer->has_flag(Writer::kClosed);
  if (!closed && (!target || !target->has_flag(Writer::kClosed))) return writer;
  if (swallows_faults(writer)) {
    writer->set_flag(Writer::kFailed);
    return nullptr;
  }
  if (closed) throw_error(Error::kIO, "Stream closed");
  return writer;
}

// Called in a catch clause of what passes something on.
void swallow_or_rethrow(Writer* writer, const ClojureThrow& thrown) {
  if (!swallows_faults(writer) || !is_instance(error_class(Error::kIO), thrown.value)) throw;
  writer->set_flag(Writer::kFailed);
}

template <class Body>
void passing_on(Writer* writer, const Body& body) {
  try {
    body();
  } catch (const ClojureThrow& thrown) {
    swallow_or_rethrow(writer, thrown);
  }
}

// Appends under the lock with `put(sink)`, then writes out what is due.
template <class Put>
void append(Writer* writer, const Put& put) {
  Sink& sink = sink_of(writer);
  // No other thread looks at a StringWriter while there is none.
  if (sink.descriptor < 0 && !gc::several_threads.load(std::memory_order_relaxed)) return put(sink);
  if (sink.descriptor == 2) flush_standard();
  int error = 0;
  {
    auto guard = lock(sink);
    put(sink);
    if (sink.descriptor >= 0 && (sink.bytes.size() >= kBufferBytes || sink.descriptor == 2)) error = drain(sink);
  }
  if (error) throw_io(error);
}

void write_array(Value stream, std::string_view bytes) {
  Value array = make_array(Kind::kByteArray, static_cast<int64_t>(bytes.size()));
  std::memcpy(cast<ByteArray>(array)->items(), bytes.data(), bytes.size());
  Value args[] = {stream, array, make_long(0), make_long(static_cast<int64_t>(bytes.size()))};
  call_host_method(make_symbol("", "write"), args, 4);
}

// Passes on to the target what is buffered: all, or as many whole pieces as there are.
void pass_on(Writer* writer, bool all) {
  Sink& sink = sink_of(writer);
  auto order = lock(sink.passing);
  if (writer->has_flag(Writer::kEncodes)) {
    std::string bytes;
    {
      auto guard = lock(sink);
      bytes.swap(sink.bytes);
    }
    if (!bytes.empty()) write_array(writer->target, bytes);
    return;
  }
  Value text;
  {
    auto guard = lock(sink);
    text = sink.text.to_string();
    sink.text = StringBuffer();
    uint32_t length = as_string(text)->length, whole = length / kBufferUnits * kBufferUnits;
    if (!all && whole < length) {
      sink.text.append(as_string(substring(as_string(text), whole, length)));
      text = substring(as_string(text), 0, whole);
    }
  }
  if (as_string(text)->length > 0) write(writer->target, as_string(text));
}

bool buffers(const Writer* writer) { return writer->has_flag(Writer::kBuffers) || writer->has_flag(Writer::kEncodes); }

// Appends under the lock with `put(sink)`, then passes on what is due.
template <class Put>
void append_buffered(Writer* writer, const Put& put) {
  Sink& sink = sink_of(writer);
  bool due;
  {
    auto guard = lock(sink);
    put(sink);
    due = sink.bytes.size() >= kBufferBytes || sink.text.length() >= kBufferUnits;
  }
  if (due) passing_on(writer, [&] { pass_on(writer, false); });
}

// Calls a method of an object of another kind that acts as a writer: a program's own type, StringBuilder, an OutputStream.
void call_as_writer(const char* method, Value* args, uint32_t count) {
  Value target = *args, name = make_symbol("", method);
  if (target.is_nil()) throw_error(Error::kNullPointer);
  require_host_method(target, name, count - 1, "java.io.Writer");
  call_host_method(name, args, count);
}

void write_to_object(Value target, Value text) {
  Value args[] = {target, text};
  call_as_writer(is_kind(target, Kind::kStringBuilder) ? "append" : "write", args, 2);
}

bool overrides_write(Value v) { return overrides(v, "write"); }

Value new_writer(const char* class_name, Value target, int descriptor, Charset charset) {
  Value cls = find_class(class_name);
  Writer* writer = gc::make<Writer>();
  writer->type = cls;
  writer->target = target;
  writer->descriptor = descriptor;
  writer->charset = charset;
  return Value::object(writer);
}

}  // namespace

Value make_standard_writer(int descriptor) {
  return new_writer(descriptor == 1 ? "java.io.OutputStreamWriter" : "java.io.PrintWriter", Value::nil(), descriptor,
                    Charset::kUtf8);
}

Value make_string_writer() { return new_writer("java.io.StringWriter", Value::nil(), -1, Charset::kUtf8); }

Value open_file_writer(const String* path, bool append, Charset charset) {
  std::string name = to_utf8(path);
  int descriptor;
  {
    gc::BlockingRegion region;
    descriptor = ::open(system_path(name), O_WRONLY | O_CREAT | O_CLOEXEC | (append ? O_APPEND : O_TRUNC), 0666);
  }
  if (descriptor < 0) throw_file_not_found(name, errno);
  return new_writer("java.io.BufferedWriter", Value::nil(), descriptor, charset);
}

Value wrap_writer(Value cls, Value target) {
  Writer* writer = gc::make<Writer>();
  writer->type = cls;
  writer->target = target;
  writer->descriptor = -1;
  return Value::object(writer);
}

Value make_buffered_writer(Value target) {
  Value made = wrap_writer(find_class("java.io.BufferedWriter"), target);
  cast<Writer>(made)->set_flag(Writer::kBuffers);
  return made;
}

Value make_stream_writer(Value cls, Value stream, Charset charset) {
  Value made = wrap_writer(cls, stream);
  cast<Writer>(made)->charset = charset;
  cast<Writer>(made)->set_flag(Writer::kEncodes);
  return made;
}

void write(Value v, const String* text) {
  if (!is_kind(v, Kind::kWriter) || overrides_write(v)) return write_to_object(v, Value::object(text));
  write_directly(v, text);
}

void write_directly(Value v, const String* text) {
  Writer* writer = open_writer(v);
  if (!writer) return;
  if (writer->has_flag(Writer::kBuffers)) return append_buffered(writer, [&](Sink& sink) { sink.text.append(text); });
  if (writer->has_flag(Writer::kEncodes)) return append_buffered(writer, [&](Sink& sink) { sink.encoder.put(text, sink.bytes); });
  if (!writer->target.is_nil()) return passing_on(writer, [&] { write(writer->target, text); });
  append(writer, [&](Sink& sink) {
    if (sink.descriptor < 0) sink.text.append(text);
    else sink.encoder.put(text, sink.bytes);
  });
}

void write(Value v, std::string_view utf8) { write(v, as_string(make_string(utf8))); }

void write_unit(Value v, char16_t unit) {
  if (!is_kind(v, Kind::kWriter) || overrides_write(v)) return write_to_object(v, make_string_utf16(&unit, 1));
  Writer* writer = open_writer(v);
  if (!writer) return;
  if (writer->has_flag(Writer::kBuffers)) return append_buffered(writer, [&](Sink& sink) { sink.text.append_unit(unit); });
  if (writer->has_flag(Writer::kEncodes)) return append_buffered(writer, [&](Sink& sink) { sink.encoder.put(unit, sink.bytes); });
  if (!writer->target.is_nil()) return passing_on(writer, [&] { write_unit(writer->target, unit); });
  append(writer, [&](Sink& sink) {
    if (sink.descriptor < 0) sink.text.append_unit(unit);
    else sink.encoder.put(unit, sink.bytes);
  });
}

void write_bytes(Value v, std::string_view bytes) {
  if (!is_kind(v, Kind::kWriter)) return write_array(v, bytes);
  Writer* writer = open_writer(v);
  if (!writer) return;
  if (!writer->target.is_nil()) {
    return passing_on(writer, [&] {
      if (buffers(writer)) pass_on(writer, true);
      write_bytes(writer->target, bytes);
    });
  }
  if (writer->descriptor < 0) throw_error(Error::kIllegalArgument, "A writer of text takes no bytes");
  append(writer, [&](Sink& sink) { sink.bytes.append(bytes); });
}

void flush(Value v) {
  if (!is_kind(v, Kind::kWriter) || overrides(v, "flush")) {
    if (!is_kind(v, Kind::kStringBuilder)) call_as_writer("flush", &v, 1);
    return;
  }
  flush_directly(v);
}

void flush_directly(Value v) {
  Writer* writer = open_writer(v);
  if (!writer) return;
  if (!writer->target.is_nil()) {
    return passing_on(writer, [&] {
      if (buffers(writer)) pass_on(writer, true);
      flush(writer->target);
    });
  }
  if (writer->descriptor >= 0) drain_locked(sink_of(writer));
}

void close(Value v) {
  if (!is_kind(v, Kind::kWriter) || overrides(v, "close")) {
    call_host_method(make_symbol("", "close"), &v, 1);
    return;
  }
  close_directly(v);
}

namespace {

void close_chain(Writer* writer) {
  if (buffers(writer)) {
    try {
      if (writer->has_flag(Writer::kEncodes)) {
        Sink& sink = sink_of(writer);
        auto guard = lock(sink);
        sink.encoder.finish(sink.bytes);
      }
      pass_on(writer, true);
    } catch (...) {
      close(writer->target);
      throw;
    }
  }
  if (!writer->target.is_nil()) {
    // Clojure's own *out* and *err* stay open when System/out and System/err are closed.
    const Writer* target = try_cast<Writer>(writer->target);
    bool standard = target && target->descriptor >= 0 && target->descriptor <= 2 && is_print_stream(Value::object(writer));
    return standard ? close_standard(target->descriptor) : close(writer->target);
  }
  if (writer->descriptor <= 2) return close_standard(writer->descriptor);
  Sink& sink = sink_of(writer);
  int error;
  {
    auto guard = lock(sink);
    sink.encoder.finish(sink.bytes);
    error = drain(sink);
    if (::close(writer->descriptor) != 0 && !error) error = errno;
  }
  if (error) throw_io(error);
}

}  // namespace

void close_directly(Value v) {
  Writer* writer = cast<Writer>(v);
  // A StringWriter stays usable after close.
  if (writer->target.is_nil() && writer->descriptor < 0) return;
  if (writer->flags.fetch_or(Writer::kClosed) & Writer::kClosed) return;
  passing_on(writer, [&] { close_chain(writer); });
}

Value written_text(Value v) {
  Writer* writer = cast<Writer>(v);
  Sink& sink = sink_of(writer);
  auto guard = lock(sink);
  return sink.text.to_string();
}

Value take_written_text(Value v) {
  Sink& sink = sink_of(cast<Writer>(v));
  auto guard = lock(sink);
  Value text = sink.text.to_string();
  sink.text = StringBuffer();
  return text;
}

void pass_on_bytes(Value v) {
  Writer* writer = open_writer(v);
  if (writer) passing_on(writer, [&] { pass_on(writer, true); });
}

bool check_error(Value v) {
  Writer* writer = cast<Writer>(v);
  if (!writer->has_flag(Writer::kClosed)) flush(v);
  const Writer* target = try_cast<Writer>(writer->target);
  return writer->has_flag(Writer::kFailed) || (target && target->has_flag(Writer::kFailed));
}

void newline_written(Value v) {
  Writer* writer = try_cast<Writer>(v);
  // A type of the program may want to know.
  for (; writer && !writer->target.is_nil(); writer = try_cast<Writer>(writer->target)) {
    if (overrides(Value::object(writer), "flush")) return flush(v);
  }
  if (!writer || overrides(Value::object(writer), "flush")) return flush(v);
  if (writer->descriptor < 0) return;
  if (writer->descriptor != 1) return flush(Value::object(writer));
  static const bool terminal = ::isatty(1);
  Sink& sink = standard_sink(1);
  auto guard = lock(sink);
  if (sink.bytes.empty()) return;
  if (terminal || std::chrono::steady_clock::now() - sink.flushed > kFlushInterval || !flush_soon()) drain(sink);
}

}  // namespace clj::io
