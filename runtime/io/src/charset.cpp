#include "clj/io/charset.h"

#include <algorithm>

#include "clj/base/utf8.h"
#include "clj/core/error.h"

namespace clj::io {
namespace {

// A charset of single bytes that is Latin-1 but for the 32 bytes from `first` on. U+FFFD: no character.
struct SingleBytes {
  uint8_t first;
  char16_t units[32];

  char16_t unit_of(uint8_t byte) const { return static_cast<uint8_t>(byte - first) < 32 ? units[byte - first] : byte; }
  uint32_t byte_of(uint32_t c) const {
    if (c < 0x100 && unit_of(static_cast<uint8_t>(c)) == c) return c;
    const char16_t* found = std::find(units, units + 32, c);
    return found == units + 32 || c == 0xFFFD ? '?' : first + static_cast<uint32_t>(found - units);
  }
};
constexpr SingleBytes kWindows1252 = {
    0x80, {0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
           0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178}};
constexpr SingleBytes kLatin9 = {
    0xA0, {0x00A0, 0x00A1, 0x00A2, 0x00A3, 0x20AC, 0x00A5, 0x0160, 0x00A7, 0x0161, 0x00A9, 0x00AA, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x00AF,
           0x00B0, 0x00B1, 0x00B2, 0x00B3, 0x017D, 0x00B5, 0x00B6, 0x00B7, 0x017E, 0x00B9, 0x00BA, 0x00BB, 0x0152, 0x0153, 0x0178, 0x00BF}};

const SingleBytes& single_bytes(Charset charset) { return charset == Charset::kLatin9 ? kLatin9 : kWindows1252; }

}  // namespace

std::optional<Charset> find_charset(std::string_view name) {
  std::string key;
  for (char c : name)
    if (c != '-' && c != '_' && c != ' ') key.push_back(static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c));
  if (key == "utf8") return Charset::kUtf8;
  if (key == "iso88591" || key == "latin1" || key == "l1") return Charset::kLatin1;
  if (key == "usascii" || key == "ascii") return Charset::kAscii;
  if (key == "utf16") return Charset::kUtf16;
  if (key == "utf16be") return Charset::kUtf16Be;
  if (key == "utf16le") return Charset::kUtf16Le;
  if (key == "windows1252" || key == "cp1252") return Charset::kWindows1252;
  if (key == "iso885915" || key == "latin9" || key == "l9") return Charset::kLatin9;
  return std::nullopt;
}

Charset charset_named(std::string_view name) {
  if (std::optional<Charset> found = find_charset(name)) return *found;
  throw_error(Error::kUnsupportedEncoding, name);
}

void Encoder::put_code_point(uint32_t c, std::string& out) {
  auto byte = [&](uint32_t b) { out.push_back(static_cast<char>(b)); };
  auto unit = [&](uint32_t u) {
    if (charset_ == Charset::kUtf16Le) {
      byte(u & 0xFF);
      byte(u >> 8);
    } else {
      byte(u >> 8);
      byte(u & 0xFF);
    }
  };
  switch (charset_) {
    case Charset::kLatin1: byte(c < 0x100 ? c : '?'); return;
    case Charset::kAscii: byte(c < 0x80 ? c : '?'); return;
    case Charset::kWindows1252:
    case Charset::kLatin9: byte(single_bytes(charset_).byte_of(c)); return;
    case Charset::kUtf8:
      if (c < 0x80) {
        byte(c);
      } else if (c < 0x800) {
        byte(0xC0 | c >> 6);
        byte(0x80 | (c & 0x3F));
      } else if (c < 0x10000) {
        byte(0xE0 | c >> 12);
        byte(0x80 | (c >> 6 & 0x3F));
        byte(0x80 | (c & 0x3F));
      } else {
        byte(0xF0 | c >> 18);
        byte(0x80 | (c >> 12 & 0x3F));
        byte(0x80 | (c >> 6 & 0x3F));
        byte(0x80 | (c & 0x3F));
      }
      return;
    default:
      if (!started_ && charset_ == Charset::kUtf16) unit(0xFEFF);
      started_ = true;
      if (c < 0x10000) {
        unit(c);
      } else {
        unit(0xD800 + ((c - 0x10000) >> 10));
        unit(0xDC00 + ((c - 0x10000) & 0x3FF));
      }
  }
}

// What stands for half a surrogate pair.
uint32_t Encoder::replacement() const {
  bool utf16 = charset_ == Charset::kUtf16 || charset_ == Charset::kUtf16Le || charset_ == Charset::kUtf16Be;
  return utf16 ? 0xFFFD : '?';
}

void Encoder::put(char16_t unit, std::string& out) {
  if (high_) {
    char16_t high = high_;
    high_ = 0;
    if (unit >= 0xDC00 && unit < 0xE000) {
      put_code_point(0x10000 + (uint32_t{high} - 0xD800) * 0x400 + (unit - 0xDC00), out);
      return;
    }
    put_code_point(replacement(), out);
  }
  if (unit >= 0xD800 && unit < 0xDC00) {
    high_ = unit;
  } else {
    put_code_point(unit >= 0xDC00 && unit < 0xE000 ? replacement() : unit, out);
  }
}

