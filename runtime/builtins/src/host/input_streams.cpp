// java.io.InputStream and its classes.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "clj/base/file.h"
#include "clj/io/file_error.h"
#include "file_descriptors.h"
#include "stream_parts.h"

namespace clj::builtins::host {

namespace {

InputStream* input(Value v) { return static_cast<InputStream*>(v.as_object()); }

// A program's own stream has read(byte[], int, int), which is what Java's readers call, or only
// read().
bool read_own_stream(Value v, size_t n, std::string& out) {
  Value array = make_array(Kind::kByteArray, static_cast<int64_t>(n));
  Value args[] = {v, array, make_long(0), make_long(static_cast<int64_t>(n))};
  try {
    int64_t got = to_long(call_host_method(make_symbol("", "read"), args, 4));
    if (got > 0) out.append(reinterpret_cast<const char*>(cast<ByteArray>(array)->items()), static_cast<size_t>(got));
    return got >= 0;
  } catch (const ClojureThrow& thrown) {
    if (!is_instance(error_class(Error::kArity), thrown.value)) throw;
  }
  Value byte = call_host_method(make_symbol("", "read"), &v, 1);
  if (to_long(byte) < 0) return false;
  out.push_back(static_cast<char>(to_long(byte)));
  return true;
}

}  // namespace

Value make_input(const char* class_name, Value source, int descriptor, int64_t position, int64_t end) {
  auto* stream = make_host_object<InputStream>(class_name);
  stream->source = source;
  stream->descriptor = descriptor;
  stream->position = position;
  stream->end = end;
  stream->mark = is_kind(source, Kind::kByteArray) ? position : -1;
  if (std::string_view(class_name) == "java.io.BufferedInputStream" && descriptor != 0 && !is_kind(source, Kind::kByteArray)) {
    stream->set_flag(InputStream::kBuffered);
  }
  return Value::object(stream);
}

Value open_input_file(Value path) {
  std::string name = path_arg(path);
  int descriptor = open_path(name, O_RDONLY);
  struct stat status;
  if (descriptor >= 0 && ::fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode)) {
    ::close(descriptor);
    descriptor = -1;
    errno = EISDIR;
  }
  if (descriptor < 0) io::throw_file_not_found(name, errno);
  return make_input("java.io.FileInputStream", Value::nil(), descriptor, 0, 0);
}

int stream_descriptor(Value stream) {
  return is_stream(stream, "java.io.BufferedInputStream") ? input(stream)->descriptor : -1;
}

Value open_input_bytes(std::string_view bytes) {
  return make_input("java.io.ByteArrayInputStream", make_byte_array(bytes), -1, 0, static_cast<int64_t>(bytes.size()));
}

bool read_bytes(Value v, size_t n, std::string& out) {
  if (!is_stream(v, "java.io.InputStream") || overrides(v, "read")) {
    return read_own_stream(v, n, out);
  }
  return read_directly(v, n, out);
}

namespace {

// Takes up to n of the bytes of an array that the stream has not given yet.
bool take(InputStream* stream, const ByteArray* array, size_t n, std::string& out) {
  int64_t position = stream->position, end = std::min(stream->end, array->length);
  if (position < 0 || position >= end) return false;
  size_t length = std::min(n, static_cast<size_t>(end - position));
  out.append(reinterpret_cast<const char*>(array->items()) + position, length);
  stream->position = position + static_cast<int64_t>(length);
  return true;
}

bool read_source(InputStream* stream, size_t n, std::string& out) {
  if (!stream->source.is_nil()) return read_bytes(stream->source, n, out);
  size_t start = out.size();
  out.resize(start + n);
  ssize_t got;
  {
    int descriptor = stream->descriptor;
    gc::BlockingRegion region;
    do got = ::read(descriptor, out.data() + start, n);
    while (got < 0 && errno == EINTR);
  }
  out.resize(start + static_cast<size_t>(std::max<ssize_t>(got, 0)));
  if (got < 0) throw_error(Error::kIO, std::strerror(errno));
  return got > 0;
}

// One piece more into the empty buffer, behind what reset may go back to.
bool fill_buffer(InputStream* stream) {
  std::string piece;
  if (!read_source(stream, kPieceBytes, piece)) return false;
  int64_t kept = stream->mark < 0 || stream->buffer.is_nil() ? 0 : stream->end - stream->mark;
  int64_t needed = kept + static_cast<int64_t>(piece.size());
  Value buffer = stream->buffer;
  if (buffer.is_nil() || array_length(buffer) < needed) {
    buffer = make_array(Kind::kByteArray, std::max(needed, static_cast<int64_t>(kPieceBytes)));
  }
  if (kept > 0) array_copy(stream->buffer, stream->mark, buffer, 0, kept);
  std::memcpy(cast<ByteArray>(buffer)->items() + kept, piece.data(), piece.size());
  stream->buffer = buffer;
  gc::write_barrier(stream);
  if (stream->mark >= 0) stream->mark = 0;
  stream->position = kept;
  stream->end = needed;
  return true;
}

}  // namespace

bool read_directly(Value v, size_t n, std::string& out) {
  InputStream* stream = input(v);
  check_open(stream);
  if (ByteArray* array = try_cast<ByteArray>(stream->source)) return take(stream, array, n, out);
  if (!stream->has_flag(InputStream::kBuffered)) return read_source(stream, n, out);
  ByteArray* buffer = try_cast<ByteArray>(stream->buffer);
  if (buffer && take(stream, buffer, n, out)) return true;
  // As Java's: a large read into an empty buffer goes past it.
  if (n >= kPieceBytes && stream->mark < 0) return read_source(stream, n, out);
  return fill_buffer(stream) && take(stream, cast<ByteArray>(stream->buffer), n, out);
}

