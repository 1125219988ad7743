#include "clj/io/reader.h"

#include <emmintrin.h>
#include <unistd.h>

#include <algorithm>
#include <bit>
#include <optional>

#include "clj/base/file.h"
#include "clj/core/array.h"
#include "clj/core/call.h"
#include "clj/core/error.h"
#include "clj/core/host.h"
#include "clj/core/numbers.h"
#include "clj/core/roots.h"
#include "clj/core/type.h"
#include "source.h"

namespace clj::io {

namespace {

constexpr size_t kReadUnits = 8192;  // what read_rest asks a program's own reader for

Value call(Value target, const char* member) { return call_host_method(make_symbol("", member), &target, 1); }

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

}  // namespace clj::io
