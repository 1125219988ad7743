#include "charsets.h"

#include "host_support.h"

namespace clj::builtins::host {
namespace {

using io::Charset;

struct CharsetObject : HostObject {
  static constexpr uint16_t kSlots = 2;
  Value name;
};

const char* charset_name(Charset charset) {
  switch (charset) {
    case Charset::kUtf8: return "UTF-8";
    case Charset::kLatin1: return "ISO-8859-1";
    case Charset::kAscii: return "US-ASCII";
    case Charset::kUtf16: return "UTF-16";
    case Charset::kUtf16Be: return "UTF-16BE";
    case Charset::kUtf16Le: return "UTF-16LE";
    case Charset::kWindows1252: return "windows-1252";
    case Charset::kLatin9: return "ISO-8859-15";
  }
  return "";
}

}  // namespace

Value make_charset(Charset charset) {
  Value name = make_string(charset_name(charset));
  auto* object = gc::make<CharsetObject>();
  object->type = find_class("java.nio.charset.Charset");
  object->name = name;
  return Value::object(object);
}

Charset charset_of(Value v) {
  if (v.is_nil()) return Charset::kUtf8;
  bool object = is_kind(v, Kind::kHostObject) && cast<HostObject>(v)->type == find_class("java.nio.charset.Charset");
  return io::charset_named(to_utf8(object ? cast<CharsetObject>(v)->name : Value::object(string_arg(v))));
}

CLJ_FN(charset_utf_8) { return make_charset(Charset::kUtf8); }
CLJ_FN(charset_iso_8859_1) { return make_charset(Charset::kLatin1); }
CLJ_FN(charset_us_ascii) { return make_charset(Charset::kAscii); }
CLJ_FN(charset_utf_16) { return make_charset(Charset::kUtf16); }
namespace {
// Letters, digits, and -+.:_ but at the start.
bool is_legal_name(std::string_view name) {
  for (size_t i = 0; i < name.size(); ++i) {
    bool sign = std::string_view("-+.:_").find(name[i]) != std::string_view::npos;
    if (!std::isalnum(static_cast<unsigned char>(name[i])) && !(sign && i > 0)) return false;
  }
  return !name.empty();
}
}  // namespace
CLJ_FN(charset_for_name) {
  if (args[0].is_nil()) throw_error(Error::kIllegalArgument, "Null charset name");
  std::string name = to_utf8(string_arg(args[0]));
  if (!is_legal_name(name)) {
    throw_value(make_throwable(find_class("java.nio.charset.IllegalCharsetNameException"), args[0], Value::nil(), Value::nil()));
  }
  if (std::optional<Charset> found = io::find_charset(name)) return make_charset(*found);
  throw_value(make_throwable(find_class("java.nio.charset.UnsupportedCharsetException"), args[0], Value::nil(), Value::nil()));
}
CLJ_FN(charset_get_name) { return cast<CharsetObject>(args[0])->name; }
CLJ_FN(charset_equals) {
  return boolean(class_of(args[0]) == class_of(args[1]) && equal(as_string(cast<CharsetObject>(args[0])->name), as_string(cast<CharsetObject>(args[1])->name)));
}
CLJ_FN(charset_hash) { return integer(static_cast<int32_t>(java_hash(as_string(cast<CharsetObject>(args[0])->name)))); }

}  // namespace clj::builtins::host
