#include "clj/io/reader.h"

#include <emmintrin.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cstring>
#include <mutex>
#include <optional>

#include "clj/base/file.h"
#include "clj/core/array.h"
#include "clj/core/call.h"
#include "clj/core/error.h"
#include "clj/core/host.h"
#include "clj/core/numbers.h"
#include "clj/core/roots.h"
#include "clj/core/type.h"
#include "clj/gc/heap.h"
#include "clj/io/writer.h"
#include "clj/io/file_error.h"

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

namespace {

constexpr size_t kReadBytes = 8192;
constexpr size_t kReadUnits = 8192;  // what read_rest asks a program's own reader for

Source& standard_source() {
  static Source source(Charset::kUtf8, true);
  return source;
}

Source& source_of(Reader* reader) {
  if (reader->descriptor == 0) return standard_source();
  Source* source = reader->source.load(std::memory_order_acquire);
  if (source) return *source;
  bool counts_lines = is_assignable(reader->type, roots.class_line_numbering_pushback_reader) ||
                      is_assignable(reader->type, find_class("java.io.LineNumberReader"));
  auto* made = new Source(reader->charset, counts_lines);
  if (is_assignable(reader->type, find_class("java.io.PushbackReader"))) made->room = 1;
  if (reader->source.compare_exchange_strong(source, made)) {
    gc::register_finalizer(reader);
    return *made;
  }
  delete made;
  return *source;
}

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

Reader* open_reader(Value v) {
  Reader* reader = cast<Reader>(v);
  if (reader->has_flag(Reader::kClosed)) throw_error(Error::kIO, "Stream closed");
  return reader;
}

// The same function for all: the component that knows byte streams gives it.
std::atomic<ReadBytes> read_stream_bytes{nullptr};

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

// Makes at least one unit available; false at the end.
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

// As java.io.LineNumberReader has it, the end terminates the line before it.
void count_end(Source& source) {
  if (source.column == 1 || !source.counts_lines) return;
  ++source.line;
  source.column = 1;
}

void count_place(Source& source, char16_t unit) {
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

int counted(Source& source, int unit) {
  if (unit == kEnd) count_end(source);
  else count_place(source, static_cast<char16_t>(unit));
  return unit;
}

bool asks_each_time(const Reader* reader) {
  return (reader->flags.load(std::memory_order_relaxed) & (Reader::kAsksEachTime | Reader::kDecodes)) == Reader::kAsksEachTime;
}

void count_places(Source& source, std::u16string_view units) {
  if (!source.counts_lines) return;
  for (char16_t unit : units) count_place(source, unit);
}

int next_unit(Reader* reader, Source& source) {
  bool at_hand = source.at < source.units.size();
  if (!at_hand && asks_each_time(reader)) return counted(source, read(reader->origin));
  return counted(source, at_hand || fill(reader, source) ? source.units[source.at++] : kEnd);
}

// While there is one thread, what calls no function of the program's needs no lock.
bool is_alone() { return !gc::several_threads.load(std::memory_order_relaxed); }

bool reads_standard_input(const Reader* reader) {
  if (reader->descriptor == 0) return true;
  const Reader* inner = try_cast<Reader>(reader->origin);
  return inner && reads_standard_input(inner);
}

Value call(Value target, const char* member) { return call_host_method(make_symbol("", member), &target, 1); }

Value new_reader(const char* class_name, Value origin, int descriptor, Charset charset) {
  Value cls = find_class(class_name);
  Reader* reader = gc::make<Reader>();
  reader->type = cls;
  reader->origin = origin;
  reader->descriptor = descriptor;
  reader->charset = charset;
  return Value::object(reader);
}

}  // namespace

void throw_file_not_found(const std::string& name, int error) {
  if (name.find('\0') != std::string::npos) throw_error(Error::kFileNotFound, "Invalid file path");
  throw_error(Error::kFileNotFound, name + " (" + std::strerror(error) + ")");
}

Value make_standard_reader() {
  return new_reader("clojure.lang.LineNumberingPushbackReader", Value::nil(), 0, Charset::kUtf8);
}
Value make_string_reader(Value string) { return new_reader("java.io.StringReader", string, -1, Charset::kUtf8); }
Value make_descriptor_reader(int descriptor, Charset charset) {
  return new_reader("java.io.BufferedReader", Value::nil(), descriptor, charset);
}

Value open_file_reader(const String* path, Charset charset) {
  std::string name = to_utf8(path);
  int descriptor, error = 0;
  {
    gc::BlockingRegion region;
    descriptor = ::open(system_path(name), O_RDONLY | O_CLOEXEC);
    error = errno;
    struct stat status;
    if (descriptor >= 0 && ::fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode)) {
      ::close(descriptor);
      descriptor = -1;
      error = EISDIR;
    }
  }
  if (descriptor < 0) throw_file_not_found(name, error);
  return make_descriptor_reader(descriptor, charset);
}

