// zlib's streams, which live outside of the heap under numbers; Unicode normalization.
#include <utf8proc.h>
#include <zlib.h>

#include <memory>
#include <mutex>
#include <unordered_map>

#include "clj/core/array.h"
#include "host_support.h"

namespace clj::builtins {
namespace {

struct Stream {
  Stream(bool deflates, int level, bool raw) : deflates(deflates) {
    int window_bits = raw ? -MAX_WBITS : MAX_WBITS;
    int failed = deflates ? deflateInit2(&z, level, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY) : inflateInit2(&z, window_bits);
    if (failed) throw_error(Error::kOutOfMemory, "zlib has no memory");
  }
  ~Stream() { deflates ? deflateEnd(&z) : inflateEnd(&z); }
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;

  z_stream z{};
  bool deflates;
  std::mutex running;
};

struct Streams {
  std::mutex mutex;
  std::unordered_map<int64_t, std::shared_ptr<Stream>> open;
  int64_t next = 1;
};

Streams& streams() {
  static Streams all;
  return all;
}

std::shared_ptr<Stream> stream_arg(Value v) {
  Streams& all = streams();
  std::lock_guard lock(all.mutex);
  auto found = all.open.find(to_long(v));
  if (found == all.open.end()) throw_error(Error::kNullPointer, "Deflater or Inflater has been closed");
  return found->second;
}

struct Piece {
  uint8_t* bytes;
  uint32_t length;
};
Piece piece_arg(Value array, Value from, Value length) {
  auto* bytes = object_arg<ByteArray>(array, "[B");
  int64_t offset = to_long(from), n = to_long(length);
  if (offset < 0 || n < 0 || offset > bytes->length - n) throw_error(Error::kArrayIndexOutOfBounds, "");
  return {reinterpret_cast<uint8_t*>(bytes->items()) + offset, static_cast<uint32_t>(n)};
}

}  // namespace

CLJ_FN(zlib_open) {
  auto stream = std::make_shared<Stream>(args[0].truthy(), static_cast<int>(to_long(args[1])), args[2].truthy());
  Streams& all = streams();
  std::lock_guard lock(all.mutex);
  all.open.emplace(all.next, std::move(stream));
  return make_long(all.next++);
}

CLJ_FN(zlib_run) {
  std::shared_ptr<Stream> stream = stream_arg(args[0]);
  Piece in = piece_arg(args[1], args[2], args[3]), out = piece_arg(args[4], args[5], args[6]);
  constexpr int kFlushes[] = {Z_NO_FLUSH, Z_SYNC_FLUSH, Z_FINISH};
  int64_t taken, made;
  int state;
  std::string message;
  {
    std::lock_guard lock(stream->running);
    z_stream& z = stream->z;
    z.next_in = in.bytes;
    z.avail_in = in.length;
    z.next_out = out.bytes;
    z.avail_out = out.length;
    state = stream->deflates ? deflate(&z, kFlushes[to_long(args[7]) % 3]) : inflate(&z, Z_SYNC_FLUSH);
    taken = in.length - z.avail_in;
    made = out.length - z.avail_out;
    if (state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR && state != Z_NEED_DICT) {
      message = z.msg ? z.msg : zError(state);
    }
  }
  Value parts[] = {make_long(taken), make_long(made),
                   !message.empty() ? make_string(message) : make_long(state == Z_STREAM_END ? 1 : state == Z_NEED_DICT ? 2 : 0)};
  return make_vector(parts, 3);
}

CLJ_FN(zlib_reset) {
  std::shared_ptr<Stream> stream = stream_arg(args[0]);
  std::lock_guard lock(stream->running);
  stream->deflates ? deflateReset(&stream->z) : inflateReset(&stream->z);
  return Value::nil();
}

CLJ_FN(zlib_dictionary) {
  std::shared_ptr<Stream> stream = stream_arg(args[0]);
  auto* bytes = object_arg<ByteArray>(args[1], "[B");
  auto* data = reinterpret_cast<uint8_t*>(bytes->items());
  auto n = static_cast<uint32_t>(bytes->length);
  std::lock_guard lock(stream->running);
  int failed = stream->deflates ? deflateSetDictionary(&stream->z, data, n) : inflateSetDictionary(&stream->z, data, n);
  return Value::boolean(failed == Z_OK);
}

CLJ_FN(zlib_level) {
  std::shared_ptr<Stream> stream = stream_arg(args[0]);
  std::lock_guard lock(stream->running);
  uint8_t nowhere[1];
  stream->z.next_out = nowhere;
  stream->z.avail_out = 0;
  deflateParams(&stream->z, static_cast<int>(to_long(args[1])), static_cast<int>(to_long(args[2])));
  return Value::nil();
}

CLJ_FN(zlib_close) {
  Streams& all = streams();
  std::lock_guard lock(all.mutex);
  all.open.erase(to_long(args[0]));
  return Value::nil();
}

CLJ_FN(adler_32) {
  Piece piece = piece_arg(args[1], args[2], args[3]);
  return make_long(static_cast<int64_t>(adler32(static_cast<uLong>(to_long(args[0])), piece.bytes, piece.length)));
}

CLJ_FN(normalize_text) {
  std::string text = to_utf8(string_arg(args[0])), form = to_utf8(string_arg(args[1]));
  int options = UTF8PROC_STABLE | (form.back() == 'C' ? UTF8PROC_COMPOSE : UTF8PROC_DECOMPOSE);
  if (form.find('K') != std::string::npos) options |= UTF8PROC_COMPAT;
  utf8proc_uint8_t* result = nullptr;
  utf8proc_ssize_t n = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                    static_cast<utf8proc_ssize_t>(text.size()), &result,
                                    static_cast<utf8proc_option_t>(options));
  if (n < 0) throw_error(Error::kIllegalArgument, utf8proc_errmsg(n));
  std::unique_ptr<utf8proc_uint8_t, decltype(&free)> owned(result, &free);
  return make_string(std::string_view(reinterpret_cast<const char*>(result), static_cast<size_t>(n)));
}

}  // namespace clj::builtins
