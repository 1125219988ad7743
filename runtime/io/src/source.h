// What a reader has read and not yet given: decoded units, a mark, the place in lines and columns.
#pragma once
#include <atomic>
#include <mutex>
#include <string>
#include <string_view>

#include "clj/core/error.h"
#include "clj/core/type.h"
#include "clj/gc/heap.h"
#include "clj/io/charset.h"
#include "clj/io/reader.h"

namespace clj::io {

constexpr size_t kNoMark = SIZE_MAX;

struct Source {
  Source(Charset charset, bool counts_lines) : decoder(charset), counts_lines(counts_lines) {}
  std::recursive_mutex mutex;
  Decoder decoder;
  std::u16string units;  // decoded and not yet read, from `at` on
  size_t at = 0;
  size_t marked = kNoMark;  // where reset goes back to; the units from there on are kept
  size_t read_ahead = SIZE_MAX;  // how far: a mark that lies further back is given up when the buffer is filled again
  bool gave_up_mark = false;
  size_t buffer = 8192;  // units
  int64_t marked_line = 1, marked_column = 1;
  bool marked_after_return = false;
  bool ended = false;
  const bool counts_lines;
  size_t pushed_back = 0;  // units from `at` on whose lines are counted already
  size_t room = SIZE_MAX;  // how many units can be pushed back
  bool after_return = false;  // a line feed that comes now belongs to the line before
  int64_t line = 1, column = 1;
};

// How the bytes of a stream are read: the same function for all, which the component that knows byte streams gives.
extern std::atomic<ReadBytes> read_stream_bytes;

// The standard input's, or a new one.
Source& find_source(Reader* reader);
inline Source& source_of(Reader* reader) {
  Source* source = reader->source.load(std::memory_order_acquire);
  return source ? *source : find_source(reader);
}

// Holds the source's lock, taken without keeping a collection waiting.
class Locked {
 public:
  explicit Locked(Source& source) : lock_(source.mutex, std::try_to_lock) {
    if (lock_.owns_lock()) return;
    gc::BlockingRegion region;
    lock_.lock();
  }

 private:
  std::unique_lock<std::recursive_mutex> lock_;
};

// Throws IOException "Stream closed" for one that is closed.
inline Reader* open_reader(Value v) {
  Reader* reader = cast<Reader>(v);
  if (reader->has_flag(Reader::kClosed)) throw_error(Error::kIO, "Stream closed");
  return reader;
}

// Makes at least one unit available; false at the end.
bool fill(Reader* reader, Source& source);

// As java.io.LineNumberReader has it, the end terminates the line before it.
inline void count_end(Source& source) {
  if (source.column == 1 || !source.counts_lines) return;
  ++source.line;
  source.column = 1;
}

inline void count_place(Source& source, char16_t unit) {
  if (!source.counts_lines) return;
  if (source.pushed_back > 0) {
    --source.pushed_back;
    source.column = unit == u'\n' ? 1 : source.column + 1;
    return;
  }
  if (unit == u'\n' && !source.after_return) {
    ++source.line;
    source.column = 1;
  } else if (unit == u'\r') {
    ++source.line;
    source.column = 1;
  } else if (unit != u'\n') {
    ++source.column;
  }
  source.after_return = unit == u'\r';
}

inline int counted(Source& source, int unit) {
  if (unit == kEnd) count_end(source);
  else count_place(source, static_cast<char16_t>(unit));
  return unit;
}

inline bool asks_each_time(const Reader* reader) {
  return (reader->flags.load(std::memory_order_relaxed) & (Reader::kAsksEachTime | Reader::kDecodes)) == Reader::kAsksEachTime;
}

inline void count_places(Source& source, std::u16string_view units) {
  if (!source.counts_lines) return;
  for (char16_t unit : units) count_place(source, unit);
}

// A unit or kEnd, counted. The lock is held, or there is one thread.
inline int next_unit(Reader* reader, Source& source) {
  bool at_hand = source.at < source.units.size();
  if (!at_hand && asks_each_time(reader)) return counted(source, read(reader->origin));
  return counted(source, at_hand || fill(reader, source) ? source.units[source.at++] : kEnd);
}

// While there is one thread, what calls no function of the program's needs no lock.
inline bool is_alone() { return !gc::several_threads.load(std::memory_order_relaxed); }

}  // namespace clj::io
