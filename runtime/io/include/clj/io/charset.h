// Character sets: between Java strings and bytes.
//
// Errors   Ill-formed input becomes U+FFFD, what a charset cannot write becomes '?', as Java's
//          coders do by default. UnsupportedEncodingException naming an unknown charset.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "clj/core/text.h"

namespace clj::io {

enum class Charset : uint8_t { kUtf8, kLatin1, kAscii, kUtf16, kUtf16Be, kUtf16Le, kWindows1252, kLatin9 };

// By any of Java's usual names: "UTF-8", "utf8", "ISO-8859-1", "latin1", …
Charset charset_named(std::string_view name);
std::optional<Charset> find_charset(std::string_view name);

// Turns units into bytes piece by piece: a surrogate pair may be split between pieces.
class Encoder {
 public:
  explicit Encoder(Charset charset) : charset_(charset) {}
  void put(char16_t unit, std::string& out);
  void put(const String* text, std::string& out);
  // A high surrogate that waited for its partner is written as '?'.
  void finish(std::string& out);

 private:
  void put_code_point(uint32_t code_point, std::string& out);
  uint32_t replacement() const;
  Charset charset_;
  bool started_ = false;
  char16_t high_ = 0;
};

// Turns bytes into units piece by piece.
class Decoder {
 public:
  explicit Decoder(Charset charset) : charset_(charset) {}
  void put(std::string_view bytes, std::u16string& out);
  // An incomplete sequence at the end becomes U+FFFD.
  void finish(std::u16string& out);

 private:
  void put_utf8(std::string_view bytes, std::u16string& out);
  void put_utf16(std::string_view bytes, std::u16string& out);
  Charset charset_;
  bool started_ = false;
  bool little_endian_ = false;
  std::string partial_;  // the bytes of a sequence that goes on in the next piece
};

std::string encode(const String* text, Charset charset);
Value decode(std::string_view bytes, Charset charset);

}  // namespace clj::io
