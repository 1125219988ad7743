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
    if (has_positions()) set_position(static_cast<int>(io::line_number(stream)), static_cast<int>(io::column_number(stream)));
  }
  ~StreamSource() override { io::unread(stream_, take_unread()); }

 protected:
  int next_unit() override { return io::read(stream_); }

 private:
  Value stream_;
};

}  // namespace clj::builtins
