// Byte streams: java.io.InputStream and OutputStream objects.
//
// An input stream reads a file descriptor, a byte array, or another stream (`source`); an
// output stream writes to a descriptor, to a byte array that grows, or to another stream.
// BufferedInputStream and BufferedOutputStream have buffers of 8 KiB, but for those of the
// standard descriptors, which all users of the descriptor share.
//
// Threads  One at a time, as the JVM's; a race gives wrong bytes, no wrong memory.
// Errors   IOException "Stream Closed", FileNotFoundException.
#pragma once
#include <atomic>
#include <string>
#include <string_view>

#include "clj/core/array.h"
#include "host_support.h"

namespace clj::builtins::host {

struct InputStream : HostObject {
  static constexpr uint16_t kSlots = 3;
  static constexpr uint8_t kClosed = kFlagA;
  static constexpr uint8_t kBuffered = kFlagB;
  Value source;        // ByteArray, stream, or nil: reads `descriptor`
  Value buffer;        // of a buffered stream: ByteArray, or nil before the first read
  int32_t descriptor;
  int64_t position;    // of the next byte in the buffer or the byte array that is the source
  int64_t end;         // of its bytes
  int64_t mark;        // where reset goes back to; -1: nowhere
};

struct OutputStream : HostObject {
  static constexpr uint16_t kSlots = 3;
  static constexpr uint8_t kClosed = kFlagA;
  static constexpr uint8_t kBuffered = kFlagB;
  Value target;        // ByteArray, stream, or nil: writes to `descriptor`
  Value buffer;        // of a buffered stream: ByteArray, or nil before the first write
  int32_t descriptor;
  int64_t size;        // bytes used of the buffer or the byte array that is the target
};

// A standard stream, kept in its root: one object for all who ask, made when the first one does.
template <typename Make>
Value standard_stream(Value& root, Make make) {
  std::atomic_ref<Value> kept(root);
  Value stream = kept.load();
  if (!stream.is_nil()) return stream;
  Value made = make();
  return kept.compare_exchange_strong(stream, made) ? made : stream;
}

bool is_stream(Value v, const char* class_name);  // an instance of it made here
// Of an open descriptor; -1: nothing to read, nowhere to write.
Value make_descriptor_stream(int descriptor, bool input);
// The descriptor that an input stream reads, -1 for what has none.
int stream_descriptor(Value stream);
Value open_input_file(Value path_or_file);
Value open_input_bytes(std::string_view bytes);
Value open_output_file(Value path_or_file, bool append);
// Up to n bytes into `out`; false at the end.
bool read_bytes(Value stream, size_t n, std::string& out);
// Without what a proxy of a stream class overrides: for the members of the classes themselves.
bool read_directly(Value stream, size_t n, std::string& out);
void write_directly(Value stream, std::string_view bytes);
std::string read_all_bytes(Value stream);
void write_bytes(Value stream, std::string_view bytes);
Value make_byte_array(std::string_view bytes);
// The path of a String or java.io.File.
std::string path_arg(Value v);
Value make_file(std::string_view path);
// The URL of a place on the class path, and of a file that was built into a bundle.
Value place_url(const std::string& place);
Value bundle_resource_url(std::string_view name);

}  // namespace clj::builtins::host