Value wrap_reader(Value cls, Value origin) {
  Reader* reader = gc::make<Reader>();
  reader->type = cls;
  reader->origin = origin;
  reader->descriptor = -1;
  // Not around standard input, which others read, too.
  bool standard = is_kind(origin, Kind::kReader) && reads_standard_input(cast<Reader>(origin));
  // A BufferedReader and its kin ask for arrays, in which the ends of lines are as they were.
  bool buffers = is_assignable(cls, roots.class_buffered_reader) || is_assignable(cls, roots.class_line_numbering_pushback_reader);
  if (!standard && buffers) reader->set_flag(Reader::kReadsAhead);
  if (!buffers) reader->set_flag(Reader::kAsksEachTime);
  return Value::object(reader);
}

Value make_stream_reader(Value cls, Value stream, Charset charset, ReadBytes read_bytes) {
  read_stream_bytes.store(read_bytes, std::memory_order_relaxed);
  Value made = wrap_reader(cls, stream);
  cast<Reader>(made)->charset = charset;
  cast<Reader>(made)->set_flag(Reader::kDecodes);
  return made;
}

namespace {

// Whether reading is the object's own affair: a program's type, or a proxy with a function for the method.
bool answers_itself(Value v, const char* method) { return !is_kind(v, Kind::kReader) || overrides(v, method); }

// A program's own reader has read(char[], int, int), which is what Java's readers call, or only
// read().
bool read_object(Value v, size_t n, std::u16string& out) {
  Value array = make_array(Kind::kCharArray, static_cast<int64_t>(n));
  Value args[] = {v, array, make_long(0), make_long(static_cast<int64_t>(n))};
  try {
    for (;;) {
      int64_t read = to_long(call_host_method(make_symbol("", "read"), args, 4));
      if (read < 0) return false;
      out.append(cast<CharArray>(array)->items(), static_cast<size_t>(std::min(read, static_cast<int64_t>(n))));
      if (read > 0) return true;
    }
  } catch (const ClojureThrow& thrown) {
    if (!is_instance(error_class(Error::kArity), thrown.value)) throw;
  }
  int unit = to_int(call(v, "read"));
  if (unit != kEnd) out.push_back(static_cast<char16_t>(unit));
  return unit != kEnd;
}

// One unit: what a reader of forms asks for. A proxy has read(), or only the other.
int read_object(Value v) {
  if (is_kind(v, Kind::kReader)) {
    try {
      return to_int(call(v, "read"));
    } catch (const ClojureThrow& thrown) {
      if (!is_instance(error_class(Error::kArity), thrown.value)) throw;
    }
  }
  std::u16string unit;
  return read_object(v, 1, unit) ? unit[0] : kEnd;
}

int read_as_is(Value v) {
  Reader* reader = open_reader(v);
  Source& source = source_of(reader);
  if (is_alone()) {
    if (source.at < source.units.size()) return counted(source, source.units[source.at++]);
    if (asks_each_time(reader)) {
      int unit = read(reader->origin);
      if (is_alone()) return counted(source, unit);
      Locked locked(source);
      return counted(source, unit);
    }
  }
  Locked locked(source);
  return next_unit(reader, source);
}

}  // namespace

