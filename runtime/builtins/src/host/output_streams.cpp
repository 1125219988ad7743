// java.io.OutputStream and its classes.
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "clj/io/charset.h"
#include "clj/io/file_error.h"
#include "clj/io/writer.h"
#include "file_descriptors.h"
#include "stream_parts.h"

namespace clj::builtins::host {

namespace {

OutputStream* output(Value v) { return static_cast<OutputStream*>(v.as_object()); }

io::Charset charset_of(const Value* args, uint32_t count, uint32_t index) {
  return index < count ? io::charset_named(to_utf8(str_value(args[index]))) : io::Charset::kUtf8;
}

}  // namespace

Value make_output(const char* class_name, Value target, int descriptor) {
  auto* stream = make_host_object<OutputStream>(class_name);
  stream->target = target;
  stream->descriptor = descriptor;
  if (std::string_view(class_name) == "java.io.BufferedOutputStream") stream->set_flag(OutputStream::kBuffered);
  return Value::object(stream);
}

Value open_output_file(Value path, bool append) {
  std::string name = path_arg(path);
  int descriptor = open_path(name, O_WRONLY | O_CREAT | (append ? O_APPEND : O_TRUNC));
  if (descriptor < 0) io::throw_file_not_found(name, errno);
  return make_output("java.io.FileOutputStream", Value::nil(), descriptor);
}

void write_bytes(Value v, std::string_view bytes) {
  if (is_kind(v, Kind::kWriter)) return io::write(v, bytes);
  if (!is_stream(v, "java.io.OutputStream") || overrides(v, "write")) {
    Value args[] = {v, make_byte_array(bytes), make_long(0), make_long(static_cast<int64_t>(bytes.size()))};
    call_host_method(make_symbol("", "write"), args, 4);
    return;
  }
  write_directly(v, bytes);
}

namespace {

void write_target(OutputStream* stream, std::string_view bytes) {
  if (!stream->target.is_nil()) return write_bytes(stream->target, bytes);
  int error = 0;
  {
    gc::BlockingRegion region;
    for (size_t done = 0; done < bytes.size() && !error;) {
      ssize_t n = ::write(stream->descriptor, bytes.data() + done, bytes.size() - done);
      if (n >= 0) done += static_cast<size_t>(n);
      else if (errno != EINTR) error = errno;
    }
  }
  if (error) throw_error(Error::kIO, std::strerror(error));
}

// Passes on what the buffer holds.
void drain(OutputStream* stream) {
  ByteArray* buffer = stream->has_flag(OutputStream::kBuffered) ? try_cast<ByteArray>(stream->buffer) : nullptr;
  int64_t size = std::exchange(stream->size, buffer ? 0 : stream->size);
  if (!buffer || size <= 0) return;
  write_target(stream, std::string(reinterpret_cast<const char*>(buffer->items()), static_cast<size_t>(size)));
}

}  // namespace

void write_directly(Value v, std::string_view bytes) {
  OutputStream* stream = output(v);
  if (!stream->has_flag(OutputStream::kBuffered)) check_open(stream);
  if (is_kind(stream->target, Kind::kByteArray)) {
    int64_t needed = stream->size + static_cast<int64_t>(bytes.size());
    if (needed > array_length(stream->target)) {
      Value larger = make_array(Kind::kByteArray, std::max(needed, 2 * array_length(stream->target)));
      array_copy(stream->target, 0, larger, 0, stream->size);
      stream->target = larger;
      gc::write_barrier(stream);
    }
    std::memcpy(cast<ByteArray>(stream->target)->items() + stream->size, bytes.data(), bytes.size());
    stream->size = needed;
    return;
  }
  if (!stream->has_flag(OutputStream::kBuffered)) return write_target(stream, bytes);
  if (bytes.size() >= kPieceBytes) {
    drain(stream);
    return write_target(stream, bytes);
  }
  if (stream->size + static_cast<int64_t>(bytes.size()) > static_cast<int64_t>(kPieceBytes)) drain(stream);
  if (stream->buffer.is_nil()) {
    Value buffer = make_array(Kind::kByteArray, kPieceBytes);
    stream->buffer = buffer;
    gc::write_barrier(stream);
  }
  int64_t size = stream->size;
  if (size + static_cast<int64_t>(bytes.size()) > static_cast<int64_t>(kPieceBytes)) size = 0;  // two threads, no lock
  std::memcpy(cast<ByteArray>(stream->buffer)->items() + size, bytes.data(), bytes.size());
  stream->size = size + static_cast<int64_t>(bytes.size());
}

CLJ_FN(file_output_new) {
  int number;
  Value stream;
  if (descriptor_parts(args[0], number, stream)) return make_output("java.io.FileOutputStream", stream, number);
  return open_output_file(args[0], count > 1 && args[1].truthy());
}
CLJ_FN(byte_array_output_new) {
  if (count > 0 && int_arg(args[0]) < 0) {
    throw_errorf(Error::kIllegalArgument, "Negative initial size: %d", int_arg(args[0]));
  }
  return make_output("java.io.ByteArrayOutputStream", make_array(Kind::kByteArray, 32), -1);
}
CLJ_FN(buffered_output_new) {
  check_buffer_size(args, count);
  return make_output("java.io.BufferedOutputStream", args[0], -1);
}
CLJ_FN(output_write) {
  if (count == 2 && is_string(args[1])) {
    write_directly(args[0], io::encode(as_string(args[1]), io::Charset::kUtf8));
  } else if (count == 2 && is_number(args[1])) {
    char byte = static_cast<char>(to_long(args[1]));
    write_directly(args[0], {&byte, 1});
  } else {
    Piece piece = piece_arg(args, count);
    // A copy: the write may block, and the array may change meanwhile.
    write_directly(args[0], std::string(reinterpret_cast<const char*>(piece.array->items()) + piece.offset,
                                     static_cast<size_t>(piece.length)));
  }
  return Value::nil();
}
CLJ_FN(output_flush) {
  drain(output(args[0]));
  Value target = output(args[0])->target;
  if (!target.is_nil() && !is_kind(target, Kind::kByteArray)) call_host_method(make_symbol("", "flush"), &target, 1);
  return Value::nil();
}
CLJ_FN(output_close) {
  OutputStream* stream = output(args[0]);
  if (is_kind(stream->target, Kind::kByteArray)) return Value::nil();
  if (stream->flags.fetch_or(OutputStream::kClosed) & OutputStream::kClosed) return Value::nil();
  auto close_target = [&] {
    if (!stream->target.is_nil()) call_host_method(make_symbol("", "close"), &stream->target, 1);
    else if (stream->descriptor > 2) ::close(stream->descriptor);
  };
  try {
    output_flush(args, count);
  } catch (...) {
    close_target();
    throw;
  }
  close_target();
  return Value::nil();
}

namespace {
std::string written_bytes(Value v) {
  OutputStream* stream = output(v);
  return {reinterpret_cast<const char*>(cast<ByteArray>(stream->target)->items()), static_cast<size_t>(stream->size)};
}
}  // namespace

CLJ_FN(output_to_byte_array) { return make_byte_array(written_bytes(args[0])); }
CLJ_FN(output_to_string) { return io::decode(written_bytes(args[0]), charset_of(args, count, 1)); }
CLJ_FN(output_size) { return integer(static_cast<int32_t>(output(args[0])->size)); }
CLJ_FN(output_reset) {
  output(args[0])->size = 0;
  return Value::nil();
}
CLJ_FN(output_write_to) {
  write_bytes(args[1], written_bytes(args[0]));
  return Value::nil();
}

}  // namespace clj::builtins::host