std::string read_all_bytes(Value stream) {
  std::string bytes;
  while (read_bytes(stream, kPieceBytes, bytes)) {
  }
  return bytes;
}

CLJ_FN(file_input_new) {
  int number;
  Value stream;
  if (descriptor_parts(args[0], number, stream)) return make_input("java.io.FileInputStream", stream, number, 0, 0);
  return open_input_file(args[0]);
}
CLJ_FN(byte_array_input_new) {
  ByteArray* array = object_arg<ByteArray>(args[0], "[B");
  int64_t start = count > 1 ? to_long(args[1]) : 0;
  int64_t end = count > 1 ? std::min(array->length, start + to_long(args[2])) : array->length;
  return make_input("java.io.ByteArrayInputStream", args[0], -1, start, end);
}
CLJ_FN(buffered_input_new) {
  check_buffer_size(args, count);
  return make_input("java.io.BufferedInputStream", args[0], -1, 0, 0);
}
CLJ_FN(input_read) {
  std::string bytes;
  if (count == 1) {
    return integer(read_directly(args[0], 1, bytes) ? static_cast<uint8_t>(bytes[0]) : -1);
  }
  Piece piece = piece_arg(args, count);
  if (piece.length == 0) return integer(0);
  if (!read_directly(args[0], static_cast<size_t>(piece.length), bytes)) return integer(-1);
  std::memcpy(piece.array->items() + piece.offset, bytes.data(), bytes.size());
  return integer(static_cast<int32_t>(bytes.size()));
}
CLJ_FN(input_read_all) { return make_byte_array(read_all_bytes(args[0])); }
CLJ_FN(input_skip) {
  int64_t wanted = std::max<int64_t>(to_long(args[1]), 0), skipped = 0;
  for (std::string bytes; skipped < wanted; bytes.clear()) {
    if (!read_bytes(args[0], static_cast<size_t>(std::min<int64_t>(wanted - skipped, kPieceBytes)), bytes)) break;
    skipped += static_cast<int64_t>(bytes.size());
  }
  return make_long(skipped);
}
// readNBytes(n), and readNBytes(array, offset, n), which gives the number of bytes.
CLJ_FN(input_read_n) {
  int64_t asked = to_long(args[count - 1]);
  if (count == 2 && asked < 0) throw_error(Error::kIllegalArgument, "len < 0");
  size_t wanted = static_cast<size_t>(asked);
  std::string bytes;
  if (count > 2) wanted = static_cast<size_t>(piece_arg(args, count).length);
  while (bytes.size() < wanted && read_bytes(args[0], std::min(wanted - bytes.size(), kPieceBytes), bytes)) {
  }
  if (count == 2) return make_byte_array(bytes);
  std::memcpy(cast<ByteArray>(args[1])->items() + to_long(args[2]), bytes.data(), bytes.size());
  return integer(static_cast<int32_t>(bytes.size()));
}
CLJ_FN(input_available) {
  InputStream* stream = input(args[0]);
  check_open(stream);
  int64_t here = is_kind(stream->source, Kind::kByteArray) || !stream->buffer.is_nil() ? stream->end - stream->position : 0;
  if (stream->source.is_nil()) {
    here += bytes_waiting(stream->descriptor);
  } else if (!is_kind(stream->source, Kind::kByteArray)) {
    here += to_long(call_host_method(make_symbol("", "available"), &stream->source, 1));
  }
  return integer(static_cast<int32_t>(std::min<int64_t>(here, INT32_MAX)));
}
CLJ_FN(input_mark_supported) {
  InputStream* stream = input(args[0]);
  return boolean(stream->has_flag(InputStream::kBuffered) || is_kind(stream->source, Kind::kByteArray));
}
CLJ_FN(input_mark) {
  InputStream* stream = input(args[0]);
  if (stream->has_flag(InputStream::kBuffered) || is_kind(stream->source, Kind::kByteArray)) stream->mark = stream->position;
  return Value::nil();
}
CLJ_FN(input_reset) {
  InputStream* stream = input(args[0]);
  check_open(stream);
  if (stream->mark < 0) {
    throw_error(Error::kIO, stream->has_flag(InputStream::kBuffered) ? "Resetting to invalid mark" : "mark/reset not supported");
  }
  stream->position = stream->mark;
  return Value::nil();
}
CLJ_FN(input_transfer) {
  std::string bytes;
  int64_t total = 0;
  while (bytes.clear(), read_bytes(args[0], kPieceBytes, bytes)) {
    write_bytes(args[1], bytes);
    total += static_cast<int64_t>(bytes.size());
  }
  return make_long(total);
}
CLJ_FN(input_close) {
  InputStream* stream = input(args[0]);
  if (is_kind(stream->source, Kind::kByteArray)) return Value::nil();
  if (stream->flags.fetch_or(InputStream::kClosed) & InputStream::kClosed) return Value::nil();
  if (!stream->source.is_nil()) call_host_method(make_symbol("", "close"), &stream->source, 1);
  else if (stream->descriptor > 2) ::close(stream->descriptor);
  return Value::nil();
}
CLJ_FN(system_in) {
  return standard_stream(roots.system_in, [] { return make_input("java.io.BufferedInputStream", Value::nil(), 0, 0, 0); });
}

}  // namespace clj::builtins::host
