#include "source.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "clj/core/host.h"
#include "clj/core/roots.h"
#include "clj/io/writer.h"

namespace clj::io {

std::atomic<ReadBytes> read_stream_bytes{nullptr};

namespace {

constexpr size_t kReadBytes = 8192;

Source& standard_source() {
  static Source source(Charset::kUtf8, true);
  return source;
}

bool fill_from_stream(Reader* reader, Source& source) {
  while (source.at == source.units.size() && !source.ended) {
    std::string bytes;
    if (read_stream_bytes.load(std::memory_order_relaxed)(reader->origin, kReadBytes, bytes)) {
      source.decoder.put(bytes, source.units);
    } else {
      source.decoder.finish(source.units);
      source.ended = true;
    }
  }
  return source.at < source.units.size();
}

// How many units java.io.BufferedReader asks for: its buffer, which grows as far as a mark reaches. Gives up a mark that does
// not reach as far as what was read.
[[gnu::noinline]] size_t units_to_fill(Source& source) {
  if (source.marked == kNoMark || source.read_ahead == SIZE_MAX) return source.buffer;
  size_t behind = source.at - source.marked;
  if (behind >= source.read_ahead) {
    source.marked = kNoMark;
    source.gave_up_mark = true;
    return source.buffer;
  }
  if (source.read_ahead > source.buffer) source.buffer = std::min(source.buffer * 2, source.read_ahead);
  return source.buffer > behind ? source.buffer - behind : 1;
}

}  // namespace

Source& find_source(Reader* reader) {
  if (reader->descriptor == 0) return standard_source();
  bool counts_lines = is_assignable(reader->type, roots.class_line_numbering_pushback_reader) ||
                      is_assignable(reader->type, find_class("java.io.LineNumberReader"));
  auto* made = new Source(reader->charset, counts_lines);
  if (is_assignable(reader->type, find_class("java.io.PushbackReader"))) made->room = 1;
  Source* known = nullptr;
  if (reader->source.compare_exchange_strong(known, made)) {
    gc::register_finalizer(reader);
    return *made;
  }
  delete made;
  return *known;
}

bool fill(Reader* reader, Source& source) {
  if (source.at < source.units.size()) return true;
  if (source.ended) return false;
  size_t wanted = units_to_fill(source);
  size_t kept = std::min(source.marked, source.units.size());
  source.units.erase(0, kept);
  source.at -= kept;
  if (source.marked != kNoMark) source.marked = 0;
  if (reader->has_flag(Reader::kDecodes)) return fill_from_stream(reader, source);
  if (reader->descriptor < 0) {
    if (is_string(reader->origin)) {
      const String* text = as_string(reader->origin);
      if (text->is_utf16()) source.units.append(text->utf16(), text->length);
      else source.units.append(text->latin1(), text->latin1() + text->length);
      source.ended = true;
      return source.at < source.units.size();
    }
    return read_some(reader->origin, reader->has_flag(Reader::kReadsAhead) ? wanted : 1, source.units);
  }
  if (reader->descriptor == 0) flush_standard();
  while (source.at == source.units.size() && !source.ended) {
    char bytes[kReadBytes];
    ssize_t n;
    int error = 0;
    {
      gc::BlockingRegion region;
      do n = ::read(reader->descriptor, bytes, sizeof bytes);
      while (n < 0 && errno == EINTR);
      error = errno;
    }
    if (n < 0) throw_error(Error::kIO, std::strerror(error));
    if (n > 0) {
      source.decoder.put({bytes, static_cast<size_t>(n)}, source.units);
    } else {
      source.decoder.finish(source.units);
      // A terminal may go on after its end-of-file character.
      source.ended = reader->descriptor != 0 || !::isatty(0);
      if (source.at == source.units.size()) return false;
    }
  }
  return source.at < source.units.size();
}

void finalize_reader(Object* object) { delete static_cast<Reader*>(object)->source.exchange(nullptr); }

}  // namespace clj::io
