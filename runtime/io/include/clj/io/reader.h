// Readers: what *in*, slurp, line-seq and java.io's reader classes read from.
//
// A Reader reads UTF-16 units from a file descriptor, from a string, from another reader, or from
// a byte stream. Those that Java buffers (BufferedReader, LineNumberingPushbackReader) read ahead,
// as far as that does not block; others take from another reader only what they are asked for.
// Units can be pushed back. Lines and columns are counted when the class is
// LineNumberingPushbackReader or LineNumberReader. The buffer is native memory made when first needed, so *in* may
// be part of a boot image.
//
// Threads  Each call is atomic.
// Errors   IOException "Stream closed", FileNotFoundException "name (No such file …)".
// Design   docs/io.md
#pragma once
#include "clj/core/text.h"
#include "clj/io/charset.h"
#include "clj/value/object.h"

namespace clj::io {

constexpr int kEnd = -1;

struct Source;

struct Reader : Object {
  static constexpr Kind kKind = Kind::kReader;
  static constexpr uint16_t kSlots = 2;
  static constexpr uint8_t kClosed = kFlagA;
  static constexpr uint8_t kReadsAhead = kFlagB;
  static constexpr uint8_t kDecodes = kFlagC;  // `origin` is a byte stream
  static constexpr uint8_t kAsksEachTime = kFlagD;  // takes unit by unit what was not pushed back, and keeps none
  Value type;    // Class
  Value origin;  // String, or the reader or byte stream around which this one is, or nil
  int32_t descriptor;  // -1: reads `origin`
  Charset charset;
  std::atomic<Source*> source;
};

Value make_standard_reader();  // descriptor 0, a LineNumberingPushbackReader
Value make_string_reader(Value string);
Value open_file_reader(const String* path, Charset charset);
// Takes over an open descriptor.
Value make_descriptor_reader(int descriptor, Charset charset);
// A reader of class `cls` around `reader`.
Value wrap_reader(Value cls, Value reader);
// Appends up to n bytes of a stream, at least one; false at its end. The same in each call.
using ReadBytes = bool (*)(Value stream, size_t n, std::string& out);
Value make_stream_reader(Value cls, Value stream, Charset charset, ReadBytes read_bytes);

// `reader` is a Reader, or any object with read and close methods.
int read(Value reader);  // a unit or kEnd
// Appends up to n units, at least one: those that can be had without waiting. False at the end.
bool read_some(Value reader, size_t n, std::u16string& out);
// Into a PushbackReader as many as it has room for, one unless set_room says so; else IOException "Pushback buffer overflow".
void set_room(Value reader, size_t units);
void unread(Value reader, int unit);
void unread(Value reader, std::u16string_view units);
// For the readers that supports_mark names: reset goes back to where mark was called.
bool supports_mark(Value reader);
// A BufferedReader may give up a mark when more than `read_ahead` units were read since: reset throws "Mark invalid".
void mark(Value reader, size_t read_ahead);
void reset(Value reader);  // IOException "Stream not marked"
void set_buffer(Value reader, size_t units);  // how many units a reader that reads ahead asks for
Value read_line(Value reader);  // without its end; nil at the end
Value read_rest(Value reader);  // everything that is left
bool is_ready(Value reader);
void close_reader(Value reader);
// Of the next unit, from 1.
int64_t line_number(Value reader);
int64_t column_number(Value reader);
void set_line_number(Value reader, int64_t line);

void finalize_reader(Object* reader);

}  // namespace clj::io
