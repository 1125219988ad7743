// JSON as clojure.data.json reads and writes it: RFC 8259, with that library's messages.
#include <string>

#include "clj/core/bigdecimal.h"
#include "clj/core/bigint.h"
#include "clj/core/call.h"
#include "native.h"
#include "stream_source.h"

namespace clj::builtins {
namespace {

using reader::CharSource;
using reader::kEnd;

[[noreturn]] void throw_json(std::string_view what) {
  throw_error(Error::kException, "JSON error " + std::string(what));
}
[[noreturn]] void throw_end(std::string_view where) {
  throw_error(Error::kEndOfFile, "JSON error (end-of-file" + std::string(where) + ")");
}

bool is_space(int c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
bool is_digit(int c) { return c >= '0' && c <= '9'; }

class JsonReader {
 public:
  JsonReader(CharSource& source, const Value* args) : source_(source), bigdec_(args[3].truthy()), key_fn_(args[4]), value_fn_(args[5]) {}

  // absent() at the end of the text.
  Value read() { return value(next_token()); }

  Value required() {
    Value v = read();
    if (v.is_absent()) throw_end("");
    return v;
  }

 private:
  int next_token() {
    int c = source_.read();
    while (is_space(c)) c = source_.read();
    return c;
  }

  Value value(int c) {
    switch (c) {
      case '"': return string();
      case '{': return object();
      case '[': return array();
      case 'n': return literal("ull", "(expected null)", Value::nil());
      case 't': return literal("rue", "(expected true)", boolean(true));
      case 'f': return literal("alse", "(expected false)", boolean(false));
      case kEnd: return Value::absent();
      default: break;
    }
    if (c == '-' || is_digit(c)) return number(c);
    std::u16string unit(1, static_cast<char16_t>(c));
    throw_json("(unexpected character): " + to_utf8(make_string_utf16(unit.data(), 1)));
  }

  Value literal(const char* rest, const char* message, Value meaning) {
    for (; *rest != '\0'; ++rest) {
      if (source_.read() != *rest) throw_json(message);
    }
    return meaning;
  }

  Value string() {
    StringBuffer text;
    for (;;) {
      int c = source_.read();
      if (c == '"') return text.to_string();
      if (c == kEnd) throw_end(" inside string");
      text.append_unit(static_cast<char16_t>(c == '\\' ? escaped() : c));
    }
  }

  int escaped() {
    int c = source_.read();
    switch (c) {
      case '"': case '\\': case '/': return c;
      case 'b': return '\b';
      case 'f': return '\f';
      case 'n': return '\n';
      case 'r': return '\r';
      case 't': return '\t';
      case 'u': return hex();
      case kEnd: throw_end(" inside escaped char");
      default: throw_errorf(Error::kIllegalArgument, "No matching clause: %d", c);
    }
  }

  int hex() {
    std::string digits;
    for (int i = 0; i < 4; ++i) {
      int c = source_.read();
      if (c == kEnd) throw_end(" inside Unicode character escape");
      digits += static_cast<char>(c < 128 ? c : '?');
    }
    size_t used = 0;
    int code = digits.find_first_not_of("0123456789abcdefABCDEF") == std::string::npos ? std::stoi(digits, &used, 16) : -1;
    if (code < 0) throw_error(Error::kNumberFormat, "For input string: \"" + digits + "\" under radix 16");
    return code;
  }

  Value number(int c) {
    std::string text;
    bool decimal = false;
    auto take = [&] {
      text += static_cast<char>(c);
      c = source_.read();
    };
    auto digits = [&] {
      if (!is_digit(c)) throw_json("(invalid number literal)");
      while (is_digit(c)) take();
    };
    if (c == '-') take();
    if (c == '0') take();
    else digits();
    if (c == '.') {
      decimal = true;
      take();
      digits();
    }
    if (c == 'e' || c == 'E') {
      decimal = true;
      take();
      if (c == '-' || c == '+') take();
      digits();
    }
    if (!is_space(c) && c != ',' && c != ']' && c != '}' && c != kEnd) throw_json("(invalid number literal)");
    source_.unread(c);
    if (decimal) return bigdec_ ? decimal::parse(text) : parse_double_text(text);
    Value n = parse_long_text(text, 10);
    return n.is_absent() ? parse_number(text) : n;
  }

  Value array() {
    check_stack();
    gc::ValueList items;
    int c = next_token();
    if (c == ']') return make_vector(nullptr, 0);
    if (c == ',') throw_json("(invalid array)");
    source_.unread(c);
    for (;;) {
      items.push_back(required());
      c = next_token();
      if (c == ']') return make_vector(items.data(), items.size());
      if (c != ',') throw_json("(invalid array)");
    }
  }

  // The text of a property's name; absent() where the object ends.
  Value key() {
    int c = next_token();
    if (c == '}') return Value::absent();
    if (c == kEnd) throw_json("(non-string key in object), found end of file, expected `\"`");
    if (c != '"') {
      char16_t unit = static_cast<char16_t>(c);
      throw_json("(non-string key in object), found `" + to_utf8(make_string_utf16(&unit, 1)) + "`, expected `\"`");
    }
    Value name = string();
    if (next_token() != ':') throw_json("(missing `:` in object)");
    return name;
  }

  Value object() {
    check_stack();
    gc::ValueList entries;
    for (;;) {
      Value name = key();
      if (name.is_absent()) {
        if (!entries.empty()) throw_json("empty entry in object is not allowed");
        return make_map(nullptr, 0);
      }
      if (!key_fn_.is_nil()) name = invoke(key_fn_, name);
      Value v = required();
      bool keep = true;
      if (!value_fn_.is_nil()) {
        v = invoke(value_fn_, name, v);
        keep = !(v == value_fn_);
      }
      if (keep) {
        entries.push_back(name);
        entries.push_back(v);
      }
      int c = next_token();
      if (c == '}') return make_map(entries.data(), entries.size());
      if (c != ',') throw_json("(missing entry in object)");
    }
  }

  CharSource& source_;
  bool bigdec_;
  Value key_fn_, value_fn_;
};

Value read_from(CharSource& source, const Value* args) {
  Value v = JsonReader(source, args).read();
  if (!v.is_absent()) return v;
  if (args[1].truthy()) throw_end("");
  return args[2];
}

void append_hex(StringBuffer& out, char16_t unit) {
  char text[8];
  std::snprintf(text, sizeof text, "\\u%04x", unit);
  out.append(text);
}

}  // namespace

// The readers are driven by callbacks into Clojure (key-fn, value-fn); everything they hold
// lives on this stack.
CLJ_FN(json_read) {
  if (is_string(args[0])) {
    reader::StringSource source(args[0]);
    return read_from(source, args);
  }
  StreamSource source(args[0]);
  return read_from(source, args);
}

CLJ_FN(json_write_string) {
  Value text = is_string(args[0]) ? args[0] : str_value(args[0]);
  const String* s = as_string(text);
  bool unicode = args[1].truthy(), separators = args[2].truthy(), slash = args[3].truthy();
  StringBuffer out;
  out.append_unit('"');
  for (uint32_t i = 0; i < s->length; ++i) {
    char16_t c = s->char_at(i);
    switch (c) {
      case '"': out.append("\\\""); break;
      case '\\': out.append("\\\\"); break;
      case '/': out.append(slash ? "\\/" : "/"); break;
      case '\b': out.append("\\b"); break;
      case '\f': out.append("\\f"); break;
      case '\n': out.append("\\n"); break;
      case '\r': out.append("\\r"); break;
      case '\t': out.append("\\t"); break;
      default:
        if (c < 32 || (c == 0x2028 || c == 0x2029 ? separators : c >= 128 && unicode)) append_hex(out, c);
        else out.append_unit(c);
    }
  }
  out.append_unit('"');
  return out.to_string();
}

}  // namespace clj::builtins
