// Writers: what *out*, *err*, with-out-str and java.io's writer classes write to.
//
// A Writer writes to a file descriptor, collects a string (StringWriter), or passes on to its
// target: text to a writer, at once (PrintWriter) or in pieces (BufferedWriter), or bytes to a
// byte stream (OutputStreamWriter). Its buffer is native memory made when first needed, so a
// Writer of descriptor 1 or 2 may be part of a boot image.
//
// Standard output is buffered: flushed when full, at exit, before anything goes to standard
// error, before standard input is read, at a newline when it is a terminal or was last flushed
// more than kFlushInterval ago, and that long after a newline that did not.
//
// Threads  Each call is atomic.
// Errors   IOException "No space left on device", "Stream closed"; what goes wrong with
//          descriptors 1 and 2 is ignored, as Java's System.out does. PrintWriter and PrintStream
//          only remember that something went wrong.
// Design   docs/io.md
#pragma once
#include <sys/types.h>

#include <chrono>
#include <string_view>

#include "clj/core/text.h"
#include "clj/io/charset.h"
#include "clj/value/object.h"

namespace clj::io {

struct Sink;

struct Writer : Object {
  static constexpr Kind kKind = Kind::kWriter;
  static constexpr uint16_t kSlots = 2;
  static constexpr uint8_t kClosed = kFlagA;
  static constexpr uint8_t kBuffers = kFlagB;  // text goes to the target in pieces
  static constexpr uint8_t kEncodes = kFlagC;  // the target is a byte stream
  static constexpr uint8_t kFlushesLines = kFlagD;  // println flushes
  static constexpr uint8_t kFailed = kFlagE;  // a PrintWriter or PrintStream that has swallowed an IOException
  Value type;    // Class
  Value target;  // the writer or byte stream around which this one is, or nil
  int32_t descriptor;  // -1: collects a string
  Charset charset;
  std::atomic<Sink*> sink;
};

// Of descriptor 1 or 2.
Value make_standard_writer(int descriptor);
Value make_string_writer();
// FileNotFoundException "name (No such file or directory)".
Value open_file_writer(const String* path, bool append, Charset charset);
// A writer of class `cls` that passes everything on to `target`, at once.
Value wrap_writer(Value cls, Value target);
// The same in pieces of 8 Ki units, and with flush and close.
Value make_buffered_writer(Value target);
// A writer of class `cls` to an OutputStream.
Value make_stream_writer(Value cls, Value stream, Charset charset);

// `writer` is a Writer, or any object with write, flush and close methods.
void write(Value writer, const String* text);
void write(Value writer, std::string_view utf8);
// Leaves out the `write` that a proxy of a Writer class brings: what its superclass does.
void write_directly(Value writer, const String* text);
void write_unit(Value writer, char16_t unit);
// Past the charset: to the file or byte stream behind the writers. IllegalArgumentException if
// there is none.
void write_bytes(Value writer, std::string_view bytes);
void flush(Value writer);
void close(Value writer);
// PrintWriter.checkError: flushes what is not closed, and tells whether an IOException was swallowed.
bool check_error(Value writer);
// Leave out what a proxy of a Writer class brings, as write_directly does.
void flush_directly(Value writer);
void close_directly(Value writer);
// What was written to a StringWriter.
Value written_text(Value writer);
// The same, and it is empty afterwards.
Value take_written_text(Value writer);
// What a writer to a byte stream keeps goes to the stream, which is not flushed.
void pass_on_bytes(Value writer);
constexpr std::chrono::milliseconds kFlushInterval{50};
bool is_print_stream(Value writer);
// After a newline was printed, or anything to System.out: flushes standard output when it is time to.
void newline_written(Value writer);

// At exit, before blocking for long, and before another process takes over the terminal.
void flush_standard();
// fork, for a child that uses the standard streams: what was printed before is written out by the parent, and no thread that
// the child lacks holds their locks.
pid_t fork_flushed();
// The errno of a write to standard output that failed, or 0.
int standard_output_error();

// For the collector: closes nothing, frees the buffer.
void finalize_writer(Object* writer);

}  // namespace clj::io
