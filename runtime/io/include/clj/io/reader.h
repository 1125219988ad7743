// Readers: what *in*, slurp, line-seq and java.io's reader classes read from.
//
// A Reader reads UTF-16 units from a file descriptor, from a string, or from another reader.
// Units can be pushed back. Lines and columns are counted when the class is
// LineNumberingPushbackReader. The buffer is native memory made when first needed, so *in* may
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
  Value type;    // Class
  Value origin;  // String, or the reader around which this one is, or nil
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

// `reader` is a Reader, or any object with read and close methods.
int read(Value reader);  // a unit or kEnd
void unread(Value reader, int unit);
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
