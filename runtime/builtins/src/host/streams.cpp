#include "streams.h"

#include <fcntl.h>

#include <cstring>

#include "clj/base/file.h"
#include "stream_parts.h"

namespace clj::builtins::host {

void check_open(const Object* stream) {
  if (!stream->has_flag(InputStream::kClosed)) return;
  throw_error(Error::kIO, stream->has_flag(InputStream::kBuffered) ? "Stream closed" : "Stream Closed");
}

int open_path(const std::string& path, int flags) {
  gc::BlockingRegion region;
  return ::open(system_path(path), flags | O_CLOEXEC, 0666);
}

Piece piece_arg(const Value* args, uint32_t count) {
  ByteArray* array = object_arg<ByteArray>(args[1], "[B");
  Piece piece{array, 0, array->length};
  if (count > 2) {
    piece.offset = to_long(args[2]);
    piece.length = to_long(args[3]);
  }
  if (piece.offset < 0 || piece.length < 0 || piece.offset + piece.length > array->length) {
    throw_error(Error::kIndexOutOfBounds, "Range [" + std::to_string(piece.offset) + ", " + std::to_string(piece.offset) +
                                              " + " + std::to_string(piece.length) + ") out of bounds for length " +
                                              std::to_string(array->length));
  }
  return piece;
}

Value make_byte_array(std::string_view bytes) {
  Value array = make_array(Kind::kByteArray, static_cast<int64_t>(bytes.size()));
  std::memcpy(cast<ByteArray>(array)->items(), bytes.data(), bytes.size());
  return array;
}

bool is_stream(Value v, const char* class_name) {
  return is_kind(v, Kind::kHostObject) && is_instance(find_class(class_name), v);
}

Value make_descriptor_stream(int descriptor, bool input) {
  Value nothing = descriptor < 0 ? make_array(Kind::kByteArray, 0) : Value::nil();
  return input ? make_input("java.io.BufferedInputStream", nothing, descriptor, 0, 0)
               : make_output("java.io.BufferedOutputStream", nothing, descriptor);
}

}  // namespace clj::builtins::host
