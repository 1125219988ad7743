// CharSource: the characters that a Reader reads, one UTF-16 unit at a time.
//
// A source hands out units on demand, so a REPL or a PushbackReader can feed it as they arrive.
// One unit can be pushed back; a reader never needs more. A source with positions counts lines
// and columns as the JVM's LineNumberingPushbackReader does, whose numbers programs see in
// metadata: both start at 1, a column counts units, CR and CRLF read as LF, and the end of text
// that does not end in a newline counts as one.
//
// Units    UTF-16 code units; kEnd at the end.
// Threads  Belongs to the thread that made it; lives on a C++ stack (it may hold Values).
// Errors   IOException naming line, column and byte offset where UTF-8 is ill-formed.
// Design   docs/reader.md
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "clj/core/text.h"

namespace clj::reader {

constexpr int kEnd = -1;

class CharSource {
 public:
  virtual ~CharSource() = default;
  CharSource(const CharSource&) = delete;

  // The next unit, or kEnd (again and again).
  int read();
  // Pushes `unit` back; kEnd is ignored. At most one unit at a time.
  void unread(int unit);

  bool has_positions() const { return has_positions_; }
  // Where the next unit is. 0 and 0 without positions.
  int line() const { return has_positions_ ? line_ : 0; }
  int column() const { return has_positions_ ? column_ : 0; }
  // The last unit read was the end.
  bool at_end() const { return last_ == Last::kEnd; }
  void set_position(int line, int column) {
    line_ = line, column_ = column;
    last_ = column > 1 ? Last::kOther : Last::kNothing;
  }
  const std::string& name() const { return name_; }

  // For adapters that read for somebody else's stream: takes the pushed-back unit, if any,
  // so that it can be given back to that stream.
  int take_unread();
  // Records what is read from here on, pushed-back units excepted (clojure.core/read+string).
  void start_capture();
  std::u16string take_capture();

 protected:
  CharSource(std::string name, bool has_positions) : name_(std::move(name)), has_positions_(has_positions) {}
  virtual int next_unit() = 0;

 private:
  int read_translated();

  std::string name_;
  bool has_positions_;
  bool skip_line_feed_ = false;
  bool capturing_ = false;
  enum class Last : uint8_t { kNothing, kNewline, kOther, kEnd } last_ = Last::kNothing;
  int pushed_ = kEnd;
  int line_ = 1, column_ = 1;
  std::u16string captured_;
};

// UTF-8 text in memory that outlives the source: a file's contents. A byte order mark and a
// first line that starts with #! are left to the reader (#! is a comment).
class Utf8Source : public CharSource {
 public:
  Utf8Source(std::string_view text, std::string name, bool has_positions = true)
      : CharSource(std::move(name), has_positions), text_(text) {}

 protected:
  int next_unit() override;

 private:
  [[noreturn]] void throw_malformed();
  std::string_view text_;
  size_t at_ = 0;
  int trail_ = kEnd;  // second half of a surrogate pair
};

// A Clojure string (read-string): no positions unless asked for.
class StringSource : public CharSource {
 public:
  explicit StringSource(Value string, bool has_positions = false)
      : CharSource("", has_positions), string_(string) {}

 protected:
  int next_unit() override {
    const String* s = as_string(string_);
    return at_ < s->length ? s->char_at(at_++) : kEnd;
  }

 private:
  Value string_;
  uint32_t at_ = 0;
};

// Units from a function: terminals, sockets, readers written in Clojure.
class CallbackSource : public CharSource {
 public:
  using Callback = int (*)(void* context);
  CallbackSource(Callback callback, void* context, std::string name, bool has_positions)
      : CharSource(std::move(name), has_positions), callback_(callback), context_(context) {}

 protected:
  int next_unit() override { return callback_(context_); }

 private:
  Callback callback_;
  void* context_;
};

}  // namespace clj::reader