void Encoder::put(const String* text, std::string& out) {
  if (!text->is_utf16() && charset_ == Charset::kUtf8 && !high_) {
    const uint8_t* from = text->latin1();
    const uint8_t* end = from + text->length;
    while (from < end) {
      const uint8_t* stop = std::find_if(from, end, [](uint8_t c) { return c >= 0x80; });
      out.append(reinterpret_cast<const char*>(from), static_cast<size_t>(stop - from));
      for (from = stop; from < end && *from >= 0x80; ++from) put_code_point(*from, out);
    }
    return;
  }
  for (uint32_t i = 0; i < text->length; ++i) put(text->char_at(i), out);
}

void Encoder::finish(std::string& out) {
  if (high_) put_code_point(replacement(), out);
  high_ = 0;
}

namespace {

void append_code_point(uint32_t c, std::u16string& out) {
  if (c < 0x10000) {
    out.push_back(static_cast<char16_t>(c));
  } else {
    out.push_back(static_cast<char16_t>(0xD800 + ((c - 0x10000) >> 10)));
    out.push_back(static_cast<char16_t>(0xDC00 + ((c - 0x10000) & 0x3FF)));
  }
}

// The length that a lead byte announces; 0 for a byte that starts no sequence.
size_t sequence_length(uint8_t lead) {
  if (lead < 0x80) return 1;
  if (lead < 0xC2) return 0;
  if (lead < 0xE0) return 2;
  if (lead < 0xF0) return 3;
  return lead < 0xF5 ? 4 : 0;
}

// May `next` follow `lead` as the second byte? (No overlong forms, surrogates or beyond U+10FFFF.)
bool is_second(uint8_t lead, uint8_t next) {
  uint8_t low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  uint8_t high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  return next >= low && next <= high;
}

}  // namespace

void Decoder::put_utf8(std::string_view piece, std::u16string& out) {
  std::string joined;
  std::string_view bytes = piece;
  if (!partial_.empty()) {
    joined = partial_ + std::string(piece);
    partial_.clear();
    bytes = joined;
  }
  size_t i = 0;
  while (i < bytes.size()) {
    auto lead = static_cast<uint8_t>(bytes[i]);
    if (lead < 0x80) {
      size_t run = utf8::ascii_prefix(bytes.substr(i));
      out.append(bytes.begin() + static_cast<ptrdiff_t>(i), bytes.begin() + static_cast<ptrdiff_t>(i + run));
      i += run;
      continue;
    }
    size_t length = sequence_length(lead), good = 1;
    while (good < length && i + good < bytes.size()) {
      auto next = static_cast<uint8_t>(bytes[i + good]);
      if (good == 1 ? !is_second(lead, next) : (next & 0xC0) != 0x80) break;
      ++good;
    }
    if (length != 0 && good < length && i + good == bytes.size()) {
      partial_ = std::string(bytes.substr(i));
      return;
    }
    if (good != length) {
      out.push_back(0xFFFD);
      i += good;
      continue;
    }
    uint32_t c = lead & (0x7F >> length);
    for (size_t k = 1; k < length; ++k) c = c << 6 | (static_cast<uint8_t>(bytes[i + k]) & 0x3F);
    append_code_point(c, out);
    i += length;
  }
}

void Decoder::put_utf16(std::string_view bytes, std::u16string& out) {
  for (char c : bytes) {
    partial_.push_back(c);
    if (partial_.size() < 2) continue;
    auto a = static_cast<uint8_t>(partial_[0]), b = static_cast<uint8_t>(partial_[1]);
    partial_.clear();
    if (!started_ && charset_ == Charset::kUtf16) {
      started_ = true;
      if (a == 0xFE && b == 0xFF) continue;
      if (a == 0xFF && b == 0xFE) {
        little_endian_ = true;
        continue;
      }
    }
    bool little = little_endian_ || charset_ == Charset::kUtf16Le;
    out.push_back(static_cast<char16_t>(little ? b << 8 | a : a << 8 | b));
  }
}

void Decoder::put(std::string_view bytes, std::u16string& out) {
  switch (charset_) {
    case Charset::kUtf8: put_utf8(bytes, out); return;
    case Charset::kLatin1:
      for (char c : bytes) out.push_back(static_cast<uint8_t>(c));
      return;
    case Charset::kAscii:
      for (char c : bytes) out.push_back(static_cast<uint8_t>(c) < 0x80 ? static_cast<char16_t>(c) : u'\uFFFD');
      return;
    case Charset::kWindows1252:
    case Charset::kLatin9:
      for (char c : bytes) out.push_back(single_bytes(charset_).unit_of(static_cast<uint8_t>(c)));
      return;
    default: put_utf16(bytes, out);
  }
}

void Decoder::finish(std::u16string& out) {
  if (!partial_.empty()) out.push_back(0xFFFD);
  partial_.clear();
}

std::string encode(const String* text, Charset charset) {
  std::string out;
  Encoder encoder(charset);
  encoder.put(text, out);
  encoder.finish(out);
  return out;
}

Value decode(std::string_view bytes, Charset charset) {
  bool as_is = charset == Charset::kLatin1 || (charset == Charset::kUtf8 && utf8::ascii_prefix(bytes) == bytes.size());
  if (as_is) return make_string_latin1(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size());
  std::u16string units;
  Decoder decoder(charset);
  decoder.put(bytes, units);
  decoder.finish(units);
  return make_string_utf16(units.data(), units.size());
}

}  // namespace clj::io