int read(Value v) {
  if (answers_itself(v, "read")) return read_object(v);
  Source& source = source_of(cast<Reader>(v));
  if (!source.counts_lines) return read_as_is(v);
  // As java.io.LineNumberReader has it, each end of a line is one line feed, which no two threads share.
  std::optional<Locked> locked;
  if (!is_alone()) locked.emplace(source);
  bool after_return = source.after_return && source.pushed_back == 0;
  int unit = read_as_is(v);
  if (unit == u'\n' && after_return) unit = read_as_is(v);
  return unit == u'\r' ? u'\n' : unit;
}

bool read_some(Value v, size_t n, std::u16string& out) {
  if (answers_itself(v, "read")) return read_object(v, n, out);
  Reader* reader = open_reader(v);
  Source& source = source_of(reader);
  Locked locked(source);
  bool asks = asks_each_time(reader);
  if (!asks && !fill(reader, source)) return false;
  size_t before = out.size(), taken = std::min(n, source.units.size() - source.at);
  out.append(source.units, source.at, taken);
  source.at += taken;
  if (asks && taken < n) read_some(reader->origin, n - taken, out);
  count_places(source, std::u16string_view(out).substr(before));
  return out.size() > before;
}

bool supports_mark(Value v) {
  return is_kind(v, Kind::kReader) && (is_instance(roots.class_buffered_reader, v) || is_instance(find_class("java.io.StringReader"), v));
}

void mark(Value v, size_t read_ahead) {
  Reader* reader = open_reader(v);
  Source& source = source_of(reader);
  Locked locked(source);
  source.marked = source.at;
  source.read_ahead = is_string(reader->origin) ? SIZE_MAX : read_ahead;
  source.gave_up_mark = false;
  source.marked_after_return = source.after_return;
  source.marked_line = source.line;
  source.marked_column = source.column;
}

void reset(Value v) {
  Reader* reader = open_reader(v);
  Source& source = source_of(reader);
  Locked locked(source);
  // A StringReader that was not marked goes back to its beginning; its units are all kept.
  if (source.marked == kNoMark && !is_string(reader->origin))
    throw_error(Error::kIO, source.gave_up_mark ? "Mark invalid" : "Stream not marked");
  source.at = source.marked == kNoMark ? 0 : source.marked;
  source.line = source.marked_line;
  source.column = source.marked_column;
  source.after_return = source.marked_after_return;
}

namespace {

void put_back(Source& source, std::u16string_view units) {
  // What a reader that counts no lines has at hand was pushed back.
  size_t before = source.counts_lines ? source.pushed_back : source.units.size() - source.at;
  if (source.room != SIZE_MAX && before + units.size() > source.room) throw_error(Error::kIO, "Pushback buffer overflow");
  size_t replaced = std::min(source.at, units.size());
  source.units.replace(source.at - replaced, replaced, units);
  source.at -= replaced;
  if (!source.counts_lines) return;
  source.pushed_back += units.size();
  source.column -= static_cast<int64_t>(units.size());
}

}  // namespace

void set_room(Value reader, size_t units) { source_of(cast<Reader>(reader)).room = units; }
void set_buffer(Value reader, size_t units) { source_of(cast<Reader>(reader)).buffer = units; }

void unread(Value v, int unit) {
  if (unit == kEnd) return;
  auto given = static_cast<char16_t>(unit);
  unread(v, {&given, 1});
}

void unread(Value v, std::u16string_view units) {
  if (answers_itself(v, "unread")) {
    for (size_t i = units.size(); i > 0; --i) {
      Value args[] = {v, make_long(units[i - 1])};
      call_host_method(make_symbol("", "unread"), args, 2);
    }
    return;
  }
  Reader* reader = open_reader(v);
  Source& source = source_of(reader);
  if (is_alone()) return put_back(source, units);
  Locked locked(source);
  put_back(source, units);
}

namespace {

// The first '\n' or '\r' from `from` on, or the end.
size_t end_of_line(std::u16string_view units, size_t from) {
  const __m128i feed = _mm_set1_epi16(u'\n'), returned = _mm_set1_epi16(u'\r');
  for (; from + 8 <= units.size(); from += 8) {
    __m128i eight = _mm_loadu_si128(reinterpret_cast<const __m128i*>(units.data() + from));
    int found = _mm_movemask_epi8(_mm_or_si128(_mm_cmpeq_epi16(eight, feed), _mm_cmpeq_epi16(eight, returned)));
    if (found != 0) return from + static_cast<size_t>(std::countr_zero(static_cast<unsigned>(found))) / 2;
  }
  while (from < units.size() && units[from] != u'\n' && units[from] != u'\r') ++from;
  return from;
}

}  // namespace

