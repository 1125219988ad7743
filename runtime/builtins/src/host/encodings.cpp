// java.util.Base64, java.net.URLEncoder and URLDecoder, java.security.MessageDigest, CRC32.
#include <atomic>

#include "charsets.h"
#include "clj/core/array.h"
#include "digests.h"
#include "host_support.h"
#include "streams.h"

namespace clj::builtins::host {
namespace {

std::string_view bytes_arg(Value v) {
  auto* bytes = object_arg<ByteArray>(v, "[B");
  return {reinterpret_cast<const char*>(bytes->items()), static_cast<size_t>(bytes->length)};
}

constexpr char kStandard[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr char kUrlSafe[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

// A Base64 coder or decoder.
struct Base64 : HostObject {
  static constexpr uint16_t kSlots = 2;
  Value separator;  // ByteArray between the lines of a coder
  bool url, mime, padding;
  size_t line;      // how many characters a line has, 0 for no lines
};

Value make_base64(const char* class_name, bool url, bool mime, bool padding = true) {
  auto* coder = make_host_object<Base64>(class_name);
  coder->separator = Value::nil();
  coder->line = mime ? 76 : 0;
  coder->url = url;
  coder->mime = mime;
  coder->padding = padding;
  return Value::object(coder);
}

Base64* base64(Value* args) { return static_cast<Base64*>(args[0].as_object()); }

std::string encode_base64(const Base64* coder, std::string_view bytes) {
  const char* digits = coder->url ? kUrlSafe : kStandard;
  std::string_view separator = coder->separator.is_nil() ? "\r\n" : bytes_arg(coder->separator);
  std::string out;
  for (size_t i = 0, column = 0; i < bytes.size(); i += 3) {
    if (coder->line != 0 && column == coder->line) out += separator, column = 0;
    size_t n = std::min<size_t>(3, bytes.size() - i);
    uint32_t group = 0;
    for (size_t k = 0; k < 3; ++k) group = group << 8 | (k < n ? static_cast<uint8_t>(bytes[i + k]) : 0);
    for (size_t k = 0; k <= n; ++k) out += digits[group >> (18 - 6 * k) & 63];
    for (size_t k = n; k < 3 && coder->padding; ++k) out += '=';
    column += 4;
  }
  return out;
}

[[noreturn]] void throw_bad_base64(const std::string& message) { throw_error(Error::kIllegalArgument, message); }

std::string decode_base64(const Base64* coder, std::string_view text) {
  const char* digits = coder->url ? kUrlSafe : kStandard;
  if (text.size() == 1 && !coder->mime) throw_bad_base64("Input byte[] should at least have 2 bytes for base64 bytes");
  std::string out;
  uint32_t group = 0;
  int count = 0;  // of digits in the group that is being read
  size_t at = 0;
  auto is_digit = [&](char c) { return std::char_traits<char>::find(digits, 64, c) != nullptr; };
  while (at < text.size()) {
    char c = text[at++];
    if (c == '=') {
      bool whole = count == 3 || count == 1;
      if (count == 2) {
        while (coder->mime && at < text.size() && text[at] != '=' && !is_digit(text[at])) ++at;
        whole = at < text.size() && text[at++] == '=';
      }
      if (!whole) throw_bad_base64("Input byte array has wrong 4-byte ending unit");
      break;
    }
    const char* found = std::char_traits<char>::find(digits, 64, c);
    if (!found) {
      if (coder->mime) continue;
      // The byte, which has a sign, in base 16.
      int byte = static_cast<signed char>(c);
      char hex[8];
      std::snprintf(hex, sizeof hex, "%s%x", byte < 0 ? "-" : "", static_cast<unsigned>(std::abs(byte)));
      throw_bad_base64(std::string("Illegal base64 character ") + hex);
    }
    group = group << 6 | static_cast<uint32_t>(found - digits);
    if (++count < 4) continue;
    for (int shift : {16, 8, 0}) out += static_cast<char>(group >> shift);
    group = 0;
    count = 0;
  }
  if (count == 1) throw_bad_base64("Last unit does not have enough valid bits");
  if (count >= 2) out += static_cast<char>(group >> (6 * count - 8));
  if (count == 3) out += static_cast<char>(group >> 2);
  for (; at < text.size(); ++at) {
    if (!coder->mime || is_digit(text[at])) throw_bad_base64("Input byte array has incorrect ending byte at " + std::to_string(at));
  }
  return out;
}

struct Digest : HostObject {
  static constexpr uint16_t kSlots = 3;
  Value algorithm;  // the name it was asked for by
  Value state;      // ByteArray that holds a DigestState
  bool in_progress;
};

Digest* digest(Value* args) { return static_cast<Digest*>(args[0].as_object()); }
const DigestAlgorithm& algorithm_of(const Digest* d) { return *find_digest(to_utf8(d->algorithm)); }
char* state_bytes(const Digest* d) { return reinterpret_cast<char*>(cast<ByteArray>(d->state)->items()); }
DigestState state_of(const Digest* d) {
  DigestState state;
  std::memcpy(&state, state_bytes(d), sizeof state);
  return state;
}
void set_state(Digest* d, const DigestState& state, bool in_progress) {
  std::memcpy(state_bytes(d), &state, sizeof state);
  d->in_progress = in_progress;
}

Value make_digest(Value algorithm, const DigestState& state, bool in_progress) {
  Value type = find_class("java.security.MessageDigest");
  Value bytes = make_byte_array({reinterpret_cast<const char*>(&state), sizeof state});
  auto* d = gc::make<Digest>();
  d->type = type;
  d->algorithm = algorithm;
  d->state = bytes;
  d->in_progress = in_progress;
  return Value::object(d);
}

// What update was given: a byte, an array, or part of one.
std::string update_bytes(Value* args, uint32_t count) {
  if (is_int(args[1])) return std::string(1, static_cast<char>(to_long(args[1])));
  if (is_instance(find_class("java.nio.ByteBuffer"), args[1])) {
    Value buffer = args[1];
    int64_t n = to_long(call_host_method(make_symbol("", "remaining"), args + 1, 1));
    Value array = make_byte_array(std::string(static_cast<size_t>(n), '\0')), call[] = {buffer, array};
    call_host_method(make_symbol("", "get"), call, 2);
    return std::string(bytes_arg(array));
  }
  std::string_view bytes = bytes_arg(args[1]);
  if (count < 4) return std::string(bytes);
  int64_t from = int_arg(args[2]), n = int_arg(args[3]), size = static_cast<int64_t>(bytes.size());
  if (from + n > size && is_instance(find_class("java.security.MessageDigest"), args[0])) {
    throw_error(Error::kIllegalArgument, "Input buffer too short");
  }
  if (from < 0 || n < 0 || from + n > size) throw_error(Error::kArrayIndexOutOfBounds);
  return std::string(bytes.substr(static_cast<size_t>(from), static_cast<size_t>(n)));
}

struct Crc : HostObject {
  uint32_t value;
};

io::Charset encoding(Value* args, uint32_t count) { return charset_of(count > 1 ? args[1] : Value::nil()); }

bool is_plain_in_url(char16_t c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-' || c == '*' || c == '_';
}

// The escapes of what stands between two plain characters, which is encoded at once: UTF-16 puts a mark before each.
void append_escaped(std::string& out, std::u16string& run, io::Charset charset) {
  if (run.empty()) return;
  for (char c : io::encode(as_string(from_units(run)), charset)) {
    char hex[4];
    std::snprintf(hex, sizeof hex, "%%%02X", static_cast<uint8_t>(c));
    out += hex;
  }
  run.clear();
}

void append_decoded(std::u16string& out, std::string& run, io::Charset charset) {
  if (run.empty()) return;
  out += units(io::decode(run, charset));
  run.clear();
}

int hex_digit(char16_t c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// The byte that the escape at i stands for.
char escaped_byte(const std::u16string& text, size_t i) {
  if (i + 2 >= text.size()) throw_error(Error::kIllegalArgument, "URLDecoder: Incomplete trailing escape (%) pattern");
  int high = hex_digit(text[i + 1]), low = hex_digit(text[i + 2]);
  // The two are read as a number, which may have a sign.
  if (text[i + 1] == '+' || text[i + 1] == '-') high = 0;
  if (low > 0 && text[i + 1] == '-') {
    throw_error(Error::kIllegalArgument, "URLDecoder: Illegal hex characters in escape (%) pattern - negative value");
  }
  if (high < 0 || low < 0) {
    throw_error(Error::kIllegalArgument, "URLDecoder: Illegal hex characters in escape (%) pattern - Error at index " +
                                             std::to_string(high < 0 ? 0 : 1) + " in: \"" +
                                             to_utf8(as_string(from_units(text.substr(i + 1, 2)))) + "\"");
  }
  return static_cast<char>(high * 16 + low);
}

}  // namespace

CLJ_FN(base64_encoder) { return make_base64("java.util.Base64$Encoder", false, false); }
CLJ_FN(base64_url_encoder) { return make_base64("java.util.Base64$Encoder", true, false); }
CLJ_FN(base64_mime_encoder) {
  Value coder = make_base64("java.util.Base64$Encoder", false, true);
  if (count == 0) return coder;
  std::string_view separator = bytes_arg(args[1]);
  size_t bad = separator.find_first_of(std::string(kStandard) + "=");
  if (bad != std::string_view::npos)
    throw_errorf(Error::kIllegalArgument, "Illegal base64 line separator character 0x%x", static_cast<unsigned>(separator[bad]));
  int32_t line = int_arg(args[0]);
  auto* made = static_cast<Base64*>(coder.as_object());
  made->line = line < 4 ? 0 : static_cast<size_t>(line & ~3);
  made->separator = args[1];
  gc::write_barrier(made);
  return coder;
}
CLJ_FN(base64_decoder) { return make_base64("java.util.Base64$Decoder", false, false); }
CLJ_FN(base64_url_decoder) { return make_base64("java.util.Base64$Decoder", true, false); }
CLJ_FN(base64_mime_decoder) { return make_base64("java.util.Base64$Decoder", false, true); }
CLJ_FN(base64_without_padding) {
  Value coder = make_base64("java.util.Base64$Encoder", base64(args)->url, base64(args)->mime, false);
  auto *made = static_cast<Base64*>(coder.as_object()), *from = base64(args);
  made->line = from->line;
  made->separator = from->separator;
  gc::write_barrier(made);
  return coder;
}
CLJ_FN(base64_encode_to_string) { return make_string(encode_base64(base64(args), bytes_arg(args[1]))); }
CLJ_FN(base64_encode) { return make_byte_array(encode_base64(base64(args), bytes_arg(args[1]))); }
CLJ_FN(base64_decode) {
  bool of_text = is_string(args[1]);
  if (!of_text && !args[1].is_nil() && !is_kind(args[1], Kind::kByteArray)) throw_no_overload(args[0], CLJ_METHOD_NAME(decode), 1);
  std::string text = of_text ? io::encode(as_string(args[1]), io::Charset::kLatin1) : std::string(bytes_arg(args[1]));
  return make_byte_array(decode_base64(base64(args), text));
}

CLJ_FN(url_encode) {
  bool named = count < 2 || args[1].is_nil() || is_string(args[1]) || is_instance(find_class("java.nio.charset.Charset"), args[1]);
  if (count == 2 && (!named || (!args[0].is_nil() && !is_string(args[0])))) throw_no_static_overload(CLJ_METHOD_NAME(encode), 2);
  require_target(args[0], "String", "length()", "s");
  std::string out;
  std::u16string run, text = units(args[0]);
  io::Charset charset = encoding(args, count);
  for (char16_t c : text) {
    bool plain = is_plain_in_url(c);
    if (!plain && c != ' ') {
      run += c;
      continue;
    }
    append_escaped(out, run, charset);
    out += plain ? static_cast<char>(c) : '+';
  }
  append_escaped(out, run, charset);
  return make_string(out);
}
CLJ_FN(url_decode) {
  require_target(args[0], "String", "length()", "s");
  std::u16string text = units(args[0]), out;
  io::Charset charset = encoding(args, count);
  std::string run;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%') {
      run += escaped_byte(text, i);
      i += 2;
      continue;
    }
    append_decoded(out, run, charset);
    out += text[i] == '+' ? u' ' : text[i];
  }
  append_decoded(out, run, charset);
  return from_units(out);
}

CLJ_FN(digest_get_instance) {
  if (args[0].is_nil()) throw_error(Error::kNullPointer, "null algorithm name");
  std::string name = to_utf8(string_arg(args[0]));
  const DigestAlgorithm* algorithm = find_digest(name);
  if (!algorithm) throw_named("java.security.NoSuchAlgorithmException", make_string(name + " MessageDigest not available"));
  DigestState state;
  algorithm->begin(state);
  return make_digest(args[0], state, false);
}
CLJ_FN(digest_update) {
  DigestState state = state_of(digest(args));
  add_to_digest(algorithm_of(digest(args)), state, update_bytes(args, count));
  set_state(digest(args), state, true);
  return Value::nil();
}
CLJ_FN(digest_digest) {
  Digest* d = digest(args);
  const DigestAlgorithm& algorithm = algorithm_of(d);
  DigestState state = state_of(d);
  if (count < 4) {
    if (count > 1) add_to_digest(algorithm, state, bytes_arg(args[1]));
    std::string result = finish_digest(algorithm, state);
    set_state(d, state, false);
    return make_byte_array(result);
  }
  // Into a part of an array.
  ByteArray* into = object_arg<ByteArray>(args[1], "[B");
  int64_t from = int_arg(args[2]), length = int_arg(args[3]), size = static_cast<int64_t>(algorithm.result_bytes);
  if (into->length - from < length) throw_error(Error::kIllegalArgument, "Output buffer too small for specified offset and length");
  if (length < size) {
    throw_named("java.security.DigestException",
                make_string("Length must be at least " + std::to_string(size) + " for " + algorithm.name + "digests"));
  }
  if (from < 0) throw_named("java.security.DigestException", make_string("Buffer too short to store digest"));
  std::string result = finish_digest(algorithm, state);
  set_state(d, state, false);
  std::copy(result.begin(), result.end(), reinterpret_cast<char*>(into->items()) + from);
  return integer(static_cast<int32_t>(size));
}
CLJ_FN(digest_reset) {
  DigestState state;
  algorithm_of(digest(args)).begin(state);
  set_state(digest(args), state, false);
  return Value::nil();
}
CLJ_FN(digest_algorithm) { return digest(args)->algorithm; }
CLJ_FN(digest_length) { return integer(static_cast<int32_t>(algorithm_of(digest(args)).result_bytes)); }
CLJ_FN(digest_clone) { return make_digest(digest(args)->algorithm, state_of(digest(args)), digest(args)->in_progress); }
CLJ_FN(digest_to_string) {
  const char* progress = digest(args)->in_progress ? "<in progress>" : "<initialized>";
  return make_string(to_utf8(digest(args)->algorithm) + " Message Digest from SUN, " + progress + "\n");
}

CLJ_FN(crc32_new) {
  auto* crc = make_host_object<Crc>("java.util.zip.CRC32");
  return Value::object(crc);
}
CLJ_FN(crc32_update) {
  auto* crc = static_cast<Crc*>(args[0].as_object());
  crc->value = crc32(crc->value, update_bytes(args, count));
  return Value::nil();
}
CLJ_FN(crc32_value) { return make_long(static_cast<Crc*>(args[0].as_object())->value); }
CLJ_FN(crc32_reset) {
  static_cast<Crc*>(args[0].as_object())->value = 0;
  return Value::nil();
}

}  // namespace clj::builtins::host
