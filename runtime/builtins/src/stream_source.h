// StreamSource: the units of a java.io.Reader, for what reads forms or data from it. The unit
// that was read too far is given back to the stream at the end.
#pragma once
#include "clj/core/type.h"
#include "clj/io/reader.h"
#include "clj/reader/char_source.h"

namespace clj::builtins {

class StreamSource : public reader::CharSource {
 public:
  explicit StreamSource(Value stream)
      : CharSource("", class_of(stream) == roots.class_line_numbering_pushback_reader), stream_(stream) {
    if (!has_positions()) return;
    int line = static_cast<int>(io::line_number(stream)), column = static_cast<int>(io::column_number(stream));
    // Before a line feed that was pushed back, the reader counts its line already.
    set_position(column == 0 ? line - 1 : line, column);
  }
  ~StreamSource() override { io::unread(stream_, take_unread()); }

 protected:
  int next_unit() override { return io::read(stream_); }

 private:
  Value stream_;
};

}  // namespace clj::builtins