Value read_line(Value v) {
  if (answers_itself(v, "readLine")) {
    require_host_method(v, make_symbol("", "readLine"), 0, "java.io.BufferedReader");
    return call(v, "readLine");
  }
  Reader* reader = open_reader(v);
  Source& source = source_of(reader);
  Locked locked(source);
  std::u16string line;
  if (source.after_return && source.pushed_back == 0 && fill(reader, source) && source.units[source.at] == u'\n') next_unit(reader, source);
  for (;;) {
    if (fill(reader, source)) {  // all of the line that is at hand
      size_t from = source.at, end = end_of_line(source.units, from);
      if (line.empty() && end < source.units.size() && source.units[end] == u'\n') {
        count_places(source, std::u16string_view(source.units).substr(from, end + 1 - from));
        source.at = end + 1;
        return make_string_utf16(source.units.data() + from, end - from);
      }
      line.append(source.units, from, end - from);
      count_places(source, std::u16string_view(source.units).substr(from, end - from));
      source.at = end;
    }
    int unit = next_unit(reader, source);
    if (unit == kEnd && line.empty()) return Value::nil();
    if (unit == kEnd || unit == '\n') break;
    if (unit == '\r') {
      // Looks for the line feed of a CRLF only where that cannot block.
      if (source.at < source.units.size() || reader->descriptor != 0) {
        int following = next_unit(reader, source);
        if (following != '\n') unread(v, following);
      }
      break;
    }
    line.push_back(static_cast<char16_t>(unit));
  }
  return make_string_utf16(line.data(), line.size());
}

Value read_rest(Value v) {
  if (answers_itself(v, "read")) {
    std::u16string units;
    while (read_object(v, kReadUnits, units)) {}
    return make_string_utf16(units.data(), units.size());
  }
  Reader* reader = open_reader(v);
  Source& source = source_of(reader);
  Locked locked(source);
  std::u16string units;
  while (fill(reader, source)) {
    units.append(source.units, source.at);
    count_places(source, std::u16string_view(source.units).substr(source.at));
    source.at = source.units.size();
  }
  return make_string_utf16(units.data(), units.size());
}

bool is_ready(Value v) {
  if (answers_itself(v, "ready")) return call(v, "ready").truthy();
  Reader* reader = open_reader(v);
  Source& source = source_of(reader);
  Locked locked(source);
  if (source.at < source.units.size()) return true;
  if (reader->has_flag(Reader::kDecodes)) return to_long(call(reader->origin, "available")) > 0;
  if (reader->descriptor < 0) return is_string(reader->origin) ? true : is_ready(reader->origin);
  // At the end a read would not block either, but nothing is there.
  return bytes_waiting(reader->descriptor) > 0;
}

void close_reader(Value v) {
  if (answers_itself(v, "close")) {
    call(v, "close");
    return;
  }
  Reader* reader = cast<Reader>(v);
  if (reader->flags.fetch_or(Reader::kClosed) & Reader::kClosed) return;
  if (reader->descriptor > 2) ::close(reader->descriptor);
  if (!reader->origin.is_nil() && !is_string(reader->origin)) {
    if (reader->has_flag(Reader::kDecodes)) call(reader->origin, "close");
    else close_reader(reader->origin);
  }
}

int64_t line_number(Value v) {
  Reader* reader = cast<Reader>(v);
  Source& source = source_of(reader);
  Locked locked(source);
  return source.line;
}
int64_t column_number(Value v) {
  Reader* reader = cast<Reader>(v);
  Source& source = source_of(reader);
  Locked locked(source);
  return source.column;
}
void set_line_number(Value v, int64_t line) {
  Reader* reader = cast<Reader>(v);
  Source& source = source_of(reader);
  Locked locked(source);
  source.line = line;
}

void finalize_reader(Object* object) { delete static_cast<Reader*>(object)->source.exchange(nullptr); }

}  // namespace clj::io
